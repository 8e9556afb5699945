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
      '[type-hierarchy] Networks',
      '[extensions] Add-ons',
      '[account] Provider accounts',
      '[dashboard] Quotas',
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
    const shown = await rows(access.services, controlPlane, 0, 1);
    const start = (label: string) => shown.findIndex((row) => row.endsWith(label));
    assert.deepEqual(shown.slice(0, start('Nodes') + 1), [
      '[server] Data plane groups',
      '  [pass-filled] us-east-2 — ready · aws · autopilot from 500 requests/s',
      '  [pass-filled] ap-northeast-1 — ready · aws · autopilot from 250 requests/s',
      '[vm] Nodes',
    ]);
    assert.deepEqual(shown.slice(start('Custom domains'), start('Services') + 1), [
      '[link] Custom domains',
      '  [pass-filled] api.tidewater.example — ready',
      '  [sync] fares.tidewater.example — initializing',
      '  [error] tickets.tidewater.example — error',
      '  [sync] tidewater.example — initializing',
      '  [sync] old-api.tidewater.example — terminating',
      '[server-process] Services',
    ]);
    assert.deepEqual(shown.slice(start('Plugins')), [
      '[plug] Plugins',
      '  [plug] prometheus — global',
      '  [plug] correlation-id — global',
      '  [plug] tide-headers-timetables — tide-headers · service',
      '  [plug] request-signer — route',
      '  [plug] weather-backend-secret — request-transformer · service',
      '  [plug] rate-limiting — route',
      '  [plug] rate-limiting — consumer',
      '  [debug-disconnect] request-termination — service + consumer group · disabled',
      '[file-code] Custom plugins',
      '  [file-code] tide-headers — uploaded <date>',
      '  [file-code] request-signer — uploaded <date>',
    ]);
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
      '[vm] Nodes',
      '   — No nodes have reported yet',
      '[link] Custom domains',
      '   — No custom domains yet',
      '[server-process] Services',
      '   — No services yet',
      '[plug] Plugins',
      '   — No plugins yet',
      '[file-code] Custom plugins',
      '   — No custom plugins uploaded yet',
    ]);
  });

  test('networks are listed once, with what is attached to them', async () => {
    const shown = await rows(access.services, await nodeOf(access.services, 'Networks'), 0, 1);
    const from = (label: string, count: number) => {
      const index = shown.findIndex((row) => row.includes(label));
      return shown.slice(index, index + count);
    };
    assert.deepEqual(from('us-east-2-prod', 7), [
      '[pass-filled] us-east-2-prod — ready · us-east-2 · 10.4.0.0/16',
      '  Availability zones — use2-az1, use2-az2, use2-az3',
      '  Provider network — vpc-06ae9cd8b8308ec03',
      '  [pass-filled] core-transit — ready · aws transit gateway',
      '  [bell-dot] warehouse-vpc — pending-acceptance · aws vpc peering',
      '  [pass-filled] core-resolver — ready · aws outbound resolver',
      '  [bell-dot] warehouse-zone — pending-association · aws private hosted zone',
    ]);
    assert.deepEqual(from('mumbai-lab', 2), [
      '[warning] mumbai-lab — initializing · ap-south-1 · 10.32.0.0/22',
      '  [warning] Problem — Network could not be deployed due to insufficient cloud provider compute instances.',
    ]);
    assert.deepEqual(from('frankfurt-reserve', 1), [
      '[circle-slash] frankfurt-reserve — offline · eu-central-1 · 10.28.0.0/22',
    ]);
    assert.deepEqual(from('gauges-vpc', 1), ['  [error] gauges-vpc — error · gcp vpc peering']);
    assert.deepEqual(from('dubai-harbour', 1), [
      '[sync] dubai-harbour — relocating · me-central-1 · 10.48.0.0/20',
    ]);
  });

  test('a data plane group tells its addresses and names its network', async () => {
    const path = ['us', 'booking-prod', 'Data plane groups', 'us-east-2'] as const;
    const shown = await rows(access.services, await nodeOf(access.services, ...path), 0, 0);
    assert.deepEqual(shown, [
      'Gateway version — 3.14',
      'API access — private+public',
      'Edge host — cf032d53cb.aws-us-east-2.edge.gateways.konggateway.com (derived)',
      'Egress addresses — 203.0.113.122, 203.0.113.177, 203.0.113.215',
      'Private addresses — 10.4.0.13, 10.4.32.209, 10.4.64.73',
      'Environment — KONG_LOG_LEVEL, KONG_UNTRUSTED_LUA',
      '[pass-filled] us-east-2-prod — ready · us-east-2 · 10.4.0.0/16',
    ]);
  });

  test('services lead to their routes and plugins, custom plugins to their instances', async () => {
    const services = await nodeOf(access.services, 'us', 'booking-prod', 'Services');
    const shown = await rows(access.services, services);
    const custom = await rows(
      access.services,
      await nodeOf(access.services, 'us', 'booking-prod', 'Custom plugins'),
    );
    assert.deepEqual(shown.slice(0, 6), [
      '[server-process] bookings — https://bookings.internal.tidewater.example:443/v3',
      '  [debug-disconnect] request-termination — service + consumer group · disabled',
      '  [git-merge] bookings — /bookings',
      '     — No plugins here',
      '  [git-merge] bookings-admin — /admin/bookings',
      '    [plug] request-signer — route',
    ]);
    assert.deepEqual(custom, [
      '[file-code] tide-headers — uploaded <date>',
      '  [file] handler.lua — in Konnect, read-only',
      '  [file] schema.lua — in Konnect, read-only',
      '  [plug] tide-headers-timetables — tide-headers · service',
      '[file-code] request-signer — uploaded <date>',
      '  [file] handler.lua — in Konnect, read-only',
      '  [file] schema.lua — in Konnect, read-only',
      '  [plug] request-signer — route',
    ]);
  });

  test('nodes tell whether they run the expected configuration', async () => {
    const shown = await rows(
      access.services,
      await nodeOf(access.services, 'us', 'booking-prod', 'Nodes'),
    );
    assert.deepEqual(shown.slice(-2), [
      '[pass-filled] ip-10-4-20-29 — in sync · 3.14.0.4',
      '[warning] ip-10-4-86-232 — not in sync · 3.14.0.4',
    ]);
    const all: string[] = [];
    for (const [geo, name] of [
      ['us', 'booking-staging'],
      ['eu', 'partners-private'],
      ['eu', 'payments'],
      ['au', 'harbour-sensors'],
    ] as const) {
      all.push(...(await rows(access.services, await nodeOf(access.services, geo, name, 'Nodes'))));
    }
    assert.deepEqual(all.slice(0, 6), [
      '[pass-filled] ip-10-4-152-133 — in sync · 3.15.0.1',
      '[warning] ip-10-4-129-109 — not in sync · P309 · 3.15.0.1',
      "  [warning] P309 — Custom plugin streaming is not enabled on this data plane. Set 'custom_plugin_streaming_enabled' on the data plane.",
      '[pass-filled] ip-10-4-247-123 — in sync · 3.13.0.4',
      '[warning] ip-10-4-25-25 — not in sync · P307 · 3.8.1.0',
      '  [warning] P307 — Custom plugins require Kong Gateway 3.9 or newer. Upgrade the data plane to 3.9.',
    ]);
    assert.ok(
      all.some((row) => row.endsWith('— not in sync · silent · 3.14.0.4')),
      all.join('\n'),
    );
  });

  test('provider accounts and quotas are there to look up', async () => {
    const accounts = await rows(
      access.services,
      await nodeOf(access.services, 'Provider accounts'),
    );
    assert.ok(accounts.includes('[account] 007314650218 — aws'), accounts.join('|'));
    assert.ok((await rows(access.services, await nodeOf(access.services, 'Quotas'))).length > 3);
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
    answerWith(access, 'eu', 'harbour-east', 'Create');
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
    answerWith(access, 'booking-prod', 'Create');
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
    answerWith(access, 'lab.tidewater.example', 'Create');
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

  test('copies a resource as curl, with the token as a variable, and as Terraform', async () => {
    const domain = await nodeOf(
      access.services,
      'us',
      'booking-prod',
      'Custom domains',
      'api.tidewater.example',
    );
    await vscode.commands.executeCommand('kongCloudGateways.resource.copyAsCurl', domain);
    const curl = await vscode.env.clipboard.readText();
    assert.match(
      curl,
      /--url 'http:\/\/127\.0\.0\.1:\d+\/global\/v2\/cloud-gateways\/custom-domains\/[0-9a-f-]{36}'/,
    );
    assert.match(curl, /Bearer \$KONNECT_TOKEN/);
    assert.ok(!curl.includes(demo.token));
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.resource.copyAsTerraform', domain),
      true,
    );
    const terraform = await vscode.env.clipboard.readText();
    assert.match(terraform, /resource "konnect_cloud_gateway_custom_domain"/);
    assert.match(terraform, /"api\.tidewater\.example"/);
  });

  test('what the Terraform provider does not know is said', async () => {
    const accounts = await nodeOf(access.services, 'Provider accounts');
    const [account] = await access.services.explorer.tree.getChildren(accounts);
    const copy = 'kongCloudGateways.resource.copyAsTerraform';
    assert.equal(await vscode.commands.executeCommand(copy, account), false);
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

  test('a document that is opened again shows what Konnect answers now', async () => {
    const node = await nodeOf(access.services, 'in', 'sandbox');
    await vscode.commands.executeCommand('kongCloudGateways.resource.openJson', node);
    const document = vscode.window.activeTextEditor?.document;
    assert.match(document?.getText() ?? '', /"name": "sandbox"/);
    const konnect = await access.services.client.get();
    const { controlPlane } = node as unknown as { controlPlane: { id: string; geo: string } };
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document !== document) return;
        listening.dispose();
        resolve();
      });
    });
    await konnect.controlPlanes.update(controlPlane, { description: 'changed meanwhile' });
    await vscode.commands.executeCommand('kongCloudGateways.resource.openJson', node);
    await changed;
    assert.match(document?.getText() ?? '', /changed meanwhile/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a resource that cannot be read opens no document', async () => {
    const node = await nodeOf(access.services, 'us', 'booking-prod');
    const fault = { kind: 'status', status: 403 } as const;
    demo.faults.order({ path: '/us/v2/control-planes/*', fault });
    const open = 'kongCloudGateways.resource.openJson';
    assert.equal(await vscode.commands.executeCommand(open, node), false);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  test('reading anew what nobody has opened asks Konnect nothing', async () => {
    await rows(access.services, undefined, 0, 1);
    const before = demo.requests.length;
    access.services.explorer.refresh({ id: 'us/never-shown/customPlugins' });
    await new Promise<void>((resolve) => setImmediate(resolve));
    assert.equal(demo.requests.length, before);
  });

  test('starting the demo again comes back to the one that runs', async () => {
    const { connections } = access.services;
    await connections.use(
      {
        apiUrl: 'https://{geo}.api.konghq.com',
        organization: { id: 'other', name: 'Other' },
        demo: false,
        readOnly: true,
      },
      'not-a-token',
    );
    await vscode.commands.executeCommand('kongCloudGateways.connection.startDemo');
    assert.equal((await connections.active())?.apiUrl, demo.apiUrl);
    await connections.switchTo({
      apiUrl: 'https://{geo}.api.konghq.com',
      organization: { id: 'other', name: 'Other' },
      demo: false,
      readOnly: true,
    });
    await connections.signOut();
    await vscode.commands.executeCommand('kongCloudGateways.connection.startDemo');
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
    assert.equal((await tree.getChildren()).length, 10);
    await gone;
    assert.deepEqual(await rows(access.services), []);
  });

  test('without a connection it has no rows, so that the welcome text shows', async () => {
    await access.services.connections.signOut();
    assert.deepEqual(await rows(access.services), []);
  });
});
