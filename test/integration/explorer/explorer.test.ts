import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, connectedDemo, rows } from '../support';

suite('explorer', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  test('without a connection it has no rows, so that the welcome text shows', async () => {
    await access.services.connections.signOut();
    assert.deepEqual(await rows(access.services), []);
  });
});
