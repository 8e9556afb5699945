// What the explorer's filter lets through: rows by text and by state, with the way to them and all that is below them.
import type { Searched, TreeNode } from './nodes/node';

export interface Filter {
  /** Part of a name, an id or anything else that a row says; empty: any. */
  readonly text: string;
  /** Undefined: any. */
  readonly state: string | undefined;
}

export const noFilter: Filter = { text: '', state: undefined };

/** What is known to be below a row: rows that were read, and things that one list tells for the whole organisation. */
export interface Known {
  readonly rowsBelow: (node: TreeNode) => readonly TreeNode[] | undefined;
  readonly unopenedBelow: (node: TreeNode) => Iterable<Searched>;
}

export function isFiltering({ text, state }: Filter): boolean {
  return text !== '' || state !== undefined;
}

export function isMatch(searched: Searched | undefined, { text, state }: Filter): boolean {
  if (searched === undefined) return false;
  const isState = state === undefined || searched.state === state;
  return isState && searched.texts.some((one) => includes(one, text));
}

/** The rows to show among siblings. All that belongs to what was looked for is of interest. */
export function filtered(
  rows: readonly TreeNode[],
  filter: Filter,
  known: Known,
): readonly TreeNode[] {
  if (!isFiltering(filter) || isBelowMatch(rows[0]?.parent, filter)) return rows;
  return rows.filter((row) => isMatch(row.searched, filter) || leadsToMatch(row, filter, known));
}

function leadsToMatch(node: TreeNode, filter: Filter, known: Known): boolean {
  const below = known.rowsBelow(node);
  if (below !== undefined) {
    return below.some((row) => isMatch(row.searched, filter) || leadsToMatch(row, filter, known));
  }
  for (const thing of known.unopenedBelow(node)) if (isMatch(thing, filter)) return true;
  return false;
}

function isBelowMatch(node: TreeNode | undefined, filter: Filter): boolean {
  return (
    node !== undefined && (isMatch(node.searched, filter) || isBelowMatch(node.parent, filter))
  );
}

function includes(text: string | null | undefined, part: string): boolean {
  return text?.toLowerCase().includes(part.toLowerCase()) ?? false;
}
