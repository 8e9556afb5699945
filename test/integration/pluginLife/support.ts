// What the tests of a plugin's life share: what the user is told, the requests about a control plane, files to change.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { Action } from '../../../src/host/tell';
import type { ControlPlane } from '../../../src/konnect/client';
import { workspaceFile } from '../support';

export interface Message {
  readonly kind: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly Action[];
}

/** Stands where VS Code's notifications are, of which a test sees nothing. */
export class Messages {
  readonly all: Message[] = [];
  readonly #events = new EventEmitter();

  constructor({ services }: TestAccess) {
    const note =
      (kind: Message['kind']) =>
      (text: string, ...actions: Action[]): void => {
        this.all.push({ kind, text, actions });
        this.#events.emit('told');
      };
    Object.assign(services.tell, {
      info: note('info'),
      warning: note('warning'),
      error: note('error'),
    });
  }

  get last(): Message | undefined {
    return this.all.at(-1);
  }

  /** The first message, told already or to come, that says this. */
  async saying(text: RegExp): Promise<Message> {
    for (;;) {
      const found = this.all.find((message) => text.test(message.text));
      if (found !== undefined) return found;
      await once(this.#events, 'told');
    }
  }

  forget(): void {
    this.all.length = 0;
  }
}

export async function press({ actions, text }: Message, title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `no button ${title} on: ${text}`);
  await action.run();
}

export async function planeNamed(
  { services }: TestAccess,
  name: string,
  geo = 'us',
): Promise<ControlPlane> {
  const konnect = await services.client.get();
  for await (const plane of konnect.controlPlanes.list(geo, { cloudGateway: true })) {
    if (plane.name === name) return plane;
  }
  throw new Error(`The demo has no control plane ${name}.`);
}

/** `GET plugins` of each request about custom plugins and their instances in a control plane. */
export function asked(demo: DemoServer, { id }: ControlPlane): string[] {
  const start = `/v2/control-planes/${id}/core-entities/`;
  return demo.requests
    .filter(({ path }) => path.startsWith(`${start}custom-plugins`) || path === `${start}plugins`)
    .map(({ method, path }) => `${method} ${path.slice(start.length)}`);
}

/** Looks again and again, without guessing how long it takes. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function onDisk(file: string): string {
  return readFileSync(workspaceFile(file).fsPath, 'utf8');
}

export async function write(file: string, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(file), Buffer.from(content));
}

/** A plugin folder of the test's own, taken away again afterwards. */
export async function withPlugin(
  name: string,
  files: { readonly handler?: string | Uint8Array; readonly schema?: string | Uint8Array },
  work: (folder: vscode.Uri) => Promise<void>,
): Promise<void> {
  const schema = onDisk('greeter/schema.lua').replace('"greeter"', `"${name}"`);
  await write(`${name}/handler.lua`, files.handler ?? onDisk('greeter/handler.lua'));
  await write(`${name}/schema.lua`, files.schema ?? schema);
  try {
    await work(workspaceFile(name));
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });
  }
}
