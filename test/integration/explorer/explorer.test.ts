import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith, connectedDemo, nodeOf, rows } from '../support';

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

  test('lists the cloud gateways of each geo and leaves other control planes out', async () => {
    assert.deepEqual(await rows(access.services, undefined, 0, 0), [
      '[globe] us — United States',
      '[globe] eu — Europe',
      '[globe] au — Australia',
      '[globe] me — Middle East',
      '[globe] in — India',
      '[globe] sg — Singapore',
    ]);
    const us = await nodeOf(access.services, 'us');
    assert.deepEqual(
      (await access.services.explorer.tree.getChildren(us)).map(
        (node) => access.services.explorer.tree.getTreeItem(node).label,
      ),
      ['booking-prod', 'booking-staging', 'fleet-telemetry'],
    );
  });

  test('shows what a control plane holds, each with its state as icon and text', async () => {
    const controlPlane = await nodeOf(access.services, 'us', 'booking-prod');
    const shown = await rows(access.services, controlPlane);
    assert.deepEqual(shown.slice(0, 9), [
      '[server] Data plane groups',
      '  [pass-filled] us-east-2 — ready · aws · autopilot from 500 requests/s',
      '  [pass-filled] ap-northeast-1 — ready · aws · autopilot from 250 requests/s',
      '[link] Custom domains',
      '  [pass-filled] api.tidewater.example — ready',
      '  [sync] fares.tidewater.example — initializing',
      '  [error] tickets.tidewater.example — error',
      '  [sync] tidewater.example — initializing',
      '  [sync] old-api.tidewater.example — terminating',
    ]);
    assert.equal(shown[9], '[plug] Plugins');
  });

  test('tells what went wrong although the state stays', async () => {
    const group = await nodeOf(
      access.services,
      'us',
      'fleet-telemetry',
      'Data plane groups',
      'ap-south-1',
    );
    const { iconPath, accessibilityInformation, tooltip } =
      access.services.explorer.tree.getTreeItem(group);
    assert.ok(iconPath instanceof vscode.ThemeIcon);
    assert.equal(iconPath.id, 'warning');
    assert.match(
      accessibilityInformation?.label ?? '',
      /ap-south-1, state initializing, .*insufficient cloud provider/,
    );
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /insufficient/);
  });

  test('a geo that refuses is a row with the reason and a retry, and the others still show', async () => {
    const sg = await nodeOf(access.services, 'sg');
    const [failure, ...others] = await access.services.explorer.tree.getChildren(sg);
    assert.ok(failure);
    assert.deepEqual(others, []);
    const item = access.services.explorer.tree.getTreeItem(failure);
    assert.match(String(item.label), /does not allow/);
    assert.equal(item.command?.command, 'kongCloudGateways.explorer.refresh');
    assert.deepEqual(item.command?.arguments, [sg]);
  });

  test('a slow geo holds up none of the others', async () => {
    const { tree } = access.services.explorer;
    const slow = demo.faults.order({
      path: '/eu/v2/control-planes',
      fault: { kind: 'latency', ms: 1500 },
    });
    const geos = await tree.getChildren();
    const eu = geos.find(({ id }) => id === 'eu');
    assert.ok(eu);
    const loaded = new Promise<void>((resolve) => {
      const listening = tree.onDidChangeTreeData((node) => {
        if (node !== eu) return;
        listening.dispose();
        resolve();
      });
    });
    assert.deepEqual(await rows(access.services, eu), [' — Loading…']);
    const us = geos.find(({ id }) => id === 'us');
    assert.equal((await rows(access.services, us, 0, 0)).length, 3);
    await loaded;
    assert.equal(slow.met, 1);
    assert.equal((await rows(access.services, eu, 0, 0)).length, 2);
  });

  test('an empty geo and an empty list say so', async () => {
    assert.deepEqual(await rows(access.services, await nodeOf(access.services, 'me')), [
      ' — No Dedicated Cloud Gateways here',
    ]);
    const sandbox = await nodeOf(access.services, 'in', 'sandbox');
    assert.deepEqual(await rows(access.services, sandbox), [
      '[server] Data plane groups',
      '   — No data plane groups yet',
      '[link] Custom domains',
      '   — No custom domains yet',
      '[plug] Plugins',
      '   — No plugins yet',
      '[file-code] Custom plugins',
      '   — No custom plugins uploaded yet',
    ]);
  });

  test('ids stay the same over a refresh', async () => {
    const path = ['us', 'booking-prod', 'Custom domains', 'api.tidewater.example'] as const;
    const before = await nodeOf(access.services, ...path);
    await vscode.commands.executeCommand('kongCloudGateways.explorer.refresh');
    const after = await nodeOf(access.services, ...path);
    assert.notEqual(before, after);
    assert.equal(before.id, after.id);
  });

  test('a new control plane appears in its geo', async () => {
    const asked = answerWith(access, 'eu', 'x', 'harbour-east');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.controlPlane.create'),
      false,
    );
    assert.match(asked.at(-1)?.refusal ?? '', /At least 2 characters/);
    answerWith(access, 'eu', 'harbour-east');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.controlPlane.create'),
      true,
    );
    await nodeOf(access.services, 'eu', 'harbour-east');
    const sent = demo.requests.find(({ method }) => method === 'POST');
    assert.deepEqual(sent?.body, {
      name: 'harbour-east',
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      cloud_gateway: true,
    });
  });

  test('a name that is taken is told with what Konnect said, and nothing is created', async () => {
    answerWith(access, 'booking-prod');
    const us = await nodeOf(access.services, 'us');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.controlPlane.create', us),
      false,
    );
  });

  test('a new custom domain appears under its control plane', async () => {
    const sandbox = await nodeOf(access.services, 'in', 'sandbox');
    for (const [wrong, reason] of [
      ['https://api.example.com', /without https:/],
      ['localhost', /at least one dot/],
      ['-api.example.com', /"-api" cannot be part/],
    ] as const) {
      const asked = answerWith(access, wrong);
      await vscode.commands.executeCommand('kongCloudGateways.customDomain.create', sandbox);
      assert.match(asked.at(-1)?.refusal ?? '', reason);
    }
    answerWith(access, 'lab.tidewater.example');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.customDomain.create', sandbox),
      true,
    );
    await nodeOf(access.services, 'in', 'sandbox', 'Custom domains', 'lab.tidewater.example');
  });

  test('copies id and name', async () => {
    const domain = await nodeOf(
      access.services,
      'us',
      'booking-prod',
      'Custom domains',
      'api.tidewater.example',
    );
    await vscode.commands.executeCommand('kongCloudGateways.resource.copyName', domain);
    assert.equal(await vscode.env.clipboard.readText(), 'api.tidewater.example');
    await vscode.commands.executeCommand('kongCloudGateways.resource.copyId', domain);
    assert.match(await vscode.env.clipboard.readText(), /^[0-9a-f-]{36}$/);
  });

  test('from the palette it asks which resource', async () => {
    const asked = answerWith(access, 'booking-prod', 'api.tidewater.example');
    await vscode.commands.executeCommand('kongCloudGateways.resource.copyName');
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['Control plane', 'Resource of booking-prod'],
    );
    assert.equal(await vscode.env.clipboard.readText(), 'api.tidewater.example');
  });

  test('opens what Konnect answers as a read-only JSON document', async () => {
    const node = await nodeOf(access.services, 'us', 'booking-prod');
    await vscode.commands.executeCommand('kongCloudGateways.resource.openJson', node);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'json');
    assert.equal(document?.uri.scheme, 'kongCloudGateways');
    const value = JSON.parse(document?.getText() ?? '');
    assert.equal(value.name, 'booking-prod');
    assert.equal(value.config.cloud_gateway, true);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('when the demo has ended, the rows go and the view says so', async () => {
    await rows(access.services, undefined, 0, 1);
    await demo.close();
    await vscode.commands.executeCommand('kongCloudGateways.explorer.refresh');
    const { tree } = access.services.explorer;
    const gone = new Promise<void>((resolve) => {
      const listening = tree.onDidChangeTreeData((node) => {
        if (node !== undefined) return;
        listening.dispose();
        resolve();
      });
    });
    assert.equal((await tree.getChildren()).length, 6);
    await gone;
    assert.deepEqual(await rows(access.services), []);
  });

  test('without a connection it has no rows, so that the welcome text shows', async () => {
    await access.services.connections.signOut();
    assert.deepEqual(await rows(access.services), []);
  });
});
