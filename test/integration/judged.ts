// Every change that a scenario sends is judged by the API descriptions, and written down under the command that sent it.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { DemoServer } from '../../src/demo/server';
import { instanceScheme } from '../../src/manifest';
import { bodyErrors } from './descriptions';

/** `runIntegration` reads it: `<command, or save> <operation>` in each line. */
const { INTEGRATION_SENT: sentFile } = process.env;

/** From now on, until it is closed; what is wrong fails the test in which it was sent. */
export function judged(demo: DemoServer): DemoServer {
  const { forgetRequests, close } = demo;
  let seen = 0;
  const judge = (by?: string): void => {
    const fresh = demo.requests.slice(seen).filter(({ method }) => method !== 'GET');
    seen = demo.requests.length;
    for (const { method, path, body, operation } of fresh) {
      const errors = operation === undefined ? undefined : bodyErrors(operation, body);
      if (errors === undefined) continue;
      assert.deepEqual(errors, [], `${method} ${path}`);
      if (by !== undefined && sentFile) appendFileSync(sentFile, `${by} ${operation}\n`);
    }
  };
  const watching = vscode.Disposable.from(watchCommands(judge), watchSaves(judge));
  return Object.assign(demo, {
    forgetRequests: () => {
      judge();
      seen = 0;
      forgetRequests();
    },
    close: async () => {
      judge();
      watching.dispose();
      await close();
    },
  });
}

/** `judge` hears before a command of ours what belongs to none, and after it what it has sent. */
function watchCommands(judge: (by?: string) => void): vscode.Disposable {
  const { executeCommand } = vscode.commands;
  const watched = async (id: string, ...args: unknown[]): Promise<unknown> => {
    if (!id.startsWith('kongCloudGateways.')) return executeCommand(id, ...args);
    judge();
    try {
      return await executeCommand(id, ...args);
    } finally {
      judge(id);
    }
  };
  Object.assign(vscode.commands, { executeCommand: watched });
  return new vscode.Disposable(() => Object.assign(vscode.commands, { executeCommand }));
}

/** Plugin instances are changed by saving them. */
function watchSaves(judge: (by?: string) => void): vscode.Disposable {
  const isInstance = ({ uri }: vscode.TextDocument) => uri.scheme === instanceScheme;
  const { onWillSaveTextDocument, onDidSaveTextDocument } = vscode.workspace;
  return vscode.Disposable.from(
    onWillSaveTextDocument(({ document }) => isInstance(document) && judge()),
    onDidSaveTextDocument((document) => isInstance(document) && judge('save')),
  );
}
