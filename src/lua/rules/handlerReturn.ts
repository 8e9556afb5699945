// Kong takes the value that handler.lua returns as the plugin.
import { allPhases } from '../plugin/phases';
import type { Problem, Rule } from '../rule';
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';

export const handlerReturn: Rule = {
  name: 'handler-return',
  severity: 'error',
  file: 'handler',
  *check(source, { t }): Iterable<Problem> {
    const { returned, returnedValue, isDamaged } = source;
    if (isDamaged) return;
    const message = t('handler.lua must return the plugin table');
    if (returned === undefined) {
      const name = likelyTable(source);
      const end: Span = [source.text.length, source.text.length];
      const text = `${/\n$/.test(source.text) ? '' : '\n'}\nreturn ${name}\n`;
      const fix = name && {
        title: t('Append return {0}', name),
        edits: [{ at: end, text }],
        isCertain: true,
      };
      yield { at: lastStatement(source), message, ...(fix && { fix }) };
    } else if (returned.arguments.length === 0) {
      yield { at: returned.range, message };
    } else if (returnedValue?.kind === 'constant' || returnedValue?.kind === 'function') {
      yield { at: returned.range, message };
    }
  },
};

function lastStatement({ chunk, lines }: LuaSource): Span {
  const [start, end] = chunk.body.at(-1)?.range ?? [0, 0];
  return [start, Math.min(end, lines.startOf(lines.lineAt(start) + 1))];
}

/** The variable that holds what looks like the plugin. */
function likelyTable({ variables, values }: LuaSource): string | undefined {
  const found = variables.find(({ init, kind }) => {
    const table = init && kind === 'local' ? values.tableOf(values.valueOf(init)) : undefined;
    return table !== undefined && [...allPhases, 'PRIORITY'].some((key) => table.fields.has(key));
  });
  return found?.name;
}
