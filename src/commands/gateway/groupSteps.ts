// The questions about one data plane group: account, region, network and scaling.
import { l10n } from 'vscode';
import type { Step } from '../../host/steps';
import type { GroupDraft } from './groupDraft';
import { networkSteps } from './networkSteps';
import { scalingSteps } from './scalingSteps';
import type { World } from './world';

/** `taken`: networks in which the gateway has a group already. */
export function groupSteps(
  world: Promise<World>,
  taken: readonly string[],
): readonly Step<GroupDraft>[] {
  return [
    accountStep(world),
    regionStep(world),
    ...networkSteps(world, taken),
    ...scalingSteps(world),
  ];
}

function accountStep(world: Promise<World>): Step<GroupDraft> {
  return {
    isAnswered: ({ account }) => account !== undefined,
    ask: async (draft, prompts) => {
      const choices = world.then(({ accounts }) =>
        accounts.map(({ provider, provider_account_id: account }) => ({
          label: `${provider} ${account}`,
          description: l10n.t('provider account'),
          value: { provider, account },
        })),
      );
      const active = `${draft.provider} ${draft.account}`;
      const placeHolder = l10n.t('Provider account: the cloud in which Kong runs the data planes');
      const chosen = await prompts.pick({ placeHolder, choices, active });
      const isSame = chosen.provider === draft.provider && chosen.account === draft.account;
      const { scaling, amount } = draft;
      return isSame ? draft : { ...chosen, scaling, amount };
    },
  };
}

function regionStep(world: Promise<World>): Step<GroupDraft> {
  return {
    isAnswered: ({ region }) => region !== undefined,
    ask: async (draft, prompts) => {
      const choices = world.then(({ availability, networks, accounts }) => {
        const account = accounts.find(({ provider_account_id: id }) => id === draft.account);
        const regions =
          availability.providers.find(({ provider }) => provider === draft.provider)?.regions ?? [];
        return regions.map(({ region, name }) => {
          const here = networks.filter(
            (network) =>
              network.region === region &&
              network.cloud_gateway_provider_account_id === account?.id,
          );
          return {
            label: region,
            description: name ?? '',
            ...(here.length > 0 && {
              detail: l10n.t('Networks there: {0}', here.map((one) => one.name).join(', ')),
            }),
            value: region,
          };
        });
      });
      const placeHolder = l10n.t('Region of the data planes; it cannot be changed later');
      const region = await prompts.pick({ placeHolder, choices, active: draft.region });
      const { provider, account, scaling, amount } = draft;
      return region === draft.region ? draft : { provider, account, region, scaling, amount };
    },
  };
}
