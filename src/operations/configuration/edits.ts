// Changes of a configuration before it is sent: each makes a new wish out of one.
import type {
  AutoscaleWrite,
  ConfigurationWrite,
  DataPlaneGroupWrite,
} from '../../konnect/resources/configurationBody';
import { type GroupPlace, isSamePlace } from './difference';

export type Variable = NonNullable<DataPlaneGroupWrite['environment']>[number];

export function withGroup(
  wish: ConfigurationWrite,
  group: DataPlaneGroupWrite,
): ConfigurationWrite {
  return { ...wish, dataplane_groups: [...wish.dataplane_groups, group] };
}

/** All other groups stay as they are. */
export function withoutGroup(wish: ConfigurationWrite, place: GroupPlace): ConfigurationWrite {
  const dataplane_groups = wish.dataplane_groups.filter((one) => !isSamePlace(one, place));
  return { ...wish, dataplane_groups };
}

export function scaled(
  wish: ConfigurationWrite,
  place: GroupPlace,
  autoscale: AutoscaleWrite,
): ConfigurationWrite {
  return edited(wish, place, (group) => ({ ...group, autoscale }));
}

export function withEnvironment(
  wish: ConfigurationWrite,
  place: GroupPlace,
  environment: readonly Variable[],
): ConfigurationWrite {
  return edited(wish, place, (group) => ({ ...group, environment }));
}

function edited(
  wish: ConfigurationWrite,
  place: GroupPlace,
  edit: (group: DataPlaneGroupWrite) => DataPlaneGroupWrite,
): ConfigurationWrite {
  const dataplane_groups = wish.dataplane_groups.map((group) =>
    isSamePlace(group, place) ? edit(group) : group,
  );
  return { ...wish, dataplane_groups };
}
