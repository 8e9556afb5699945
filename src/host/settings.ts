// The user's settings, read when asked for; the only place that calls `getConfiguration`.
import { ConfigurationTarget, EventEmitter, type Uri, workspace } from 'vscode';
import { type SettingTypes, settingsPrefix } from '../manifest';
import { DisposableStore } from './disposables';

export class Settings {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<keyof SettingTypes>());

  readonly #luaChanged = this.#owned.add(new EventEmitter<void>());

  readonly onDidChange = this.#changed.event;
  /** lua-language-server's own settings, that is. */
  readonly onDidChangeLua = this.#luaChanged.event;

  constructor() {
    this.#owned.add(
      workspace.onDidChangeConfiguration((change) => {
        for (const name of names) {
          if (change.affectsConfiguration(`${settingsPrefix}.${name}`)) this.#changed.fire(name);
        }
        if (change.affectsConfiguration('Lua')) this.#luaChanged.fire();
      }),
    );
  }

  /** With `{geo}`. Application scope: a workspace cannot change it. */
  get apiUrl(): string {
    return this.#get('apiUrl');
  }

  /** Empty: all that Konnect offers. */
  get geos(): readonly string[] {
    return this.#get('geos');
  }

  /** `name`: what is deleted has to be named; `button`: one click. */
  get deleteConfirmation(): 'name' | 'button' {
    return this.#get('deleteConfirmation');
  }

  /** `auto`, or the name of a sandbox, for a file. */
  sandbox(file: Uri): string {
    return this.#get('plugins.sandbox', file);
  }

  /** Empty: the target's, else the newest known. */
  gatewayVersion(file: Uri): string {
    return this.#get('plugins.gatewayVersion', file);
  }

  /** Rule name -> severity or `off`, for a file. */
  rules(file: Uri): SettingTypes['plugins.rules'] {
    return this.#get('plugins.rules', file);
  }

  /** VS Code's own: `off`, `on`, `fallback` or `override`. */
  get proxySupport(): string {
    return workspace.getConfiguration('http').get('proxySupport', 'override');
  }

  /** VS Code's own: the address of a proxy. */
  get proxy(): string {
    return workspace.getConfiguration('http').get('proxy', '');
  }

  /** VS Code's own: a secret. */
  get proxyAuthorization(): string {
    return workspace.getConfiguration('http').get<string | null>('proxyAuthorization', null) ?? '';
  }

  /** VS Code's own: hosts that are reached without a proxy. */
  get noProxy(): readonly string[] {
    return workspace.getConfiguration('http').get('noProxy', []);
  }

  /** VS Code's own. */
  get systemCertificates(): boolean {
    return workspace.getConfiguration('http').get('systemCertificates', true);
  }

  /** lua-language-server's own: folders of definitions. */
  luaLibrary(file: Uri): readonly string[] {
    return workspace.getConfiguration('Lua', file).get('workspace.library', []);
  }

  /** The definitions are of this machine, so they go into the user's settings and not into the workspace's. */
  async addLuaLibrary(folder: string): Promise<void> {
    const settings = workspace.getConfiguration('Lua');
    const known = settings.inspect<readonly string[]>('workspace.library')?.globalValue ?? [];
    if (known.includes(folder)) return;
    const all = [...known, folder];
    await settings.update('workspace.library', all, ConfigurationTarget.Global);
  }

  /** lua-language-server's own: whether it marks problems, and which it does not. */
  luaDiagnostics(file: Uri): { readonly isOn: boolean; readonly disabled: readonly string[] } {
    const settings = workspace.getConfiguration('Lua.diagnostics', file);
    return { isOn: settings.get('enable', true), disabled: settings.get('disable', []) };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #get<K extends keyof SettingTypes>(name: K, scope?: Uri): SettingTypes[K] {
    const value = workspace.getConfiguration(settingsPrefix, scope).get<SettingTypes[K]>(name);
    if (value === undefined)
      throw new Error(`Setting ${settingsPrefix}.${name} is not in package.json`);
    return value;
  }
}

const names: readonly (keyof SettingTypes)[] = [
  'apiUrl',
  'geos',
  'deleteConfirmation',
  'plugins.sandbox',
  'plugins.gatewayVersion',
  'plugins.rules',
];
