// Gives a test a client of a demo of its own; waiting moves the demo's time on instead of taking any.

import { type DemoServer, startDemo } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import { KonnectClient } from '../../../src/konnect/client';
import type { Clock } from '../../../src/konnect/clock';
import type { Run } from '../../../src/operations/run';
import { english } from '../../../src/text';
import { all } from '../konnect/testClient';

export interface AtHand {
  readonly demo: DemoServer;
  readonly konnect: KonnectClient;
  readonly run: Run;
  /** What was reported, and the pauses in between in seconds. */
  readonly told: (string | number)[];
  readonly cancelled: AbortController;
  /** Every change that was sent, as `METHOD path status`. */
  changes(): readonly string[];
}

export function withKonnect(test: (at: AtHand) => Promise<void>): () => Promise<void> {
  return async () => {
    const demo = await startDemo({ clock: createManualClock() });
    const konnect = new KonnectClient({
      apiUrl: demo.apiUrl,
      token: () => demo.token,
      fetch: globalThis.fetch,
      t: english,
      log: () => undefined,
    });
    const told: (string | number)[] = [];
    const cancelled = new AbortController();
    const clock: Clock = {
      now: () => demo.clock.now(),
      random: () => 0.5,
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        told.push(ms / 1000);
        demo.clock.advance(ms);
      },
    };
    const report = (step: string) => void told.push(step);
    const run: Run = { clock, signal: cancelled.signal, report, t: english };
    try {
      await test({ demo, konnect, run, told, cancelled, changes: () => changesOf(demo) });
    } finally {
      await konnect.close();
      await demo.close();
    }
  };
}

function changesOf({ requests }: DemoServer): readonly string[] {
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
}

export async function controlPlaneNamed(konnect: KonnectClient, geo: string, name: string) {
  const [found] = await all(konnect.controlPlanes.list(geo, { name }));
  if (found === undefined) throw new Error(`no control plane ${name} in ${geo}`);
  return found;
}

export async function networkNamed(konnect: KonnectClient, name: string) {
  const [found] = await all(konnect.networks.list({ name }));
  if (found === undefined) throw new Error(`no network ${name}`);
  return found;
}
