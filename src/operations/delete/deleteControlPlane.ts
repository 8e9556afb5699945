// Deleting a control plane in the order in which nothing is left behind running (FACTS 3); doing it again picks up.
import type {
  AddOn,
  Configuration,
  ControlPlane,
  CustomDomain,
  KonnectClient,
} from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { collect } from '../collect';
import { Interrupted, orInterrupted } from '../interrupted';
import type { Run } from '../run';
import { waitUntil } from '../waitUntil';
import { addOn, controlPlane, customDomain } from './deletable';
import { deleteRetry, requestDeletion, waitUntilGone } from './deleteResource';

/** What goes with a control plane. Its networks stay: they may serve others. */
export interface ControlPlaneParts {
  readonly customDomains: readonly CustomDomain[];
  readonly addOns: readonly AddOn[];
  /** Its data plane groups go with it. */
  readonly configuration: Configuration | undefined;
}

const hourMs = 60 * 60_000;

export async function readParts(
  konnect: KonnectClient,
  plane: ControlPlane,
  signal?: AbortSignal,
): Promise<ControlPlaneParts> {
  const ref = { id: plane.id, geo: plane.geo };
  const options = { ...(signal && { signal }) };
  const isGroup = plane.config.cluster_type === 'CLUSTER_TYPE_CONTROL_PLANE_GROUP';
  const owner = isGroup ? { controlPlaneGroupId: plane.id } : { controlPlaneId: plane.id };
  const [customDomains, addOns, configurations] = await Promise.all([
    collect(konnect.customDomains.list({ controlPlane: ref, ...options })),
    addOnsOrNone(konnect.addOns.list({ ...owner, ...options })),
    collect(konnect.configurations.list({ controlPlane: ref, ...options })),
  ]);
  return { customDomains, addOns, configuration: configurations[0] };
}

/** An organisation without add-ons answers 404. */
async function addOnsOrNone(list: AsyncIterable<AddOn>): Promise<readonly AddOn[]> {
  try {
    return await collect(list);
  } catch (error) {
    if (isKonnectError(error) && error.kind === 'not-found') return [];
    throw error;
  }
}

/**
 * Each step is begun only when the one before is done. `seen` is what the user was told of.
 * @throws Interrupted when it is cancelled on the way, or when more is found than the user was told of
 */
export async function deleteControlPlane(
  konnect: KonnectClient,
  plane: ControlPlane,
  seen: ControlPlaneParts,
  run: Run,
): Promise<void> {
  const { t } = run;
  let step = t('nothing was changed yet');
  const report = (text: string) => {
    step = text;
    run.report(text);
  };
  const goesOn = () =>
    t(
      'Stopped before the control plane {0} was deleted, at this step: {1}. What Konnect has begun goes on there. Delete it again to take this up.',
      plane.name,
      step,
    );
  const told: Run = { ...run, report };
  const parts = await readParts(konnect, plane, run.signal);
  const unseen = labelsOf(parts).filter((label) => !labelsOf(seen).includes(label));
  if (unseen.length > 0) {
    throw new Interrupted(
      t(
        'Nothing was changed: {0} came up meanwhile. Look at it, then start again.',
        unseen.join(', '),
      ),
    );
  }
  await orInterrupted(run, goesOn, async () => {
    await deleteParts(konnect, parts, told);
    if (parts.configuration !== undefined) await takeDown(konnect, parts.configuration, told);
    report(t('deleting the control plane {0}', plane.name));
    await requestDeletion(controlPlane(konnect, plane), told);
  });
}

/** Everything that is deleted with it, for a comparison. */
function labelsOf({ customDomains, addOns, configuration }: ControlPlaneParts): readonly string[] {
  return [
    ...customDomains.map(({ domain }) => domain),
    ...addOns.map(({ name }) => name),
    ...(configuration?.dataplane_group_config ?? []).map(
      ({ provider, region }) => `${provider} ${region}`,
    ),
  ];
}

async function deleteParts(
  konnect: KonnectClient,
  { customDomains, addOns }: ControlPlaneParts,
  run: Run,
): Promise<void> {
  const parts = [
    ...customDomains.map((one) => customDomain(konnect, one)),
    ...addOns.map((one) => addOn(konnect, one)),
  ];
  for (const part of parts) {
    run.report(run.t('deleting {0}', part.name));
    await requestDeletion(part, run);
  }
  for (const part of parts) await waitUntilGone(part, run, hourMs);
}

/** Konnect refuses a new wish while groups of the one before are still on their way (FACTS 5.4). */
async function takeDown(konnect: KonnectClient, configuration: Configuration, run: Run) {
  const { t, signal, clock } = run;
  const begun = clock.now();
  let current = configuration;
  for (let pauseMs: number = deleteRetry.firstMs; hasWish(current); ) {
    run.report(t('taking down its data plane groups: {0}', current.dataplane_group_config.length));
    const refusal = await emptied(konnect, current, signal);
    if (refusal === undefined) break;
    if (isAtRest(current) || clock.now() - begun + pauseMs > deleteRetry.limitMs) throw refusal;
    run.report(t('waiting until all data plane groups are ready, as Konnect changes none before'));
    await clock.sleep(pauseMs, signal);
    pauseMs = Math.min(pauseMs * deleteRetry.growth, deleteRetry.longestMs);
    current = await konnect.configurations.get(configuration.id, { signal });
  }
  await waitUntil(
    {
      read: (looking) => konnect.configurations.get(configuration.id, { signal: looking }),
      isDone: ({ dataplane_groups }) =>
        dataplane_groups.every(({ state }) => state === 'terminated'),
      describe: ({ dataplane_groups }) =>
        t('data plane groups that are still there: {0}', dataplane_groups.length),
      everyMs: 15_000,
      limitMs: hourMs,
    },
    run,
  );
}

async function emptied(
  konnect: KonnectClient,
  current: Configuration,
  signal: AbortSignal,
): Promise<Error | undefined> {
  try {
    await konnect.configurations.put(
      { ...configurationWrite(current), dataplane_groups: [] },
      { signal },
    );
    return undefined;
  } catch (error) {
    if (isKonnectError(error) && error.kind === 'invalid-request') return error;
    throw error;
  }
}

function hasWish({ dataplane_group_config }: Configuration): boolean {
  return dataplane_group_config.length > 0;
}

function isAtRest({ dataplane_groups }: Configuration): boolean {
  return dataplane_groups.every(({ state }) => state === 'ready');
}
