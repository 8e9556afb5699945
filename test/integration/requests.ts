// What a test asserts of the demo's request log: the changes in order, and that their bodies are as described.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Services } from '../../src/commands/services';
import type { DemoServer } from '../../src/demo/server';
import { OpenApi, openApiFiles } from '../contract/support/openApi';
import { extensionId } from './support';

/** Ids are left out: `DELETE /v2/cloud-gateways/networks/<id> 204`. */
export function changesOf({ requests }: DemoServer): readonly string[] {
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, status }) => `${method} ${path} ${status}`.replaceAll(uuid, '<id>'));
}

export function bodiesOf({ requests }: DemoServer, method: string): readonly unknown[] {
  return requests.filter((request) => request.method === method).map(({ body }) => body);
}

/** Every body that was sent is one that its operation describes; says nothing where the descriptions are not at hand. */
export function assertDescribed({ requests }: DemoServer): void {
  const files = descriptions();
  if (files.length === 0) return;
  for (const { method, path, body, operation } of requests) {
    if (method === 'GET' || operation === undefined) continue;
    const file = files.find(({ operations }) => operations.has(operation));
    assert.ok(file, `${operation} is described`);
    assert.deepEqual(file.requestErrors(operation, body), [], `${method} ${path}`);
  }
}

/** Time for the extension: a wait moves the demo's time on instead of taking any. */
export function waitWith(services: Services, demo: DemoServer): void {
  Object.assign(services, {
    clock: {
      now: () => demo.clock.now(),
      random: () => 0.5,
      sleep: async (ms: number, signal?: AbortSignal) => {
        signal?.throwIfAborted();
        demo.clock.advance(ms);
      },
    },
  });
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let read: readonly OpenApi[] | undefined;

/** Read once: it takes a second. */
function descriptions(): readonly OpenApi[] {
  read ??= readDescriptions();
  return read;
}

function readDescriptions(): readonly OpenApi[] {
  const root = vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
  const shared = join(root, '..', 'shared');
  const folder = process.env.KONNECT_OPENAPI_DIR ?? join(shared, 'konnect', 'openapi');
  if (!existsSync(folder)) {
    assert.ok(!existsSync(shared), `${folder} should hold the API descriptions`);
    return [];
  }
  const { cloudGateways, controlPlanes, controlPlanesConfig } = openApiFiles;
  const files = [cloudGateways, controlPlanes, controlPlanesConfig];
  return files.map((file) => new OpenApi(folder, file));
}
