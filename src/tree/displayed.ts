// The rows that VS Code gets for a listing: as many as fit, and a last one that says what is not among them.
import { l10n } from 'vscode';
import { type Filter, filtered, type Known } from './filter';
import type { Listing } from './listing';
import { MessageNode } from './nodes/messageNode';
import { MoreNode } from './nodes/moreNode';
import type { TreeNode } from './nodes/node';

export function displayed(listing: Listing, filter: Filter, known: Known): TreeNode[] {
  const { node, rows, limit, isFinished, failure } = listing;
  const matching = filtered(rows, filter, known);
  const shown = matching.slice(0, limit);
  const isCut = shown.length < matching.length || !isFinished;
  return [
    ...shown,
    ...(isCut ? [new MoreNode(node, shown.length, matching.length, isFinished)] : []),
    ...(failure ? [new MessageNode(node, reasonOf(failure.error), 'failure')] : []),
    ...(isCut || failure ? [] : absence(node, rows.length, matching.length)),
  ];
}

function absence(node: TreeNode, found: number, matching: number): MessageNode[] {
  if (matching > 0) return [];
  if (found > 0) {
    const text = l10n.t(
      'Nothing matches the filter here ({0} hidden). Clear it to see them.',
      found,
    );
    return [new MessageNode(node, text, 'hidden')];
  }
  return node.empty === undefined ? [] : [new MessageNode(node, node.empty)];
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : l10n.t('Unknown failure: {0}', String(error));
}
