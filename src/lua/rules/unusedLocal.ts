// Local names that nothing reads.
import type { Rule } from '../rule';
import type { LuaSource } from '../source';
import type { Variable } from '../syntax/tree';

export const unusedLocal: Rule = {
  name: 'unused-local',
  severity: 'hint',
  file: 'handler',
  *check(source, { t }) {
    if (source.problems.length > 0) return;
    for (const variable of source.variables) {
      const at = variable.declaration?.range;
      if (at === undefined || !isUnused(source, variable)) continue;
      yield { at, message: t('"{0}" is never used', variable.name), tags: ['unnecessary'] };
    }
  },
};

function isUnused({ values }: LuaSource, { kind, name, reads, init, result }: Variable): boolean {
  if (reads > 0 || name.startsWith('_') || (kind !== 'local' && kind !== 'function')) return false;
  // `local value, err = …`: the names behind the first are often there for the sake of the others.
  if (result > 0) return false;
  const value = init && values.valueOf(init);
  return !(value?.kind === 'path' && value.module !== undefined);
}
