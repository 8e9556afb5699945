// Requests that are refused as the error examples show it.

import { type Answered, type DemoCaller, pick } from '../support/demoCaller';

interface ExampleRefusal {
  readonly example: string;
  readonly provoke: (caller: DemoCaller) => Promise<Answered>;
  /** What of a body is compared. */
  readonly like: (body: unknown) => unknown;
}

const base = '/global/v2/cloud-gateways';
const planes = '/us/v2/control-planes';

async function planeId(caller: DemoCaller, name: string, geo = 'us'): Promise<string> {
  return pick(
    await caller.expect(200, 'GET', `/${geo}/v2/control-planes?filter[name][eq]=${name}`),
    'data.0.id',
  );
}

const withoutTrace = (body: unknown) => ({ ...(body as object), instance: undefined });
/** Title and detail alone: the rest is about somebody else's data. */
const headline = (body: unknown) => ({ title: pick(body, 'title'), detail: pick(body, 'detail') });
/** Ids differ. */
const withoutIds = (body: unknown) =>
  JSON.parse(JSON.stringify(withoutTrace(body)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'));

function row(
  example: string,
  provoke: ExampleRefusal['provoke'],
  like: ExampleRefusal['like'] = withoutTrace,
): ExampleRefusal {
  return { example, provoke, like };
}

const network = {
  region: 'us-east-2',
  availability_zones: ['use2-az1'],
  cidr_block: '10.0.0.0/16',
};
const place = { provider: 'aws', region: 'us-east-2' };
const owner = (control_plane_id: string, control_plane_geo = 'us') => ({
  kind: 'control-plane',
  control_plane_id,
  control_plane_geo,
});
const cache = (tier: string) => ({
  kind: 'managed-cache.v0',
  capacity_config: { kind: 'tiered', tier },
});

function configuration(autoscale: object, more: object = {}): ExampleRefusal['provoke'] {
  return async (caller) =>
    caller.call('PUT', `${base}/configurations`, {
      control_plane_id: await planeId(caller, 'booking-prod'),
      control_plane_geo: 'us',
      version: '3.14',
      dataplane_groups: [{ ...place, autoscale }],
      ...more,
    });
}

async function bookingCache(caller: DemoCaller): Promise<string> {
  return `${base}/add-ons/${pick(await caller.expect(200, 'GET', `${base}/add-ons`), 'data.0.id')}`;
}

const addOn =
  (body: (caller: DemoCaller) => Promise<object>): ExampleRefusal['provoke'] =>
  async (caller) =>
    caller.call('POST', `${base}/add-ons`, { name: 'second', ...(await body(caller)) });

const resize =
  (tier: string): ExampleRefusal['provoke'] =>
  async (caller) =>
    caller.call('PATCH', await bookingCache(caller), { config: cache(tier) });

export const refusals: readonly ExampleRefusal[] = [
  row('NetworkNameLengthCheckBadRequestExample', (caller) =>
    caller.call('POST', `${base}/networks`, {
      ...network,
      name: 'n'.repeat(121),
      cloud_gateway_provider_account_id: '929b2449-c69f-44c4-b6ad-9ecec6f811ae',
    }),
  ),
  row('CustomDomainLengthCheckBadRequestExample', async (caller) =>
    caller.call('POST', `${base}/custom-domains`, {
      control_plane_id: await planeId(caller, 'booking-prod'),
      control_plane_geo: 'us',
      domain: '',
    }),
  ),
  row(
    'ConfigurationApiAccessBadRequestExample',
    configuration({ kind: 'autopilot', base_rps: 1 }, { api_access: 'x' }),
  ),
  row(
    'ConfigurationDataPlaneGroupStaticRequestedInstancesBadRequestExample',
    configuration({ kind: 'static', instance_type: 'small', requested_instances: 'x' }),
  ),
  row(
    'ConfigurationDataPlaneGroupAutopilotBaseRpsBadRequestExample',
    configuration({ kind: 'autopilot', base_rps: 1.5 }),
  ),
  row('ConfigurationConflictExample', async (caller) => {
    const id = await planeId(caller, 'harbour-sensors', 'au');
    const listed = await caller.expect(
      200,
      'GET',
      `${base}/configurations?filter[control_plane_id][eq]=${id}`,
    );
    const { version, api_access, dataplane_group_config } = pick<Record<string, object[]>>(
      listed,
      'data.0',
    );
    return caller.call('PUT', `${base}/configurations`, {
      control_plane_id: id,
      control_plane_geo: 'au',
      version,
      api_access,
      dataplane_groups: dataplane_group_config,
    });
  }),
  row('ListAddOnsInvalidControlPlaneIdBadRequestExample', (caller) =>
    caller.call('GET', `${base}/add-ons?filter[owner.control_plane_id][oeq]=x`),
  ),
  row('ListAddOnsInvalidControlPlaneGroupGeoBadRequestExample', (caller) =>
    caller.call('GET', `${base}/add-ons?filter[owner.control_plane_group_geo][neq]=x`),
  ),
  row(
    'CreateAddOnInvalidControlPlaneIdBadRequestExample',
    addOn(async () => ({ owner: owner('x'), config: cache('micro') })),
  ),
  row(
    'CreateAddOnControlPlaneNotFoundExample',
    addOn(async () => ({
      owner: owner('123e4567-e89b-12d3-a456-426614174000'),
      config: cache('micro'),
    })),
  ),
  row(
    'CreateAddOnUnsupportedProviderBadRequestExample',
    addOn(async (caller) => ({
      owner: owner(await planeId(caller, 'harbour-sensors', 'au'), 'au'),
      config: cache('micro'),
    })),
    withoutIds,
  ),
  row(
    'CreateAddOnNameConflictExample',
    addOn(async (caller) => ({
      name: 'booking-cache',
      owner: owner(await planeId(caller, 'booking-staging')),
      config: cache('micro'),
    })),
  ),
  row('AddOnNotFoundExample', (caller) => caller.call('GET', `${base}/add-ons/none`)),
  row('PatchAddOnIdenticalTierBadRequestExample', resize('small')),
  row('PatchAddOnTierDowngradeBadRequestExample', resize('micro')),
  row(
    'DeleteAddOnLinkedPluginsBadRequestExample',
    async (caller) => {
      const plugins = `${planes}/${await planeId(caller, 'booking-prod')}/core-entities/plugins`;
      const redis = { host: '{vault://env/ADDON_MANAGED_CACHE_HOST}' };
      await caller.expect(201, 'POST', plugins, {
        name: 'proxy-cache-advanced',
        config: { strategy: 'redis', redis },
      });
      return caller.call('DELETE', await bookingCache(caller));
    },
    withoutIds,
  ),
  row('UnauthorizedExample', (caller) =>
    caller.call('GET', `${base}/networks`, undefined, { authorization: 'Bearer wrong' }),
  ),
  row('NotFoundExample', (caller) => caller.call('GET', `${base}/networks/none`)),
  row('400InvalidIDFormatExample', (caller) => caller.call('GET', `${planes}/none`)),
  row('400UnknownPropertyExample', (caller) =>
    caller.call('POST', planes, { name: 'ab', id: 'x' }),
  ),
  row('400CannotBeBlankExample', (caller) => caller.call('POST', planes, {})),
  row('400RequestFormatInvalidExample', (caller) => caller.call('POST', planes, 'text')),
  row('409ConflictExample', (caller) => caller.call('POST', planes, { name: 'booking-prod' })),
  row('404NotFoundExample', (caller) =>
    caller.call('GET', `${planes}/7f9fd312-a987-4628-b4c5-bb4f4fddd5f7`),
  ),
  row('401UnauthenticatedExample', (caller) =>
    caller.call('GET', planes, undefined, { authorization: 'Bearer wrong' }),
  ),
  row('400UsageLimitsReachedExample', async (caller) => {
    for (let count = 0; count < 20; count += 1) {
      const made = await caller.call('POST', planes, { name: `limit-${count}` });
      if (made.status !== 201) return made;
    }
    throw new Error('The limit of control planes does not bind');
  }),
  row('ConfigStoreNameBadRequestExample', async (caller) =>
    caller.call('POST', `${planes}/${await planeId(caller, 'booking-prod')}/config-stores`, {
      name: '',
    }),
  ),
  row(
    'DeleteConfigStoreBadRequestExample',
    async (caller) => {
      const stores = `${planes}/${await planeId(caller, 'booking-prod')}/config-stores`;
      return caller.call(
        'DELETE',
        `${stores}/${pick(await caller.expect(200, 'GET', stores), 'data.0.id')}`,
      );
    },
    headline,
  ),
  row('UnsupportedMediaTypeExample', async (caller) => {
    const stores = `${planes}/${await planeId(caller, 'booking-prod')}/config-stores`;
    return caller.call('POST', stores, {}, { 'content-type': 'text/plain' });
  }),
];
