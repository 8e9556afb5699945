// Give a backend its secret header: from Konnect's secret store, or, as a second choice, readable in a plugin.
import { env, l10n } from 'vscode';
import { secretMarker } from '../../export/curl';
import type { TerraformSource } from '../../export/terraform';
import { UserError } from '../../host/userError';
import type { Plugin } from '../../konnect/client';
import type { SecretTarget } from '../../manifest';
import { headerEntry } from '../../operations/secret/headerSecret';
import {
  injectSecret as inject,
  referenceTo,
  type SecretPlace,
  type SecretWish,
  storeName,
} from '../../operations/secret/injectSecret';
import {
  newTransformer,
  readTransformers,
  refersTo,
  setsAny,
  type Transformers,
  withEntry,
} from '../../operations/secret/transformer';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { type AskedSecret, askSecret } from './askSecret';
import { scopeWords, secretPlaceOf } from './pickScope';

type Way = SecretWish['way'];

export async function injectSecret(needs: DeletionNeeds, target?: SecretTarget): Promise<void> {
  const title = l10n.t('Inject Backend Secret');
  const place = await secretPlaceOf(needs, title, target);
  const { controlPlane, scope } = place;
  const { header, secret, value, source } = await askSecret(needs.ask, title);
  const way = await askWay(needs, title);
  const konnect = await needs.client.get();
  const there = await readTransformers(konnect, controlPlane, scope);
  if (way === 'plain' && refersTo(there.advanced, referenceTo(scope, header))) {
    throw new UserError(
      l10n.t(
        'The header {0} comes from the secret store there already. Start again and choose the store: that puts the new secret in its place.',
        header,
      ),
    );
  }
  const wish = { ...place, header, way };
  await makeChange(needs, {
    question: l10n.t('Send the header {0} to the backend of {1}?', header, scopeWords(scope)),
    consequences: consequencesOf(wish, there),
    geo: controlPlane.geo,
    button: l10n.t('Inject'),
    progress: l10n.t('Injecting the header {0}', header),
    terraform: terraformOf(wish, there),
    work: (client, run) =>
      inject(client, { ...wish, value: run.isPreview ? secretMarker : value }, run),
  });
  needs.explorer.refresh({ id: rowId.controlPlane(controlPlane) });
  tellDone(needs, header, { secret, source });
}

function askWay({ ask }: DeletionNeeds, title: string): Promise<Way> {
  return ask.pick(title, l10n.t('Where the secret is kept'), [
    {
      label: l10n.t('In Konnect’s secret store'),
      description: l10n.t('recommended'),
      detail: l10n.t(
        'Nobody can read it back. The plugin request-transformer-advanced refers to it.',
      ),
      value: 'vault',
    },
    {
      label: l10n.t('In the plugin itself'),
      description: l10n.t('readable'),
      detail: l10n.t(
        'The plugin request-transformer holds it in clear: whoever may read the control plane can read it, and it stands in every dump.',
      ),
      value: 'plain',
    },
  ]);
}

type Wish = SecretPlace & { readonly header: string; readonly way: Way };

function consequencesOf({ scope, header, way }: Wish, there: Transformers): readonly string[] {
  const plugin = way === 'vault' ? there.advanced : there.plain;
  const reference = referenceTo(scope, header);
  const isKnown = way === 'vault' ? refersTo(plugin, reference) : setsAny(plugin, header);
  return [
    way === 'vault'
      ? l10n.t(
          'The secret goes into the config store {0}, from which nobody can read it back; the plugin refers to it as {1}.',
          storeName,
          reference,
        )
      : l10n.t(
          'The secret will be readable by anyone with read rights on this control plane, and appears in dumps of its configuration.',
        ),
    isKnown
      ? l10n.t(
          'It takes the place of the one that is there; gateways may use the old one for a while.',
        )
      : l10n.t('Clients cannot override it: what they send in this header is replaced.'),
    ...(plugin !== undefined && !isKnown
      ? [
          l10n.t(
            'The plugin {0} is there already: the header is added to it, the rest of it stays.',
            plugin.instance_name ?? plugin.name,
          ),
        ]
      : []),
    ...(plugin?.enabled === false
      ? [l10n.t('That plugin is switched off: nothing is sent until you switch it on.')]
      : []),
    ...(way === 'vault' && setsAny(there.plain, header)
      ? [l10n.t('It is taken out of the plugin request-transformer, where it was readable.')]
      : []),
    ...(scope.kind === 'controlPlane'
      ? [l10n.t('Every backend behind this control plane is sent the secret.')]
      : []),
    ...(way === 'vault'
      ? [l10n.t('Try one request afterwards, to see that the backend takes it.')]
      : []),
  ];
}

/** The plugin as it will be; a secret stands in it as a variable, or not at all. */
function terraformOf(wish: Wish, there: Transformers): TerraformSource {
  const { scope, header, way, controlPlane } = wish;
  const [name, found] =
    way === 'vault'
      ? (['request-transformer-advanced', there.advanced] as const)
      : (['request-transformer', there.plain] as const);
  const entry =
    way === 'vault' ? referenceTo(scope, header) : headerEntry({ header, value: '$SECRET' });
  const write = found
    ? (withEntry(found, header, entry) ?? {})
    : newTransformer(name, scope, entry);
  const resource = { ...(found ?? { id: '', name }), ...write } as Plugin;
  return { kind: 'plugin', resource, controlPlane };
}

function tellDone(
  { tell }: DeletionNeeds,
  header: string,
  { secret, source }: Pick<AskedSecret, 'secret' | 'source'>,
): void {
  const done = l10n.t('The header {0} is injected.', header);
  if (source === 'generated') {
    tell.info(l10n.t('{0} The backend needs the secret too; it is shown nowhere again.', done), {
      title: l10n.t('Copy Secret'),
      run: () => env.clipboard.writeText(secret),
    });
  } else if (source === 'clipboard') {
    tell.info(l10n.t('{0} The secret is still in the clipboard.', done), {
      title: l10n.t('Clear Clipboard'),
      run: () => env.clipboard.writeText(''),
    });
  } else {
    tell.info(done);
  }
}
