// The examples of the API descriptions: the demo takes their requests, and words its refusals as they do.

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { createManualClock } from '../../src/demo/world/clock';
import { examplePlaces, prepareExamples } from './scenarios/examplePlaces';
import { refusals } from './scenarios/exampleRefusals';
import { contains } from './support/contains';
import { DemoCaller, pick } from './support/demoCaller';
import { OpenApi, openApiFiles } from './support/openApi';
import { findOpenApiFolder } from './support/openApiFolder';

const place = findOpenApiFolder();
const skip = 'skip' in place ? place.skip : false;
const open = (file: string) => ('folder' in place ? [new OpenApi(place.folder, file)] : []);
const cloudGateways = open(openApiFiles.cloudGateways);
const all = [
  ...cloudGateways,
  ...open(openApiFiles.controlPlanes),
  ...open(openApiFiles.controlPlanesConfig),
  ...open(openApiFiles.identity),
];

const errorSchemas: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

suite('examples of the API descriptions', { skip }, () => {
  let demo: DemoServer;
  let caller: DemoCaller;

  before(async () => {
    demo = await startDemo({ clock: createManualClock(), seed: { oddities: false, empty: true } });
    caller = new DemoCaller(demo, all);
  });
  after(() => demo.close());

  test('every request example of the cloud gateways is accepted', async () => {
    const ids = await prepareExamples(caller);
    const examples = new Map(
      cloudGateways.flatMap((file) =>
        file.requestExamples.map((example) => [example.name, example] as const),
      ),
    );
    assert.deepEqual([...examples.keys()].sort(), examplePlaces.map(({ name }) => name).sort());
    for (const { name, method, path, exchange } of examplePlaces) {
      const value = exchange(examples.get(name)?.value, ids);
      const { status, body } = await caller.call(method, path(ids), value);
      assert.ok(status < 300, `${name}: ${status} ${JSON.stringify(body)}`);
      ids.set(name, pick(body, 'id'));
      demo.clock.advance(60_000);
    }
  });

  test('every error example is as its schema says', (context) => {
    let count = 0;
    for (const file of all) {
      for (const [name, value] of file.examples) {
        const status = pick<unknown>(value, 'status');
        const schema = typeof status === 'number' ? errorSchemas[status] : undefined;
        if (schema === undefined || !file.hasSchema(schema)) continue;
        assert.deepEqual(file.schemaErrors(schema, value), [], name);
        count += 1;
      }
    }
    assert.ok(count >= 40);
    context.diagnostic(`${count} error examples`);
  });

  test('the demo refuses in the words of the examples', async () => {
    const full = await startDemo({ clock: createManualClock(), seed: { room: 1 } });
    const fullCaller = new DemoCaller(full, all);
    const examples = new Map(all.flatMap((file) => [...file.examples]));
    for (const { example, provoke, like } of refusals) {
      const { body } = await provoke(fullCaller);
      const wanted = examples.get(example);
      assert.ok(wanted, example);
      assert.deepEqual(
        contains(like(body), like(wanted)),
        [],
        `${example}: ${JSON.stringify(body)}`,
      );
    }
    await full.close();
  });
});
