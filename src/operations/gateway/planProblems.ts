// Why a gateway plan cannot be carried out as things are in Konnect; found before anything is sent.
import type { Network } from '../../konnect/client';
import type { AvailableRegion } from '../../konnect/resources/availability';
import type { Translate } from '../../text';
import { whyNotEnvironment } from '../configuration/environment';
import { troubleOf } from '../configuration/transition';
import { whyNotAddress } from '../network/networkAddress';
import type { GatewayPlan, PlannedGroup, PlannedNetwork } from './gatewayPlan';
import { quotaProblems } from './quotaProblems';
import { isGone, type Survey } from './survey';

export function planProblems(plan: GatewayPlan, survey: Survey, t: Translate): readonly string[] {
  return [
    ...controlPlaneProblems(plan, survey, t),
    ...versionProblems(plan, survey, t),
    ...placeProblems(plan, survey, t),
  ];
}

/** Of networks and groups alone, for one group more in a gateway that is there. */
export function placeProblems(plan: GatewayPlan, survey: Survey, t: Translate): readonly string[] {
  return [
    ...plan.networks.flatMap((network) => networkProblems(network, survey, t)),
    ...plan.groups.flatMap((group) => [...groupProblems(group, plan, survey, t)]),
    ...twice(plan, t),
    ...quotaProblems(plan, survey, t),
  ];
}

/** The network of that name that would be taken up instead of making one. */
export function existingNetwork(
  { name }: PlannedNetwork,
  { networks }: Pick<Survey, 'networks'>,
): Network | undefined {
  return networks.find((network) => network.name === name && !isGone(network));
}

export function accountOf(
  { provider, account }: PlannedNetwork,
  { accounts }: Pick<Survey, 'accounts'>,
) {
  return accounts.find((one) => one.provider === provider && one.provider_account_id === account);
}

function* controlPlaneProblems(
  { controlPlane: { name, geo } }: GatewayPlan,
  { controlPlane }: Survey,
  t: Translate,
): Generator<string> {
  const reason = whyNotControlPlaneName(name, t);
  if (reason !== undefined) yield t('Control plane {0}: {1}', name, reason);
  if (controlPlane === undefined) return;
  const { cloud_gateway, cluster_type } = controlPlane.config;
  if (cloud_gateway !== true) {
    yield t(
      'The control plane {0} in {1} is not one of Dedicated Cloud Gateways ({2}), and cannot become one. Choose another name.',
      name,
      geo,
      cluster_type ?? '–',
    );
  }
}

/** control-planes v2, `create-control-plane`. */
export function whyNotControlPlaneName(name: string, t: Translate): string | undefined {
  if (name.length < 2) return t('At least {0} characters.', 2);
  if (name.length > 256) return t('At most {0} characters; this has {1}.', 256, name.length);
  return undefined;
}

export function whyNotNetworkName(name: string, t: Translate): string | undefined {
  if (name === '') return t('Type a name.');
  if (name.length > 120) return t('At most {0} characters; this has {1}.', 120, name.length);
  return undefined;
}

function versionProblems(
  { version }: GatewayPlan,
  { availability: { versions } }: Survey,
  t: Translate,
): readonly string[] {
  if (versions.includes(version)) return [];
  return [
    t('Konnect does not offer gateway version {0}; it offers {1}.', version, versions.join(', ')),
  ];
}

function networkProblems(network: PlannedNetwork, survey: Survey, t: Translate): readonly string[] {
  const existing = existingNetwork(network, survey);
  const problems = existing
    ? misfits(network, existing, survey, t)
    : [...newNetworkProblems(network, survey, t)];
  return problems.map((problem) => t('Network {0}: {1}', network.name, problem));
}

