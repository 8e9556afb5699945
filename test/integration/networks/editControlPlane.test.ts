import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { bodiesOf, changesOf } from '../requests';
import { activated, answerWith, connectedDemo, nodeOf } from '../support';

suite('editing a control plane', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    demo.forgetRequests();
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  const edit = async () =>
    vscode.commands.executeCommand(
      'kongCloudGateways.controlPlane.edit',
      await nodeOf(access.services, 'us', 'booking-prod'),
    );

  test('sends only what was changed, and shows it before', async () => {
    const urls = 'https://api.tidewater.example:443, https://fares.tidewater.example:8443';
    const asked = answerWith(access, 'Labels, Proxy URLs', 'env=prod, team=fares', urls, 'Change');
    assert.equal(await edit(), true);
    assert.deepEqual(bodiesOf(demo, 'PATCH'), [
      {
        labels: { env: 'prod', team: 'fares' },
        proxy_urls: [
          { host: 'api.tidewater.example', port: 443, protocol: 'https' },
          { host: 'fares.tidewater.example', port: 8443, protocol: 'https' },
        ],
      },
    ]);
    assert.match(
      asked.at(-1)?.detail ?? '',
      /^Labels: env=prod, team=bookings → env=prod, team=fares$/m,
    );
  });

  test('what breaks the rules of Konnect is refused while it is typed', async () => {
    const asked = answerWith(access, 'Labels', 'kong-env=prod');
    assert.equal(await edit(), false);
    assert.equal(asked.at(-1)?.refusal, '"kong-env" cannot begin with "kong": Konnect keeps that.');
    answerWith(access, 'Name', 'booking-prod');
    assert.equal(await edit(), false);
    assert.deepEqual(changesOf(demo), []);
  });
});
