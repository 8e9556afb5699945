// Which data plane groups are on their way: while one is, Konnect refuses every change of the configuration.
import type { Configuration, DataPlaneGroup } from '../../konnect/resources/configurations';

/** Its own words for a failure: there is no error state, so the state stays as it was. */
export function troubleOf({ state_metadata }: Pick<DataPlaneGroup, 'state_metadata'>) {
  return state_metadata?.reason ?? state_metadata?.reported_status ?? undefined;
}

/** A group that reports a failure will not settle by itself; whether it blocks, Konnect says. */
export function movingGroups(configuration: Configuration | undefined): readonly DataPlaneGroup[] {
  return (configuration?.dataplane_groups ?? []).filter(
    (group) => !isSettled(group.state) && troubleOf(group) === undefined,
  );
}

/** Unknown states count as on their way. */
export function isSettled(state: string): boolean {
  return state === 'ready' || state === 'terminated';
}
