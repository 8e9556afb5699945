// From a plan to a gateway: control plane, networks, configuration. What is there already is taken up, never made twice.
import type { Configuration, ControlPlane, KonnectClient, Network } from '../../konnect/client';
import type { ConfigurationWrite } from '../../konnect/resources/configurationBody';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import {
  type Applied,
  applyConfiguration,
  putConfiguration,
} from '../configuration/applyConfiguration';
import { differenceOf } from '../configuration/difference';
import { createOnce } from '../createOnce';
import type { Run } from '../run';
import type { GatewayPlan, PlannedNetwork } from './gatewayPlan';
import { accountOf, existingNetwork, planProblems } from './planProblems';
import { findControlPlane, findNetwork, type Survey, surveyGateway } from './survey';

export interface GatewayWish {
  readonly plan: GatewayPlan;
  /** The configuration that the user saw beside the plan; undefined where there was none. */
  readonly before: Configuration | undefined;
}

export type Provisioned =
  /** Nothing was sent. */
  | { readonly kind: 'stopped'; readonly problems: readonly string[] }
  | {
      readonly kind: 'done';
      readonly controlPlane: ControlPlane;
      readonly applied: Applied;
      /** What was made in this run; the rest was there. */
      readonly made: readonly string[];
    };

/** Begins each part and waits for none: Konnect builds networks and groups by itself then. */
export async function provisionGateway(
  konnect: KonnectClient,
  { plan, before }: GatewayWish,
  run: Run,
): Promise<Provisioned> {
  run.report(run.t('Looking at what is there'));
  const survey = await surveyGateway(konnect, plan, run.signal);
  const problems = [...planProblems(plan, survey, run.t), ...foreignGroups(plan, survey, run)];
  if (problems.length > 0) return { kind: 'stopped', problems };
  const made: string[] = [];
  const controlPlane = await provideControlPlane(konnect, plan, survey, { run, made });
  const networks = new Map<string, Network>();
  for (const wish of plan.networks) {
    const network = await provideNetwork(konnect, wish, survey, run, made);
    networks.set(wish.name, network);
  }
  run.report(run.t('Sending the configuration'));
  const wish = configurationOf(plan, controlPlane, networks);
  const applied =
    survey.controlPlane === undefined
      ? await putConfiguration(konnect, wish, run.signal)
      : await applyConfiguration(konnect, { before, wish }, run);
  return { kind: 'done', controlPlane, applied, made };
}

/** The body that the plan comes to, once the ids are known. */
export function configurationOf(
  { groups, version, access, networks: wishes }: GatewayPlan,
  { id, geo }: Pick<ControlPlane, 'id' | 'geo'>,
  networks: ReadonlyMap<string, Pick<Network, 'id'>>,
): ConfigurationWrite {
  return {
    control_plane_id: id,
    control_plane_geo: geo,
    kind: 'dedicated.v0',
    version,
    api_access: access,
    dataplane_groups: groups.map(({ network, autoscale, environment = [] }) => {
      const { provider = '', region = '' } = wishes.find(({ name }) => name === network) ?? {};
      return {
        provider,
        region,
        cloud_gateway_network_id: networks.get(network)?.id ?? '',
        autoscale,
        environment: environment.map(({ name, value = '' }) => ({ name, value })),
      };
    }),
  };
}

/** A gateway that runs is not replaced by a plan: what the plan leaves out would be destroyed. */
export function foreignGroups(
  plan: GatewayPlan,
  survey: Survey,
  { t }: Pick<Run, 't'>,
): readonly string[] {
  const { configuration, controlPlane } = survey;
  if (configuration === undefined || controlPlane === undefined) return [];
  const wish = configurationOf(plan, controlPlane, knownNetworks(plan, survey));
  const { destroyed } = differenceOf(configurationWrite(configuration), wish);
  if (destroyed.length === 0) return [];
  const regions = destroyed.map(({ region }) => region).join(', ');
  return [
    t(
      '{0} has data plane groups that the plan does not have ({1}); running it would destroy them. Remove them first, or add them to the plan.',
      controlPlane.name,
      regions,
    ),
  ];
}

/** By the names in the plan; those that are still to be made are missing. */
export function knownNetworks(
  { networks }: GatewayPlan,
  survey: Survey,
): ReadonlyMap<string, Network> {
  return new Map(
    networks.flatMap((wish) => {
      const network = existingNetwork(wish, survey);
      return network ? [[wish.name, network] as const] : [];
    }),
  );
}

interface Making {
  readonly run: Run;
  readonly made: string[];
}

async function provideControlPlane(
  konnect: KonnectClient,
  { controlPlane: { geo, name, description, proxyUrls } }: GatewayPlan,
  { controlPlane }: Survey,
  { run, made }: Making,
): Promise<ControlPlane> {
  if (controlPlane !== undefined) return controlPlane;
  run.report(run.t('Creating the control plane {0}', name));
  const body = {
    name,
    cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
    cloud_gateway: true,
    ...(description && { description }),
    ...(proxyUrls && proxyUrls.length > 0 && { proxy_urls: proxyUrls }),
  } as const;
  const { signal } = run;
  const created = await createOnce(
    () => findControlPlane(konnect, geo, name, signal),
    () => konnect.controlPlanes.create(geo, body, { signal }),
  );
  made.push(run.t('control plane {0}', name));
  return created;
}

export async function provideNetwork(
  konnect: KonnectClient,
  wish: PlannedNetwork,
  survey: Survey,
  run: Run,
  made: string[] = [],
): Promise<Network> {
  const existing = existingNetwork(wish, survey);
  if (existing !== undefined) return existing;
  run.report(run.t('Creating the network {0}', wish.name));
  const { name, region, zones, cidr, state } = wish;
  const body = {
    name,
    cloud_gateway_provider_account_id: accountOf(wish, survey)?.id ?? '',
    region,
    availability_zones: zones,
    cidr_block: cidr,
    ...(state && { state }),
  };
  const { signal } = run;
  const created = await createOnce(
    () => findNetwork(konnect, name, signal),
    () => konnect.networks.create(body, { signal }),
  );
  made.push(run.t('network {0}', name));
  return created;
}
