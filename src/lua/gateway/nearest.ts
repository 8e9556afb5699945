// Finds the name that was probably meant.

/** The closest of the candidates, when it is at most `limit` changes away. */
export function nearest(name: string, candidates: Iterable<string>, limit = 2): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const changes = distance(name, candidate, least);
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours; counting stops at `limit`. */
export function distance(from: string, to: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const current = nextRow(from, to, row, last, before);
    if (Math.min(...current) >= limit) return limit;
    [before, last] = [last, current];
  }
  return last[to.length] as number;
}

function nextRow(
  from: string,
  to: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const current = [row];
  for (let column = 1; column <= to.length; column += 1) {
    const change = from[row - 1] === to[column - 1] ? 0 : 1;
    let cost = Math.min(
      (last[column] as number) + 1,
      (current[column - 1] as number) + 1,
      (last[column - 1] as number) + change,
    );
    if (row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
      cost = Math.min(cost, (before[column - 2] as number) + 1);
    }
    current.push(cost);
  }
  return current;
}
