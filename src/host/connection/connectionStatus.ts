// The status bar entry: which organisation and geos the editor is looking at, or "Demo".
import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import { DisposableStore } from '../disposables';
import type { Settings } from '../settings';
import type { Connections } from './connections';

export class ConnectionStatus implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #item = this.#owned.add(
    window.createStatusBarItem('kongCloudGateways.connection', StatusBarAlignment.Left),
  );
  readonly #connections: Connections;
  readonly #settings: Settings;

  constructor(connections: Connections, settings: Settings) {
    this.#connections = connections;
    this.#settings = settings;
    this.#item.name = l10n.t('Kong Konnect connection');
    this.#item.command = 'kongCloudGateways.connection.switch';
    this.#owned.add(connections.onDidChange(() => this.show()));
    this.#owned.add(settings.onDidChange((name) => name === 'geos' && this.show()));
  }

  async show(): Promise<void> {
    const connection = await this.#connections.active();
    if (connection === undefined) {
      this.#item.hide();
      return;
    }
    const { organization, demo, apiUrl, readOnly } = connection;
    const geos =
      this.#settings.geos.length > 0 ? this.#settings.geos.join(', ') : l10n.t('all geos');
    const icon = readOnly ? '$(lock)' : '$(cloud)';
    this.#item.text = demo
      ? `${icon} ${l10n.t('Konnect: Demo')}`
      : `${icon} ${organization.name} · ${geos}`;
    const where = demo
      ? l10n.t('Demo Konnect at {0}. Nothing here is real.', apiUrl)
      : l10n.t('Kong Konnect organisation {0} at {1}.', organization.name, apiUrl);
    const lock = readOnly ? l10n.t('Locked: nothing that changes Konnect runs.') : '';
    this.#item.tooltip = `${where} ${lock}`.trim();
    const spoken = demo
      ? l10n.t('Konnect demo')
      : l10n.t('Konnect organisation {0}, {1}', organization.name, geos);
    this.#item.accessibilityInformation = { label: `${spoken} ${lock}`.trim() };
    this.#item.show();
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
