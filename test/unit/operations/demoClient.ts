// A demo whose time stands still, and a client whose waiting moves that time.
import { type DemoServer, startDemo } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import { type ControlPlane, KonnectClient } from '../../../src/konnect/client';
import type { Clock } from '../../../src/konnect/clock';
import type { Run } from '../../../src/operations/run';
import { english } from '../../../src/text';

export interface DemoClient {
  readonly demo: DemoServer;
  readonly konnect: KonnectClient;
  readonly run: Run;
  /** What the run reported, in order. */
  readonly told: string[];
  readonly cancel: AbortController;
  plane(name: string, geo?: string): Promise<ControlPlane>;
  /** `GET /us/…` of each request since the last call; the id of the control plane is left out. */
  asked(): string[];
  /** How many requests were under way at once since the last call, at most. */
  atOnce(): number;
  close(): Promise<void>;
}

export async function demoClient(): Promise<DemoClient> {
  const demo = await startDemo({ clock: createManualClock() });
  const cancel = new AbortController();
  const told: string[] = [];
  const clock: Clock = {
    now: () => demo.clock.now(),
    random: () => 0.5,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      demo.clock.advance(ms);
    },
  };
  let pending = 0;
  let most = 0;
  const counted: typeof fetch = async (...request) => {
    pending += 1;
    most = Math.max(most, pending);
    try {
      return await fetch(...request);
    } finally {
      pending -= 1;
    }
  };
  const konnect = new KonnectClient({
    apiUrl: demo.apiUrl,
    token: () => demo.token,
    fetch: counted,
    log: () => undefined,
    t: english,
  });
  return {
    demo,
    konnect,
    told,
    cancel,
    run: { report: (step) => told.push(step), signal: cancel.signal, clock, t: english },
    plane: async (name, geo = 'us') => {
      for await (const plane of konnect.controlPlanes.list(geo, { cloudGateway: true })) {
        if (plane.name === name) return plane;
      }
      throw new Error(`The demo has no control plane ${name}.`);
    },
    asked: () => {
      const lines = demo.requests.map(({ method, path }) => {
        const short = path.replace(/^\/v2\/control-planes\/[0-9a-f-]{36}\/?/, '');
        return `${method} ${short.replace('core-entities/', '') || 'control plane'}`;
      });
      demo.forgetRequests();
      return lines;
    },
    atOnce: () => {
      const answer = most;
      most = 0;
      return answer;
    },
    close: async () => {
      await konnect.close();
      await demo.close();
    },
  };
}
