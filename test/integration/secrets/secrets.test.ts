import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { bodiesOf, changesOf } from '../requests';
import { activated, answerWith, connectedDemo, nodeOf, rows } from '../support';

const canary = 'canary-secret-5f1e0c';
const command = 'kongCloudGateways.service.injectSecret';
const store = 'In Konnect’s secret store';
const bearer = ['Authorization', 'Bearer'] as const;

suite('a secret for a backend', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    await vscode.env.clipboard.writeText('');
    demo.forgetRequests();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.env.clipboard.writeText('');
    await access.services.connections.signOut();
    await demo.close();
  });

  const refunds = () => nodeOf(access.services, 'eu', 'payments', 'Services', 'refunds');
  const typed = [...bearer, 'Type it, hidden', canary] as const;
  const inject = (target?: unknown) => vscode.commands.executeCommand(command, target);
  const shown = () => vscode.window.activeTextEditor?.document.getText() ?? '';

  test('goes into the store from a service’s row, and is nowhere to be read', async () => {
    const logged = recordLog(access);
    const asked = answerWith(access, ...typed, store, 'Inject');
    assert.equal(await inject(await refunds()), true);
    assert.equal(changesOf(demo).length, 4);
    assert.deepEqual(bodiesOf(demo, 'PUT'), [{ value: `Authorization:Bearer ${canary}` }]);
    assert.match(asked.at(-1)?.detail ?? '', /geo eu\.$/);
    const tree = await rows(access.services, await nodeOf(access.services, 'eu', 'payments'));
    assert.ok(tree.some((line) => line.includes('request-transformer-advanced')));
    const everything = [
      JSON.stringify(asked),
      tree.join('\n'),
      logged(),
      await vscode.env.clipboard.readText(),
      vscode.workspace.textDocuments.map((document) => document.getText()).join('\n'),
    ];
    assert.ok(everything.every((text) => !text.includes(canary)));
    assert.match(logged(), /POST .*\/plugins/, 'the log was looked at');
  });

  test('is rotated when it is injected again', async () => {
    answerWith(access, ...typed, store, 'Inject');
    assert.equal(await inject(await refunds()), true);
    demo.forgetRequests();
    const asked = answerWith(access, ...bearer, 'Generate one', store, 'Inject');
    assert.equal(await inject(await refunds()), true);
    assert.match(asked.at(-1)?.detail ?? '', /takes the place of the one that is there/);
    assert.equal(changesOf(demo).length, 1);
    const [{ value }] = bodiesOf(demo, 'PUT') as [{ value: string }];
    assert.match(value, /^Authorization:Bearer [\w-]{43}$/);
    assert.equal(await vscode.env.clipboard.readText(), '', 'a generated one is copied on demand');
  });

  test('previews show a variable in its place, and send nothing', async () => {
    for (const way of [store, 'In the plugin itself']) {
      answerWith(access, ...typed, way, 'Preview as curl');
      assert.equal(await inject(await refunds()), false);
      assert.ok(shown().includes(`Authorization:Bearer`) === false);
      assert.match(shown(), /"Authorization:'"\$SECRET"'"/);
      assert.ok(!shown().includes(canary));
      answerWith(access, ...typed, way, 'Preview as Terraform');
      assert.equal(await inject(await refunds()), false);
      assert.match(shown(), /^resource "konnect_gateway_plugin_request_transformer/m);
      assert.ok(!shown().includes(canary));
    }
    assert.deepEqual(changesOf(demo), []);
  });

  test('what Konnect says of it is told without it', async () => {
    const logged = recordLog(access);
    const told = recordMessages(access);
    demo.faults.order({
      method: 'POST',
      path: '/eu/v2/control-planes/*/core-entities/plugins',
      fault: { kind: 'status', status: 500 },
    });
    answerWith(access, ...typed, 'In the plugin itself', 'Inject');
    assert.equal(await inject(await refunds()), false);
    assert.match(told(), /Konnect has a problem of its own/);
    assert.ok(![logged(), told()].join('\n').includes(canary));
  });

  test('readable in the plugin is the second choice, and says so', async () => {
    const asked = answerWith(access, ...typed, 'In the plugin itself', 'Inject');
    assert.equal(await inject(await refunds()), true);
    assert.match(
      asked.at(-1)?.detail ?? '',
      /^The secret will be readable by anyone with read rights on this control plane/,
    );
    const entry = `Authorization:Bearer ${canary}`;
    const [body] = bodiesOf(demo, 'POST') as [{ config: unknown }];
    assert.deepEqual(body.config, { replace: { headers: [entry] }, add: { headers: [entry] } });
    answerWith(access, ...typed, store, 'Inject');
    assert.equal(await inject(await refunds()), true);
    answerWith(access, ...typed, 'In the plugin itself');
    assert.equal(await inject(await refunds()), false, 'not twice in two ways');
  });

  test('comes from the clipboard, which can be cleared, or is refused with the reason', async () => {
    await vscode.env.clipboard.writeText(`${canary}\n`);
    answerWith(access, 'X-API-Key', 'Take it from the clipboard', store, 'Inject');
    assert.equal(await inject(await refunds()), true);
    assert.deepEqual(bodiesOf(demo, 'PUT'), [{ value: `X-API-Key:${canary}` }]);
    demo.forgetRequests();
    const told = recordMessages(access);
    await vscode.env.clipboard.writeText(`${canary}\nX-Admin: yes`);
    answerWith(access, 'X-API-Key', 'Take it from the clipboard');
    assert.equal(await inject(await refunds()), false);
    assert.match(told(), /holds a line break/);
    assert.ok(!told().includes(canary));
    assert.deepEqual(changesOf(demo), []);
  });

  test('is checked while it is typed, spaces included', async () => {
    for (const [text, reason] of [
      [` ${canary}`, /begins or ends with a space/],
      [`${canary}$(x)`, /template/],
    ] as const) {
      const asked = answerWith(access, ...bearer, 'Type it, hidden', text);
      assert.equal(await inject(await refunds()), false);
      assert.match(asked.at(-1)?.refusal ?? '', reason);
    }
    assert.deepEqual(changesOf(demo), []);
  });

  test('for a route or the whole control plane is asked for from the palette', async () => {
    answerWith(access, 'payments', 'card-payments', ...typed, store, 'Inject');
    assert.equal(await inject(), true);
    const asked = answerWith(
      access,
      'payments',
      'The whole control plane',
      ...typed,
      store,
      'Inject',
    );
    assert.equal(await inject(), true);
    assert.match(asked.at(-1)?.detail ?? '', /^Every backend behind this control plane/m);
    const last = bodiesOf(demo, 'POST').at(-1) as { service?: unknown; route?: unknown };
    assert.deepEqual([last.service, last.route], [undefined, undefined]);
  });
});

/** Everything that is logged from now on. */
function recordLog({ services: { log } }: TestAccess): () => string {
  const lines: string[] = [];
  for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) {
    const original = log[level].bind(log) as (...parts: unknown[]) => void;
    Object.assign(log, {
      [level]: (...parts: unknown[]) => {
        lines.push(`${level} ${parts.map(String).join(' ')}`);
        original(...parts);
      },
    });
  }
  return () => lines.join('\n');
}

/** Every notification from now on. */
function recordMessages({ services: { tell } }: TestAccess): () => string {
  const messages: string[] = [];
  for (const kind of ['info', 'warning', 'error'] as const) {
    const original = tell[kind].bind(tell);
    Object.assign(tell, {
      [kind]: (message: string, ...actions: []) => {
        messages.push(message);
        original(message, ...actions);
      },
    });
  }
  return () => messages.join('\n');
}
