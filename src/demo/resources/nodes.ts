// Data plane nodes of a control plane, what is wrong with them, and the hash that they should report.

import { type Call, noContent, type Operation, ok, param } from '../http/operation';
import { itemsPage } from '../http/paging';
import { notFound } from '../http/refusal';
import { durations } from '../life/durations';
import { isOlder } from '../life/nodeLife';
import type { CoreEntity, DataPlaneNode } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneOf } from './controlPlanes';

export function nodeOperations(world: World): readonly Operation[] {
  const base = '/v2/control-planes/{controlPlaneId}';
  const one = `${base}/nodes/{nodeId}`;
  const home = 'regional';
  const remove = (call: Call) => {
    world.nodes.remove(nodeOf(world, call).id);
    return noContent;
  };
  const list = (call: Call) =>
    ok(
      itemsPage(
        nodesOf(world, call).map((node) => nodeAnswer(world, node)),
        call,
      ),
    );
  const read = (call: Call) => ok({ item: nodeAnswer(world, nodeOf(world, call)) });
  const hash = (call: Call) => ok(expectedHash(world, call));
  const version = (call: Call) => ok(expectedVersion(world, call));
  return [
    { id: 'list-dataplane-nodes', method: 'GET', path: `${base}/nodes`, home, handle: list },
    {
      id: 'get-nodes-eol',
      method: 'GET',
      path: `${base}/nodes/eol`,
      home,
      handle: (call) => eol(world, call),
    },
    { id: 'get-nodes-node_id', method: 'GET', path: one, home, handle: read },
    { id: 'delete-nodes-node_id', method: 'DELETE', path: one, home, handle: remove },
    {
      id: 'get-expected-config-hash',
      method: 'GET',
      path: `${base}/expected-config-hash`,
      home,
      handle: hash,
    },
    {
      id: 'get-expected-config-version',
      method: 'GET',
      path: `${base}/expected-config-version`,
      home,
      handle: version,
    },
  ];
}

function nodesOf(world: World, call: Call): readonly DataPlaneNode[] {
  const { id } = controlPlaneOf(world, call);
  return world.nodes.where((node) => node.control_plane_id === id);
}

function nodeOf(world: World, call: Call): DataPlaneNode {
  const node = nodesOf(world, call).find(({ id }) => id === param(call, 'nodeId'));
  if (!node) throw notFound('Not found');
  return node;
}

function nodeAnswer(world: World, node: DataPlaneNode): JsonObject {
  const issues = issuesOf(world, node);
  const beat = durations.nodePing / 1000;
  const now = world.seconds();
  return {
    id: node.id,
    version: node.version,
    hostname: node.hostname,
    last_ping: node.silent ? node.last_ping : Math.max(node.last_ping, now - (now % beat)),
    type: 'kong-proxy',
    config_hash: node.config_hash,
    compatibility_status: {
      state: `COMPATIBILITY_STATE_${issues.length > 0 ? 'INCOMPATIBLE' : 'FULLY_COMPATIBLE'}`,
      ...(issues.length > 0 && { issues }),
    },
    created_at: node.created_at,
    updated_at: node.updated_at,
  };
}

/** Codes and conditions as in Kong's page on version compatibility. */
function issuesOf(world: World, node: DataPlaneNode): readonly JsonObject[] {
  const core = world.core(node.control_plane_id);
  const custom = core.of('custom-plugins').all();
  const cloned = core.of('cloned-plugins').all();
  const issues: JsonObject[] = [];
  if (custom.length > 0 && isOlder(node.version, '3.9')) {
    issues.push(
      issue(
        'P307',
        custom,
        'Custom plugins require Kong Gateway 3.9 or newer.',
        'Upgrade the data plane to 3.9.',
      ),
    );
  } else if (custom.length > 0 && !node.streaming) {
    issues.push(
      issue(
        'P309',
        custom,
        'Custom plugin streaming is not enabled on this data plane.',
        "Set 'custom_plugin_streaming_enabled' on the data plane.",
      ),
    );
  }
  if (cloned.length > 0 && isOlder(node.version, '3.15')) {
    issues.push(
      issue(
        'D609',
        cloned,
        'Cloned plugins require Kong Gateway 3.15 or newer.',
        'Upgrade the data plane to 3.15.',
      ),
    );
  }
  return issues;
}

function issue(
  code: string,
  affected: readonly CoreEntity[],
  description: string,
  resolution: string,
): JsonObject {
  return {
    code,
    severity: 'error',
    description,
    resolution,
    affected_resources: affected.map(({ id, name }) => ({
      id,
      type: code === 'D609' ? 'cloned_plugin' : 'custom_plugin',
      details: [String(name)],
    })),
    documentation_url: `https://developer.konghq.com/gateway-manager/version-compatibility/#${code.toLowerCase()}`,
  };
}

function eol(world: World, call: Call) {
  const old = nodesOf(world, call).filter(({ version }) => isOlder(version, '3.4'));
  const items = old.map(({ id, version }) => ({
    node_id: id,
    node_version: version,
    message: `Version ${version} is out of support. Upgrade to 3.10 (LTS).`,
  }));
  return ok(itemsPage(items, call));
}

function expectedHash(world: World, call: Call): JsonObject {
  const plane = controlPlaneOf(world, call);
  const created_at = Math.floor(Date.parse(plane.created_at) / 1000);
  return {
    expected_hash: world.core(plane.id).hash(),
    created_at,
    updated_at: lastChange(world, plane.id, created_at),
  };
}

function lastChange(world: World, controlPlaneId: string, otherwise: number): number {
  return Math.max(otherwise, world.core(controlPlaneId).changedAt());
}

function expectedVersion(world: World, call: Call): JsonObject {
  const plane = controlPlaneOf(world, call);
  const version = `v02_${world.core(plane.id).hash().slice(0, 26)}`;
  return {
    expected_config_version: version,
    created_at: Math.floor(Date.parse(plane.created_at) / 1000),
  };
}
