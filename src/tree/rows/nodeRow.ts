// A data plane node: does it run what Konnect wants it to run?
import { l10n } from 'vscode';
import type { ControlPlaneRef, Node } from '../../konnect/client';
import { icons, warningIcon } from '../look/icons';
import { DetailNode } from '../nodes/detailNode';
import type { ResourceRow } from '../nodes/resourceNode';

/** A node that has not been heard of for this long counts as gone. */
const silentSeconds = 300;

export function nodeRow(
  node: Node,
  expectedHash: string,
  ref: ControlPlaneRef,
  nowMs: number,
): ResourceRow {
  const { id, hostname, version, last_ping, config_hash, compatibility_status } = node;
  const issues = compatibility_status?.issues ?? [];
  const isInSync = config_hash === expectedHash;
  const ageSeconds = last_ping ? Math.max(0, Math.round(nowMs / 1000 - last_ping)) : undefined;
  const isSilent = ageSeconds === undefined || ageSeconds > silentSeconds;
  const sync = isInSync ? l10n.t('in sync') : l10n.t('not in sync');
  const state = [
    sync,
    isSilent ? l10n.t('silent') : undefined,
    ...issues.map(({ code }) => code ?? undefined),
  ];
  const words = state.filter((part) => part !== undefined).join(' · ');
  return {
    kind: 'node',
    resourceId: id,
    name: hostname ?? id,
    label: (hostname ?? id).split('.')[0] ?? id,
    source: { geo: ref.geo, path: `/v2/control-planes/${ref.id}/nodes/${id}` },
    description: [words, version].filter(Boolean).join(' · '),
    state: sync,
    trouble: isInSync ? undefined : 'outOfSync',
    icon: isInSync && issues.length === 0 && !isSilent ? icons.inSync : warningIcon,
    lines: [
      [l10n.t('Version'), version ?? undefined],
      [
        l10n.t('Configuration'),
        isInSync ? l10n.t('the expected one') : l10n.t('not the expected one'),
      ],
      [
        l10n.t('Last ping'),
        last_ping ? new Date(last_ping * 1000).toLocaleString() : l10n.t('never'),
      ],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Node {0}, version {1}, {2}', hostname ?? id, version ?? '?', words),
    ...(issues.length > 0 && {
      children: async (parent) =>
        issues.map(
          ({ code, description, resolution }, index) =>
            new DetailNode(
              parent,
              `issue${index}`,
              code ?? l10n.t('Issue'),
              [description, resolution].filter(Boolean).join(' '),
              warningIcon,
            ),
        ),
    }),
  };
}
