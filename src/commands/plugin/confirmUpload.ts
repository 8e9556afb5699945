// What an upload asks about before it is sent: code of somebody else, another name, instances that the schema would refuse.
import { l10n, type Uri } from 'vscode';
import { Cancelled } from '../../host/ask';
import type { Action } from '../../host/tell';
import type { Plugin } from '../../konnect/client';
import type { UploadPlan } from '../../operations/plugin/uploadPlugin';
import { digestOf } from '../../plugins/backups';
import type { CustomPluginBody } from '../../plugins/uploadBody';
import { placeOf } from '../change';
import type { Services } from '../services';
import { failureWords } from './failureWords';
import { openInstances } from './openInstances';
import { uploadAsNew } from './uploadAsNew';
import type { Destination } from './uploadDestination';

export type Sendable = Exclude<UploadPlan, { kind: 'gone' }>;
type Needs = Pick<Services, 'ask' | 'checks' | 'tell'>;

/** Whether the user was asked. @throws Cancelled when nothing is to be sent */
export async function confirmUpload(
  needs: Needs,
  folder: Uri,
  plan: Sendable,
  body: CustomPluginBody,
  destination: Destination,
): Promise<boolean> {
  const hasAsked = await confirmReplace(needs, plan, body, destination);
  if (plan.kind !== 'replace' || plan.remote.schema === body.schema) return hasAsked;
  const isAsked = await confirmSchema(
    needs,
    { before: plan.remote.schema, after: body.schema, name: body.name },
    plan.instances,
    destination,
    {
      title: l10n.t('Upload under a New Name…'),
      run: () => uploadAsNew(needs, folder, body.name, destination),
    },
  );
  return hasAsked || isAsked;
}

/** Konnect keeps no versions, so replacing code that we did not send ourselves is asked about. */
async function confirmReplace(
  { ask }: Needs,
  plan: Sendable,
  body: CustomPluginBody,
  { previous, controlPlaneName, active, controlPlane }: Destination,
): Promise<boolean> {
  const place = placeOf(active, controlPlane.geo);
  if (plan.kind === 'replace') {
    const remote = digestOf(plan.remote);
    const isOurs = previous?.plugin === body.name;
    if (isOurs && (previous.sent === remote || previous.sending === remote)) return false;
    await ask.confirm(
      l10n.t('Replace the custom plugin {0} in {1}?', body.name, controlPlaneName),
      [
        l10n.t(
          'Konnect holds other code than this folder last sent. It is replaced; what is there now is kept on this machine and can be brought back with Undo.',
        ),
        place,
      ].join('\n'),
      l10n.t('Replace'),
    );
    return true;
  }
  if (plan.kind !== 'create' || previous === undefined || previous.plugin === body.name)
    return false;
  await ask.confirm(
    l10n.t('Upload {0} as a new custom plugin to {1}?', body.name, controlPlaneName),
    [
      l10n.t('This folder was uploaded as {0} before; that one stays as it is.', previous.plugin),
      place,
    ].join('\n'),
    l10n.t('Upload as New'),
  );
  return true;
}

/** Konnect does not judge the instances anew; the nodes do, and refuse the whole configuration. */
export async function confirmSchema(
  { ask, checks }: Pick<Services, 'ask' | 'checks'>,
  change: { readonly before: string; readonly after: string; readonly name: string },
  instances: readonly Plugin[] | undefined,
  { controlPlane, controlPlaneName }: Pick<Destination, 'controlPlane' | 'controlPlaneName'>,
  otherWay?: Action,
): Promise<boolean> {
  const configs = (instances ?? []).map(({ config }) => config ?? {});
  const { breaking, refused } = await checks.impact({ ...change, configs });
  const hit = (instances ?? []).flatMap((instance, index) => {
    const failures = refused[index] ?? [];
    return failures.length > 0 ? [{ instance, failures }] : [];
  });
  const isUnseen = instances === undefined && breaking.length > 0;
  if (hit.length === 0 && !isUnseen) return false;
  const [anyway, open] = [l10n.t('Go On Anyway'), l10n.t('Open These Instances')];
  const others = [...(otherWay ? [otherWay.title] : []), ...(hit.length > 0 ? [open] : [])];
  const answer = await ask.choose(
    isUnseen
      ? l10n.t('The new schema of {0} may refuse instances, and they cannot be seen.', change.name)
      : l10n.t(
          'The new schema of {0} refuses instances in {1}: {2} of {3}.',
          change.name,
          controlPlaneName,
          hit.length,
          configs.length,
        ),
    [...(isUnseen ? breaking : hit.map(reasonOf)), wayOut()].join('\n'),
    [...others, anyway],
  );
  if (answer === anyway) return true;
  if (answer === otherWay?.title) await otherWay.run();
  else {
    await openInstances(
      hit.map(({ instance }) => instance),
      controlPlane,
    );
  }
  throw new Cancelled();
}

function reasonOf({
  instance,
  failures,
}: {
  readonly instance: Plugin;
  readonly failures: readonly { readonly path: string; readonly message: string }[];
}): string {
  return `${instance.instance_name ?? instance.id}: ${failureWords(failures).join('; ')}`;
}

function wayOut(): string {
  return l10n.t(
    'Konnect does not judge instances again, but data planes do: they keep their old configuration. Mend the instances right after the upload, or upload the code under a new name and move them one by one.',
  );
}
