// The view itself, by the commands that its keys are bound to.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { activated, connectedDemo, until } from '../support';

const run = vscode.commands.executeCommand;
const controlPlanes = /^\/v2\/control-planes$/;

suite('the view', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
    await run('workbench.view.explorer');
  });

  const asked = (path: RegExp, geo?: string) =>
    demo.requests.filter((one) => path.test(one.path) && (geo ?? one.geo) === one.geo).length;
  const focused = () => access.services.explorer.view.selection[0]?.id;

  async function opened(options?: Parameters<typeof connectedDemo>[1]): Promise<void> {
    demo = await connectedDemo(access.services, options);
    await run('kongCloudGateways.explorer.focus');
    await until(() => asked(controlPlanes) >= 6);
    await settled(() => demo.requests.length);
  }

  test('opens with one list per geo, and closing and opening a node again asks nobody', async () => {
    await opened();
    const paths = demo.requests
      .filter(({ path }) => path.startsWith('/v2'))
      .map(({ path }) => path);
    assert.deepEqual(paths, Array(6).fill('/v2/control-planes'));
    await selectRow(access, 'us', 'booking-prod');
    const before = demo.requests.length;
    await run('list.expand');
    await selectRow(access, 'us', 'booking-prod', 'Data plane groups');
    await run('list.expand');
    await until(() => demo.requests.length === before + 1);
    await run('list.collapse');
    await run('list.expand');
    await settled(() => demo.requests.length);
    assert.equal(demo.requests.length, before + 1);
  });

  test('a node that closes stops its load, and reads it when it opens again', async () => {
    await opened();
    const group = await selectRow(access, 'us', 'booking-prod', 'Services');
    const routes = /core-entities\/routes$/;
    const services = /core-entities\/services$/;
    const path = '/us/v2/control-planes/*/core-entities/routes';
    const silent = demo.faults.order({ path, fault: { kind: 'silence' } });
    const readAgain = changeOf(access, group);
    await run('list.expand');
    await until(() => silent.met === 1);
    await run('list.collapse');
    await readAgain;
    silent.cancel();
    assert.equal(asked(services), 0);
    assert.equal(asked(routes), 1);
    await run('list.expand');
    await until(() => asked(services) === 1);
    assert.equal(asked(routes), 2);
    const service = await selectRow(access, 'us', 'booking-prod', 'Services', 'bookings');
    assert.ok(service.startsWith(`${group}/`));
    await until(() => focused() === service);
  });

  test('a long list goes on by keyboard, from the row at its end', async () => {
    await opened({
      seed: { empty: true, extraControlPlanes: 1500, refusedGeos: [], oddities: false },
    });
    const { tree } = access.services.explorer;
    const us = (await tree.getChildren())[0];
    assert.ok(us);
    const shown = async () => (await tree.getChildren(us)).map((node) => tree.getTreeItem(node));
    const more = (await shown()).at(-1);
    assert.deepEqual(
      [more?.label, more?.description, (await shown()).length],
      ['Load more', '100 of 250 shown', 101],
    );
    const row = (await tree.getChildren(us)).at(-1);
    assert.ok(row);
    const before = demo.requests.length;
    await reveal(access.services.explorer.view, row);
    await run('list.select');
    const goesOn = () => focused() !== row.id && focused() !== undefined;
    await until(goesOn);
    const next = (await tree.getChildren(us))[100];
    assert.ok(next);
    assert.equal(focused(), next.id);
    assert.equal(tree.getTreeItem(next).label, 'measured-00601');
    assert.equal((await shown()).at(-1)?.description, '200 of 250 shown');
    await run('kongCloudGateways.explorer.loadMore', us);
    assert.equal((await shown()).at(-1)?.label, 'measured-01495');
    assert.equal((await shown()).length, 250);
    assert.equal(demo.requests.length, before);
  });
});

/** VS Code may be in the middle of drawing the rows anew. */
async function reveal(view: vscode.TreeView<TreeNode>, node: TreeNode): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const isDone = await view.reveal(node, { select: true, focus: true }).then(
      () => true,
      () => false,
    );
    if (isDone) return;
    assert.ok(attempt < 20, `cannot be revealed: ${node.id}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** VS Code is told that what is below a row has to be asked for anew. */
function changeOf({ services }: TestAccess, id: string): Promise<void> {
  return new Promise((resolve) => {
    const listening = services.explorer.tree.onDidChangeTreeData((node) => {
      if (node?.id !== id) return;
      listening.dispose();
      resolve();
    });
  });
}

/** Nothing has come for a while: what VS Code would still ask for, it has asked for. */
async function settled(count: () => number): Promise<void> {
  for (let calm = 0, last = count(); calm < 20; calm += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (count() !== last) calm = 0;
    last = count();
  }
}

async function selectRow({ services }: TestAccess, ...labels: string[]): Promise<string> {
  const { tree, view } = services.explorer;
  let id = '';
  let parent: TreeNode | undefined;
  for (const label of labels) {
    const children = await tree.getChildren(parent);
    parent = children.find((node) => tree.getTreeItem(node).label === label);
    assert.ok(parent, label);
    await reveal(view, parent);
    id = parent.id;
  }
  return id;
}
