// Every verb of the client in every trouble that the demo can make: sentence, tries, requests, and nothing left behind.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Fault } from '../../../src/demo/http/faults';
import { calls, undescribed } from '../../contract/support/clientCalls';
import type { Call } from '../../contract/support/cloudGatewayCalls';
import { verbsOf, watched } from '../../contract/support/verbs';
import { type Outcome, type Result, run } from './everyVerb/cell';
import {
  circular,
  cut,
  type Failing,
  failing,
  harmless,
  hollow,
  kinds,
  noted,
  wordless,
} from './everyVerb/faults';
import { openStage, type Stage } from './everyVerb/stage';
import {
  accessOf,
  changes,
  denialOf,
  isAnswered,
  isList,
  isTraced,
  methodOf,
  nounOf,
} from './everyVerb/verbTable';
import { clientOf } from './testClient';

interface Subject {
  readonly verb: string;
  readonly call: Call;
}

const open = ' It is not known whether the change was made: refresh before you repeat it.';
const atATime = 8;
const subjects: Subject[] = [];
/** What comes of each call when nothing is wrong. */
let usual: readonly Outcome[] = [];
let stage: Stage;
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown): void => void unhandled.push(reason);

before(async () => {
  process.on('unhandledRejection', noteUnhandled);
  for (const call of [...Object.values(calls), ...Object.values(undescribed)].flat()) {
    const verb = await verbOf(call);
    if (!subjects.some((subject) => subject.verb === verb)) subjects.push({ verb, call });
  }
  // A stage of its own, since writes leave their marks.
  usual = await onFreshStage();
  stage = await openStage();
});

after(async () => {
  process.off('unhandledRejection', noteUnhandled);
  await stage.demo.close();
});

async function verbOf(call: Call): Promise<string> {
  const used = new Set<string>();
  const { client } = clientOf({ apiUrl: 'http://127.0.0.1:1/{geo}' }, { token: () => '' });
  const running = call(watched(client, used));
  if (Symbol.asyncIterator in running) await running.return(undefined);
  else await running.catch(() => undefined);
  await client.close();
  return [...used].at(-1) ?? '';
}

/** Of this process, which is both ends. */
function openSockets(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource.startsWith('TCPSocket'))
    .length;
}

/** Reads side by side, then writes one after the other, so that each finds the same as in the other rounds. */
async function round({ demo, onStage }: Stage, fault?: Fault, ms?: number): Promise<Outcome[]> {
  const outcomes = new Map<Subject, Outcome>();
  let asked = 0;
  const counting: Stage = {
    demo,
    onStage: (url, init) => {
      asked += 1;
      return onStage(url, init);
    },
  };
  const hasArrived = () => demo.requests.length === asked;
  const patience = ms === undefined ? undefined : { ms, hasArrived };
  demo.forgetRequests();
  if (fault) demo.faults.order({ path: '**', fault });
  const one = async (subject: Subject): Promise<void> =>
    void outcomes.set(subject, await run(counting, subject.call, patience));
  const reads = subjects.filter(({ verb }) => methodOf(verb) === 'GET');
  const queue = reads.values();
  const work = async () => {
    for (const subject of queue) await one(subject);
  };
  try {
    await Promise.all(Array.from({ length: atATime }, work));
    for (const subject of subjects) if (!reads.includes(subject)) await one(subject);
  } finally {
    demo.faults.clear();
  }
  // Of pages that are asked for side by side, some may be called off before they are sent.
  if (!Object.values(circular).some((one) => one === fault)) assert.ok(hasArrived());
  return subjects.flatMap((subject) => outcomes.get(subject) ?? []);
}

const onOneStage = (fault: Fault, ms?: number) => round(stage, fault, ms);

async function onFreshStage(fault?: Fault, ms?: number): Promise<Outcome[]> {
  const fresh = await openStage();
  try {
    return await round(fresh, fault, ms);
  } finally {
    await fresh.demo.close();
  }
}

type Table = Readonly<Record<string, Result>>;

/** Ids are other ones on each stage. */
const withoutIds = (text: string | undefined): string | undefined =>
  text?.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…');

function table(results: readonly Result[]): Table {
  return Object.fromEntries(
    results.map(({ message, uncertain, traced, requests, items }, index) => [
      subjects[index]?.verb ?? '',
      { message: withoutIds(message), uncertain, traced, requests, items },
    ]),
  );
}

function expected(of: (subject: Subject, usual: Outcome) => Result): Table {
  return table(
    subjects.flatMap((subject, index) => {
      const found = usual[index];
      return found ? of(subject, found) : [];
    }),
  );
}

async function assertNothingIsLeft(): Promise<void> {
  const patience = performance.now() + 2000;
  while (openSockets() > 0 && performance.now() < patience) await setImmediate();
  assert.equal(openSockets(), 0, 'sockets are left');
  assert.deepEqual(unhandled, []);
}

const success = { message: undefined, uncertain: false, traced: false, requests: 1, items: 0 };

function failure(
  verb: string,
  sentence: string,
  leavesOpen: boolean,
  more: Partial<Result> = {},
): Result {
  const uncertain = leavesOpen && changes(verb);
  const message = sentence.replace('{access}', accessOf(verb)).replace('{denial}', denialOf(verb));
  return { ...success, message: uncertain ? message + open : message, uncertain, ...more };
}

