// Open what Konnect answers for a resource as a read-only JSON document.
import { l10n, window, workspace } from 'vscode';
import { documentUri } from '../../documents/resourceDocuments';
import type { ResourceTarget } from '../../manifest';
import { pickResource } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings' | 'documents' | 'tell'>;

export async function openJson(needs: Needs, target?: ResourceTarget): Promise<void> {
  const { name, source } = target ?? (await pickResource(needs, l10n.t('Open as JSON')));
  const uri = documentUri(name, source);
  await needs.tell.progress(l10n.t('Reading {0}', name), (signal) =>
    needs.documents.refresh(uri, signal),
  );
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preview: true });
}
