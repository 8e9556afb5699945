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
  await mocha.loadFilesAsync();
  const { passes: passed, failures: failed } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('mocha has no figures'));
    });
  });
  writeFileSync(outcomeFile, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('no test ran');
}