const tries = ({ repeated }: Failing, verb: string): number =>
  repeated.includes(methodOf(verb)) ? 4 : 1;

for (const [what, fault] of Object.entries(failing)) {
  test(`${what}: every verb says so, and repeats what may be repeated`, async () => {
    const { patienceMs: ms, needsBody, leavesOpen, sentence } = fault;
    const found = await (needsBody === true ? onFreshStage : onOneStage)(fault.fault, ms);
    const status = fault.fault.kind === 'status' ? fault.fault.status : undefined;
    assert.deepEqual(
      table(found),
      expected(({ verb }, { statuses }) => {
        const requests = tries(fault, verb);
        if (needsBody === true && statuses[0] === 204) return success;
        if (isAnswered(verb, status)) return { ...success, requests };
        const traced = status !== undefined && isTraced(verb);
        return failure(verb, sentence, leavesOpen, { requests, traced });
      }),
    );
    for (const { attempts, waits } of found) {
      assert.deepEqual(attempts, [1, 2, 3, 4].slice(0, attempts.length));
      assert.deepEqual(waits, (fault.waits ?? [375, 750, 1500]).slice(0, attempts.length - 1));
    }
    await assertNothingIsLeft();
  });
}

for (const [what, fault] of Object.entries(harmless)) {
  test(`${what}: every verb does what it does`, async () => {
    const found = await onFreshStage(fault);
    assert.deepEqual(
      table(found),
      expected((_subject, as) => as),
    );
    for (const { notices } of found) {
      const words = notices.map(({ property, value }) => `${property}=${value}`);
      assert.deepEqual(words, [...new Set(words)]);
    }
    const properties = new Set(
      found.flatMap(({ notices }) => notices.map(({ property }) => property)),
    );
    if (fault.kind === 'unknownValues') assert.deepEqual([...properties].sort(), noted);
    else assert.deepEqual(properties, new Set(usual.flatMap(noticesOf)));
    await assertNothingIsLeft();
  });
}

const noticesOf = ({ notices }: Outcome) => notices.map(({ property }) => property);

for (const [what, fault] of Object.entries(hollow)) {
  test(`${what}: no verb takes it for an answer`, async () => {
    const found = await onFreshStage(fault);
    assert.deepEqual(
      table(found),
      expected(({ verb }, { statuses: [status = 0] }) => {
        const isEmpty = fault.kind === 'emptyBody';
        const isVoid = methodOf(verb) === 'DELETE' || verb === 'pluginSchemas.validate';
        if (status === 204 || (isEmpty && isVoid && status < 300) || isAnswered(verb, status))
          return success;
        if (status >= 400) return failure(verb, wordless[status] ?? '', false);
        const noun = isList(verb) ? `list of ${nounOf(verb)}` : nounOf(verb);
        const misfit = `Konnect’s answer cannot be read as ${noun}: (whole) (invalid_type). A newer version of this extension may be needed.`;
        return failure(verb, isEmpty ? misfit : cut, true);
      }),
    );
    await assertNothingIsLeft();
  });
}

for (const [what, fault] of Object.entries(circular)) {
  test(`${what}: every list notices, and nothing else minds`, async () => {
    const found = await onFreshStage(fault);
    assert.deepEqual(
      table(found),
      expected(({ verb }, as) => {
        const pages = as.requests;
        const isNumbered = as.query.has('page[number]');
        if (!isList(verb) || as.message !== undefined) return as;
        const twice = `Konnect sent the same page twice while listing (${nounOf(verb)}). Try again.`;
        if (isNumbered && fault.kind === 'cursorLoop') {
          const endless = `Konnect’s list does not end after 1000 pages (${nounOf(verb)}). Try again.`;
          return failure(verb, endless, false, { items: 1 });
        }
        if (pages === 1) return as;
        // The pages of a numbered list are asked for side by side.
        const requests = isNumbered ? 1 + Math.min(16, pages - 1) : 2;
        return failure(verb, twice, false, { requests, items: 1 });
      }),
    );
    await assertNothingIsLeft();
  });
}

suite('the matrix', () => {
  test('has every verb of the client', async () => {
    const { client } = clientOf(stage.demo);
    const verbs = new Set(subjects.map(({ verb }) => verb));
    assert.deepEqual([...verbs].sort(), [...new Set(verbsOf(client))].sort());
    await client.close();
  });

  test('has every fault of the demo', () => {
    const all = [
      ...Object.values(failing).map(({ fault }) => fault),
      ...Object.values({ ...harmless, ...hollow, ...circular }),
    ];
    assert.deepEqual([...new Set(all.map(({ kind }) => kind))].sort(), Object.keys(kinds).sort());
  });

  test('is about what the demo has: without a fault the reads succeed', () => {
    const refused = subjects.filter(
      ({ verb }, index) => methodOf(verb) === 'GET' && usual[index]?.message !== undefined,
    );
    // The demo has no group of control planes.
    assert.deepEqual(
      refused.map(({ verb }) => verb),
      ['controlPlanes.groupMembers'],
    );
    assert.deepEqual(
      subjects.flatMap(({ verb }, index) => (usual[index]?.method === methodOf(verb) ? [] : verb)),
      [],
    );
  });
});
