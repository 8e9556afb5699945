// One change of a configuration: the plan is shown and confirmed, compared with Konnect once more, sent and followed.
import { l10n } from 'vscode';
import type { TerraformSource } from '../../export/terraform';
import type { Action } from '../../host/tell';
import { UserError } from '../../host/userError';
import type { Configuration, ControlPlane, KonnectClient } from '../../konnect/client';
import type { ConfigurationWrite } from '../../konnect/resources/configurationBody';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import {
  type Applied,
  applyConfiguration,
} from '../../operations/configuration/applyConfiguration';
import {
  type Difference,
  differenceOf,
  isNothing,
} from '../../operations/configuration/difference';
import { planWords } from '../../operations/configuration/planWords';
import type { Run } from '../../operations/run';
import { makeChange, placeOf } from '../change';
import type { Services } from '../services';
import { type FollowNeeds, followGateway } from './followGateway';
import type { Gateway, GatewayNeeds } from './gateway';
import { planOnPage, showPlanPage, withoutSecretValues } from './planPage';

export type ConfigurationNeeds = GatewayNeeds &
  FollowNeeds &
  Pick<Services, 'terraform' | 'reports' | 'steps'>;

export interface ConfigurationChange {
  readonly gateway: Gateway;
  readonly wish: ConfigurationWrite;
  readonly question: string;
  readonly button: string;
  readonly progress: string;
  /** What is told when all groups are as wished. */
  readonly done: string;
  readonly next?: 'panel' | 'delete';
  /** Before it is sent: makes what the wish refers to, and fills that in. */
  readonly prepare?: (konnect: KonnectClient, run: Run) => Promise<ConfigurationWrite>;
  /** Names of networks that are still to be made, by what stands for their ids in the wish. */
  readonly networkNames?: ReadonlyMap<string, string>;
  /** Resources to be made before, for Terraform. */
  readonly terraform?: readonly TerraformSource[];
  /** What else it costs or leaves behind, besides what the plan says. */
  readonly notes?: readonly string[];
  /** Of a group or gateway that goes for good. */
  readonly nameToType?: string;
  /** The same command once more, from what is in Konnect by then. */
  readonly again: () => unknown;
}

export async function changeConfiguration(
  needs: ConfigurationNeeds,
  change: ConfigurationChange,
): Promise<void> {
  const { gateway, wish, question, button, notes = [] } = change;
  const { controlPlane, before } = gateway;
  const difference = differenceOf(configurationWrite(before), wish);
  if (isNothing(difference)) {
    needs.tell.info(l10n.t('{0} is so already: nothing was sent.', controlPlane.name));
    return;
  }
  const connection = await needs.connections.active();
  const place = connection ? placeOf(connection, controlPlane.geo) : '';
  const title = l10n.t('Plan for {0}', controlPlane.name);
  const { networkNames, terraform = [], prepare = async () => wish } = change;
  const plan = { title, place, difference, notes, ...(networkNames && { networkNames }) };
  const applied = await makeChange(needs, {
    question,
    consequences: [...planWords(difference, l10n.t), ...notes],
    geo: controlPlane.geo,
    button,
    progress: l10n.t('Sending the configuration of {0}', controlPlane.name),
    ...typedName(change, difference),
    plan: planOnPage(needs, plan),
    terraform: [
      ...terraform,
      { kind: 'configuration', resource: configurationAfter(before, wish) },
    ],
    shown: withoutSecretValues,
    work: async (konnect, run) =>
      applyConfiguration(konnect, { before, wish: await prepare(konnect, run) }, run),
  });
  tellApplied(needs, { ...change, controlPlane }, applied);
}

/** To open a gateway to the internet is confirmed by name, whatever the setting says about deleting. */
function typedName(
  { nameToType, gateway }: ConfigurationChange,
  { access, destroyed }: Difference,
): { readonly nameToType?: string; readonly mustType?: boolean } {
  if (access?.isOpened) return { nameToType: gateway.controlPlane.name, mustType: true };
  if (destroyed.length === 0) return {};
  return { nameToType: nameToType ?? gateway.controlPlane.name };
}

export interface AppliedChange
  extends Pick<ConfigurationChange, 'progress' | 'done' | 'next' | 'again'> {
  readonly controlPlane: ControlPlane;
}

/** @throws UserError when nothing was sent */
export function tellApplied(
  needs: FollowNeeds & Pick<Services, 'reports' | 'client'>,
  { controlPlane, progress, done, next, again }: AppliedChange,
  applied: Applied,
): void {
  const { name } = controlPlane;
  const retry: Action = { title: l10n.t('Try Again'), run: again };
  switch (applied.kind) {
    case 'sent':
      followGateway(needs, { controlPlane, progress, done, ...(next && { next }) });
      return;
    case 'identical':
      needs.tell.info(l10n.t('{0} is so already: nothing was sent.', name));
      return;
    case 'busy':
      throw new UserError(
        l10n.t(
          'Data plane groups of {0} are on their way ({1}), so Konnect takes no change. Nothing was changed; try again when they are ready.',
          name,
          applied.regions.join(', ') || l10n.t('since a moment ago'),
        ),
        retry,
      );
    case 'moved':
      throw moved(needs, name, applied.difference, retry);
  }
}

function moved(
  needs: Pick<Services, 'client' | 'reports'>,
  name: string,
  difference: Difference,
  retry: Action,
): UserError {
  const title = l10n.t('What somebody else changed in {0}', name);
  const place = l10n.t('Between your plan and its sending.');
  return new UserError(
    l10n.t(
      'Somebody else has changed {0} meanwhile, so nothing was sent: {1}',
      name,
      planWords(difference, l10n.t).join(' '),
    ),
    {
      title: l10n.t('Show Difference'),
      run: () => showPlanPage(needs, { title, place, difference }, false),
    },
    retry,
  );
}

/** As it will be, for Terraform. */
function configurationAfter(before: Configuration, wish: ConfigurationWrite): Configuration {
  const { version, api_access, kind } = wish;
  return {
    ...before,
    ...(version !== undefined && { version }),
    ...(api_access !== undefined && { api_access }),
    ...(kind !== undefined && { kind }),
    dataplane_group_config: wish.dataplane_groups.map(({ environment, ...group }) => ({
      ...group,
      environment: environment?.map((variable) => ({ ...variable })),
    })),
  };
}
