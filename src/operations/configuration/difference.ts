// What one PUT of a configuration would do: groups added, changed, destroyed; version; access. Order means nothing.
import type {
  AutoscaleWrite,
  ConfigurationWrite,
  DataPlaneGroupWrite,
} from '../../konnect/resources/configurationBody';
import { compareVersions } from './versions';

/** One variable; a side that is undefined does not have it. */
export interface VariableChange {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface GroupChange {
  /** As it will be. */
  readonly group: DataPlaneGroupWrite;
  readonly scaling?: {
    readonly before: AutoscaleWrite | undefined;
    readonly after: AutoscaleWrite | undefined;
  };
  readonly environment: readonly VariableChange[];
}

export interface Difference {
  readonly added: readonly DataPlaneGroupWrite[];
  readonly changed: readonly GroupChange[];
  /** With their addresses: a group that comes again gets others. */
  readonly destroyed: readonly DataPlaneGroupWrite[];
  readonly kept: readonly DataPlaneGroupWrite[];
  readonly version?: {
    readonly before: string | undefined;
    readonly after: string | undefined;
    readonly isDowngrade: boolean;
  };
  readonly access?: {
    readonly before: string | undefined;
    readonly after: string;
    /** From `private` to anything else: `public` and `private+public` are the same thing. */
    readonly isOpened: boolean;
  };
}

/** `before` is undefined for a control plane without a configuration. */
export function differenceOf(
  before: ConfigurationWrite | undefined,
  after: ConfigurationWrite,
): Difference {
  const groups = before?.dataplane_groups ?? [];
  const pairs = after.dataplane_groups.map((group) => ({
    group,
    former: groups.find((one) => isSamePlace(one, group)),
  }));
  const compared = pairs.flatMap(({ group, former }) => (former ? [changeOf(former, group)] : []));
  return {
    added: pairs.flatMap(({ group, former }) => (former ? [] : [group])),
    changed: compared.filter(isChange),
    destroyed: groups.filter(
      (group) => !after.dataplane_groups.some((one) => isSamePlace(one, group)),
    ),
    kept: compared.filter((change) => !isChange(change)).map(({ group }) => group),
    ...versionChange(before, after),
    ...accessChange(before, after),
  };
}

/** Konnect refuses a PUT that says nothing new; there is no need to ask it. */
export function isNothing({ added, changed, destroyed, version, access }: Difference): boolean {
  const isSame = added.length + changed.length + destroyed.length === 0;
  return isSame && version === undefined && access === undefined;
}

/** A group is its provider, region and network: to change one of them is to destroy and to make another. */
export function isSamePlace(one: GroupPlace, other: GroupPlace): boolean {
  return (
    one.provider === other.provider &&
    one.region === other.region &&
    (one.cloud_gateway_network_id ?? '') === (other.cloud_gateway_network_id ?? '')
  );
}

export interface GroupPlace {
  readonly provider: string;
  readonly region: string;
  readonly cloud_gateway_network_id?: string | null | undefined;
}

function isChange({ scaling, environment }: GroupChange): boolean {
  return scaling !== undefined || environment.length > 0;
}

function changeOf(former: DataPlaneGroupWrite, group: DataPlaneGroupWrite): GroupChange {
  const isScaled = scalingKey(former.autoscale) !== scalingKey(group.autoscale);
  return {
    group,
    ...(isScaled && { scaling: { before: former.autoscale, after: group.autoscale } }),
    environment: environmentChanges(former.environment ?? [], group.environment ?? []),
  };
}

function scalingKey(scaling: AutoscaleWrite | undefined): string {
  if (scaling === undefined) return '';
  return scaling.kind === 'autopilot'
    ? `autopilot ${scaling.base_rps}`
    : `static ${scaling.instance_type} ${scaling.requested_instances}`;
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

function environmentChanges(
  before: readonly Variable[],
  after: readonly Variable[],
): readonly VariableChange[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const valueIn = (all: readonly Variable[], name: string) =>
    all.find((one) => one.name === name)?.value;
  return names
    .map((name) => ({ name, before: valueIn(before, name), after: valueIn(after, name) }))
    .filter((change) => change.before !== change.after);
}

function versionChange(before: ConfigurationWrite | undefined, { version }: ConfigurationWrite) {
  const former = before?.version;
  if (former === version) return {};
  const isDowngrade =
    former !== undefined && version !== undefined && compareVersions(version, former) < 0;
  return { version: { before: former, after: version, isDowngrade } };
}

function accessChange(before: ConfigurationWrite | undefined, { api_access }: ConfigurationWrite) {
  const former = before?.api_access;
  // An omitted value is the default, which is open to the internet.
  const after = api_access ?? 'private+public';
  if (former === after) return {};
  return {
    access: { before: former, after, isOpened: former === 'private' && after !== 'private' },
  };
}
