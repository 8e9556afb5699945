// Change the name, description, labels or proxy URLs of a control plane: choose which, type them, send only those.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { ControlPlane, ControlPlaneRef } from '../../konnect/client';
import type { ControlPlaneUpdate } from '../../konnect/resources/controlPlanes';
import { editControlPlane as edit } from '../../operations/controlPlane/editControlPlane';
import {
  labelsText,
  parseLabels,
  parseProxyUrls,
  proxyUrlsText,
  whyNotDescription,
  whyNotLabels,
  whyNotProxyUrls,
} from '../../operations/controlPlane/fields';
import { whyNotControlPlaneName } from '../../operations/gateway/planProblems';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { pickControlPlane } from '../pick';

interface Field {
  readonly label: string;
  readonly prompt: string;
  readonly placeHolder: string;
  readonly before: string;
  readonly check: (text: string) => string | undefined;
  readonly update: (text: string) => ControlPlaneUpdate;
}

export async function editControlPlane(
  needs: DeletionNeeds,
  target?: { readonly controlPlane: ControlPlaneRef },
): Promise<void> {
  const title = l10n.t('Edit Control Plane');
  const { id, geo } = target?.controlPlane ?? (await pickControlPlane(needs, title));
  const konnect = await needs.client.get();
  const plane = await konnect.controlPlanes.get({ id, geo });
  const changes = await askFor(needs, `${title}: ${plane.name}`, plane);
  const update = Object.assign({}, ...changes.map(({ field, text }) => field.update(text)));
  await makeChange(needs, {
    question: l10n.t('Change the control plane {0}?', plane.name),
    consequences: changes.map(({ field, text }) =>
      l10n.t('{0}: {1} → {2}', field.label, field.before || '–', text || '–'),
    ),
    geo,
    button: l10n.t('Change'),
    progress: l10n.t('Changing control plane {0}', plane.name),
    terraform: { kind: 'controlPlane', resource: changed(plane, update) },
    work: (client, run) => edit(client, plane, update, run),
  });
  needs.explorer.refresh({ id: rowId.geo(geo) });
  void needs.panels.ifMade((made) => made.refresh({ id, geo }));
  needs.tell.info(l10n.t('Control plane {0} is changed.', update.name ?? plane.name));
}

async function askFor(needs: DeletionNeeds, title: string, plane: ControlPlane) {
  const chosen = await needs.ask.pickMany(
    title,
    l10n.t('What to change'),
    fieldsOf(plane).map((value) => ({ label: value.label, description: value.before, value })),
    (fields) => (fields.length === 0 ? l10n.t('Choose at least one.') : undefined),
  );
  const typed: { readonly field: Field; readonly text: string }[] = [];
  for (const field of chosen) {
    const { prompt, placeHolder, before, check } = field;
    const text = await needs.ask.text({ title, prompt, placeHolder, value: before, check });
    if (text !== before) typed.push({ field, text });
  }
  if (typed.length > 0) return typed;
  throw new UserError(l10n.t('Nothing of {0} was changed, so nothing is sent.', plane.name));
}

function fieldsOf({ name, description, labels, config }: ControlPlane): readonly Field[] {
  const { t } = l10n;
  return [
    {
      label: l10n.t('Name'),
      prompt: l10n.t('Name of the control plane, unique in the organisation'),
      placeHolder: '',
      before: name,
      check: (text) => whyNotControlPlaneName(text, t),
      update: (text) => ({ name: text }),
    },
    {
      label: l10n.t('Description'),
      prompt: l10n.t('Description of the control plane; may be empty'),
      placeHolder: '',
      before: description ?? '',
      check: (text) => whyNotDescription(text, t),
      update: (text) => ({ description: text }),
    },
    {
      label: l10n.t('Labels'),
      prompt: l10n.t('All its labels, with commas between them; those that are left out go'),
      placeHolder: 'env=prod, team=bookings',
      before: labelsText(labels),
      check: (text) => whyNotLabels(text, t),
      update: (text) => ({ labels: parseLabels(text) }),
    },
    {
      label: l10n.t('Proxy URLs'),
      prompt: l10n.t(
        'Addresses under which its gateway is reached, at most 5, with commas between them. Konnect only shows them.',
      ),
      placeHolder: 'https://api.example.com:443',
      before: proxyUrlsText(config.proxy_urls),
      check: (text) => whyNotProxyUrls(text, t),
      update: (text) => ({ proxy_urls: parseProxyUrls(text) }),
    },
  ];
}

/** As it will be. */
function changed(plane: ControlPlane, { proxy_urls, ...update }: ControlPlaneUpdate): ControlPlane {
  const config = { ...plane.config, ...(proxy_urls && { proxy_urls: [...proxy_urls] }) };
  const { name = plane.name, description = plane.description, labels = plane.labels } = update;
  return { ...plane, name, description, labels, config };
}
