// The command-line check of one plugin as a whole process, against Node doing nothing.
import { spawnSync } from 'node:child_process';
import type { Row } from './row';
import { compared, ms } from './timing';

const plugin = 'test/integration/upload/workspace/greeter';
const turns = 15;
const budget = 3;

export function commandLine(): readonly Row[] {
  const { times, workMs, referenceMs } = compared(
    turns,
    () => node('dist/check.js', plugin),
    () => node('-e', '0'),
  );
  return [
    {
      what: 'command-line check of one plugin / node -e 0',
      measured: `${times.toFixed(2)}x (${ms(workMs)} / ${ms(referenceMs)})`,
      budget: `${budget}x`,
      ratio: times / budget,
    },
  ];
}

function node(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
}
