// The page that shows what a change of a configuration will do, before it is asked about.
import { l10n } from 'vscode';
import { configurationPlanText } from '../../export/configurationPlan';
import type { KonnectClient } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { Difference } from '../../operations/configuration/difference';
import { isSecretName, mask } from '../../operations/configuration/environment';
import { planWords, scalingWords } from '../../operations/configuration/planWords';
import type { Services } from '../services';

export interface Plan {
  readonly title: string;
  readonly place: string;
  readonly difference: Difference;
  /** What is made before the configuration is sent. */
  readonly first?: readonly string[];
  readonly notes?: readonly string[];
  /** Names of networks that Konnect does not know yet, by what stands for their ids. */
  readonly networkNames?: ReadonlyMap<string, string>;
}

/** The page as a part of a change. */
export function planOnPage(needs: Pick<Services, 'client' | 'reports'>, plan: Plan) {
  const { added, changed } = plan.difference;
  const hasValues =
    added.some(({ environment = [] }) => environment.length > 0) ||
    changed.some(({ environment }) => environment.length > 0);
  return { hasValues, show: (withValues: boolean) => showPlanPage(needs, plan, withValues) };
}

export async function showPlanPage(
  { client, reports }: Pick<Services, 'client' | 'reports'>,
  { title, place, difference, first = [], notes, networkNames }: Plan,
  withValues: boolean,
): Promise<void> {
  const known = new Map([
    ...(await namesOfNetworks(await client.get())),
    ...(networkNames ?? new Map()),
  ]);
  const page = {
    title,
    place,
    difference,
    words: [...first, ...planWords(difference, l10n.t)],
    scaling: (scaling: Parameters<typeof scalingWords>[0]) => scalingWords(scaling, l10n.t),
    networkName: (id: string) => known.get(id),
    mask: withValues ? undefined : mask,
    ...(notes && { notes }),
  };
  await reports.show(l10n.t('Plan'), configurationPlanText(page, l10n.t));
}

/** Their ids are shown where they cannot be read. */
async function namesOfNetworks(konnect: KonnectClient): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  try {
    for await (const { id, name } of konnect.networks.list()) names.set(id, name);
  } catch (error) {
    if (!isKonnectError(error)) throw error;
  }
  return names;
}

/** What a preview shows of a body: secrets are named, not shown. */
export function withoutSecretValues(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutSecretValues);
  if (typeof body !== 'object' || body === null) return body;
  const { name, value } = body as { readonly name?: unknown; readonly value?: unknown };
  if (typeof name === 'string' && typeof value === 'string' && isSecretName(name)) {
    return { ...body, value: `<${name}>` };
  }
  return Object.fromEntries(
    Object.entries(body).map(([key, inner]) => [key, withoutSecretValues(inner)]),
  );
}
