// The Konnect API client: one object per connection, with one member per kind of resource.
import type { Translate } from '../text';
import { type Clock, systemClock } from './clock';
import { type Cancellable, type Fetch, Http, type RequestLogLine } from './http';
import { type RawSource, readRaw } from './request/raw';
import type { TokenSource } from './request/token';
import {
  type Connections,
  defaultTimeouts,
  openConnections,
  type Timeouts,
} from './request/transport';
import { AddOns } from './resources/addOns';
import { AvailabilityDocument } from './resources/availability';
import { ClonedPlugins } from './resources/clonedPlugins';
import { ConfigStores } from './resources/configStores';
import { Configurations } from './resources/configurations';
import { ConsumerGroups } from './resources/consumerGroups';
import { Consumers } from './resources/consumers';
import { ControlPlanes } from './resources/controlPlanes';
import { CustomDomains } from './resources/customDomains';
import { CustomPlugins } from './resources/customPlugins';
import { Networks } from './resources/networks';
import { Nodes } from './resources/nodes';
import { Organizations } from './resources/organizations';
import { PluginSchemas } from './resources/pluginSchemas';
import { Plugins } from './resources/plugins';
import { PrivateDnsAttachments } from './resources/privateDns';
import { ProviderAccounts } from './resources/providerAccounts';
import { Quotas } from './resources/quotas';
import { Regions } from './resources/regions';
import { ResourceConfigurations } from './resources/resourceConfigurations';
import { Routes } from './resources/routes';
import { Services } from './resources/services';
import { TransitGateways } from './resources/transitGateways';
import { Users } from './resources/users';
import { Vaults } from './resources/vaults';
import { type Notice, Reader } from './shape';

export type { Clock } from './clock';
export type { ControlPlaneRef, Geo } from './geo';
export type { RequestLogLine } from './http';
export type { AddOn } from './resources/addOns';
export type { Configuration, DataPlaneGroup } from './resources/configurations';
export type { ControlPlane } from './resources/controlPlanes';
export type { CustomDomain } from './resources/customDomains';
export type { CustomPlugin } from './resources/customPlugins';
export type { Network } from './resources/networks';
export type { Node, NodeIssue } from './resources/nodes';
export type { Plugin } from './resources/plugins';
export type { ProviderAccount } from './resources/providerAccounts';
export type { DefaultQuota } from './resources/quotas';
export type { Route } from './resources/routes';
export type { Service } from './resources/services';
export type { TransitGateway } from './resources/transitGateways';
export type { Notice } from './shape';
export { defaultTimeouts, openConnections };

export interface KonnectOptions {
  /** With `{geo}`, such as `https://{geo}.api.konghq.com`. Whether it may have the token is for the caller to decide. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  /** Is given a `dispatcher` in its init. */
  readonly fetch: typeof globalThis.fetch;
  readonly log: (line: RequestLogLine) => void;
  readonly t: Translate;
  /** Told once per unknown state or other value that this version does not know. */
  readonly notice?: (notice: Notice) => void;
  readonly clock?: Clock;
  readonly timeouts?: Partial<Timeouts>;
  /** PEM; authorities to trust instead of those that the runtime would. */
  readonly certificates?: readonly string[];
  /** Besides the token: what no log and no error may repeat. */
  readonly secrets?: () => readonly string[];
  /** Instead of connections of its own; stays open when the client closes. */
  readonly connections?: Connections;
}

export class KonnectClient {
  readonly organizations: Organizations;
  readonly users: Users;
  readonly regions: Regions;
  readonly controlPlanes: ControlPlanes;
  readonly nodes: Nodes;
  readonly services: Services;
  readonly routes: Routes;
  readonly consumers: Consumers;
  readonly consumerGroups: ConsumerGroups;
  readonly plugins: Plugins;
  readonly customPlugins: CustomPlugins;
  readonly availability: AvailabilityDocument;
  readonly providerAccounts: ProviderAccounts;
  readonly networks: Networks;
  readonly configurations: Configurations;
  readonly customDomains: CustomDomains;
  readonly addOns: AddOns;
  readonly clonedPlugins: ClonedPlugins;
  readonly configStores: ConfigStores;
  readonly pluginSchemas: PluginSchemas;
  readonly privateDns: PrivateDnsAttachments;
  readonly quotas: Quotas;
  readonly resourceConfigurations: ResourceConfigurations;
  readonly transitGateways: TransitGateways;
  readonly vaults: Vaults;
  readonly #http: Http;
  readonly #own: Connections | undefined;
  readonly #closing = new AbortController();

  constructor(options: KonnectOptions) {
    const timeouts = { ...defaultTimeouts, ...options.timeouts };
    const connections = options.connections ?? openConnections(timeouts, options.certificates);
    this.#own = options.connections === undefined ? connections : undefined;
    const { apiUrl, token, log, t, clock = systemClock, secrets = () => [] } = options;
    const fetch = options.fetch as Fetch;
    const closing = this.#closing.signal;
    const means = { fetch, log, t, clock, timeouts, connections, closing };
    this.#http = new Http({ apiUrl, token, secrets, ...means });
    const reader = new Reader(t, options.notice ?? (() => undefined), (text) =>
      this.#http.clean(text),
    );
    const api = { http: this.#http, reader };
    this.organizations = new Organizations(api);
    this.users = new Users(api);
    this.regions = new Regions(api);
    this.controlPlanes = new ControlPlanes(api);
    this.nodes = new Nodes(api);
    this.services = new Services(api);
    this.routes = new Routes(api);
    this.consumers = new Consumers(api);
    this.consumerGroups = new ConsumerGroups(api);
    this.plugins = new Plugins(api);
    this.customPlugins = new CustomPlugins(api);
    this.availability = new AvailabilityDocument(api);
    this.providerAccounts = new ProviderAccounts(api);
    this.networks = new Networks(api);
    this.configurations = new Configurations(api);
    this.customDomains = new CustomDomains(api);
    this.addOns = new AddOns(api);
    this.clonedPlugins = new ClonedPlugins(api);
    this.configStores = new ConfigStores(api);
    this.pluginSchemas = new PluginSchemas(api);
    this.privateDns = new PrivateDnsAttachments(api);
    this.quotas = new Quotas(api);
    this.resourceConfigurations = new ResourceConfigurations(api);
    this.transitGateways = new TransitGateways(api);
    this.vaults = new Vaults(api);
  }

  /** The JSON of one resource as Konnect sends it, nothing left out. */
  read(source: RawSource, options: Cancellable = {}): Promise<unknown> {
    return readRaw(this.#http, source, options);
  }

  /** Ends what is under way (CancelledError) and closes the connections. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#own?.destroy();
  }
}
