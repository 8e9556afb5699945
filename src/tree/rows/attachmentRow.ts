// A transit gateway or a private DNS of a network.
import { l10n } from 'vscode';
import type { TerraformSource } from '../../export/terraform';
import { globalGeo } from '../../konnect/geo';
import { provisioningMs, stateView } from '../look/state';
import type { ResourceRow } from '../nodes/resourceNode';

interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly state_metadata?: { readonly reason?: string | null | undefined } | null | undefined;
}

export function attachmentRow(
  attachment: Attachment,
  kind: string,
  path: string,
  terraform: TerraformSource,
): ResourceRow {
  const { id, name, state } = attachment;
  const { reason, words, row } = stateView(attachment, provisioningMs);
  return {
    kind: terraform.kind,
    resourceId: id,
    name,
    source: { geo: globalGeo, path },
    terraform,
    description: `${state} · ${kind.replace(/-attachment$/, '').replaceAll('-', ' ')}`,
    lines: [
      [l10n.t('Kind'), kind],
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Attachment {0}, {1}, state {2}', name, kind, words),
    ...row,
  };
}
