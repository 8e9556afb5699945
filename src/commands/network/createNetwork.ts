// Create a network: account, region, zones, range and name, then built now or only reserved.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { KonnectClient, Network, ProviderAccount } from '../../konnect/client';
import type { Availability, AvailableRegion } from '../../konnect/resources/availability';
import type { NetworkCreate } from '../../konnect/resources/networks';
import { createOnce } from '../../operations/createOnce';
import { whyNotZones } from '../../operations/gateway/planProblems';
import { findNetwork, isGone } from '../../operations/gateway/survey';
import {
  overlapping,
  suggestAddress,
  whyNotAddress,
} from '../../operations/network/networkAddress';
import type { Run } from '../../operations/run';
import { untilReady } from '../../operations/untilReady';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { keyOf } from '../openWork/notes';
import { freeName } from './names';
import { refreshNetwork } from './refreshNetwork';
import { isFull, type Surroundings, surroundingsOf } from './surroundings';

export async function createNetwork(needs: DeletionNeeds): Promise<void> {
  const title = l10n.t('Create Network');
  const konnect = await needs.client.get();
  const around = await needs.tell.progress(l10n.t('Looking at what is there'), (signal) =>
    surroundingsOf(konnect, signal),
  );
  const wish = await askFor(needs, title, around);
  const offline = wish.state === 'offline';
  await makeChange(needs, {
    question: l10n.t('Create the network {0}?', wish.name),
    consequences: consequencesOf(wish, around),
    button: l10n.t('Create'),
    progress: l10n.t('Creating network {0}', wish.name),
    terraform: {
      kind: 'network',
      resource: { ...wish, id: '', state: '' },
    },
    work: (client, run) => create(needs, client, wish, run),
  });
  refreshNetwork(needs);
  needs.tell.info(
    offline
      ? l10n.t(
          'Network {0} is reserved. Konnect builds it when a data plane group first uses it.',
          wish.name,
        )
      : l10n.t('Network {0} is ready.', wish.name),
  );
}

async function create(
  needs: DeletionNeeds,
  konnect: KonnectClient,
  wish: NetworkCreate,
  run: Run,
): Promise<void> {
  const { signal, isPreview } = run;
  const { id } = await createOnce(
    () => findNetwork(konnect, wish.name, signal),
    () => konnect.networks.create(wish, { signal }),
  );
  if (isPreview === true) return;
  refreshNetwork(needs);
  if (wish.state === 'offline') return;
  const read = (looking: AbortSignal) => konnect.networks.get(id, { signal: looking });
  const { name } = wish;
  const note = { kind: 'network', id, name } as const;
  await needs.openWork.during(keyOf(note), note, () =>
    untilReady({ name, read, everyMs: 20_000, limitMs: 90 * 60_000 }, run),
  );
}

async function askFor(
  { ask }: DeletionNeeds,
  title: string,
  around: Surroundings,
): Promise<NetworkCreate> {
  const account = await ask.pick(
    title,
    l10n.t('Provider account: where Kong runs it'),
    around.accounts.map(accountChoice),
  );
  const { provider } = account;
  const region = await ask.pick(
    title,
    l10n.t('Region; it cannot be changed later'),
    regionChoices(around.availability, provider),
  );
  const zones = await ask.pickMany(
    title,
    l10n.t('Availability zones, at least two; they cannot be changed later'),
    region.availability_zones.map((zone) => ({ label: zone, value: zone })),
    (chosen) => whyNotZones(chosen, l10n.t),
  );
  const place = { provider, zones: zones.length, reserved: region.reserved_cidr_blocks };
  const cidr_block = await ask.text({
    title,
    prompt: l10n.t(
      'Range of addresses. It must not overlap anything that will be peered with it, and cannot be changed later.',
    ),
    value: suggestAddress(
      place,
      around.networks.map((one) => one.cidr_block),
    ),
    check: (text) => whyNotAddress(text, place, l10n.t),
  });
  const name = await ask.text({
    title,
    prompt: l10n.t('Name of the network, unique in the organisation'),
    placeHolder: `${region.region}-prod`,
    check: freeName(around.networks.filter((one) => !isGone(one)).map((one) => one.name)),
  });
  const state = await ask.pick(title, startPrompt(around), startChoices(around));
  return {
    name,
    cloud_gateway_provider_account_id: account.id,
    region: region.region,
    availability_zones: zones,
    cidr_block,
    state,
  };
}

function accountChoice(value: ProviderAccount): Choice<ProviderAccount> {
  return { label: `${value.provider} ${value.provider_account_id}`, value };
}

function regionChoices(
  { providers }: Availability,
  provider: string,
): readonly Choice<AvailableRegion>[] {
  const regions = providers.find((one) => one.provider === provider)?.regions ?? [];
  if (regions.length === 0)
    throw new UserError(l10n.t('Konnect offers no region of {0} at present.', provider));
  return regions.map((value) => ({
    label: value.region,
    description: value.name ?? '',
    value,
  }));
}

function startPrompt(around: Surroundings): string {
  return isFull(around)
    ? l10n.t(
        'The organisation may have {0} running networks, and has them. One more can only be reserved; delete one that is no longer used, or ask Kong to raise the limit.',
        around.limit ?? 0,
      )
    : l10n.t('When Konnect is to build it');
}

function startChoices(around: Surroundings): readonly Choice<'initializing' | 'offline'>[] {
  const now = {
    label: l10n.t('Build it now'),
    detail: l10n.t('Takes 30 to 40 minutes; it costs from then on.'),
    value: 'initializing',
  } as const;
  const later = {
    label: l10n.t('Only reserve it'),
    detail: l10n.t(
      'It is built when a data plane group first uses it; nothing can be attached before.',
    ),
    value: 'offline',
  } as const;
  return isFull(around) ? [later] : [now, later];
}

function consequencesOf(wish: NetworkCreate, { networks }: Surroundings): readonly string[] {
  const clashes = overlapping(
    wish.cidr_block,
    networks.filter((one: Network) => !isGone(one)),
  );
  return [
    l10n.t(
      'In {0} ({1}), range {2}. Only its name can be changed later.',
      wish.region,
      wish.availability_zones.join(', '),
      wish.cidr_block,
    ),
    wish.state === 'offline'
      ? l10n.t('It is reserved only; Konnect builds it when a data plane group first uses it.')
      : l10n.t(
          'Konnect builds it now, which takes 30 to 40 minutes, and charges for it from then on.',
        ),
    ...(clashes.length > 0
      ? [
          l10n.t(
            'Its range overlaps that of {0}: one network of yours can then not be peered with both.',
            clashes.join(', '),
          ),
        ]
      : []),
  ];
}
