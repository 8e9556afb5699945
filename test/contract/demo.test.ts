// The demo against Konnect's API descriptions: every operation is called, every answer compared, coverage told.

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { allOperations } from '../../src/demo/resources/operations';
import { createWorld } from '../../src/demo/seed/seed';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { createManualClock } from '../../src/demo/world/clock';
import { callAddOns, callPrivateDns, callTransitGateways } from './scenarios/attachments';
import {
  callConfigurations,
  callCustomDomains,
  callNetworks,
  callReadOnly,
} from './scenarios/cloudGateways';
import { callControlPlanes, callIdentity, callNodes } from './scenarios/controlPlanes';
import {
  callConfigStores,
  callCoreEntities,
  callNested,
  callPluginSchemas,
} from './scenarios/coreEntities';
import { coverageTable, usedParts } from './support/coverage';
import { DemoCaller, pick } from './support/demoCaller';
import { OpenApi, openApiFiles } from './support/openApi';
import { findOpenApiFolder } from './support/openApiFolder';

const place = findOpenApiFolder();
const skip = 'skip' in place ? place.skip : false;
const files =
  'folder' in place
    ? usedParts.map(({ file }) => new OpenApi(place.folder, openApiFiles[file]))
    : [];
const served = allOperations(createWorld(createManualClock()));

suite('demo and API descriptions', { skip }, () => {
  let demo: DemoServer;
  let caller: DemoCaller;

  before(async () => {
    demo = await startDemo({ clock: createManualClock(), seed: { oddities: false } });
    caller = new DemoCaller(demo, files);
  });
  after(() => demo.close());

  test('every described operation that the demo serves has the method and path of its description', () => {
    for (const { id, method, path } of served.filter(({ undescribed }) => !undescribed)) {
      const file = files.find(({ operations }) => operations.has(id));
      assert.ok(file, `${id} is in no description`);
      const described = file.operation(id);
      assert.equal(`${method} ${path}`, `${described.method} ${file.version}${described.path}`);
    }
  });

  test('operations that are called undescribed are in no description', () => {
    const described = served
      .filter(({ undescribed }) => undescribed)
      .filter(({ id }) => files.some(({ operations }) => operations.has(id)));
    assert.deepEqual(described, []);
  });

  const scenarios = {
    callIdentity,
    callControlPlanes,
    callNodes,
    callReadOnly,
    callNetworks,
    callConfigurations,
    callCustomDomains,
    callTransitGateways,
    callPrivateDns,
    callAddOns,
    callCoreEntities,
    callNested,
    callPluginSchemas,
    callConfigStores,
  };
  for (const [name, scenario] of Object.entries(scenarios)) {
    test(`answers as described: ${name.replace('call', '')}`, () => scenario(caller));
  }

  test('every operation that the demo serves was called, and every described one was judged', (context) => {
    const called = new Set(
      [...caller.judged, ...caller.undescribed].map(({ operation }) => operation),
    );
    assert.deepEqual(
      served.map(({ id }) => id).filter((id) => !called.has(id)),
      [],
    );
    const judged = new Set(caller.judged.map(({ operation }) => operation));
    const unjudged = served.filter(({ id, undescribed }) => !undescribed && !judged.has(id));
    assert.deepEqual(
      unjudged.map(({ id }) => id),
      [],
    );
    for (const line of coverageTable(files, served, caller.judged)) context.diagnostic(line);
  });

  test('all of cloud gateways is served', () => {
    const [cloudGateways] = files;
    const ids = new Set(served.map(({ id }) => id));
    assert.deepEqual(
      [...(cloudGateways?.operations.keys() ?? [])].filter((id) => !ids.has(id)),
      [],
    );
  });

  test('the odd values of the default seed are a state that no description knows, and nothing else', async () => {
    const odd = await startDemo();
    const response = await fetch(
      `${odd.apiUrl.replace('{geo}', 'global')}/v2/cloud-gateways/networks?page[size]=100`,
      {
        headers: { authorization: `Bearer ${odd.token}` },
      },
    );
    const body: unknown = await response.json();
    await odd.close();
    const verdict = files[0]?.judgeResponse('list-networks', 200, 'application/json', body);
    assert.ok(verdict?.described);
    assert.equal(verdict.errors.length, 1);
    assert.match(verdict.errors[0] ?? '', /\/state must be equal to one of the allowed values/);
    assert.ok(pick<{ state: string }[]>(body, 'data').some(({ state }) => state === 'relocating'));
  });
});
