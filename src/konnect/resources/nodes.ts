// Data plane nodes of a control plane, and the configuration that they should have.
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, items } from '../pagination';
import { listOf, number, type Shape, text } from '../shape';
import { Endpoint } from './endpoint';
import { below, controlPlane, itemOf } from './place';

const issue = z.looseObject({
  /** Such as P309: the node does not stream custom plugins. */
  code: text,
  severity: text,
  description: text,
  resolution: text,
  affected_resources: listOf(
    z.looseObject({ id: text, type: text, parent_code: text, details: listOf(z.string()) }),
  ),
  documentation_url: text,
});

const schema = z.looseObject({
  id: z.string(),
  version: text,
  hostname: text,
  /** Seconds since 1970. */
  last_ping: number,
  type: text,
  /** The node is in step when this equals the expected hash. */
  config_hash: text,
  compatibility_status: z.nullish(z.looseObject({ state: text, issues: listOf(issue) })),
  created_at: number,
  updated_at: number,
});

const hash = z.looseObject({ expected_hash: z.string(), created_at: number, updated_at: number });
const version = z.looseObject({ expected_config_version: z.string(), created_at: number });
const endOfLife = z.looseObject({ node_id: text, node_version: text, message: text });

export type Node = z.infer<typeof schema>;
export type NodeIssue = z.infer<typeof issue>;
export type ExpectedHash = z.infer<typeof hash>;
export type ExpectedVersion = z.infer<typeof version>;
export type NodeEndOfLife = z.infer<typeof endOfLife>;

const roles = { read: 'Control Planes: Viewer', write: 'Control Planes: Admin' };
const definition = {
  path: `${controlPlane}/nodes`,
  item: 'nodeId',
  shape: { name: 'node', schema } satisfies Shape<Node>,
  roles,
  paging: items,
  unwrap: itemOf,
};

export class Nodes {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<Node> {
    return this.#at(ref).list({}, options);
  }

  get(ref: ControlPlaneRef, id: string, options: Cancellable = {}): Promise<Node> {
    return this.#at(ref).get(id, options);
  }

  /** `get-nodes-eol`: nodes whose version is not supported for long any more. */
  endOfLife(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<NodeEndOfLife> {
    const path = `${controlPlane}/nodes/eol`;
    const shape = { name: 'node', schema: endOfLife };
    const eol = { path, item: '', shape, roles, paging: items };
    return new Endpoint(this.#api, eol, below(ref)).list({}, options);
  }

  async expectedHash(ref: ControlPlaneRef, options: Cancellable = {}): Promise<ExpectedHash> {
    const answer = await this.#read(ref, `${controlPlane}/expected-config-hash`, options);
    return this.#api.reader.read({ name: 'expected hash', schema: hash }, answer);
  }

  /** For nodes that take changes one by one instead of whole configurations. */
  async expectedVersion(ref: ControlPlaneRef, options: Cancellable = {}): Promise<ExpectedVersion> {
    const answer = await this.#read(ref, `${controlPlane}/expected-config-version`, options);
    return this.#api.reader.read({ name: 'expected version', schema: version }, answer);
  }

  #read(ref: ControlPlaneRef, path: string, { signal }: Cancellable): Promise<unknown> {
    return this.#api.http.send({ ...below(ref), method: 'GET', path, role: roles.read, signal });
  }

  #at(ref: ControlPlaneRef): Endpoint<Node> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
