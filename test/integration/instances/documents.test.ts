import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo } from '../support';
import { changesOf, controlPlaneCalled, instanceOf, since, targetOf } from './instanceSupport';

const edit = 'kongCloudGateways.plugin.editInstance';
const add = 'kongCloudGateways.plugin.addInstance';
const reveal = 'kongCloudGateways.plugin.revealSecrets';
const mark = '•••••••• 1';

suite('the document of a plugin instance', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let controlPlane: ControlPlane;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    controlPlane = await controlPlaneCalled(access.services, 'booking-prod');
  });

  afterEach(async () => {
    for (const editor of vscode.window.visibleTextEditors) {
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await access.services.connections.signOut();
    await demo.close();
  });

  const open = async (name: string) => {
    const plugin = await instanceOf(access.services, controlPlane, name);
    demo.forgetRequests();
    assert.equal(await vscode.commands.executeCommand(edit, targetOf(controlPlane, plugin)), true);
    return active();
  };

  const active = () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    return document;
  };

  const replace = async (document: vscode.TextDocument, from: string, to: string) => {
    const start = document.getText().indexOf(from);
    assert.notEqual(start, -1, `${from} in ${document.getText()}`);
    const change = new vscode.WorkspaceEdit();
    const end = document.positionAt(start + from.length);
    change.replace(document.uri, new vscode.Range(document.positionAt(start), end), to);
    assert.ok(await vscode.workspace.applyEdit(change));
  };

  const ours = (document: vscode.TextDocument) =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'kong')
      .map(({ message, range }) => `${range.start.line + 1}: ${message}`);

  test('shows what can be changed, from one read of the instance and one of the schema', async () => {
    const document = await open('rate-limiting');
    assert.equal(document.languageId, 'json');
    assert.equal(document.isDirty, false);
    const shown = JSON.parse(document.getText());
    assert.deepEqual(Object.keys(shown), ['name', 'enabled', 'protocols', 'config']);
    assert.deepEqual(
      [shown.name, shown.config.minute, shown.config.limit_by, 'hour' in shown.config],
      ['rate-limiting', 600, 'consumer', false],
    );
    assert.deepEqual(since(demo, 0), ['GET get-plugin', 'GET fetch-plugin-schema']);
  });

  test('saving reads once more and sends everything, scope and all, as Konnect describes it', async () => {
    const before = await instanceOf(access.services, controlPlane, 'rate-limiting');
    const document = await open('rate-limiting');
    await replace(document, '"minute": 600', '"minute": 700');
    demo.forgetRequests();
    assert.equal(await document.save(), true);
    assert.deepEqual(since(demo, 0), ['GET get-plugin', 'PUT upsert-plugin']);
    assert.equal(document.isDirty, false);
    changesOf(demo);
    const after = await instanceOf(access.services, controlPlane, 'rate-limiting');
    assert.deepEqual(
      { ...after, updated_at: 0 },
      { ...before, updated_at: 0, config: { ...before.config, minute: 700 } },
    );
  });

  test('stored secrets stand behind marks, which keep them when they are left alone', async () => {
    const document = await open('weather-backend-secret');
    assert.ok(!document.getText().includes('demo-not-a-real-secret'));
    assert.ok(document.getText().includes(mark));
    await replace(document, '"enabled": true', '"enabled": false');
    assert.equal(await document.save(), true);
    changesOf(demo);
    const after = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    assert.equal(after.enabled, false);
    const add = after.config?.add as { readonly headers: readonly string[] };
    assert.deepEqual(add.headers, ['Authorization:Bearer demo-not-a-real-secret']);
  });

  test('a secret that was typed is behind a mark again once it is saved', async () => {
    const canary = 'Authorization:Bearer canary-7f3a9-of-this-test';
    const document = await open('weather-backend-secret');
    await replace(document, mark, canary);
    const masked = changed(document, () => !document.getText().includes('canary-7f3a9'));
    assert.equal(await document.save(), true);
    await masked;
    assert.equal(document.isDirty, false);
    const after = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    assert.ok(JSON.stringify(after.config).includes('canary-7f3a9'));
  });

  test('a secret appears in no message and no log, also when Konnect repeats it', async () => {
    const canary = 'canary-91b4c-repeated-by-nobody';
    const said: string[] = [];
    const { log, tell } = access.services;
    const [error, warn, info] = [log.error, log.warn, log.info];
    const listen = (text: unknown) => void said.push(String(text));
    Object.assign(log, { error: listen, warn: listen, info: listen });
    Object.assign(tell, { error: listen, warning: listen, info: listen });
    const document = await open('weather-backend-secret');
    await replace(document, mark, canary);
    assert.equal(await document.save(), false);
    await replace(document, canary, `x-key:${canary}`);
    const path = `/us/v2/control-planes/${controlPlane.id}/core-entities/plugins/*`;
    const fault = { kind: 'status', status: 400 } as const;
    demo.faults.order({ method: 'PUT', path, times: 1, fault });
    assert.equal(await document.save(), false);
    demo.faults.clear();
    assert.equal(await document.save(), true);
    Object.assign(log, { error, warn, info });
    for (const name of ['error', 'warning', 'info']) Reflect.deleteProperty(tell, name);
    assert.ok(said.length > 0);
    assert.ok(!said.join('\n').includes('canary-91b4c'), said.join('\n'));
  });

  test('what the schema refuses is not sent: it is marked in place, and the text stays', async () => {
    const document = await open('rate-limiting');
    await replace(document, '"minute": 600', '"minute": -1,\n    "per_week": 5');
    const text = document.getText();
    demo.forgetRequests();
    assert.equal(await document.save(), false);
    assert.deepEqual(changesOf(demo), []);
    assert.equal(document.isDirty, true);
    assert.equal(document.getText(), text);
    const line = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    assert.deepEqual(ours(document).sort(), [
      `${line('"minute"')}: value must be greater than 0`,
      `${line('"per_week"')}: unknown field`,
    ]);
    await replace(document, '"minute": -1', '"minute": 1');
    assert.deepEqual(ours(document), []);
  });

  test("what only Konnect refuses is marked in place too, in Konnect's words", async () => {
    const document = await open('correlation-id');
    const other = 'weather-backend-secret';
    await replace(document, '"enabled"', `"instance_name": "${other}",\n  "enabled"`);
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    assert.equal(ours(document).length, 1);
    assert.match(ours(document)[0] ?? '', /^3: .*unique/);
  });

  test('marks that stand for nothing, another plugin and broken JSON are refused', async () => {
    const document = await open('weather-backend-secret');
    await replace(document, mark, '•••••••• 9');
    await replace(document, '"request-transformer"', '"cors"');
    assert.equal(await document.save(), false);
    assert.deepEqual(
      ours(document).map((line) => line.replace(/^\d+: /, '')),
      [
        'This is an instance of request-transformer; that cannot be changed.',
        'Nothing is stored under this mark: type the value.',
      ],
    );
    await replace(document, '{', '{{');
    assert.equal(await document.save(), false);
    assert.match(ours(document)[0] ?? '', /not valid JSON/);
    assert.deepEqual(changesOf(demo), []);
  });

  test("somebody else's change meanwhile stops the save, and nothing is overwritten", async () => {
    const document = await open('rate-limiting');
    await replace(document, '"minute": 600', '"minute": 700');
    const konnect = await access.services.client.get();
    const theirs = await instanceOf(access.services, controlPlane, 'rate-limiting');
    demo.clock.advance(60_000);
    const { name, config, route } = theirs;
    assert.ok(route);
    await konnect.plugins.put(controlPlane, theirs.id, {
      name,
      config: { ...config, minute: 650 },
      route: { id: route.id },
    });
    demo.forgetRequests();
    assert.equal(await document.save(), false);
    assert.deepEqual(changesOf(demo), []);
    assert.equal(document.isDirty, true);
    assert.ok(document.getText().includes('700'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.ok(document.getText().includes('"minute": 650'));
  });

  test('what is typed and saved again in the same second is no change of somebody else', async () => {
    const document = await open('rate-limiting');
    for (const minute of [600, 700, 800, 900, 1000]) {
      await replace(document, `"minute": ${minute}`, `"minute": ${minute + 100}`);
      assert.equal(await document.save(), true);
    }
    const after = await instanceOf(access.services, controlPlane, 'rate-limiting');
    assert.deepEqual([after.config?.minute, changesOf(demo).length], [1100, 5]);
  });

  test("Overwrite after somebody else's change sends this text, with what it does not show as it is now", async () => {
    const document = await open('rate-limiting');
    await replace(document, '"minute": 600', '"minute": 700');
    const konnect = await access.services.client.get();
    const { id, name, config, route } = await instanceOf(
      access.services,
      controlPlane,
      'rate-limiting',
    );
    assert.ok(route);
    demo.clock.advance(60_000);
    const theirs = {
      name,
      config: { ...config, minute: 650 },
      tags: ['theirs'],
      route: { id: route.id },
    };
    await konnect.plugins.put(controlPlane, id, theirs);
    assert.equal(await document.save(), false);
    demo.forgetRequests();
    // What the button of VS Code's message does.
    await vscode.commands.executeCommand('workbench.files.action.acceptLocalChanges', document.uri);
    await until(() => !document.isDirty);
    assert.equal(changesOf(demo).length, 1);
    const after = await instanceOf(access.services, controlPlane, 'rate-limiting');
    assert.deepEqual([after.id, after.config?.minute, after.route], [id, 700, { id: route.id }]);
  });

  test('the address is short, and can be written to as a file', async () => {
    const { uri } = await open('rate-limiting');
    assert.ok(uri.toString(true).length <= 140, uri.toString(true));
    const text = active().getText().replace('"minute": 600', '"minute": 800');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    const after = await instanceOf(access.services, controlPlane, 'rate-limiting');
    assert.equal(after.config?.minute, 800);
    await until(() => active().getText().includes('"minute": 800'));
    assert.equal(active().isDirty, false);
  });

  test('a locked connection, and another one, refuse the save; the text stays', async () => {
    const document = await open('rate-limiting');
    await replace(document, '"minute": 600', '"minute": 700');
    const connection = await access.services.connections.active();
    assert.ok(connection);
    await access.services.connections.setReadOnly(connection, true);
    demo.forgetRequests();
    assert.equal(await document.save(), false);
    assert.deepEqual(changesOf(demo), []);
    await access.services.connections.setReadOnly(connection, false);
    await access.services.connections.signOut();
    assert.equal(await document.save(), false);
    assert.deepEqual(changesOf(demo), []);
    assert.ok(document.isDirty && document.getText().includes('700'));
  });

  test('is never saved by itself: automatic saving sends nothing', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const document = await open('rate-limiting');
    await files.update('autoSaveDelay', 50, vscode.ConfigurationTarget.Global);
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
    try {
      const tried = new Promise<void>((resolve) => {
        const listening = vscode.workspace.onWillSaveTextDocument(({ document: saved }) => {
          if (saved.uri.toString() !== document.uri.toString()) return;
          listening.dispose();
          resolve();
        });
      });
      await replace(document, '"minute": 600', '"minute": 700');
      await tried;
      await until(() => demo.requests.some(({ operation }) => operation === 'get-plugin'));
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(changesOf(demo), []);
    assert.equal(document.isDirty, true);
    assert.equal(await document.save(), true);
    assert.equal(changesOf(demo).length, 1);
  });

  test("VS Code's JSON support completes, explains and checks by the plugin's schema", async () => {
    const document = await open('rate-limiting');
    const found = await eventually(async () => {
      const at = document.positionAt(document.getText().indexOf('"limit_by"') + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
      return text.includes('Default') ? text : undefined;
    });
    assert.match(found, /Default: `"consumer"`/);
    await replace(document, '"limit_by": "consumer"', '"limit_by": ""');
    const at = document.positionAt(document.getText().indexOf('"limit_by": "') + 13);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('"credential"') && labels.includes('"ip"'), labels.join());
    await replace(document, '"limit_by": ""', '"limit_by": "moon"');
    const problem = await eventually(async () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(({ message }) => message.includes('not accepted')),
    );
    assert.match(problem.message, /Valid values:.*"consumer"/);
  });

  test("a custom plugin's schema.lua is what its instances are completed by", async () => {
    const document = await open('tide-headers');
    assert.deepEqual(since(demo, 0), ['GET get-plugin', 'GET get-custom-plugin']);
    await replace(document, '"station": "harbour-3"', '"stations": "harbour-3"');
    assert.equal(await document.save(), false);
    assert.deepEqual(
      ours(document)
        .map((line) => line.replace(/^\d+: /, ''))
        .sort(),
      ['required field missing', 'unknown field'],
    );
  });

  test('stored secrets are shown only after a question, and in a document of their own', async () => {
    const document = await open('weather-backend-secret');
    answerWith(access, undefined);
    assert.equal(await vscode.commands.executeCommand(reveal, document.uri), false);
    const asked = answerWith(access, 'Show');
    assert.equal(await vscode.commands.executeCommand(reveal, document.uri), true);
    assert.match(asked[0]?.text ?? '', /Show the stored secrets/);
    const shown = active();
    assert.notEqual(shown.uri.scheme, document.uri.scheme);
    assert.match(shown.getText(), /^1 {2}config\.\w+\.headers\.0\nAuthorization:Bearer demo-not/);
    assert.equal(shown.isDirty, false);
    assert.ok(!document.getText().includes('demo-not-a-real-secret'));
  });

  test('a new instance starts with what the schema demands, and is created by saving it', async () => {
    const konnect = await access.services.client.get();
    const { value: service } = await konnect.services.list(controlPlane, { name: 'fares' }).next();
    assert.ok(service);
    const path = `/v2/control-planes/${controlPlane.id}/core-entities/services/${service.id}`;
    demo.forgetRequests();
    answerWith(access, 'tide-headers');
    const target = { name: 'fares', source: { geo: 'us', path }, controlPlane };
    assert.equal(await vscode.commands.executeCommand(add, target), true);
    const document = active();
    assert.equal(document.isDirty, true);
    assert.deepEqual(JSON.parse(document.getText()), {
      name: 'tide-headers',
      enabled: true,
      config: { station: '' },
    });
    assert.equal(await document.save(), false);
    assert.deepEqual(ours(document), ['5: length must be at least 1']);
    assert.deepEqual(changesOf(demo), []);
    await replace(document, '"station": ""', '"station": "harbour-9"');
    const swapped = eventually(async () =>
      active().uri.toString() === document.uri.toString() ? undefined : active(),
    );
    assert.equal(await document.save(), true);
    const [created] = changesOf(demo);
    assert.deepEqual(
      [created?.operation, created?.body],
      [
        'create-plugin',
        {
          name: 'tide-headers',
          enabled: true,
          config: { station: 'harbour-9' },
          service: { id: service.id },
        },
      ],
    );
    const next = await swapped;
    assert.equal(JSON.parse(next.getText()).config.header, 'X-Tide');
    demo.forgetRequests();
    await replace(next, '"X-Tide"', '"X-Water"');
    assert.equal(await next.save(), true);
    assert.deepEqual(
      changesOf(demo).map(({ method }) => method),
      ['PUT'],
    );
  });

  test('a new instance may run for several things together, one of each kind', async () => {
    const target = { source: { geo: 'us', path: '/' }, controlPlane };
    const asked = answerWith(
      access,
      'cors',
      'Several of these together…',
      'partners',
      'mobile-app, tour-operator',
      'bookings-admin, partners, mobile-app',
      'bookings-admin, partners',
    );
    assert.equal(await vscode.commands.executeCommand(add, target), true);
    assert.deepEqual(
      asked.slice(2).map(({ text }) => text),
      [
        'It runs for requests to which all of these apply',
        'Choose at least two.',
        'Choose at most one of each kind.',
        'Choose a consumer or a consumer group, not both.',
      ],
    );
    demo.forgetRequests();
    assert.equal(await active().save(), true);
    assert.deepEqual(
      changesOf(demo).map(({ operation, body }) => [operation, Object.keys(Object(body)).sort()]),
      [['create-plugin', ['config', 'consumer_group', 'enabled', 'name', 'route']]],
    );
  });

  test('from the palette a new instance asks for control plane, plugin and scope', async () => {
    const asked = answerWith(access, 'booking-prod', 'cors', 'partners');
    assert.equal(await vscode.commands.executeCommand(add), true);
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['Control plane', 'Plugin', 'For what does it run?'],
    );
    assert.equal(JSON.parse(active().getText()).name, 'cors');
  });

  function changed(document: vscode.TextDocument, isDone: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || !isDone()) return;
        listening.dispose();
        resolve();
      });
    });
  }
});

function textOf(content: vscode.MarkedString | vscode.MarkdownString): string {
  return typeof content === 'string' ? content : content.value;
}

async function until(isDone: () => boolean): Promise<void> {
  await eventually(async () => (isDone() ? true : undefined));
}

/** For what VS Code does in processes of its own, without an event to wait for. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
}
