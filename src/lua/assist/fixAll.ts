// All that can be mended without a question, at once.
import type { Finding, Position, TextEdit } from '../finding';

/** Edits of fixes that are certain; of fixes that touch each other the first counts, the others wait for the next time. */
export function certainEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fix } of findings) {
    if (fix === undefined || !fix.isCertain) continue;
    const isFree = fix.edits.every((edit) => taken.every((other) => !touches(edit, other)));
    if (isFree) taken.push(...fix.edits);
  }
  return taken;
}

/** Two insertions at one place touch as well: their order would be left to chance. */
function touches({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
