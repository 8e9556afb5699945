import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { PluginDecorations } from '../../../src/documents/pluginDecorations';
import type { TestAccess } from '../../../src/extension';
import { connectionKey } from '../../../src/host/connection/connections';
import { pluginDocumentUri } from '../../../src/host/plugins/pluginDocumentUri';
import { PluginStates } from '../../../src/host/plugins/pluginStates';
import { type UploadTarget, UploadTargets } from '../../../src/host/plugins/uploadTargets';
import type { ControlPlane, CustomPlugin } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo, nodeOf, workspaceFile } from '../support';
import { asked, Messages, onDisk, planeNamed, until, withPlugin, write } from './support';

const upload = 'kongCloudGateways.plugin.upload';

suite('state of a plugin folder', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let plane: ControlPlane;
  let messages: Messages;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    messages = new Messages(access);
    plane = await planeNamed(access, 'payments', 'eu');
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
    await access.services.background.idle();
  });

  const states = async (folder: vscode.Uri) =>
    (await access.services.pluginStates.of(folder)).map(
      ({ target, state }) => `${target.controlPlaneName}: ${state}`,
    );
  const reaches = (folder: vscode.Uri, ...wanted: string[]) =>
    until(async () => (String(await states(folder)) === String(wanted) ? wanted : undefined));

  async function remote(name: string): Promise<CustomPlugin> {
    return (await access.services.client.get()).customPlugins.get(plane, name);
  }

  async function changeInKonnect(name: string): Promise<void> {
    const konnect = await access.services.client.get();
    const { id, handler, schema } = await remote(name);
    await konnect.customPlugins.put(plane, id, { name, schema, handler: `-- theirs\n${handler}` });
  }

  /** What the explorer reads tells the state, without a request of its own. */
  async function readInExplorer(): Promise<void> {
    const group = await nodeOf(access.services, 'eu', plane.name, 'Custom plugins');
    await access.services.explorer.tree.getChildren(group);
  }

  test('follows what is changed here and there, and what is uploaded', async () => {
    await withPlugin('standing', {}, async (folder) => {
      assert.deepEqual(await states(folder), []);
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      assert.deepEqual(await states(folder), ['payments: inSync']);
      await write('standing/handler.lua', `-- mine\n${onDisk('greeter/handler.lua')}`);
      await reaches(folder, 'payments: localAhead');
      await changeInKonnect('standing');
      await readInExplorer();
      await reaches(folder, 'payments: bothChanged');
      await write('standing/handler.lua', onDisk('greeter/handler.lua'));
      await reaches(folder, 'payments: remoteAhead');
      const konnect = await access.services.client.get();
      await konnect.customPlugins.delete(plane, (await remote('standing')).id);
      await vscode.commands.executeCommand('kongCloudGateways.plugin.compare', folder);
      assert.match(messages.last?.text ?? '', /^payments has no custom plugin standing/);
      await reaches(folder, 'payments: goneFromKonnect');
    });
  });

  test('a file is marked only for what was changed in it', async () => {
    await withPlugin('single', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      await write('single/handler.lua', `-- mine\n${onDisk('greeter/handler.lua')}`);
      await reaches(folder, 'payments: localAhead');
      const [standing] = await access.services.pluginStates.of(folder);
      assert.deepEqual(standing?.files, { handler: 'localAhead', schema: 'inSync' });
      const decorations = new PluginDecorations(access.services.pluginStates);
      const marks = await Promise.all(
        ['', 'handler.lua', 'schema.lua'].map(async (file) => {
          const uri = file === '' ? folder : vscode.Uri.joinPath(folder, file);
          return (await decorations.provideFileDecoration(uri))?.badge;
        }),
      );
      decorations.dispose();
      assert.deepEqual(marks, ['↑', '↑', '✓']);
    });
  });

  test('the row of the custom plugin says how its folder stands, in sight and aloud, and asks Konnect nothing for it', async () => {
    await withPlugin('shown', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const { explorer } = access.services;
      const row = await nodeOf(access.services, 'eu', plane.name, 'Custom plugins', 'shown');
      const says = (words: string) =>
        until(() => {
          const { description, accessibilityInformation } = explorer.tree.getTreeItem(row);
          const isSaid =
            String(description).startsWith(`${words} · uploaded `) &&
            accessibilityInformation?.label === `Custom plugin shown, ${words}`;
          return isSaid || undefined;
        });
      await says('in sync');
      const redrawn: (string | undefined)[] = [];
      const listening = explorer.tree.onDidChangeTreeData((node) => redrawn.push(node?.id));
      demo.forgetRequests();
      await write('shown/handler.lua', `-- mine\n${onDisk('greeter/handler.lua')}`);
      await says('changed here');
      assert.deepEqual([demo.requests, redrawn], [[], [row.id]]);
      await changeInKonnect('shown');
      await vscode.commands.executeCommand('kongCloudGateways.plugin.compare', folder);
      await says('changed here and in Konnect');
      await write('shown/handler.lua', onDisk('greeter/handler.lua'));
      await says('changed in Konnect');
      listening.dispose();
    });
  });

  test('a custom plugin that was not uploaded from here says nothing of a folder', async () => {
    const { tree } = access.services.explorer;
    const row = await nodeOf(
      access.services,
      'us',
      'booking-prod',
      'Custom plugins',
      'tide-headers',
    );
    const { description, accessibilityInformation } = tree.getTreeItem(row);
    assert.match(String(description), /^uploaded /);
    assert.equal(accessibilityInformation?.label, 'Custom plugin tide-headers');
  });

  test('one folder may be uploaded to several control planes, each with a state of its own', async () => {
    await withPlugin('spread', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      answerWith(access, 'booking-prod');
      await vscode.commands.executeCommand(upload, folder, { elsewhere: true });
      await write('spread/handler.lua', `-- mine\n${onDisk('greeter/handler.lua')}`);
      await reaches(folder, 'booking-prod: localAhead', 'payments: localAhead');
      answerWith(access);
      await vscode.commands.executeCommand(upload, folder, { controlPlane: plane });
      await reaches(folder, 'payments: inSync', 'booking-prod: localAhead');
    });
  });

  test('Konnect is asked when a file is looked at, and not again for some minutes', async () => {
    await withPlugin('opened', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      let now = 0;
      const { connections, client, targets } = access.services;
      const later = new PluginStates({ connections, client, targets, now: () => now });
      demo.forgetRequests();
      await Promise.all([later.look(folder), later.look(folder)]);
      await later.look(folder);
      assert.deepEqual(asked(demo, plane), ['GET custom-plugins/opened']);
      now = 6 * 60_000;
      await later.look(folder);
      assert.equal(asked(demo, plane).length, 2);
      later.dispose();
    });
  });

  test('what was just uploaded is not read again when its file is opened', async () => {
    await withPlugin('fresh', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      demo.forgetRequests();
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'handler.lua'));
      await access.services.pluginStates.look(folder);
      assert.deepEqual(asked(demo, plane), []);
    });
  });

  test('what was remembered as one control plane per folder is still known, and becomes several', async () => {
    const folder = workspaceFile('greeter');
    const target = (id: string): UploadTarget => ({
      connection: 'c',
      controlPlane: { geo: 'us', id },
      controlPlaneName: id,
      plugin: 'greeter',
      sent: 'x',
    });
    const stored = new Map<string, unknown>([[`uploadTarget:${folder}`, target('old')]]);
    const targets = new UploadTargets({
      keys: () => [...stored.keys()],
      get: (key: string) => stored.get(key),
      update: async (key: string, value: unknown) => {
        if (value === undefined) stored.delete(key);
        else stored.set(key, value);
      },
    } as vscode.Memento);
    assert.equal(targets.get(folder, 'c')?.controlPlaneName, 'old');
    assert.equal(targets.foldersOf(target('old'), 'greeter').length, 1);
    await targets.set(folder, target('new'));
    assert.deepEqual(
      targets.list(folder, 'c').map(({ controlPlaneName }) => controlPlaneName),
      ['new', 'old'],
    );
    assert.deepEqual([...stored.keys()], [`uploadTargets:${folder}`]);
    await targets.forget(folder, target('new'));
    await targets.forget(folder, target('old'));
    assert.deepEqual([...stored.keys()], []);
  });

  test('compare shows both files beside those of Konnect', async () => {
    await withPlugin('compared', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      await changeInKonnect('compared');
      answerWith(access);
      assert.equal(
        await vscode.commands.executeCommand('kongCloudGateways.plugin.compare', folder),
        true,
      );
      const tab = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab);
      assert.match(tab.label, /^compared: payments in Konnect and here/);
      const uri = pluginDocumentUri(
        { controlPlane: plane, controlPlaneName: plane.name, plugin: 'compared' },
        'handler',
        workspaceFile('compared/handler.lua'),
      );
      const shown = await until(() =>
        vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()),
      );
      assert.equal(shown.getText(), (await remote('compared')).handler);
    });
  });

  test('the code of a custom plugin opens from its row as a read-only Lua document', async () => {
    const row = await nodeOf(
      access.services,
      'us',
      'booking-prod',
      'Custom plugins',
      'tide-headers',
      'handler.lua',
    );
    const { command } = access.services.explorer.tree.getTreeItem(row);
    assert.equal(command?.command, 'vscode.open');
    const document = await vscode.workspace.openTextDocument(command?.arguments?.[0] as vscode.Uri);
    assert.match(document.getText(), /^-- Tells customers the state of the tide/);
    assert.equal(document.languageId, 'lua');
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  suite('download', () => {
    const download = 'kongCloudGateways.plugin.download';
    const target = async () => ({
      controlPlane: await planeNamed(access, 'booking-prod'),
      terraform: {
        kind: 'customPlugin',
        controlPlane: await planeNamed(access, 'booking-prod'),
        resource: await tide(),
      },
    });
    const tide = async () =>
      (await access.services.client.get()).customPlugins.get(
        await planeNamed(access, 'booking-prod'),
        'tide-headers',
      );
    const name = () => vscode.workspace.asRelativePath(workspaceFile('tide-headers'), true);

    test('writes both files into a new folder, which is in sync then', async () => {
      await withPlugin('tide-headers', {}, async (folder) => {
        await vscode.workspace.fs.delete(folder, { recursive: true });
        answerWith(access, name());
        assert.equal(await vscode.commands.executeCommand(download, await target()), true);
        const { handler, schema } = await tide();
        assert.deepEqual(
          [onDisk('tide-headers/handler.lua'), onDisk('tide-headers/schema.lua')],
          [handler, schema],
        );
        assert.deepEqual(await states(folder), ['booking-prod: inSync']);
      });
    });

    test('asks before it writes over files that differ, and shows the difference', async () => {
      await withPlugin('tide-headers', {}, async (folder) => {
        const before = onDisk('tide-headers/handler.lua');
        const asking = answerWith(access, name(), 'Compare');
        assert.equal(await vscode.commands.executeCommand(download, await target()), false);
        assert.match(
          asking.at(-1)?.detail ?? '',
          /^Other than in Konnect: handler\.lua, schema\.lua\./,
        );
        assert.equal(onDisk('tide-headers/handler.lua'), before);
        answerWith(access, name(), 'Replace');
        assert.equal(await vscode.commands.executeCommand(download, await target()), true);
        assert.equal(onDisk('tide-headers/handler.lua'), (await tide()).handler);
        assert.deepEqual(await states(folder), ['booking-prod: inSync']);
      });
    });

    test('never writes over what is not saved', async () => {
      await withPlugin('tide-headers', {}, async (folder) => {
        const before = onDisk('tide-headers/handler.lua');
        const file = vscode.Uri.joinPath(folder, 'handler.lua');
        const editor = await vscode.window.showTextDocument(file);
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '-- unsaved\n'));
        answerWith(access, name());
        assert.equal(await vscode.commands.executeCommand(download, await target()), false);
        assert.match(messages.last?.text ?? '', /has changes that are not saved/);
        assert.equal(onDisk('tide-headers/handler.lua'), before);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      });
    });
  });

  test('the connection in use decides which control planes count', async () => {
    await withPlugin('others', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const active = await access.services.connections.active();
      assert.ok(active);
      assert.equal(access.services.targets.list(folder, connectionKey(active)).length, 1);
      await access.services.connections.signOut();
      assert.deepEqual(await states(folder), []);
    });
  });
});
