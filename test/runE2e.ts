// Packages the extension and runs the end-to-end tests on it, one after the other; an argument filters them by path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HostError, runMain } from './host/hostError';
import { packageVsix } from './host/packageVsix';
import { prepare } from './host/prepare';

const built = join('out', 'test', 'e2e');

runMain(async () => {
  const filter = process.argv[2] ?? '';
  const files = (existsSync(built) ? readdirSync(built, { recursive: true }) : [])
    .map((file) => join(built, String(file)))
    .filter((file) => file.endsWith('.test.js') && file.includes(filter));
  if (files.length === 0)
    throw new HostError(`No end-to-end test matches "${filter}" in ${built}.`);
  await prepare();
  const env = { ...process.env, E2E_VSIX: await packageVsix() };
  const flags = ['--enable-source-maps', '--test', '--test-concurrency=1', '--test-reporter=spec'];
  const tests = spawn(process.execPath, [...flags, ...files], { env, stdio: 'inherit' });
  const [code] = await once(tests, 'exit');
  return typeof code === 'number' ? code : 1;
});
