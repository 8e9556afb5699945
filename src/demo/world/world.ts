// Everything the demo organisation has, and the time it lives in.

import type { DemoClock } from './clock';
import { Collection } from './collection';
import { CoreStore } from './coreStore';
import type {
  AddOn,
  ConfigStore,
  ConfigStoreSecret,
  Configuration,
  ControlPlane,
  CustomDomain,
  DataPlaneNode,
  Network,
  Organization,
  PluginSchema,
  PrivateDns,
  ProviderAccount,
  Quota,
  TransitGateway,
  User,
} from './entities';
import { Ids } from './ids';
import { Timeline } from './timeline';

export class World {
  readonly timeline: Timeline;
  readonly ids = new Ids();
  readonly organization: Organization;
  readonly user: User;
  readonly mostControlPlanes: number;
  readonly controlPlanes = new Collection<ControlPlane>();
  readonly providerAccounts = new Collection<ProviderAccount>();
  readonly networks = new Collection<Network>();
  readonly configurations = new Collection<Configuration>();
  readonly customDomains = new Collection<CustomDomain>();
  readonly transitGateways = new Collection<TransitGateway>();
  readonly privateDns = new Collection<PrivateDns>();
  readonly addOns = new Collection<AddOn>();
  readonly quotas = new Collection<Quota>();
  readonly nodes = new Collection<DataPlaneNode>();
  readonly configStores = new Collection<ConfigStore>();
  readonly secrets = new Collection<ConfigStoreSecret>();
  readonly pluginSchemas = new Collection<PluginSchema>();
  readonly #core = new Map<string, CoreStore>();

  constructor(clock: DemoClock, organization: Organization, user: User, mostControlPlanes: number) {
    this.timeline = new Timeline(clock);
    this.organization = organization;
    this.user = user;
    this.mostControlPlanes = mostControlPlanes;
  }

  /** Now, as cloud gateways and identity write it. */
  timestamp(): string {
    return new Date(this.timeline.now()).toISOString();
  }

  /** Now, as core entities and nodes write it. */
  seconds(): number {
    return Math.floor(this.timeline.now() / 1000);
  }

  /** The core entities of a control plane. */
  core(controlPlaneId: string): CoreStore {
    const store = this.#core.get(controlPlaneId) ?? new CoreStore();
    this.#core.set(controlPlaneId, store);
    return store;
  }

  forget(controlPlaneId: string): void {
    this.#core.delete(controlPlaneId);
    for (const secret of this.secrets.all()) {
      if (this.configStores.get(secret.store_id)?.control_plane_id === controlPlaneId)
        this.secrets.remove(secret.id);
    }
    for (const owned of [this.nodes, this.configStores, this.pluginSchemas]) {
      for (const { id } of owned.where((item) => item.control_plane_id === controlPlaneId))
        owned.remove(id);
    }
  }
}
