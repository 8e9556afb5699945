// Konnect's API descriptions, read as they are and made usable: operations by id, validators for bodies, examples.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

export type Tree = { readonly [key: string]: unknown };

export const openApiFiles = {
  cloudGateways: 'cloud-gateways-v2.openapi.yaml',
  controlPlanes: 'control-planes-v2.openapi.yaml',
  controlPlanesConfig: 'control-planes-config-v2.openapi.yaml',
  identity: 'identity-v3.openapi.yaml',
  organizations: 'organizations-v3.openapi.yaml',
  gatewayAdmin: 'gateway-admin-ee-3.15.openapi.yaml',
} as const;

export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  /** As in the file, without the version of the server's address. */
  readonly path: string;
  readonly tree: Tree;
  /** JSON pointer to it. */
  readonly pointer: string;
}

export type Verdict =
  /** The description says nothing about this status. */
  { readonly described: false } | { readonly described: true; readonly errors: readonly string[] };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export class OpenApi {
  readonly #ajv: Ajv;
  readonly #root: Tree;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly operations: ReadonlyMap<string, DescribedOperation>;
  /** The version in the server's address: `/v2`. */
  readonly version: string;

  constructor(folder: string, file: string) {
    const text = readFileSync(join(folder, file), 'utf8');
    this.#root = nullableAsType(parse(text)) as Tree;
    // Formats name sets, addresses and even patterns here; patterns escape what the `u` flag forbids.
    this.#ajv = new Ajv({
      strict: false,
      allErrors: true,
      validateFormats: false,
      unicodeRegExp: false,
      logger: false,
    });
    this.#ajv.addSchema({ ...this.#root, $id: 'file' });
    this.operations = new Map(this.#readOperations().map((operation) => [operation.id, operation]));
    const [server] = this.#root.servers as readonly { readonly url: string }[];
    this.version = /\/v\d+$/.exec(server?.url ?? '')?.[0] ?? '';
  }

  /** What `components.schemas` calls `name`, as a validator. */
  schemaErrors(name: string, body: unknown): readonly string[] {
    return this.#errors(`/components/schemas/${name}`, body);
  }

  hasSchema(name: string): boolean {
    return Object.hasOwn((this.#root.components as Tree).schemas as Tree, name);
  }

  /** Whether an answer is as described for its status. */
  judgeResponse(id: string, status: number, contentType: string | null, body: unknown): Verdict {
    const operation = this.operation(id);
    const responses = operation.tree.responses as Tree;
    if (responses[status] === undefined) return { described: false };
    const { tree, pointer } = this.#follow(`${operation.pointer}/responses/${status}`);
    const content = tree.content as Tree | undefined;
    if (content === undefined) {
      const errors = body === undefined || status >= 400 ? [] : ['a body where none is described'];
      return { described: true, errors };
    }
    const type = contentType?.split(';')[0] ?? '';
    if (content[type] === undefined)
      return { described: true, errors: [`content type is '${type}'`] };
    return {
      described: true,
      errors: this.#errors(`${pointer}/content/${escaped(type)}/schema`, body),
    };
  }

  /** Whether a request body is as described; an operation that takes none has no errors for `undefined`. */
  requestErrors(id: string, body: unknown): readonly string[] {
    const operation = this.operation(id);
    if (operation.tree.requestBody === undefined)
      return body === undefined ? [] : ['a body where none is described'];
    const { pointer } = this.#follow(`${operation.pointer}/requestBody`);
    return this.#errors(`${pointer}/content/${escaped('application/json')}/schema`, body);
  }

  operation(id: string): DescribedOperation {
    const operation = this.operations.get(id);
    if (!operation) throw new Error(`No operation '${id}' is described`);
    return operation;
  }

  /** Values of `components.examples` by name. */
  get examples(): ReadonlyMap<string, unknown> {
    const components = this.#root.components as Tree;
    const examples = (components.examples ?? {}) as Tree;
    return new Map(
      Object.entries(examples).map(([name, example]) => [name, (example as Tree).value]),
    );
  }

  /** Request examples by name, with the operation that they are for. */
  get requestExamples(): readonly {
    readonly name: string;
    readonly operation: string;
    readonly value: unknown;
  }[] {
    return [...this.operations.values()].flatMap(({ id, tree, pointer }) => {
      if (tree.requestBody === undefined) return [];
      const body = this.#follow(`${pointer}/requestBody`);
      const media = (body.tree.content as Tree)['application/json'] as Tree;
      return Object.keys((media.examples ?? {}) as Tree).map((name) => {
        const at = `${body.pointer}/content/${escaped('application/json')}/examples/${escaped(name)}`;
        return { name, operation: id, value: this.#follow(at).tree.value };
      });
    });
  }

  #errors(pointer: string, body: unknown): readonly string[] {
    const known = this.#validators.get(pointer);
    const validate =
      known ?? this.#ajv.compile({ $ref: `file#${encodeURI(pointer).replaceAll('#', '%23')}` });
    this.#validators.set(pointer, validate);
    return validate(body) ? [] : (validate.errors ?? []).map(worded);
  }

  #readOperations(): readonly DescribedOperation[] {
    return Object.entries(this.#root.paths as Tree).flatMap(([path, item]) =>
      methods
        .filter((method) => (item as Tree)[method] !== undefined)
        .map((method) => {
          const tree = (item as Tree)[method] as Tree;
          const pointer = `/paths/${escaped(path)}/${method}`;
          return {
            id: String(tree.operationId),
            method: method.toUpperCase(),
            path,
            tree,
            pointer,
          };
        }),
    );
  }

  /** The object at a pointer, behind any `$ref`. */
  #follow(pointer: string): { readonly tree: Tree; readonly pointer: string } {
    let value: unknown = this.#root;
    for (const part of pointer.split('/').slice(1)) value = (value as Tree)[unescaped(part)];
    const reference = (value as Tree).$ref;
    return typeof reference === 'string'
      ? this.#follow(reference.slice(1))
      : { tree: value as Tree, pointer };
  }
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function worded({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;
}

/** `nullable: true`, and the remark that a value may be null, said in JSON Schema's way. */
function nullableAsType(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullableAsType);
  if (typeof value !== 'object' || value === null) return value;
  const tree = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, nullableAsType(one)]),
  );
  const { nullable, ...rest } = tree;
  const says = nullable === true || /\(may be null\)/.test(String(rest.description));
  if (!says || typeof rest.type !== 'string') return typeof nullable === 'boolean' ? rest : tree;
  const values = rest.enum;
  return {
    ...rest,
    type: [rest.type, 'null'],
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}
