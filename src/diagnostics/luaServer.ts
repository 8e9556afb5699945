// A Lua language server beside this extension: what it shows already is not shown twice.
import { type Disposable, EventEmitter, extensions, type Uri } from 'vscode';
import { DisposableStore } from '../host/disposables';
import type { Settings } from '../host/settings';

/** sumneko's lua-language-server. */
const extensionId = 'sumneko.lua';

/** Our rules that it has too -> its names for them. */
const shared: Readonly<Record<string, string>> = {
  'undefined-global': 'undefined-global',
  'unused-local': 'unused-local',
};

export class LuaServer implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly #settings: Settings;
  /** Folder of the definitions that we give it. */
  readonly definitions: Uri;

  /** It came, went, or was told to show something else. */
  readonly onDidChange = this.#changed.event;

  constructor(settings: Settings, definitions: Uri) {
    this.#settings = settings;
    this.definitions = definitions;
    this.#owned.add(extensions.onDidChange(() => this.#changed.fire()));
    this.#owned.add(settings.onDidChangeLua(() => this.#changed.fire()));
  }

  get isThere(): boolean {
    return extensions.getExtension(extensionId) !== undefined;
  }

  /** Its settings name the folder of our definitions. */
  knowsPdk(file: Uri): boolean {
    return this.isThere && this.#settings.luaLibrary(file).includes(this.definitions.fsPath);
  }

  /** It marks the findings of this rule itself. */
  shows(rule: string, file: Uri): boolean {
    const name = shared[rule];
    if ((name === undefined && rule !== 'syntax') || !this.isThere) return false;
    const { isOn, disabled } = this.#settings.luaDiagnostics(file);
    return isOn && (name === undefined || !disabled.includes(name));
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
