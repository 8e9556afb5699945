// The questions about the network of a data plane group: one that fits, or a new one with zones and addresses.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { Step } from '../../host/steps';
import { whyNotCidr, whyNotNetworkName, whyNotZones } from '../../operations/gateway/planProblems';
import { overlapping, suggestAddress } from '../../operations/network/networkAddress';
import type { GroupDraft } from './groupDraft';
import { fittingNetworks, regionIn, type World } from './world';

const isNew = ({ isNew: wanted }: GroupDraft): boolean => wanted === true;

export function networkSteps(
  world: Promise<World>,
  taken: readonly string[],
): readonly Step<GroupDraft>[] {
  return [networkStep(world, taken), nameStep(world), zonesStep(world), cidrStep(world), whenStep];
}

function networkStep(world: Promise<World>, taken: readonly string[]): Step<GroupDraft> {
  return {
    isAnswered: (draft) => draft.isNew !== undefined,
    ask: async (draft, prompts) => {
      const fresh: Choice<string | undefined> = {
        label: l10n.t('$(add) New network…'),
        description: l10n.t('30 to 40 minutes until it is ready'),
        value: undefined,
      };
      const choices = world.then((all) => [
        ...fittingNetworks(all, draft)
          .filter(({ name }) => !taken.includes(name))
          .map(({ name, state, cidr_block, availability_zones }) => ({
            label: name,
            description: `${state} · ${cidr_block}`,
            detail: availability_zones.join(', '),
            value: name,
          })),
        fresh,
      ]);
      const placeHolder = l10n.t('Network in {0}', draft.region ?? '');
      const active = draft.isNew ? fresh.label : draft.network;
      const network = await prompts.pick<string | undefined>({ placeHolder, choices, active });
      if (network === undefined) {
        if (draft.isNew) return draft;
        return { ...draft, network, zones: undefined, cidr: undefined, isNew: true };
      }
      const known = (await world).networks.find(({ name }) => name === network);
      const { availability_zones: zones, cidr_block: cidr } = known ?? {};
      return { ...draft, isNew: false, network, zones, cidr, state: undefined };
    },
  };
}

function nameStep(world: Promise<World>): Step<GroupDraft> {
  return {
    isAsked: isNew,
    isAnswered: ({ network }) => network !== undefined,
    ask: async (draft, prompts) => {
      const names = (await world).networks
        .filter(({ state }) => state !== 'terminated')
        .map(({ name }) => name);
      const network = await prompts.text({
        prompt: l10n.t('Name of the new network in {0}', draft.region ?? ''),
        value: draft.network ?? `${draft.region}-net`,
        check: (name) =>
          whyNotNetworkName(name, l10n.t) ??
          (names.includes(name) ? l10n.t('A network of that name exists already.') : undefined),
      });
      return { ...draft, network };
    },
  };
}

function zonesStep(world: Promise<World>): Step<GroupDraft> {
  return {
    isAsked: isNew,
    isAnswered: ({ zones }) => zones !== undefined,
    ask: async (draft, prompts) => {
      const all = regionIn(await world, draft.provider, draft.region)?.availability_zones ?? [];
      const before = draft.zones ?? all.slice(0, 3);
      const zones = await prompts.pickMany({
        placeHolder: l10n.t('Availability zones: at least two; they cannot be changed later'),
        choices: all.map((zone) => ({ label: zone, value: zone })),
        picked: (zone) => before.includes(zone),
        check: (chosen) => whyNotZones(chosen, l10n.t),
      });
      return { ...draft, zones };
    },
  };
}

function cidrStep(world: Promise<World>): Step<GroupDraft> {
  return {
    isAsked: isNew,
    isAnswered: ({ cidr }) => cidr !== undefined,
    ask: async (draft, prompts) => {
      const known = await world;
      const region = regionIn(known, draft.provider, draft.region);
      const { provider = '', zones = [] } = draft;
      const reserved = region?.reserved_cidr_blocks ?? [];
      const place = { provider, zones: zones.length, reserved };
      const taken = known.networks.map(({ cidr_block }) => cidr_block);
      const cidr = await prompts.text({
        prompt: l10n.t(
          'Addresses of the network (CIDR); nothing that will be peered may overlap it, and it cannot be changed later',
        ),
        value: draft.cidr ?? suggestAddress(place, taken),
        check: (text) =>
          region ? whyNotCidr({ cidr: text, provider, zones }, region, l10n.t) : undefined,
        warn: (text) => overlapWarning(overlapping(text, known.networks)),
      });
      return { ...draft, cidr };
    },
  };
}

function overlapWarning(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return l10n.t(
    'It overlaps {0}: both can never be reached from one peered network.',
    names.join(', '),
  );
}

const whenStep: Step<GroupDraft> = {
  isAsked: isNew,
  isAnswered: ({ state }) => state !== undefined,
  ask: async (draft, prompts) => {
    const now = l10n.t('Build it now');
    const reserve = l10n.t('Reserve it');
    const state = await prompts.pick<'initializing' | 'offline'>({
      placeHolder: l10n.t('When {0} is built', draft.network ?? ''),
      choices: [
        { label: now, detail: l10n.t('Kong begins at once'), value: 'initializing' },
        {
          label: reserve,
          detail: l10n.t('Offline until the configuration first uses it; Konnect builds it then'),
          value: 'offline',
        },
      ],
      active: draft.state === 'offline' ? reserve : now,
    });
    return { ...draft, state };
  },
};
