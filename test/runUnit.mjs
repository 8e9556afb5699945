// Runs the built unit and contract tests; an argument filters them by path.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const filter = process.argv[2] ?? '';
const files = ['unit', 'contract']
  .map((folder) => join('out', 'test', folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.test.js') && file.includes(filter));

if (files.length === 0) {
  console.error(
    `No unit or contract test matches "${filter}" in out/test: run npm run build first.`,
  );
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
