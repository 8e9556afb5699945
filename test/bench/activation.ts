// What the installed extension adds to the start of a real VS Code, next to extensions that come with it.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HostError } from '../host/hostError';
import { type Parts, prepare } from '../host/prepare';
import { runProgram } from '../host/runProgram';
import { installVsix } from '../host/vscodeServer';
import type { Row } from './row';
import { median, ms } from './timing';

/** Of one extension in one start, in whole milliseconds. */
export interface Activation {
  readonly loadMs: number;
  readonly callMs: number;
  /** With what it was awaited for. */
  readonly totalMs: number;
}

export type Activations = Readonly<Record<string, Activation>>;

const own = 'cloud-gateways.kong-cloud-gateways';
const builtIn = ['vscode.git-base', 'vscode.emmet', 'vscode.json-language-features'];
const starts = Number(process.env.BENCH_STARTS ?? 20);
/** Over the quickest of the built-in ones. */
const allowanceMs = 2;
/** Does nothing: the tests of an extension are how a program gets into the host. */
const probe = { name: 'probe', publisher: 'bench', version: '1.0.0', engines: { vscode: '*' } };

export async function activation(vsix: string): Promise<readonly Row[]> {
  const parts = await prepared();
  if (parts === undefined) return [{ what: 'activation', measured: 'no VS Code on this system' }];
  const folder = await mkdtemp(join(tmpdir(), 'activation-'));
  try {
    await layOut(folder);
    await installVsix(parts, join(folder, 'data'), vsix);
    const taken: Activations[] = [];
    for (let count = 0; count < starts; count += 1) taken.push(await start(folder));
    return rows(taken);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function prepared(): Promise<Parts | undefined> {
  try {
    return await prepare();
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

async function layOut(folder: string): Promise<void> {
  await mkdir(join(folder, 'probe'));
  await mkdir(join(folder, 'workspace'));
  await writeFile(join(folder, 'probe', 'package.json'), JSON.stringify(probe));
  await writeFile(join(folder, 'workspace', 'handler.lua'), 'return { PRIORITY = 1 }\n');
  await writeFile(join(folder, 'workspace', 'data.json'), '{}\n');
}

async function start(folder: string): Promise<Activations> {
  const outcome = join(folder, 'outcome.json');
  await runProgram(
    process.execPath,
    [
      resolve('out/test/host/launch.js'),
      `--extensionDevelopmentPath=${join(folder, 'probe')}`,
      `--extensionTestsPath=${resolve('out/test/bench/activationProgram')}`,
      `--user-data-dir=${join(folder, 'data')}`,
      join(folder, 'workspace'),
    ],
    { env: { ...process.env, BENCH_OUTCOME: outcome } },
  );
  return JSON.parse(await readFile(outcome, 'utf8'));
}

function rows(taken: readonly Activations[]): readonly Row[] {
  const medianOf = (id: string, part: keyof Activation) =>
    median(taken.map((start) => start[id]?.[part] ?? Number.NaN));
  const others = builtIn.map((id) => medianOf(id, 'totalMs'));
  const named = builtIn.map((id, at) => `${id.replace('vscode.', '')} ${ms(others[at] ?? 0)}`);
  const [totalMs, budgetMs] = [medianOf(own, 'totalMs'), Math.min(...others) + allowanceMs];
  return [
    {
      what: `activation in VS Code, median of ${taken.length} starts`,
      measured: `${ms(totalMs)} (load ${ms(medianOf(own, 'loadMs'))}, activate ${ms(medianOf(own, 'callMs'))}; ${named.join(', ')})`,
      budget: `${ms(budgetMs)}: the quickest and ${allowanceMs} ms`,
      ratio: totalMs / budgetMs,
    },
  ];
}
