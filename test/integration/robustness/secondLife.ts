// Activates the extension anew in the same process, so that everything that it does from its first line on can be counted.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../src/extension';

/** To be called after the first life has ended: a command can be registered once only. */
export function secondLife(extension: vscode.Extension<unknown>): TestAccess {
  const bundle = join(extension.extensionPath, 'dist/extension.js');
  const { activate }: typeof import('../../../src/extension') = createRequire(bundle)(bundle);
  const { extensionUri, extensionPath } = extension;
  const context: Partial<vscode.ExtensionContext> = {
    extension,
    extensionUri,
    subscriptions: [],
    extensionMode: vscode.ExtensionMode.Test,
    asAbsolutePath: (path) => join(extensionPath, path),
    globalStorageUri: vscode.Uri.file(join(extensionPath, 'out/second-life')),
    globalState: memory(),
    workspaceState: memory(),
    secrets: secrets(),
  };
  const access = activate(context as vscode.ExtensionContext);
  if (access === undefined) throw new Error('The extension gives its parts to a test run.');
  return access;
}

function memory(): vscode.ExtensionContext['globalState'] {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) ?? otherwise) as T,
    update: async (key, value) => void values.set(key, value),
    setKeysForSync: () => undefined,
  };
}

function secrets(): vscode.SecretStorage {
  const values = new Map<string, string>();
  return {
    get: async (key) => values.get(key),
    store: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}
