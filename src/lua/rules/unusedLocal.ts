// Local names that nothing reads.
import { removeStatement } from '../plugin/fixes';
import type { Fix, Rule } from '../rule';
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
      const edits = removal(source, variable);
      const fix = { title: t('Remove'), edits };
      const message = t('"{0}" is never used', variable.name);
      yield { at, message, tags: ['unnecessary'], ...(edits.length > 0 && { fix }) };
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

/** Only where nothing happens when the value is worked out. */
function removal(source: LuaSource, { statement, init, writes }: Variable): Fix['edits'] {
  const isPlain = init === undefined || plain.has(init.type);
  if (statement === undefined || writes.length > 0 || !isPlain) return [];
  return [removeStatement(source, statement)];
}

const plain: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'Identifier',
  'StringLiteral',
  'NumericLiteral',
  'BooleanLiteral',
  'NilLiteral',
]);
