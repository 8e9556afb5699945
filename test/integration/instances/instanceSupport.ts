// What the tests of plugin instances share: rows of the demo, what was asked of it, and judging bodies.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../../src/commands/services';
import type { DemoServer } from '../../../src/demo/server';
import type { ControlPlane, Plugin } from '../../../src/konnect/client';
import { OpenApi, openApiFiles } from '../../contract/support/openApi';

export async function controlPlaneCalled(
  { client }: Services,
  name: string,
): Promise<ControlPlane> {
  const konnect = await client.get();
  for (const geo of ['us', 'eu'] as const) {
    for await (const one of konnect.controlPlanes.list(geo, { cloudGateway: true })) {
      if (one.name === name) return one;
    }
  }
  throw new Error(`no control plane ${name}`);
}

export async function instances(
  { client }: Services,
  controlPlane: ControlPlane,
): Promise<Plugin[]> {
  const konnect = await client.get();
  const found: Plugin[] = [];
  for await (const plugin of konnect.plugins.list(controlPlane)) found.push(plugin);
  return found;
}

export async function instanceOf(
  services: Services,
  controlPlane: ControlPlane,
  name: string,
): Promise<Plugin> {
  const all = await instances(services, controlPlane);
  const plugin = all.find((one) => one.name === name || one.instance_name === name);
  assert.ok(plugin, `no instance of ${name}`);
  return plugin;
}

export function targetOf(controlPlane: ControlPlane, { id, name }: Plugin) {
  const { geo } = controlPlane;
  const path = `/v2/control-planes/${controlPlane.id}/core-entities/plugins/${id}`;
  return { name, resourceId: id, source: { geo, path }, controlPlane };
}

/** `METHOD operation` of everything that was asked since `before` requests. */
export function since(demo: DemoServer, before: number): string[] {
  return demo.requests.slice(before).map(({ method, operation }) => `${method} ${operation}`);
}

/** Requests that change something; each must be as Konnect describes it. */
export function changesOf(demo: DemoServer) {
  const changes = demo.requests.filter(
    ({ method, operation }) => method !== 'GET' && operation !== 'validate-entity-schema',
  );
  const beside = join(__dirname, '../../../../../shared/konnect/openapi');
  const folder = process.env.KONNECT_OPENAPI_DIR ?? beside;
  if (existsSync(folder)) {
    const description = new OpenApi(folder, openApiFiles.controlPlanesConfig);
    for (const { operation = '', body, method } of changes) {
      const sent = method === 'DELETE' ? undefined : body;
      assert.deepEqual(description.requestErrors(operation, sent), [], operation);
    }
  }
  return changes;
}
