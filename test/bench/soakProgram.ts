// Soak: the client against the demo for as many minutes as the argument says, with faults at random. A line a minute;
// run it with --expose-gc. Both live in one process, so that what either of them leaks shows in the heap.
import type { Fault } from '../../src/demo/http/faults';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { type ControlPlane, KonnectClient } from '../../src/konnect/client';
import { systemClock } from '../../src/konnect/clock';
import { isKonnectError } from '../../src/konnect/errors';
import { planUpload, runUpload } from '../../src/operations/plugin/uploadPlugin';
import { english } from '../../src/text';

const minutes = Number(process.argv[2] ?? 1);
const faults: readonly Fault[] = [
  { kind: 'status', status: 429, retryAfter: 0 },
  { kind: 'status', status: 500 },
  { kind: 'html' },
  { kind: 'resetBeforeHeaders' },
  { kind: 'resetBeforeHeaders', applied: true },
  { kind: 'resetInBody' },
  { kind: 'truncatedJson' },
  { kind: 'emptyBody' },
  { kind: 'wrongContentType' },
  { kind: 'silence' },
  { kind: 'latency', ms: 50 },
  { kind: 'slowDrip', bytes: 512, everyMs: 1 },
  { kind: 'duplicatePages' },
  { kind: 'cursorLoop' },
  { kind: 'unknownValues' },
];

const outcomes = new Map<string, number>();
const count = (what: string): void => void outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
const anyOf = <T>(values: readonly T[]): T | undefined =>
  values[Math.floor(Math.random() * values.length)];

let unhandled = 0;
process.on('unhandledRejection', () => {
  unhandled += 1;
});

const open = (demo: DemoServer): KonnectClient =>
  new KonnectClient({
    apiUrl: demo.apiUrl,
    token: () => demo.token,
    fetch,
    log: () => undefined,
    t: english,
    timeouts: { headersMs: 300, bodyMs: 300, totalMs: 1500 },
    clock: {
      ...systemClock,
      sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 400), signal),
    },
  });

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    count('done');
  } catch (error) {
    count(isKonnectError(error) ? error.kind : `defect: ${String(error)}`);
  }
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

async function round(demo: DemoServer, konnect: KonnectClient, turn: number): Promise<void> {
  const fault = anyOf(faults);
  if (fault !== undefined) demo.faults.order({ path: '/**', times: 3, fault });
  const cancelled = new AbortController();
  if (turn % 5 === 0) setTimeout(() => cancelled.abort(), Math.random() * 20);
  const { signal } = cancelled;
  let planes: ControlPlane[] = [];
  await attempt(async () => {
    planes = await all(konnect.controlPlanes.list('us', { cloudGateway: true, signal }));
  });
  const controlPlane = anyOf(planes);
  await Promise.all([
    attempt(() => all(konnect.networks.list({ signal }))),
    attempt(() => all(konnect.configurations.list({ signal }))),
    attempt(() => all(konnect.customDomains.list({ signal }))),
    ...(controlPlane === undefined
      ? []
      : [
          attempt(() => all(konnect.nodes.list(controlPlane, { signal }))),
          attempt(async () => {
            const body = {
              name: 'soak-plugin',
              handler: `return { PRIORITY = 1, VERSION = "1.0.${turn % 3}" }`,
              schema: 'return { name = "soak-plugin", fields = {} }',
            };
            const plan = await planUpload(konnect, controlPlane, body, { signal });
            const keep = async () => undefined;
            if (plan.kind !== 'gone')
              await runUpload(konnect, controlPlane, body, plan, { keep, signal });
          }),
        ]),
  ]);
  demo.faults.clear();
}

function report(turn: number): void {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const open = (kind: string): number => resources.filter((name) => name === kind).length;
  const mb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  console.log(
    `${new Date().toISOString().slice(11, 19)} rounds ${turn}, heap ${mb(heapUsed)} MB, rss ${mb(rss)} MB, ` +
      `sockets ${open('TCPSocketWrap')}, timers ${open('Timeout')}, unhandled ${unhandled}, ` +
      [...outcomes].map(([what, number]) => `${what} ${number}`).join(', '),
  );
}

async function soak(): Promise<void> {
  const demo = await startDemo();
  let konnect = open(demo);
  const end = Date.now() + minutes * 60_000;
  let next = Date.now();
  for (let turn = 1; Date.now() < end; turn += 1) {
    if (turn % 50 === 0) {
      await konnect.close();
      konnect = open(demo);
    }
    await round(demo, konnect, turn);
    if (Date.now() < next) continue;
    next += 60_000;
    report(turn);
  }
  await konnect.close();
  await demo.close();
}

void soak();
