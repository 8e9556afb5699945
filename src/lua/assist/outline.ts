// What a plugin file consists of: phases, helpers and constants of a handler, the fields of a schema.
import type { TextRange } from '../finding';
import { allPhases } from '../plugin/phases';
import type { NamedField } from '../schema/fieldSpec';
import type { LuaSource } from '../source';
import type { Expression, Span } from '../syntax/tree';

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'phase' | 'function' | 'constant' | 'field' | 'record';
  readonly range: TextRange;
  /** The name, which is inside the range. */
  readonly selection: TextRange;
  readonly children: readonly OutlineItem[];
}

export function outlineOf(source: LuaSource): OutlineItem[] {
  return source.file === 'schema' ? schemaFields(source) : nested(source, handlerParts(source));
}

interface Part {
  readonly name: string;
  readonly kind: OutlineItem['kind'];
  readonly detail: string;
  readonly at: Span;
  readonly extent: Span;
}

function handlerParts(source: LuaSource): Part[] {
  const parts: Part[] = [];
  for (const { name, declaration, init, statement } of source.variables) {
    if (init?.type !== 'FunctionDeclaration' || declaration === undefined) continue;
    parts.push(part(name, init, declaration.range, statement ?? init.range));
  }
  for (const [name, definitions] of source.module?.fields ?? []) {
    for (const { at, value, extent } of definitions) {
      if (value === undefined) continue;
      const isFunction = value.type === 'FunctionDeclaration';
      if (!isFunction && name !== 'PRIORITY' && name !== 'VERSION') continue;
      parts.push(part(name, value, at, extent ?? [at[0], value.range[1]], source));
    }
  }
  return parts.sort((a, b) => a.extent[0] - b.extent[0] || b.extent[1] - a.extent[1]);
}

function part(name: string, value: Expression, at: Span, around: Span, source?: LuaSource): Part {
  const extent: Span = [Math.min(around[0], at[0]), Math.max(around[1], at[1])];
  if (value.type !== 'FunctionDeclaration') {
    return { name, kind: 'constant', detail: source?.slice(value.range) ?? '', at, extent };
  }
  const names = value.parameters.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.name : '...',
  );
  const isPhase = source !== undefined && allPhases.includes(name);
  return {
    name,
    kind: isPhase ? 'phase' : 'function',
    detail: `(${names.join(', ')})`,
    at,
    extent,
  };
}

/** Functions inside functions become their children. */
function nested({ lines }: LuaSource, parts: readonly Part[]): OutlineItem[] {
  const top: OutlineItem[] = [];
  const open: { readonly end: number; readonly children: OutlineItem[] }[] = [];
  for (const { name, kind, detail, at, extent } of parts) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= extent[0]) open.pop();
    const children: OutlineItem[] = [];
    const item = {
      name,
      kind,
      detail,
      range: lines.range(extent),
      selection: lines.range(at),
      children,
    };
    (open.at(-1)?.children ?? top).push(item);
    open.push({ end: extent[1], children });
  }
  return top;
}

/** Records nest; nobody nests them deeper. */
const maximumDepth = 20;

function schemaFields({ pluginSchema, lines }: LuaSource): OutlineItem[] {
  const itemsOf = (fields: readonly NamedField[], depth: number): OutlineItem[] =>
    fields.flatMap(({ name, at, spec, entry }) => {
      // What comes with the gateway stands nowhere in the file.
      if (at === undefined) return [];
      const { extent } = entry;
      const isAround = extent !== undefined && extent[0] <= at[0] && at[1] <= extent[1];
      const type = spec?.type ?? '';
      const inner = spec?.nested('elements') ?? spec?.nested('values');
      const list = spec?.fields ?? inner?.fields;
      return [
        {
          name,
          detail: inner?.type === undefined ? type : `${type} of ${inner.type}`,
          kind: type === 'record' ? ('record' as const) : ('field' as const),
          range: lines.range(isAround ? extent : at),
          selection: lines.range(at),
          children: depth > maximumDepth ? [] : itemsOf(list?.fields ?? [], depth + 1),
        },
      ];
    });
  return itemsOf(pluginSchema.fields?.fields ?? [], 0);
}
