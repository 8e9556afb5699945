// Konnect's API descriptions, for the changes that a scenario sends; there are none where they are not at hand.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { OpenApi, openApiFiles } from '../contract/support/openApi';

/** Errors of a body, by its operation; undefined where nothing describes it. */
export function bodyErrors(operation: string, body: unknown): readonly string[] | undefined {
  const files = descriptions();
  // The cloned plugins are in no description (PRODUCT 2).
  if (files.length === 0 || operation.endsWith('cloned-plugin')) return undefined;
  const file = files.find(({ operations }) => operations.has(operation));
  assert.ok(file, `${operation} is described`);
  return file.requestErrors(operation, body);
}

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

const extensionId = 'cloud-gateways.kong-cloud-gateways';
