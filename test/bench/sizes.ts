// How much is shipped, how much of it is loaded at activation, and what the largest parts are made of.
import { readFileSync, statSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import type { Row } from './row';

const activationBudget = 100e3;
const vsixBudget = 600e3;
const largest = 10;

export function sizes(vsixFile: string): readonly Row[] {
  const activation = statSync('dist/extension.js').size;
  const vsix = statSync(vsixFile).size;
  return [
    {
      what: 'code loaded at activation (dist/extension.js)',
      measured: kilobytes(activation),
      budget: kilobytes(activationBudget),
      ratio: activation / activationBudget,
    },
    {
      what: 'VSIX',
      measured: kilobytes(vsix),
      budget: kilobytes(vsixBudget),
      ratio: vsix / vsixBudget,
    },
  ];
}

/** The inputs that take up most of a bundle, as esbuild counts them after minifying. */
export function largestInputs(bundle: string): string {
  const { outputs }: Metafile = JSON.parse(readFileSync('out/bundles.json', 'utf8'));
  const inputs = Object.entries(outputs[bundle]?.inputs ?? {})
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const whole = outputs[bundle]?.bytes ?? 0;
  const lines = inputs
    .slice(0, largest)
    .map(({ path, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${path}`);
  return [`${bundle}, ${kilobytes(whole)}, ${inputs.length} inputs`, ...lines].join('\n');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
