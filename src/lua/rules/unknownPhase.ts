// Kong calls methods by the names of the phases: one that is nearly such a name is never called.
import { nearest } from '../gateway/nearest';
import { allPhases } from '../plugin/phases';
import type { Rule } from '../rule';
import type { LuaSource } from '../source';
import { encodeString } from '../syntax/literals';

export const unknownPhase: Rule = {
  name: 'unknown-phase',
  severity: 'warning',
  file: 'handler',
  *check(source, { t }) {
    for (const [name, definitions] of source.module?.fields ?? []) {
      if (allPhases.includes(name)) continue;
      const phase = nearest(name.toLowerCase(), allPhases, name.length <= 4 ? 1 : 2);
      if (phase === undefined || isUsed(source, name) || source.isLost(name)) continue;
      const message = t('"{0}" is not a phase; did you mean "{1}"?', name, phase);
      for (const { at, value } of definitions) {
        if (value === undefined || source.values.valueOf(value)?.kind !== 'function') continue;
        const text = /^["'[]/.test(source.slice(at)) ? encodeString(phase) : phase;
        yield { at, message, fix: { title: t('Rename to {0}', phase), edits: [{ at, text }] } };
      }
    }
  },
};

/** A helper is called by the plugin itself. */
function isUsed({ notes }: LuaSource, name: string): boolean {
  return notes.mentions.some(
    ({ node, role }) =>
      role !== 'write' && node.type === 'MemberExpression' && node.identifier.name === name,
  );
}
