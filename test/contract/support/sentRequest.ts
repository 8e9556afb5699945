// A request that the client sends, caught at its `fetch`, and whether the description of its operation allows it.
import Ajv from 'ajv';
import { asNode, type Description, type OperationNode } from './description';
import type { OpenApi } from './openApi';

export interface SentRequest {
  readonly method: string;
  /** The label in front of `.api.konghq.com`. */
  readonly geo: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A `fetch` that sends nothing; `answer` says what comes back. */
export function catchingFetch(
  sent: SentRequest[],
  answer: (request: SentRequest) => Response,
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    const request: SentRequest = {
      method: init?.method ?? 'GET',
      geo: url.hostname.replace('.api.konghq.com', ''),
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    sent.push(request);
    return answer(request);
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The description's own typing slips: `format` where a pattern is meant is not among them. */
const ajvOptions = {
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
  logger: false,
} as const;

/** All that is wrong with a request by its description; empty when nothing is. */
export class RequestJudge {
  readonly #ajv: Ajv;
  readonly #description: Description;
  readonly #bodies: OpenApi;

  constructor(description: Description, bodies: OpenApi) {
    this.#description = description;
    this.#bodies = bodies;
    this.#ajv = new Ajv({ ...ajvOptions, coerceTypes: true });
    this.#ajv.addSchema({ ...description.root, $id: 'file' });
  }

  errors(operation: OperationNode, request: SentRequest): readonly string[] {
    return [
      ...this.#host(request),
      ...this.#path(operation, request.path),
      ...this.#query(operation, request.query),
      ...this.#bodies.requestErrors(operation.id, request.body),
      ...this.#headers(request),
    ];
  }

  #host({ geo }: SentRequest): readonly string[] {
    const servers = this.#description.root.servers as readonly { readonly url: string }[];
    const isDescribed = servers.some(({ url }) => url.startsWith(`https://${geo}.api.konghq.com/`));
    return isDescribed ? [] : [`sent to ${geo}`];
  }

  #headers({ headers, body }: SentRequest): readonly string[] {
    const type = headers.get('content-type');
    return type === (body === undefined ? null : 'application/json')
      ? []
      : [`content type ${type}`];
  }

  #path({ path, parameters }: OperationNode, filled: string): readonly string[] {
    const values = filled.split('/');
    return path.split('/').flatMap((segment, index) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return [];
      const value = decodeURIComponent(values[index] ?? '');
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      const schema = this.#description.resolve(parameter?.schema);
      const isWrong = schema.format === 'uuid' && !uuid.test(value);
      return isWrong ? [`${name} is no UUID: ${value}`] : this.#invalid(schema, value, name);
    });
  }

  #query({ parameters }: OperationNode, query: URLSearchParams): readonly string[] {
    const deep = new Map<string, Record<string, unknown>>();
    const errors: string[] = [];
    for (const [name, value] of query) {
      const plain = parameters.find((one) => one.in === 'query' && one.name === name);
      const [root = '', ...keys] = name.split(/[[\]]+/).filter(Boolean);
      const object = parameters.find(({ name, style }) => name === root && style === 'deepObject');
      if (plain) errors.push(...this.#invalid(plain.schema, value, name));
      else if (object) deep.set(root, nested(deep.get(root) ?? {}, keys, value));
      else errors.push(`query parameter ${name} is not described`);
    }
    for (const [root, value] of deep) {
      const parameter = parameters.find(({ name }) => name === root);
      errors.push(...this.#invalid(parameter?.schema, value, root));
    }
    return errors;
  }

  #invalid(schema: unknown, value: unknown, name: string): readonly string[] {
    const validate = this.#ajv.compile(absolute(asNode(schema)) as object);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${name}${instancePath} ${message}`,
    );
  }
}

function nested(
  into: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  value: string,
): Record<string, unknown> {
  const inner = rest.length === 0 ? value : nested({ ...asNode(into[key]) }, rest, value);
  return { ...into, [key]: inner };
}

/** References as seen from outside the file. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? `file${one}` : absolute(one),
    ]),
  );
}
