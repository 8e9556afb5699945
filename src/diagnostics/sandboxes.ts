// The sandbox and the gateway version that each plugin folder is checked against: by setting, or as its target runs.
import { EventEmitter, l10n, type Uri } from 'vscode';
import type { ActiveClient } from '../host/activeClient';
import { type Connections, connectionKey } from '../host/connections';
import { DisposableStore } from '../host/disposables';
import type { Settings } from '../host/settings';
import type { UploadTargets } from '../host/uploadTargets';
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
  /** What each target runs, read once per connection. */
  readonly #ofTargets = new Map<string, Promise<Sandbox | undefined>>();

  /** What folders are checked against may have become another. */
  readonly onDidChange = this.#changed.event;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#owned.add(options.connections.onDidChange(() => this.forget()));
  }

  /** Asks Konnect anew when next needed. */
  forget(): void {
    this.#ofTargets.clear();
    this.#changed.fire();
  }

  /**
   * By setting, else as `controlPlane` runs, else as the folder's own target does. When Konnect cannot be asked the
   * check is as strict as it can be.
   */
  async of(folder: Uri, controlPlane?: ControlPlaneRef): Promise<Sandbox> {
    const { settings } = this.#options;
    const set = settings.sandbox(folder);
    const version = settings.gatewayVersion(folder);
    const needsTarget = !isSandboxName(set) || version === '';
    const target = needsTarget ? await this.#ofTarget(folder, controlPlane) : undefined;
    const gatewayVersion = version === '' ? target?.gatewayVersion : version;
    const versionPart = gatewayVersion === undefined ? {} : { gatewayVersion };
    if (isSandboxName(set)) {
      const sandboxOrigin = l10n.t('the setting kongCloudGateways.plugins.sandbox');
      return { sandbox: set, sandboxOrigin, ...versionPart };
    }
    return { sandbox: 'strict', ...target, ...versionPart };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #ofTarget(folder: Uri, given?: ControlPlaneRef): Promise<Sandbox | undefined> {
    const connection = await this.#options.connections.active();
    if (connection === undefined) return undefined;
    const target = this.#options.targets.get(folder, connectionKey(connection));
    const controlPlane = given ?? target?.controlPlane;
    if (controlPlane === undefined) return undefined;
    const key = `${controlPlane.geo}/${controlPlane.id}`;
    const known = this.#ofTargets.get(key) ?? this.#read(controlPlane).catch(() => undefined);
    this.#ofTargets.set(key, known);
    return known;
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
