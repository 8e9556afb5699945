// What a dedicated configuration must say beyond its shape: a version that exists, and groups that fit their networks.

import { type InvalidParameter, invalid } from '../http/refusal';
import type { ConfigurationWish } from '../life/configurationLife';
import { versions } from '../world/availability';
import type { GroupWish } from '../world/entities';
import type { World } from '../world/world';

export function checkDedicated(world: World, wish: ConfigurationWish): void {
  const problems = [
    ...versionProblems(wish.version),
    ...wish.wishes.flatMap((group, index) =>
      groupProblems(world, group, `dataplane_groups.${index}`),
    ),
    ...repeated(wish.wishes),
  ];
  if (problems.length > 0)
    throw invalid(problems.map((problem) => ({ ...problem, source: 'body' })));
}

function versionProblems(version: string | undefined): InvalidParameter[] {
  if (version === undefined)
    return [{ field: 'version', rule: 'required', reason: 'version is a required field' }];
  if (versions.some((known) => known === version)) return [];
  const reason = `version must be one of the following values: ${versions.join(', ')}`;
  return [{ field: 'version', rule: 'enum', choices: versions, reason }];
}

function groupProblems(world: World, group: GroupWish, at: string): InvalidParameter[] {
  const missing = (['cloud_gateway_network_id', 'autoscale'] as const)
    .filter((field) => group[field] === undefined)
    .map((field) => ({
      field: `${at}.${field}`,
      rule: 'required',
      reason: `${at}.${field} is a required field`,
    }));
  return [...missing, ...networkProblems(world, group, at), ...variableProblems(group, at)];
}

function networkProblems(world: World, group: GroupWish, at: string): InvalidParameter[] {
  if (group.cloud_gateway_network_id === undefined) return [];
  const field = `${at}.cloud_gateway_network_id`;
  const network = world.networks.get(group.cloud_gateway_network_id);
  if (!network) return [{ field, rule: 'missing_reference', reason: `${field} does not exist` }];
  const provider = world.providerAccounts.get(network.cloud_gateway_provider_account_id)?.provider;
  if (provider !== group.provider) {
    return [
      {
        field: `${at}.provider`,
        rule: 'invalid',
        reason: `${at}.provider must be that of the network`,
      },
    ];
  }
  if (network.region !== group.region) {
    return [
      {
        field: `${at}.region`,
        rule: 'invalid',
        reason: `${at}.region must be that of the network`,
      },
    ];
  }
  if (network.state !== 'terminating' && network.state !== 'terminated') return [];
  return [{ field, rule: 'invalid', reason: `${field} must not be terminating` }];
}

function variableProblems({ environment = [] }: GroupWish, at: string): InvalidParameter[] {
  const names = environment.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return [];
  const field = `${at}.environment`;
  return [{ field, rule: 'invalid', reason: `${field} must not name '${twice}' more than once` }];
}

function repeated(wishes: readonly GroupWish[]): InvalidParameter[] {
  const places = wishes.map(({ provider, region, cloud_gateway_network_id }) =>
    [provider, region, cloud_gateway_network_id].join(' '),
  );
  if (new Set(places).size === places.length) return [];
  const field = 'dataplane_groups';
  return [
    {
      field,
      rule: 'invalid',
      reason: `${field} must not contain two groups of one region and network`,
    },
  ];
}
