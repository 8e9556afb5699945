// The sandbox refuses new globals.
import type { Fix, Rule } from '../rule';
import type { LuaSource } from '../source';
import type { Statement } from '../syntax/tree';

export const globalWrite: Rule = {
  name: 'global-write',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox }) {
    if (sandbox === 'on') return;
    for (const [path, uses] of source.uses) {
      if (path.parent !== undefined || path.module !== undefined || source.isLost(path.name))
        continue;
      for (const { mention } of uses) {
        if (mention.role !== 'write') continue;
        const at = mention.node.range;
        const message = t('the sandbox refuses new globals ("Cannot modify _G.{0}")', path.name);
        const edit = insertLocal(source, at[0]);
        const fix = edit && { title: t('Insert local'), edits: [edit] };
        yield { at, message, ...(fix && { fix }) };
      }
    }
  },
};

/** At a statement on its own that assigns to this one name. */
function insertLocal({ chunk, text }: LuaSource, start: number): Fix['edits'][number] | undefined {
  const statement = statementAt(chunk.body, start);
  if (statement === undefined || !isSingleWrite(statement, start)) return undefined;
  const [at] = statement.range;
  return text.startsWith('_G', at) ? undefined : { at: [at, at], text: 'local ' };
}

/** Statements stand in order. */
function statementAt(body: readonly Statement[], offset: number): Statement | undefined {
  let [low, high] = [0, body.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((body[middle]?.range[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = body[low];
  return found !== undefined && offset < found.range[1] ? found : undefined;
}

function isSingleWrite(statement: Statement, start: number): boolean {
  if (statement.type === 'FunctionDeclaration') return statement.identifier?.range[0] === start;
  return (
    statement.type === 'AssignmentStatement' &&
    statement.variables.length === 1 &&
    statement.range[0] === start
  );
}
