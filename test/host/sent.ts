// Which requests were judged by Konnect's API descriptions in a whole run, by the command that sent them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { commandEffects } from '../../src/manifest';

/** Operations by command. */
export type Sent = Map<string, Set<string>>;

/** Commands that open a file send what it holds when it is saved. */
const bySaving: Readonly<Record<string, string>> = {
  'kongCloudGateways.plugin.addInstance': 'create-plugin',
  'kongCloudGateways.plugin.editInstance': 'upsert-plugin',
};

/** Adds what a scenario has written down; it writes nothing where the descriptions are not at hand. */
export async function addSent(sent: Sent, file: string): Promise<void> {
  const lines = existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
  for (const line of lines) {
    const [command = '', operation = ''] = line.split(' ');
    sent.set(command, (sent.get(command) ?? new Set()).add(operation));
  }
}

/** Whether each command that changes Konnect has sent something that was judged. */
export function tellSent(sent: Sent): boolean {
  if (sent.size === 0) {
    console.log('\nNo request was compared with the API descriptions: they are not at hand.');
    return true;
  }
  console.log('\n=== requests as described, by command');
  const changing = Object.entries(commandEffects).filter(([, effect]) => effect === 'changes');
  const silent = changing.filter(([command]) => {
    const operations = operationsOf(sent, command);
    console.log(`${command}: ${operations.join(', ') || 'none'}`);
    return operations.length === 0;
  });
  for (const [command] of silent) console.log(`FAILED: no scenario shows what ${command} sends`);
  return silent.length === 0;
}

function operationsOf(sent: Sent, command: string): readonly string[] {
  const saved = bySaving[command];
  const own = [...(sent.get(command) ?? [])];
  return saved !== undefined && sent.get('save')?.has(saved) ? [...own, saved] : own.sort();
}