/** A network of that name is taken up only if it is what the plan wants. */
function misfits(
  wish: PlannedNetwork,
  network: Network,
  survey: Survey,
  t: Translate,
): readonly string[] {
  const id = network.cloud_gateway_provider_account_id;
  const account = survey.accounts.find((one) => one.id === id)?.provider_account_id ?? id;
  const zones = (list: readonly string[]) => [...list].sort().join(', ');
  const pairs: readonly (readonly [string, string, string])[] = [
    [t('region'), network.region, wish.region],
    [t('zones'), zones(network.availability_zones), zones(wish.zones)],
    [t('CIDR'), network.cidr_block, wish.cidr],
    [t('provider account'), account, wish.account],
  ];
  const differing = pairs
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) =>
      t('it exists already with other {0}: {1}, and not {2}.', what, found, wanted),
    );
  const trouble = troubleOf(network);
  if (network.state === 'terminating') differing.push(t('it is being deleted.'));
  if (trouble !== undefined && network.state !== 'ready')
    differing.push(t('Konnect could not build it: {0}', trouble));
  return differing;
}

function* newNetworkProblems(
  wish: PlannedNetwork,
  survey: Survey,
  t: Translate,
): Generator<string> {
  const nameProblem = whyNotNetworkName(wish.name, t);
  if (nameProblem !== undefined) yield nameProblem;
  if (accountOf(wish, survey) === undefined) {
    yield t(
      'Konnect has no provider account {0} ({1}) for this organisation. Kong makes provider accounts: contact Kong.',
      wish.account,
      wish.provider,
    );
  }
  const region = regionOf(wish, survey);
  if (region === undefined) {
    yield t('Konnect does not offer the region {0} of {1}.', wish.region, wish.provider);
    return;
  }
  const unknown = wish.zones.filter((zone) => !region.availability_zones.includes(zone));
  if (unknown.length > 0) {
    yield t(
      '{0} has no zone {1}; it has {2}.',
      wish.region,
      unknown.join(', '),
      region.availability_zones.join(', '),
    );
  }
  const reason = whyNotZones(wish.zones, t) ?? whyNotCidr(wish, region, t);
  if (reason !== undefined) yield reason;
}

export function whyNotZones(zones: readonly string[], t: Translate): string | undefined {
  return new Set(zones).size < 2 ? t('At least two zones.') : undefined;
}

export function whyNotCidr(
  { cidr, provider, zones }: Pick<PlannedNetwork, 'cidr' | 'provider' | 'zones'>,
  { reserved_cidr_blocks: reserved }: AvailableRegion,
  t: Translate,
): string | undefined {
  return whyNotAddress(cidr, { provider, zones: zones.length, reserved }, t);
}

export function regionOf(
  { provider, region }: Pick<PlannedNetwork, 'provider' | 'region'>,
  { availability }: Pick<Survey, 'availability'>,
): AvailableRegion | undefined {
  return availability.providers
    .find((one) => one.provider === provider)
    ?.regions.find((one) => one.region === region);
}

function* groupProblems(
  { network, autoscale, environment = [] }: PlannedGroup,
  { networks }: GatewayPlan,
  { availability }: Survey,
  t: Translate,
): Generator<string> {
  const place = networks.find(({ name }) => name === network);
  if (place === undefined) yield t('A group is in {0}, which is not among the networks.', network);
  const where = place?.region ?? network;
  if (autoscale.kind === 'static') {
    const names = availability.instance_types.map(({ name }) => name);
    if (!names.includes(autoscale.instance_type)) {
      yield t(
        'Group in {0}: there is no instance type {1}; there are {2}.',
        where,
        autoscale.instance_type,
        names.join(', '),
      );
    }
  }
  const filled = environment.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  const reason = whyNotEnvironment(filled, t);
  if (reason !== undefined) yield t('Group in {0}: {1}', where, reason);
}

function twice({ groups, networks }: GatewayPlan, t: Translate): readonly string[] {
  const repeated = (names: readonly string[]) => [
    ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
  ];
  return [
    ...repeated(groups.map(({ network }) => network)).map((name) =>
      t('Two groups are in the network {0}; a network holds one group of a gateway.', name),
    ),
    ...repeated(networks.map(({ name }) => name)).map((name) =>
      t('Two networks are called {0}.', name),
    ),
  ];
}
