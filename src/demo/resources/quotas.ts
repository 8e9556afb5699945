// Quotas and settings of the organisation, read only, beside what organisations get by default.

import { type Call, type Operation, ok, param } from '../http/operation';
import { numberedPage } from '../http/paging';
import { notFound } from '../http/refusal';
import type { Quota } from '../world/entities';
import { uuidOf } from '../world/ids';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';

const idleTimeout = {
  id: uuidOf('resource-configuration/idle-timeout'),
  qualifier: 'data-plane-group-idle-timeout-minutes',
  value: 45,
} as const;

export function quotaOperations(world: World): readonly Operation[] {
  const base = '/v2/cloud-gateways';
  const home = 'global';
  const list = (items: () => readonly JsonObject[]) => (call: Call) =>
    ok(numberedPage(items(), call, (item) => item));
  const quota = (call: Call) => {
    const found = world.quotas.get(param(call, 'resourceQuotaId'));
    if (!found) throw notFound();
    return ok(quotaAnswer(found));
  };
  const configuration = (call: Call) => {
    if (param(call, 'resourceConfigurationId') !== idleTimeout.id) throw notFound();
    return ok(idleTimeout);
  };
  const defaults = list(() => world.quotas.all().map(defaultAnswer));
  const quotas = list(() => world.quotas.all().map(quotaAnswer));
  const configurations = list(() => [idleTimeout]);
  const oneQuota = `${base}/resource-quotas/{resourceQuotaId}`;
  const oneConfiguration = `${base}/resource-configurations/{resourceConfigurationId}`;
  const get = { method: 'GET', home } as const;
  return [
    {
      ...get,
      id: 'list-default-resource-quotas',
      path: `${base}/default-resource-quotas`,
      handle: defaults,
    },
    { ...get, id: 'list-resource-quotas', path: `${base}/resource-quotas`, handle: quotas },
    { ...get, id: 'get-resource-quota', path: oneQuota, handle: quota },
    {
      ...get,
      id: 'list-default-resource-configurations',
      path: `${base}/default-resource-configurations`,
      handle: list(() => [defaultConfiguration(world)]),
    },
    {
      ...get,
      id: 'list-resource-configurations',
      path: `${base}/resource-configurations`,
      handle: configurations,
    },
    { ...get, id: 'get-resource-configuration', path: oneConfiguration, handle: configuration },
  ];
}

function quotaAnswer({ defaultValue: _default, ...quota }: Quota): JsonObject {
  return { ...quota };
}

function defaultAnswer(quota: Quota): JsonObject {
  const overrides = quota.value === quota.defaultValue ? [] : [quotaAnswer(quota)];
  return {
    ...quotaAnswer(quota),
    id: uuidOf(`default/${quota.id}`),
    value: quota.defaultValue,
    overrides,
  };
}

function defaultConfiguration({ organization: { created_at, updated_at } }: World): JsonObject {
  return {
    id: uuidOf('default-resource-configuration/idle-timeout'),
    qualifier: idleTimeout.qualifier,
    name: 'Data Plane Group Idle Timeout Minutes',
    description:
      'The number of minutes that a data plane group can be idle before it is automatically scaled down to zero instances.',
    value: 30,
    overrides: [idleTimeout],
    created_at,
    updated_at,
  };
}
