// Comments that switch a rule off: `-- kong-disable-next-line <rule>` and `-- kong-disable-file <rule>`.
import type { LuaSource } from './source';

const comment = /\bkong-disable-(next-line|file)\s+([\w-]+(?:\s*,\s*[\w-]+)*)/;

export interface Suppressions {
  /** Whether a finding of the rule that begins on a line (0-based) is not wanted. */
  covers(rule: string, line: number): boolean;
}

export function readSuppressions({ chunk, lines }: LuaSource): Suppressions {
  const everywhere = new Set<string>();
  const onLine = new Set<string>();
  for (const { value, range } of chunk.comments ?? []) {
    const [, where, names = ''] = comment.exec(value) ?? [];
    for (const name of where === undefined ? [] : names.split(',')) {
      if (where === 'file') everywhere.add(name.trim());
      else onLine.add(`${name.trim()}:${lines.lineAt(range[1]) + 1}`);
    }
  }
  return { covers: (rule, line) => everywhere.has(rule) || onLine.has(`${rule}:${line}`) };
}
