// What a test asserts of the demo's request log: the changes in order, and their bodies.
import type { Services } from '../../src/commands/services';
import type { DemoServer } from '../../src/demo/server';

/** Ids are left out: `DELETE /v2/cloud-gateways/networks/<id> 204`. */
export function changesOf({ requests }: DemoServer): readonly string[] {
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, status }) => `${method} ${path} ${status}`.replaceAll(uuid, '<id>'));
}

export function bodiesOf({ requests }: DemoServer, method: string): readonly unknown[] {
  return requests.filter((request) => request.method === method).map(({ body }) => body);
}

/** Time for the extension: a wait moves the demo's time on instead of taking any. */
export function waitWith(services: Services, demo: DemoServer): void {
  Object.assign(services, {
    clock: {
      now: () => demo.clock.now(),
      random: () => 0.5,
      sleep: async (ms: number, signal?: AbortSignal) => {
        signal?.throwIfAborted();
        demo.clock.advance(ms);
      },
    },
  });
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
