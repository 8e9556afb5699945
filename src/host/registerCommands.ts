// Registers every command that the manifest names. What runs them is loaded with the first one; each runs guarded.
import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { type CommandArguments, type CommandId, commandEffects } from '../manifest';
import { refuseChange } from './changes';
import type { Connections } from './connection/connections';
import { DisposableStore } from './disposables';
import { guarded } from './runCommand';
import type { Tell } from './tell';

/** Every command and what runs it; a missing or mistyped one does not compile. */
export type CommandTable = {
  readonly [Id in CommandId]: (...args: CommandArguments[Id]) => Promise<void>;
};

export function registerCommands(
  table: () => Promise<CommandTable>,
  needs: { readonly log: LogOutputChannel; readonly tell: Tell; readonly connections: Connections },
): Disposable {
  const owned = new DisposableStore();
  for (const id of Object.keys(commandEffects) as CommandId[]) {
    owned.add(
      commands.registerCommand(id, (...args: never[]) =>
        guarded(needs, id, async () => {
          await refuseChange(id, needs.connections);
          const run: (...args: never[]) => Promise<void> = (await table())[id];
          await run(...args);
        }),
      ),
    );
  }
  return owned;
}
