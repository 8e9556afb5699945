// Registers the whole command table; each command runs guarded.
import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { refuseChange } from './changes';
import type { Connections } from './connections';
import { DisposableStore } from './disposables';
import { guarded } from './runCommand';
import type { Tell } from './tell';

/** @param table command id -> what runs it; the ids are checked where the table is made */
export function registerCommands(
  table: Readonly<Record<string, (...args: never[]) => Promise<void>>>,
  needs: { readonly log: LogOutputChannel; readonly tell: Tell; readonly connections: Connections },
): Disposable {
  const owned = new DisposableStore();
  for (const [id, run] of Object.entries(table)) {
    owned.add(
      commands.registerCommand(id, (...args: never[]) =>
        guarded(needs, id, async () => {
          await refuseChange(id, needs.connections);
          await run(...args);
        }),
      ),
    );
  }
  return owned;
}
