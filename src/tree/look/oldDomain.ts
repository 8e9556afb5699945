// Warns of names that Kong switched off: a mark on the row, and a row below it that says what to do.
import { l10n } from 'vscode';
import { type FormerName, formerNamesIn } from '../../dns/formerText';
import { DetailNode } from '../nodes/detailNode';
import type { TreeNode } from '../nodes/node';
import { warningIcon } from './icons';

export interface OldDomain {
  /** For the row: `old domain`; undefined when there is no such name. */
  readonly mark: string | undefined;
  /** For the tooltip. */
  readonly line: readonly [label: string, value: string | undefined];
  readonly nodes: (parent: TreeNode) => readonly TreeNode[];
}

/** @param texts whatever Konnect tells in which a host may be named */
export function oldDomainIn(...texts: readonly (string | null | undefined)[]): OldDomain {
  const names = formerNamesIn(texts);
  const advice = names.map(adviceOn);
  return {
    mark: names.length === 0 ? undefined : l10n.t('old domain'),
    line: [l10n.t('Old domain'), names.length === 0 ? undefined : advice.join(' ')],
    nodes: (parent) =>
      advice.map(
        (text, at) =>
          new DetailNode(parent, `oldDomain${at}`, l10n.t('Old domain'), text, warningIcon),
      ),
  };
}

function adviceOn({ name, replacement }: FormerName): string {
  return l10n.t(
    '{0} was switched off on 2025-09-30. Use {1} instead, here and in your DNS.',
    name,
    replacement,
  );
}
