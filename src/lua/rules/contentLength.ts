// A body filter that changes the length of the body contradicts the header that has gone out.
import type { Fix, Rule } from '../rule';
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';

export const contentLength: Rule = {
  name: 'content-length',
  severity: 'hint',
  file: 'handler',
  *check(source, { t }) {
    if (source.isDamaged) return;
    if (/["']content-length["']|\.content_length/i.test(source.text)) return;
    for (const at of bodyWrites(source)) {
      const message = t('clear Content-Length in header_filter when body_filter changes the body');
      const edit = insertHeaderFilter(source);
      const fix = edit && { title: t('Insert header_filter'), edits: [edit] };
      yield { at, message, ...(fix && { fix }) };
      return;
    }
  },
};

/** Changes of the body in body_filter or in what it calls. */
function* bodyWrites(source: LuaSource): Iterable<Span> {
  const inBodyFilter = ({ scope }: { scope: LuaSource['notes']['main'] }) =>
    source.reach.get(scope)?.has('body_filter') ?? false;
  for (const { mention } of source.calls('kong.response.set_raw_body')) {
    if (inBodyFilter(mention)) yield mention.node.range;
  }
  for (const write of source.notes.memberWrites) {
    const { target, value } = write;
    if (target.type !== 'IndexExpression' || !inBodyFilter(write)) continue;
    const base = source.values.valueOf(target.base);
    if (base?.kind !== 'path' || base.path !== 'ngx.arg') continue;
    const isBody = source.values.constantOf(target.index) === 1;
    // `ngx.arg[1] = nil` holds a chunk back, which buffering filters do.
    if (isBody && value?.type !== 'NilLiteral') yield target.range;
  }
}

/** In front of `return Plugin`, when the plugin has no such method yet. */
function insertHeaderFilter({ returned, module }: LuaSource): Fix['edits'][number] | undefined {
  const plugin = returned?.arguments[0];
  if (plugin?.type !== 'Identifier' || returned === undefined) return undefined;
  if (module === undefined || module.fields.has('header_filter')) return undefined;
  const [start] = returned.range;
  const body = '  kong.response.clear_header("Content-Length")\nend';
  const text = `function ${plugin.name}:header_filter(conf)\n${body}\n\n`;
  return { at: [start, start], text };
}
