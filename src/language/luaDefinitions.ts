// Definitions of the PDK for lua-language-server: offered once, written and entered into its settings on request.
import { commands, type LogOutputChannel, l10n, type Memento, Uri, workspace } from 'vscode';
import type { LuaServer } from '../diagnostics/luaServer';
import { execute } from '../host/runCommand';
import type { Settings } from '../host/settings';
import type { Tell } from '../host/tell';
import { UserError } from '../host/userError';
import type { Translate } from '../text';

export interface LuaDefinitionsOptions {
  readonly luaServer: LuaServer;
  readonly settings: Settings;
  readonly tell: Tell;
  readonly log: LogOutputChannel;
  /** For all workspaces of this machine. */
  readonly memory: Memento;
  readonly load: () => Promise<{ luaDefinitions: (t: Translate) => string }>;
}

const memoryKey = 'definitionsOffered';

export class LuaDefinitions {
  readonly #options: LuaDefinitionsOptions;
  #isLookedAt = false;

  constructor(options: LuaDefinitionsOptions) {
    this.#options = options;
  }

  /** Where the server has no definitions of `kong`, says so once; where it has ours, keeps them up to date. */
  look(file: Uri): void {
    const { luaServer, log } = this.#options;
    if (this.#isLookedAt || !luaServer.isThere) return;
    this.#isLookedAt = true;
    const work = luaServer.knowsPdk(file) ? this.#write() : this.#offer();
    work.catch((error) => log.error('definitions', error));
  }

  async #offer(): Promise<void> {
    const { memory, tell } = this.#options;
    if (memory.get(memoryKey) === true) return;
    await memory.update(memoryKey, true);
    tell.info(
      l10n.t(
        'The Lua language server does not know the plugin development kit of Kong. Definitions can be added to your setting Lua.workspace.library; they stay on this machine.',
      ),
      {
        title: l10n.t('Add Definitions'),
        run: () => execute('kongCloudGateways.plugin.addDefinitions'),
      },
    );
  }

  async add(): Promise<void> {
    const { luaServer, settings, tell } = this.#options;
    if (!luaServer.isThere) {
      throw new UserError(
        l10n.t(
          'There is no Lua language server to give definitions to. Install the extension "Lua" (sumneko.lua) first.',
        ),
        {
          title: l10n.t('Show Extension'),
          run: () => commands.executeCommand('workbench.extensions.search', '@id:sumneko.lua'),
        },
      );
    }
    await this.#write();
    await settings.addLuaLibrary(luaServer.definitions.fsPath);
    tell.info(
      l10n.t(
        'The Lua language server now knows the plugin development kit of Kong (Lua.workspace.library in your settings).',
      ),
    );
  }

  async #write(): Promise<void> {
    const { luaDefinitions } = await this.#options.load();
    const file = Uri.joinPath(this.#options.luaServer.definitions, 'kong.lua');
    await workspace.fs.writeFile(file, new TextEncoder().encode(luaDefinitions(l10n.t)));
  }
}
