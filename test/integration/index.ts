// Runs the test files of one scenario with mocha, inside VS Code's extension host.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** `runIntegration` names the folder of built tests, and the file for the outcome: the host's console is no safe way. */
const { INTEGRATION_TESTS: folder = '', INTEGRATION_OUTCOME: outcomeFile = '' } = process.env;
const timeoutMs = 60_000;

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: timeoutMs,
    forbidOnly: process.env.CI !== undefined,
  });
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const unhandled: unknown[] = [];
  process.on('unhandledRejection', (reason) => unhandled.push(reason));
  await mocha.loadFilesAsync();
  const { passes: passed, failures: failed } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('mocha has no figures'));
    });
  });
  writeFileSync(outcomeFile, JSON.stringify({ passed, failed }));
  for (const reason of unhandled.filter(isOurs)) console.error('unhandled rejection:', reason);
  if (failed > 0) throw new Error(`${failed} failed`);
  if (unhandled.some(isOurs)) throw new Error('there were unhandled rejections');
  if (passed === 0) throw new Error('no test ran');
}

/** VS Code has some of its own, when a window closes for instance. */
function isOurs(reason: unknown): boolean {
  return reason instanceof Error && /\bdist\/\w+\.js|\/src\//.test(reason.stack ?? '');
}
