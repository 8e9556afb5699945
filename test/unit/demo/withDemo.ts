// Gives a test a demo of its own, in a time that stands still until the test moves it.

import { type DemoOptions, type DemoServer, startDemo } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import { DemoCaller, pick } from '../../contract/support/demoCaller';

export { pick };

export interface DemoAtHand {
  readonly demo: DemoServer;
  readonly caller: DemoCaller;
  /** Path of the control plane called `name`. */
  plane(name: string, geo?: string): Promise<string>;
  advance(seconds: number): void;
}

/** A test function: starts a demo, runs `run`, ends the demo. */
export function withDemo(
  run: (at: DemoAtHand) => Promise<void>,
  options: DemoOptions = {},
): () => Promise<void> {
  return async () => {
    const demo = await startDemo({ clock: createManualClock(), ...options });
    const caller = new DemoCaller(demo, []);
    const plane = async (name: string, geo = 'us') => {
      const path = `/${geo}/v2/control-planes`;
      return `${path}/${pick(await caller.expect(200, 'GET', `${path}?filter[name][eq]=${name}`), 'data.0.id')}`;
    };
    try {
      await run({ demo, caller, plane, advance: (seconds) => demo.clock.advance(seconds * 1000) });
    } finally {
      await demo.close();
    }
  };
}
