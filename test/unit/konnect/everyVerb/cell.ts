// One call of the client in one trouble: what came of it, and what it cost.
import { setImmediate } from 'node:timers/promises';
import type { Notice } from '../../../../src/konnect/client';
import { isKonnectError } from '../../../../src/konnect/errors';
import type { Call } from '../../../contract/support/cloudGatewayCalls';
import { clientOf } from '../testClient';
import type { TestClock } from '../testClock';
import type { Stage } from './stage';

export interface Result {
  /** Of the failure, without the trace, and with `{host}` for the demo's; undefined when there is none. */
  readonly message: string | undefined;
  readonly uncertain: boolean;
  /** It ends with the trace that Konnect's support asks for. */
  readonly traced: boolean;
  readonly requests: number;
  /** Of a list. */
  readonly items: number;
}

export interface Outcome extends Result {
  readonly method: string;
  readonly query: URLSearchParams;
  /** The demo's answers, in the order of their arrival. */
  readonly statuses: readonly number[];
  readonly notices: readonly Notice[];
  /** The number of each try as it was logged, and what was waited for before the next. */
  readonly attempts: readonly number[];
  readonly waits: readonly number[];
}

/** Where a time limit ends each try. */
export interface Patience {
  readonly ms: number;
  /** Whether the demo has all that was sent. */
  readonly hasArrived: () => boolean;
}

interface Sent {
  readonly method: string;
  readonly url: URL;
  status?: number;
}

export async function run(
  { demo, onStage }: Stage,
  call: Call,
  patience?: Patience,
): Promise<Outcome> {
  const sent: Sent[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const [url, whole] = onStage(new URL(String(input)), init);
    const entry: Sent = { method: whole.method ?? 'GET', url };
    sent.push(entry);
    const response = await globalThis.fetch(url, whole);
    entry.status = response.status;
    return response;
  };
  const { client, clock, lines, notices } = clientOf(demo, {
    token: () => demo.token,
    fetch: fetch as typeof globalThis.fetch,
  });
  const running = finish(call(client));
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  if (patience) await outlast(clock, patience, () => isOver);
  const { error, items } = await over;
  await client.close();
  if (clock.waiting > 0) throw new Error(`${clock.waiting} timers are left`);
  const [first] = sent;
  if (error !== undefined && !isKonnectError(error)) throw error;
  const host = new URL(demo.apiUrl.replace('{geo}', '')).host;
  const message = error?.message
    .replace(/ \(Trace id: [^)]+\)$/, '')
    .replaceAll(host, '{host}')
    // One or the other, by how much the kernel had handed over.
    .replace('other side closed', 'read ECONNRESET');
  return {
    message,
    uncertain: error?.uncertain ?? false,
    traced: error?.traceId !== undefined && error.message.endsWith(` (Trace id: ${error.traceId})`),
    requests: sent.length,
    items,
    method: first?.method ?? '',
    query: first?.url.searchParams ?? new URLSearchParams(),
    statuses: sent.flatMap(({ status }) => status ?? []),
    notices,
    attempts: lines.map(({ attempt }) => attempt),
    waits: clock.slept.filter((ms) => ms <= clock.skipsUpTo),
  };
}

async function finish(
  running: ReturnType<Call>,
): Promise<{ readonly error?: unknown; readonly items: number }> {
  let items = 0;
  try {
    if (Symbol.asyncIterator in running) for await (const item of running) items += item ? 1 : 0;
    else await running;
    return { items };
  } catch (error) {
    return { error, items };
  }
}

/** Lets the time of each try run out once it runs. */
async function outlast(
  clock: TestClock,
  { ms, hasArrived }: Patience,
  isOver: () => boolean,
): Promise<void> {
  const begun = () => clock.slept.filter((one) => one === ms).length;
  for (let count = 1; !isOver(); count += 1) {
    while (!isOver() && (begun() < count || !hasArrived())) await setImmediate();
    if (isOver()) return;
    clock.advance(ms);
  }
}
