// Finds the name that was probably meant.

/** The closest of the candidates, when it is at most `limit` changes away. */
export function nearest(name: string, candidates: Iterable<string>, limit = 2): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  const letters = lettersOf(name);
  for (const candidate of candidates) {
    if (isFar(letters, lettersOf(candidate), least)) continue;
    const changes = distance(name, candidate, least);
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
}

/** One bit for each of 32 groups of characters. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Each letter that only one of two names has costs a change: no need to count those that there are. */
function isFar(one: number, other: number, limit: number): boolean {
  return bits(one & ~other) >= limit || bits(other & ~one) >= limit;
}

function bits(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Insertions, deletions, replacements and swaps of neighbours; more than `limit` are not counted further. */
export function distance(
  from: string,
  to: string,
  limit = Math.max(from.length, to.length),
): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: Row = [];
  let last: Row = [];
  for (let column = 0; column <= Math.min(to.length, limit); column += 1) last[column] = column;
  for (let row = 1; row <= from.length; row += 1) {
    const current = nextRow(from, to, row, limit, last, before);
    if (current === undefined) return limit;
    [before, last] = [last, current];
  }
  return Math.min(last[to.length] ?? limit, limit);
}

/** Costs by column; cells too far from the diagonal to matter are left out. */
type Row = (number | undefined)[];

function nextRow(
  from: string,
  to: string,
  row: number,
  limit: number,
  last: Row,
  before: Row,
): Row | undefined {
  const current: Row = row <= limit ? [row] : [];
  let least = row <= limit ? row : limit;
  const end = Math.min(to.length, row + limit);
  for (let column = Math.max(1, row - limit); column <= end; column += 1) {
    const isSame = from.charCodeAt(row - 1) === to.charCodeAt(column - 1);
    let cost = Math.min(
      (last[column] ?? limit) + 1,
      (current[column - 1] ?? limit) + 1,
      (last[column - 1] ?? limit) + (isSame ? 0 : 1),
    );
    if (row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
      cost = Math.min(cost, (before[column - 2] ?? limit) + 1);
    }
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least >= limit ? undefined : current;
}
