// What the explorer's view says around its rows: title, description, message and badge.
import { l10n, type ViewBadge } from 'vscode';
import type { Connection } from '../host/connection/connections';
import type { Filter } from './filter';
import type { ExplorerState } from './geoOutcomes';
import type { Trouble } from './nodes/node';

/** Which organisation it is, and whether it is locked. */
export function titleOf(connection: Connection | undefined): string {
  if (connection === undefined) return l10n.t('Gateways');
  const label = connection.demo ? l10n.t('Demo') : connection.organization.name;
  return connection.readOnly ? l10n.t('{0} (read-only)', label) : label;
}

/** The active filter, in the words of the view's title: `“tide” · error`. */
export function filterText({ text, state }: Filter): string {
  return [text === '' ? undefined : `“${text}”`, state].filter(Boolean).join(' · ');
}

/** A message hides the welcome text, so it is for a view with rows only. */
export function messageOf(state: ExplorerState, filter: Filter, isDemo: boolean): string {
  const filtering = filterText(filter);
  if (state === 'resources' && filtering !== '') {
    return l10n.t(
      'Filter: {0}. Headings that were never opened are searched for data plane groups and custom domains only.',
      filtering,
    );
  }
  if (state === 'empty') {
    return l10n.t(
      'You are connected, and there is no Dedicated Cloud Gateways control plane yet. Others (hybrid, serverless, ingress controller) are not shown here.',
    );
  }
  return state === 'resources' && isDemo
    ? l10n.t('Sample data on this machine. It lasts for as long as the demo server runs.')
    : '';
}

export function badgeOf(troubles: ReadonlyMap<Trouble, number>): ViewBadge | undefined {
  const outOfSync = troubles.get('outOfSync') ?? 0;
  const errors = troubles.get('error') ?? 0;
  const parts = [
    outOfSync > 0 ? l10n.t('Nodes not in sync: {0}', outOfSync) : undefined,
    errors > 0 ? l10n.t('In error: {0}', errors) : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const tooltip = l10n.t('{0} (of what has been opened)', parts.join(', '));
  return { value: outOfSync + errors, tooltip };
}
