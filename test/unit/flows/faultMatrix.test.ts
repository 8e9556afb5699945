// Every flow against every fault at every request that it makes: what is said, and that nothing is doubled or lost.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Fault } from '../../../src/demo/http/faults';
import { flows } from './flows';
import { type Flow, openStage, type Ready, type Stage } from './stage';

interface Trial {
  readonly fault: Fault;
  /** What the user is told has to say what to do; these words are a part of it. */
  readonly advice: RegExp;
  /** Only the first request meets it. */
  readonly once?: boolean;
}

const network = /Check the connection and the proxy, and try again/;
const trials: Readonly<Record<string, Trial>> = {
  '401': { fault: { kind: 'status', status: 401 }, advice: /Sign in again with a valid one/ },
  '403': {
    fault: { kind: 'status', status: 403 },
    advice: /ask an admin of the organisation|ask Kong to raise/i,
  },
  '429': {
    fault: { kind: 'status', status: 429, retryAfter: 3600 },
    advice: /Try again in 3600 seconds/,
  },
  '500': { fault: { kind: 'status', status: 500 }, advice: /Try again in a few minutes/ },
  'a connection that breaks': { fault: { kind: 'resetBeforeHeaders' }, advice: network },
  'a connection that breaks after the work was done': {
    fault: { kind: 'resetBeforeHeaders', applied: true },
    advice: network,
    once: true,
  },
  'no answer ever': { fault: { kind: 'silence' }, advice: /Check the connection and try again/ },
  'half a document': {
    fault: { kind: 'truncatedJson' },
    advice: /cut off or is no JSON. Try again/,
  },
};
/** More than one request is tried; what looks again and again outlives it. */
const lasting = 8;
/** What an operation says of itself when it could not see its end. */
const goesOn = /goes on|to take this up|Start again/;

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** The different requests of the flow, ids left open, and what it comes to when nothing goes wrong. */
async function undisturbed(flow: Flow) {
  return onStage(flow, async ({ demo }, { act, outcome }) => {
    await act();
    const asked = demo.requests.map(
      ({ method, geo, path }) =>
        `${method} /${geo}${path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '*')}`,
    );
    const requests = [...new Set(asked)].map((line): Asked => {
      const [method = '', path = ''] = line.split(' ');
      return { method, path };
    });
    return { requests, wanted: await outcome() };
  });
}

async function onStage<T>(
  flow: Flow,
  work: (stage: Stage, ready: Ready) => Promise<T>,
): Promise<T> {
  const stage = await openStage();
  try {
    const ready = await flow(stage);
    stage.demo.forgetRequests();
    return await work(stage, ready);
  } finally {
    await stage.close();
  }
}

/** What the user is told; undefined when it went well all the same. */
async function told(
  stage: Stage,
  act: () => Promise<void>,
  isSilent: () => boolean,
): Promise<string | undefined> {
  let isOver = false;
  const ended = act()
    .then(
      () => undefined,
      (error: unknown) => {
        assert.ok(error instanceof Error && !(error instanceof TypeError), String(error));
        return error.message;
      },
    )
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    if (isSilent()) stage.expire();
    await new Promise(setImmediate);
  }
  return ended;
}

for (const [name, flow] of Object.entries(flows)) {
  suite(name, async () => {
    const { requests, wanted } = await undisturbed(flow);

    for (const [what, { fault, advice, once }] of Object.entries(trials)) {
      test(`with ${what} says what to do, and done again ends in the same`, async () => {
        for (const { method, path } of requests) {
          await onStage(flow, async (stage, { act, outcome }) => {
            const at = `${method} ${path}`;
            const order = stage.demo.faults.order({
              method,
              path,
              fault,
              times: once ? 1 : lasting,
            });
            let seen = 0;
            const message = await told(stage, act, () => {
              const isNew = fault.kind === 'silence' && order.met > seen;
              seen = order.met;
              return isNew;
            });
            assert.ok(order.met > 0, `${at} was not asked`);
            if (message !== undefined) {
              assert.ok(advice.test(message) || goesOn.test(message), `${at}: ${message}`);
            }
            stage.demo.faults.clear();
            await act();
            assert.deepEqual(await outcome(), wanted, at);
          });
        }
      });
    }
  });
}
