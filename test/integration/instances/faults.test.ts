// Saving an instance while Konnect fails: what was typed stays, and saved again it is there once.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Fault } from '../../../src/demo/http/faults';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, connectedDemo } from '../support';
import { controlPlaneCalled, instanceOf, targetOf } from './instanceSupport';

const faults: Readonly<Record<string, { readonly fault: Fault; readonly advice: RegExp }>> = {
  '401': { fault: { kind: 'status', status: 401 }, advice: /Sign in again/ },
  '403': { fault: { kind: 'status', status: 403 }, advice: /ask an admin/ },
  '429': { fault: { kind: 'status', status: 429, retryAfter: 3600 }, advice: /Try again in 3600/ },
  '500': { fault: { kind: 'status', status: 500 }, advice: /Try again in a few minutes/ },
  'a lost connection': { fault: { kind: 'resetBeforeHeaders' }, advice: /try again/ },
  'half an answer': { fault: { kind: 'truncatedJson' }, advice: /Try again/ },
};

suite('saving an instance while Konnect fails', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let plane: ControlPlane;
  let document: vscode.TextDocument;

  before(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    plane = await controlPlaneCalled(access.services, 'booking-prod');
    const plugin = await instanceOf(access.services, plane, 'rate-limiting');
    await vscode.commands.executeCommand(
      'kongCloudGateways.plugin.editInstance',
      targetOf(plane, plugin),
    );
    const opened = vscode.window.activeTextEditor?.document;
    assert.ok(opened);
    document = opened;
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await access.services.connections.signOut();
    await demo.close();
  });

  const type = async (minute: number) => {
    const [found] = /"minute": \d+/.exec(document.getText()) ?? [];
    assert.ok(found);
    const start = document.positionAt(document.getText().indexOf(found));
    const change = new vscode.WorkspaceEdit();
    const range = new vscode.Range(start, start.translate(0, found.length));
    change.replace(document.uri, range, `"minute": ${minute}`);
    assert.ok(await vscode.workspace.applyEdit(change));
  };

  for (const [index, [what, { fault, advice }]] of Object.entries(faults).entries()) {
    test(`${what}: the text stays and says why; saved again it is in Konnect`, async () => {
      const minute = 700 + index;
      await type(minute);
      const path = `/us/v2/control-planes/${plane.id}/core-entities/plugins/*`;
      demo.faults.order({ method: 'PUT', path, fault });
      assert.equal(await document.save(), false);
      const content = Buffer.from(document.getText());
      const { instanceFiles } = access.services;
      await assert.rejects(instanceFiles.writeFile(document.uri, content), advice);
      assert.ok(document.isDirty && document.getText().includes(`"minute": ${minute}`));
      demo.faults.clear();
      assert.equal(await document.save(), true);
      assert.equal(document.isDirty, false);
      const after = await instanceOf(access.services, plane, 'rate-limiting');
      assert.equal(after.config?.minute, minute);
    });
  }
});
