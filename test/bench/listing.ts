// Listing all control planes of a large organisation, over a network on which every answer takes its time.
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { startDemo } from '../../src/demo/server';
import { knownGeos } from '../../src/konnect/geo';
import type { ListOrder } from './geoHosts';
import type { Listed } from './listProgram';
import type { Row } from './row';
import { ms } from './timing';

const run = promisify(execFile);
const latencyMs = 100;
/** Regions, then page 1 of each geo, then the other pages. */
const neededTrips = 3;
/** For 10,000 nodes. */
const heapBudget = 15e6;

export async function listing(count: number): Promise<readonly Row[]> {
  const listed = await askOfMany<Listed>('listProgram', count);
  const label = `list ${count.toLocaleString('en')} control planes, ${knownGeos.length} geos, ${latencyMs} ms a round trip`;
  const idealMs = neededTrips * latencyMs;
  const megabytes = listed.heapBytes / 1e6;
  const perItem = (listed.heapBytes / listed.found).toFixed(0);
  return [
    {
      what: `${label}: sequential round trips`,
      measured: `${listed.sequential} (${listed.requests} requests, ${listed.found.toLocaleString('en')} found)`,
      budget: String(neededTrips),
      ratio: listed.sequential / neededTrips,
    },
    {
      what: '… wall time, the first time (connecting, code not yet compiled)',
      measured: `${ms(listed.firstMs)}, ideal ${ms(idealMs)}`,
      ratio: listed.firstMs / idealMs,
    },
    {
      what: '… wall time, again',
      measured: `${ms(listed.againMs)}, ideal ${ms(idealMs)}`,
      ratio: listed.againMs / idealMs,
    },
    {
      what: '… heap that the list keeps',
      measured: `${megabytes.toFixed(1)} MB, ${perItem} bytes each`,
      ...(count === 10_000 && { budget: '15 MB', ratio: listed.heapBytes / heapBudget }),
    },
  ];
}

/** A demo for each geo, because Konnect has a host for each; the client has a process of its own. */
export async function askOfMany<T>(name: string, count: number): Promise<T> {
  const token = 'kpat_bench';
  const seed = { empty: true, extraControlPlanes: count, refusedGeos: [] };
  const demos = await Promise.all(knownGeos.map(() => startDemo({ token, seed })));
  for (const { faults } of demos)
    faults.order({ path: '/**', fault: { kind: 'latency', ms: latencyMs } });
  try {
    const hosts = Object.fromEntries(knownGeos.map((geo, at) => [geo, demos[at]?.apiUrl ?? '']));
    const order: ListOrder = { hosts, token };
    const program = resolve(`out/test/bench/${name}.js`);
    const { stdout } = await run(process.execPath, ['--expose-gc', program, JSON.stringify(order)]);
    return JSON.parse(stdout);
  } finally {
    await Promise.all(demos.map((demo) => demo.close()));
  }
}
