// What a gateway plan will make, in the form in which Terraform texts are written: without ids, as there are none yet.
import type { TerraformSource } from '../../export/terraform';
import type { GatewayPlan, PlannedNetwork } from '../../operations/gateway/gatewayPlan';
import { accountOf, existingNetwork } from '../../operations/gateway/planProblems';
import { configurationOf, knownNetworks } from '../../operations/gateway/provisionGateway';
import type { Survey } from '../../operations/gateway/survey';

export function newNetwork(
  wish: PlannedNetwork,
  survey: Pick<Survey, 'accounts'>,
): TerraformSource {
  const { name, region, zones, cidr, state = 'initializing' } = wish;
  const cloud_gateway_provider_account_id = accountOf(wish, survey)?.id ?? '';
  const resource = {
    id: '',
    name,
    cloud_gateway_provider_account_id,
    region,
    availability_zones: zones,
    cidr_block: cidr,
    state,
  };
  return { kind: 'network', resource };
}

export function terraformAfter(plan: GatewayPlan, survey: Survey): readonly TerraformSource[] {
  const { geo, name, description, proxyUrls = [] } = plan.controlPlane;
  const fresh = plan.networks.filter((wish) => existingNetwork(wish, survey) === undefined);
  const controlPlane = survey.controlPlane ?? {
    id: '',
    geo,
    name,
    ...(description !== undefined && { description }),
    config: {
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      cloud_gateway: true,
      proxy_urls: proxyUrls.map((url) => ({ ...url })),
    },
  };
  const wish = configurationOf(plan, controlPlane, knownNetworks(plan, survey));
  const configuration = {
    id: survey.configuration?.id ?? '',
    ...wish,
    dataplane_group_config: wish.dataplane_groups.map(({ environment = [], ...group }) => ({
      ...group,
      environment: environment.map((variable) => ({ ...variable })),
    })),
    dataplane_groups: [],
  };
  return [
    ...(survey.controlPlane === undefined
      ? [{ kind: 'controlPlane', resource: controlPlane } as const]
      : []),
    ...fresh.map((network) => newNetwork(network, survey)),
    { kind: 'configuration', resource: configuration },
  ];
}
