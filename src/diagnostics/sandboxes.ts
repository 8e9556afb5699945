// The sandbox and the gateway version that each plugin folder is checked against: by setting, or as its target runs.
import { EventEmitter, l10n, type Uri } from 'vscode';
import type { ActiveClient } from '../host/connection/activeClient';
import { type Connections, connectionKey } from '../host/connection/connections';
import { DisposableStore } from '../host/disposables';
import type { UploadTargets } from '../host/plugins/uploadTargets';
import type { Settings } from '../host/settings';
import type { ControlPlaneRef } from '../konnect/client';
import type { SandboxName } from '../lua/rule';
import { isSandboxName, sandboxOf } from '../plugins/sandboxProfile';

export interface Sandbox {
  readonly sandbox: SandboxName;
  /** Where the sandbox comes from, for a finding to say. */
  readonly sandboxOrigin?: string;
  readonly gatewayVersion?: string;
}

export interface SandboxesOptions {
  readonly settings: Settings;
  readonly targets: UploadTargets;
  readonly connections: Connections;
  readonly client: ActiveClient;
}

export class Sandboxes {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly #options: SandboxesOptions;
  /** What each gateway runs, as far as it has been read over this connection. */
  readonly #known = new Map<string, Sandbox | undefined>();
  readonly #reading = new Map<string, Promise<Sandbox | undefined>>();

  /** What folders are checked against may have become another. */
  readonly onDidChange = this.#changed.event;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#owned.add(options.connections.onDidChange(() => this.forget()));
  }

  /** Asks Konnect anew when next needed. */
  forget(): void {
    this.#known.clear();
    this.#reading.clear();
    this.#changed.fire();
  }

  /**
   * By setting, else as `controlPlane` runs, else as the folder's own target does. Only an upload, which names its control
   * plane, waits for Konnect: an editor is checked at once, and again when the answer comes.
   */
  async of(folder: Uri, controlPlane?: ControlPlaneRef): Promise<Sandbox> {
    const { settings } = this.#options;
    const set = settings.sandbox(folder);
    const version = settings.gatewayVersion(folder);
    const needsGateway = !isSandboxName(set) || version === '';
    const gateway = needsGateway ? await this.#ofGateway(folder, controlPlane) : undefined;
    const gatewayVersion = version === '' ? gateway?.gatewayVersion : version;
    const versionPart = gatewayVersion === undefined ? {} : { gatewayVersion };
    if (isSandboxName(set)) {
      const sandboxOrigin = l10n.t('the setting kongCloudGateways.plugins.sandbox');
      return { sandbox: set, sandboxOrigin, ...versionPart };
    }
    return { sandbox: 'strict', ...gateway, ...versionPart };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #ofGateway(folder: Uri, uploadTo?: ControlPlaneRef): Promise<Sandbox | undefined> {
    const connection = await this.#options.connections.active();
    if (connection === undefined) return undefined;
    const target = this.#options.targets.get(folder, connectionKey(connection));
    const controlPlane = uploadTo ?? target?.controlPlane;
    if (controlPlane === undefined) return undefined;
    const key = `${controlPlane.geo}/${controlPlane.id}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const reading = this.#reading.get(key) ?? this.#readOnce(key, controlPlane);
    return uploadTo === undefined ? undefined : reading;
  }

  /** A failure is not kept: the next check asks again. */
  #readOnce(key: string, controlPlane: ControlPlaneRef): Promise<Sandbox | undefined> {
    const reading = this.#read(controlPlane).then(
      (sandbox) => {
        if (this.#reading.get(key) !== reading) return sandbox;
        this.#reading.delete(key);
        this.#known.set(key, sandbox);
        this.#changed.fire();
        return sandbox;
      },
      () => {
        this.#reading.delete(key);
        return undefined;
      },
    );
    this.#reading.set(key, reading);
    return reading;
  }

  async #read(controlPlane: ControlPlaneRef): Promise<Sandbox | undefined> {
    const konnect = await this.#options.client.get();
    for await (const configuration of konnect.configurations.list({ controlPlane })) {
      const { version } = configuration;
      return {
        sandbox: sandboxOf(configuration),
        sandboxOrigin: l10n.t('the gateway it goes to'),
        ...(version && { gatewayVersion: version }),
      };
    }
    return undefined;
  }
}
