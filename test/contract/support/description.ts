// One API description as a plain tree, for what the validators do not tell: parameters, response schemas, examples.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Node = { readonly [key: string]: unknown };

export interface ParameterNode {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly style?: string;
  readonly schema: Node;
}

export interface OperationNode {
  readonly id: string;
  readonly method: string;
  /** With the version of the server's address. */
  readonly path: string;
  readonly parameters: readonly ParameterNode[];
  readonly node: Node;
}

export class Description {
  readonly root: Node;
  readonly operations: ReadonlyMap<string, OperationNode>;

  constructor(folder: string, file: string) {
    this.root = parse(readFileSync(join(folder, file), 'utf8'));
    this.operations = new Map(this.#operations().map((operation) => [operation.id, operation]));
  }

  /** What a `$ref` leads to; anything else as it is. */
  resolve(value: unknown): Node {
    const node = asNode(value);
    const { $ref } = node;
    if (typeof $ref !== 'string') return node;
    const keys = $ref.slice(2).split('/').map(unescaped);
    return this.resolve(keys.reduce<unknown>((at, key) => asNode(at)[key], this.root));
  }

  /** The operation that a request is, by method and filled-in path. */
  find(method: string, path: string): OperationNode | undefined {
    const matches = [...this.operations.values()].filter(
      (operation) => operation.method === method && pattern(operation.path).test(path),
    );
    // A literal path such as `/nodes/eol` is meant rather than a template that it fits too.
    return matches.sort((one, other) => holes(one.path) - holes(other.path))[0];
  }

  /** The JSON of the described answers with this status, as schema and as examples. */
  responses(id: string): readonly { readonly status: number; readonly media: Node }[] {
    const responses = asNode(this.operations.get(id)?.node.responses);
    return Object.entries(responses).flatMap(([status, response]) =>
      Object.values(asNode(this.resolve(response).content)).map((media) => ({
        status: Number(status),
        media: asNode(media),
      })),
    );
  }

  /** Values of the examples of a media type, wherever they are kept. */
  examples(media: Node): readonly unknown[] {
    const named = Object.values(asNode(media.examples)).map(
      (example) => this.resolve(example).value,
    );
    const schema = this.resolve(media.schema);
    return [...named, media.example, schema.example].filter((value) => value !== undefined);
  }

  #operations(): readonly OperationNode[] {
    const [server] = this.root.servers as readonly { readonly url: string }[];
    const version = /\/v\d+$/.exec(server?.url ?? '')?.[0] ?? '';
    return Object.entries(asNode(this.root.paths)).flatMap(([path, item]) =>
      Object.entries(asNode(item))
        .filter(([, node]) => typeof asNode(node).operationId === 'string')
        .map(([method, node]) => ({
          id: String(asNode(node).operationId),
          method: method.toUpperCase(),
          path: `${version}${path}`,
          parameters: [...list(asNode(item).parameters), ...list(asNode(node).parameters)].map(
            (parameter) => this.resolve(parameter) as unknown as ParameterNode,
          ),
          node: asNode(node),
        })),
    );
  }
}

export function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function pattern(path: string): RegExp {
  const literal = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function holes(path: string): number {
  return path.split('{').length;
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
