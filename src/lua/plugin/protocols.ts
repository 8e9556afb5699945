// The protocols that schema.lua allows.
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';
import type { Value } from '../values/value';

export interface Protocols {
  readonly protocols: readonly string[];
  readonly at: Span;
}

/** Elements of the typedefs (kong/db/schema/typedefs.lua). */
const typedefs: Readonly<Record<string, readonly string[]>> = {
  protocols_http: ['http', 'https', 'grpc', 'grpcs'],
  protocols_stream: ['tcp', 'tls', 'udp'],
  protocols_http_with_ws: ['http', 'https', 'grpc', 'grpcs', 'ws', 'wss'],
  protocols_http_only: ['http', 'https'],
};

/** Nothing when the schema leaves them open or they cannot be read. */
export function declaredProtocols(schema: LuaSource): Protocols | undefined {
  const { values, module } = schema;
  const list = values.tableOf(module && values.memberOf(module, 'fields'));
  for (const item of list?.items ?? []) {
    const [definition] = values.tableOf(values.valueOf(item))?.fields.get('protocols') ?? [];
    if (definition?.value === undefined) continue;
    const protocols = read(schema, values.valueOf(definition.value));
    return protocols && { protocols, at: definition.at };
  }
  return undefined;
}

function read({ values }: LuaSource, value: Value | undefined): readonly string[] | undefined {
  if (value?.kind === 'path') {
    return value.parent?.module === 'kong.db.schema.typedefs' ? typedefs[value.name] : undefined;
  }
  if (value?.kind !== 'table') return undefined;
  const elements = values.tableOf(values.memberOf(value, 'elements'));
  const allowed = elements && values.tableOf(values.memberOf(elements, 'one_of'));
  const names = allowed?.items.map((node) => values.textOf(node));
  return names?.every((name) => name !== undefined) ? names : undefined;
}
