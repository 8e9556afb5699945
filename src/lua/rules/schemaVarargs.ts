// A file that is streamed gets no file name, which some schemas take the plugin's name from.
import type { Fix, Rule, RuleContext } from '../rule';
import type { LuaSource } from '../source';
import { encodeString } from '../syntax/literals';
import type { Span } from '../syntax/tree';

export const schemaVarargs: Rule = {
  name: 'schema-varargs',
  severity: 'error',
  file: 'schema',
  *check(source, { t, expectedName }) {
    const { notes, text } = source;
    for (const { node, scope } of notes.varargs) {
      const at = node.range;
      // `... or "name"` goes on without.
      if (scope !== notes.main || /^\s*\)?\s*or\b/.test(text.slice(at[1], at[1] + 40))) continue;
      const message = t('`...` is empty in a streamed plugin, so the name taken from it is nil');
      const fix = expectedName === undefined ? undefined : writeName(source, at, expectedName, t);
      yield { at, message, ...(fix && { fix }) };
    }
  },
};

/** In place of the whole value that `...` is a part of. */
function writeName(
  { variables, pluginSchema }: LuaSource,
  [start, end]: Span,
  name: string,
  t: RuleContext['t'],
): Fix | undefined {
  const all = [pluginSchema.root?.get('name')?.node, ...variables.map(({ init }) => init)];
  const holder = all.find((node) => node && node.range[0] <= start && end <= node.range[1]);
  if (holder === undefined || holder.type === 'TableConstructorExpression') return undefined;
  const text = encodeString(name);
  return { title: t('Write {0}', text), edits: [{ at: holder.range, text }] };
}
