import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { connect } from '../../../src/host/connection/connect';
import { activated, answerWith, connectedDemo, nodeOf, rows } from '../support';

const { executeCommand } = vscode.commands;

suite('a hostile surrounding', () => {
  let access: TestAccess;
  let demo: DemoServer;

  before(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
  });
  /** A geo that does not answer at once says that it is loading. */
  const loadedRows = async (): Promise<string[]> => {
    const us = await nodeOf(access.services, 'us');
    for (;;) {
      const found = await rows(access.services, us, 0, 0);
      if (!found.some((row) => row.includes('Loading'))) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  beforeEach(() => {
    demo.faults.clear();
    demo.forgetRequests();
  });
  after(() => demo.close());

  test('a workspace cannot move the API address, the geos or the confirmation of deletes', () => {
    const { settings } = access.services;
    assert.deepEqual(
      [settings.apiUrl, settings.geos, settings.deleteConfirmation],
      ['https://{geo}.api.konghq.com', [], 'name'],
    );
  });

  test('a redirect to another host carries nothing there', async () => {
    const seen: string[] = [];
    const collector = createServer((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization ?? ''}`);
      response.end('{}');
    });
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const elsewhere = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    const moved = createServer((_request, response) => {
      response.writeHead(307, { location: `${elsewhere}/v3/organizations/me` }).end();
    });
    moved.listen(0, '127.0.0.1');
    await once(moved, 'listening');
    const apiUrl = `http://127.0.0.1:${(moved.address() as AddressInfo).port}/{geo}`;
    try {
      await assert.rejects(
        connect(access.services, { apiUrl, token: 'kpat_canary', demo: false }),
        /points to 127\.0\.0\.1:\d+ instead of answering. The access token was not sent there/,
      );
      assert.deepEqual(seen, []);
    } finally {
      moved.close();
      collector.close();
    }
  });

  test('fifty commands at once all end, and ask Konnect no more than they need', async () => {
    const domain = await nodeOf(
      access.services,
      'us',
      'booking-prod',
      'Custom domains',
      'api.tidewater.example',
    );
    demo.forgetRequests();
    const copies = Array.from({ length: 25 }, () =>
      executeCommand('kongCloudGateways.resource.copyAsCurl', domain),
    );
    const documents = Array.from({ length: 25 }, () =>
      executeCommand('kongCloudGateways.resource.openJson', domain),
    );
    assert.deepEqual(new Set(await Promise.all([...copies, ...documents])), new Set([true]));
    const reads = demo.requests.filter(({ path }) => path.includes('/custom-domains/'));
    assert.ok(reads.length <= 50, `${reads.length} reads`);
    await executeCommand('workbench.action.closeAllEditors');
  });

  test('when the network goes, the rows say so; when it is back, they are back', async () => {
    const shown = await rows(access.services, await nodeOf(access.services, 'us'), 0, 0);
    demo.faults.order({ path: '/us/**', fault: { kind: 'resetBeforeHeaders' } });
    await executeCommand('kongCloudGateways.explorer.refresh');
    const broken = await loadedRows();
    assert.equal(broken.length, 1);
    assert.match(broken[0] ?? '', /^\[error\] .*127\.0\.0\.1/);
    demo.faults.clear();
    await executeCommand('kongCloudGateways.explorer.refresh');
    assert.deepEqual(await rows(access.services, await nodeOf(access.services, 'us'), 0, 0), shown);
  });

  test('a setting that changes in mid-work takes effect, and what was under way ends', async () => {
    demo.faults.order({ path: '/us/**', times: 1, fault: { kind: 'latency', ms: 300 } });
    const settings = vscode.workspace.getConfiguration('kongCloudGateways');
    const loading = rows(access.services, undefined, 0, 0);
    await settings.update('geos', ['eu'], vscode.ConfigurationTarget.Global);
    await loading;
    try {
      const names = await rows(access.services, undefined, 0, 0);
      assert.deepEqual(names.slice(0, 2), ['[globe] eu — Europe', '[type-hierarchy] Networks']);
    } finally {
      await settings.update('geos', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a server that fails in the middle of a create: what it made is found, and made once', async () => {
    for (const applied of [false, true]) {
      demo.forgetRequests();
      demo.faults.order({
        method: 'POST',
        path: '/eu/v2/control-planes',
        times: 1,
        fault: { kind: 'resetBeforeHeaders', applied },
      });
      answerWith(access, 'eu', 'made-once', 'Create');
      assert.equal(await executeCommand('kongCloudGateways.controlPlane.create'), applied);
      assert.equal(demo.requests.filter(({ method }) => method === 'POST').length, 1);
    }
    await nodeOf(access.services, 'eu', 'made-once');
  });

  test('signing out in mid-work ends the requests', async () => {
    demo.faults.order({ path: '/**', fault: { kind: 'silence' } });
    const reading = access.services.client.get().then((konnect) => konnect.organizations.me());
    const ended = assert.rejects(reading, { kind: 'cancelled' });
    while (demo.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await access.services.connections.signOut();
    await connectedDemo(access.services).then((other) => other.close());
    await ended;
  });

  // The last one: nothing works after it.
  test('at the end of the session no connection stays open', async () => {
    demo.faults.clear();
    await connect(access.services, { apiUrl: demo.apiUrl, token: demo.token, demo: true });
    await (await access.services.client.get()).organizations.me();
    access.dispose();
    await demo.close();
    await demo.closed;
  });
});
