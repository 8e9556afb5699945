// What a whole flow of the user runs on, for the matrix of flows and faults: a demo, a client, and time that the test owns.
import { type DemoServer, startDemo } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import { type ControlPlane, KonnectClient } from '../../../src/konnect/client';
import type { Clock } from '../../../src/konnect/clock';
import type { Run } from '../../../src/operations/run';
import { english } from '../../../src/text';
import { all, timeouts } from '../konnect/testClient';

export interface Stage {
  readonly demo: DemoServer;
  readonly konnect: KonnectClient;
  readonly run: Run;
  plane(geo: string, name: string): Promise<ControlPlane>;
  /** Ends all time limits that run at present, as if nobody had answered for as long. */
  expire(): void;
  close(): Promise<void>;
}

/** A flow, made ready: what the user does, again and again, and what is to be found in Konnect and kept here then. */
export interface Ready {
  /** Rejects with what the user is told. */
  readonly act: () => Promise<void>;
  readonly outcome: () => Promise<unknown>;
}

export type Flow = (stage: Stage) => Promise<Ready>;

/** Longer than any pause between two tries, so that the two can be told apart. */
const limitMs = timeouts.connectMs;

export async function openStage(): Promise<Stage> {
  const demo = await startDemo({ clock: createManualClock() });
  const limits = new Set<() => void>();
  const clock: Clock = {
    now: () => demo.clock.now(),
    random: () => 0.5,
    sleep: (ms, signal) => (ms < limitMs ? Promise.resolve() : limit(limits, signal)),
  };
  const konnect = new KonnectClient({
    apiUrl: demo.apiUrl,
    token: () => demo.token,
    fetch,
    log: () => undefined,
    t: english,
    clock,
    timeouts,
  });
  const waiting: Clock = { ...clock, sleep: async (ms) => demo.clock.advance(ms) };
  const { signal } = new AbortController();
  return {
    demo,
    konnect,
    run: { report: () => undefined, signal, clock: waiting, t: english },
    plane: async (geo, name) => {
      const [found] = await all(konnect.controlPlanes.list(geo, { name }));
      if (found === undefined) throw new Error(`The demo has no control plane ${name} in ${geo}.`);
      return found;
    },
    expire: () => {
      for (const end of limits) end();
    },
    close: async () => {
      await konnect.close();
      await demo.close();
    },
  };
}

function limit(limits: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      limits.delete(end);
      resolve();
    };
    limits.add(end);
    signal?.addEventListener('abort', () => {
      limits.delete(end);
      reject(signal.reason);
    });
  });
}
