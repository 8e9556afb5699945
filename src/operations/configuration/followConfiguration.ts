// Follows the data plane groups of a control plane, and the networks they wait for, until all are at rest.
import type { ControlPlaneRef, DataPlaneGroup, KonnectClient, Network } from '../../konnect/client';
import type { Run } from '../run';
import { unlessMissing } from '../unlessMissing';
import { WaitingTooLong, waitUntil } from '../waitUntil';
import { readConfiguration } from './applyConfiguration';
import { isSettled, movingGroups, troubleOf } from './transition';

export interface Standing {
  readonly groups: readonly DataPlaneGroup[];
  /** Those that groups on their way are in, and that are not ready themselves. */
  readonly networks: readonly Network[];
}

export interface Followed extends Standing {
  /** Some were still on their way when the time was over. */
  readonly isTimedOut: boolean;
}

const minute = 60_000;
/** A network takes 30 to 40 minutes, its groups come after it. */
const limitMs = 90 * minute;

/** Konnect pushes nothing; slower the longer it takes. */
export function pauseMs(passedMs: number): number {
  if (passedMs < minute) return 5_000;
  return passedMs < 10 * minute ? 15_000 : 30_000;
}

/** @throws whatever reading throws; the signal's reason when it is aborted */
export async function followConfiguration(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  run: Run,
): Promise<Followed> {
  try {
    const standing = await waitUntil<Standing>(
      {
        read: (signal) => look(konnect, controlPlane, signal),
        isDone: ({ groups, networks }) => groups.every((group) => isAtRest(group, networks)),
        describe: (standing) => standingWords(standing, run.t),
        everyMs: pauseMs,
        limitMs,
      },
      run,
    );
    return { ...standing, isTimedOut: false };
  } catch (error) {
    const last = error instanceof WaitingTooLong ? error.last : undefined;
    if (last === undefined) throw error;
    return { ...(last as Standing), isTimedOut: true };
  }
}

/** What is told while it is under way: `us-east-2 initializing, tokyo ready; network tokyo-net initializing`. */
export function standingWords({ groups, networks }: Standing, t: Run['t']): string {
  const words = [
    groups.map(({ region, state }) => `${region} ${state}`).join(', '),
    ...networks.map(({ name, state, state_metadata }) =>
      state_metadata?.reason
        ? t('network {0} {1}: {2}', name, state, state_metadata.reason)
        : t('network {0} {1}', name, state),
    ),
  ];
  return words.filter(Boolean).join('; ');
}

/** A group whose network failed waits for nothing that will come. */
function isAtRest(group: DataPlaneGroup, networks: readonly Network[]): boolean {
  if (isSettled(group.state) || troubleOf(group) !== undefined) return true;
  const network = networks.find(({ id }) => id === group.cloud_gateway_network_id);
  return network !== undefined && troubleOf(network) !== undefined;
}

async function look(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  signal: AbortSignal,
): Promise<Standing> {
  const configuration = await readConfiguration(konnect, controlPlane, signal);
  const ids = new Set(
    movingGroups(configuration)
      .filter(({ state }) => state !== 'terminating')
      .flatMap(({ cloud_gateway_network_id }) => cloud_gateway_network_id ?? []),
  );
  const networks = await Promise.all(
    [...ids].map((id) => unlessMissing(konnect.networks.get(id, { signal }))),
  );
  return {
    groups: configuration?.dataplane_groups ?? [],
    networks: networks.filter(
      (network) => network !== undefined && network.state !== 'ready',
    ) as readonly Network[],
  };
}
