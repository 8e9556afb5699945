// A secret header for a backend: kept in Konnect's secret store and referred to, or, by choice, written into a plugin.
import type { ControlPlaneRef, KonnectClient, Plugin } from '../../konnect/client';
import { collect } from '../collect';
import { createOnce } from '../createOnce';
import { Interrupted, orInterrupted } from '../interrupted';
import type { Run } from '../run';
import { unlessMissing } from '../unlessMissing';
import { type HeaderSecret, headerEntry, slug } from './headerSecret';
import {
  isEmpty,
  newTransformer,
  ownTag,
  readTransformers,
  type SecretScope,
  scopeSlug,
  type TransformerName,
  withEntry,
  withoutHeader,
} from './transformer';

export interface SecretPlace {
  readonly controlPlane: ControlPlaneRef;
  readonly scope: SecretScope;
}

export interface SecretWish extends SecretPlace, HeaderSecret {
  /** `vault`: nobody can read it back. `plain`: everybody who may read the plugin can read it. */
  readonly way: 'vault' | 'plain';
}

/** Name of the config store and prefix of the vault that lead to it. */
export const storeName = 'cloud-gateways';

export function secretKey(scope: SecretScope, header: string): string {
  return `${slug(header)}-${scopeSlug(scope)}`;
}

/** The whole element of the list: only that is replaced by what the vault holds. */
export function referenceTo(scope: SecretScope, header: string): string {
  return `{vault://${storeName}/${secretKey(scope, header)}}`;
}

/** Each step looks first at what is there, so that doing it again doubles nothing. */
export async function injectSecret(
  konnect: KonnectClient,
  wish: SecretWish,
  run: Run,
): Promise<void> {
  const { t } = run;
  let step = t('nothing was changed yet');
  const report = (text: string) => {
    step = text;
    run.report(text);
  };
  const goesOn = () =>
    t('Stopped at this step: {0}. Do it again to take this up; nothing is doubled.', step);
  const told = { ...run, report };
  if (wish.way === 'plain') {
    await orInterrupted(run, goesOn, () => byPlugin(konnect, wish, told));
    return;
  }
  const { signal } = run;
  const vault = await unlessMissing(konnect.vaults.get(wish.controlPlane, storeName, { signal }));
  const storeId = vault && storeOf(vault, run);
  await orInterrupted(run, goesOn, () => byVault(konnect, wish, storeId, told));
}

/** @param known the config store that the vault leads to; undefined where there is no vault yet */
async function byVault(
  konnect: KonnectClient,
  wish: SecretWish,
  known: string | undefined,
  run: Run,
): Promise<void> {
  const { controlPlane, scope, header } = wish;
  const { signal, report, t } = run;
  report(t('keeping the secret in the config store {0}', storeName));
  const storeId = known ?? (await provideStore(konnect, controlPlane, signal));
  const key = secretKey(scope, header);
  const store = { controlPlane, id: storeId };
  await konnect.configStores.secrets.put(store, key, headerEntry(wish), { signal });
  if (known === undefined) {
    report(t('creating the vault {0}', storeName));
    await createOnce(
      () => unlessMissing(konnect.vaults.get(controlPlane, storeName, { signal })),
      () =>
        konnect.vaults.create(
          controlPlane,
          {
            name: 'konnect',
            prefix: storeName,
            description: t('Secrets of backends'),
            config: { config_store_id: storeId },
            tags: [ownTag],
          },
          { signal },
        ),
    );
  }
  await setHeader(konnect, wish, 'request-transformer-advanced', referenceTo(scope, header), run);
  await forgetPlain(konnect, wish, run);
}

async function byPlugin(konnect: KonnectClient, wish: SecretWish, run: Run): Promise<void> {
  await setHeader(konnect, wish, 'request-transformer', headerEntry(wish), run);
}

async function setHeader(
  konnect: KonnectClient,
  { controlPlane, scope, header }: SecretWish,
  name: TransformerName,
  entry: string,
  { signal, report, t }: Run,
): Promise<void> {
  report(t('setting the header by the plugin {0}', name));
  const found = await readTransformers(konnect, controlPlane, scope, signal);
  const plugin = name === 'request-transformer' ? found.plain : found.advanced;
  if (plugin === undefined) {
    const find = async () => {
      const again = await readTransformers(konnect, controlPlane, scope, signal);
      return name === 'request-transformer' ? again.plain : again.advanced;
    };
    const body = newTransformer(name, scope, entry);
    await createOnce(find, () => konnect.plugins.create(controlPlane, body, { signal }));
    return;
  }
  const body = withEntry(plugin, header, entry);
  if (body !== undefined) await konnect.plugins.put(controlPlane, plugin.id, body, { signal });
}

/** What was written into the plain plugin before would stay readable. */
async function forgetPlain(
  konnect: KonnectClient,
  { controlPlane, scope, header }: SecretWish,
  { signal, report, t }: Run,
): Promise<void> {
  const { plain } = await readTransformers(konnect, controlPlane, scope, signal);
  const body = plain && withoutHeader(plain, header);
  if (plain === undefined || body === undefined) return;
  report(t('taking the header out of the plugin request-transformer'));
  if (isOwn(plain) && isEmpty(body))
    await konnect.plugins.delete(controlPlane, plain.id, { signal });
  else await konnect.plugins.put(controlPlane, plain.id, body, { signal });
}

function isOwn({ tags }: Plugin): boolean {
  return tags?.includes(ownTag) === true;
}

async function provideStore(
  konnect: KonnectClient,
  ref: ControlPlaneRef,
  signal: AbortSignal,
): Promise<string> {
  const find = async () => {
    const stores = await collect(konnect.configStores.list(ref, { signal }));
    return stores.find(({ name }) => name === storeName);
  };
  const create = () => konnect.configStores.create(ref, { name: storeName }, { signal });
  return ((await find()) ?? (await createOnce(find, create))).id;
}

function storeOf(
  {
    name,
    config,
  }: {
    readonly name: string;
    readonly config?: Readonly<Record<string, unknown>> | null | undefined;
  },
  { t }: Run,
): string {
  const id = config?.config_store_id;
  if (name === 'konnect' && typeof id === 'string') return id;
  throw new Interrupted(
    t(
      'Nothing was changed: the vault {0} of this control plane leads elsewhere ({1}). Rename that one, then start again.',
      storeName,
      name,
    ),
  );
}
