// Follows the nodes of a control plane after a change until each of them runs it, or shows that it will not.
import type { ControlPlaneRef, KonnectClient, Node, NodeIssue } from '../../konnect/client';
import { collect } from '../collect';
import type { Run } from '../run';
import { WaitingTooLong, waitUntil } from '../waitUntil';

export interface NodeStanding {
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
  /** `refuses`: it reports a reason that time will not mend. `silent`: nothing has been heard of it for minutes. */
  readonly state: 'runs' | 'waits' | 'refuses' | 'silent';
  readonly issues: readonly NodeIssue[];
}

export interface Rollout {
  readonly nodes: readonly NodeStanding[];
  /** Some were still waiting when the time was over. */
  readonly isTimedOut: boolean;
}

/** What was changed, as Konnect answered it. */
export interface RolledOut {
  readonly id: string;
  /** Seconds since 1970. */
  readonly updated_at?: number | null | undefined;
}

const limitMs = 180_000;
const silentSeconds = 300;
/** An expected hash that stays older than the change is believed after this long. */
const staleMs = 30_000;

/** Codes with which a node keeps its old configuration, whatever else is in the new one. */
const blocking: ReadonlySet<string> = new Set(['P307', 'P309', 'D609']);

/** @throws whatever reading throws; the signal's reason when it is aborted */
export async function followRollout(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  change: RolledOut,
  run: Run,
): Promise<Rollout> {
  const begun = run.clock.now();
  const everyMs = (passedMs: number) => (passedMs < 30_000 ? 2_000 : 6_000);
  try {
    const nodes = await waitUntil(
      {
        read: (signal) => look(konnect, controlPlane, change, { begun, run, signal }),
        isDone: (all) => all.every(({ state }) => state !== 'waits'),
        describe: (all) => run.t('{0} of {1} nodes have it', countOf(all, 'runs'), all.length),
        everyMs,
        limitMs,
      },
      run,
    );
    return { nodes, isTimedOut: false };
  } catch (error) {
    const last = error instanceof WaitingTooLong ? error.last : undefined;
    if (last === undefined) throw error;
    return { nodes: last as readonly NodeStanding[], isTimedOut: true };
  }
}

export function countOf(nodes: readonly NodeStanding[], state: NodeStanding['state']): number {
  return nodes.filter((node) => node.state === state).length;
}

async function look(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  change: RolledOut,
  { begun, run, signal }: { begun: number; run: Run; signal: AbortSignal },
): Promise<readonly NodeStanding[]> {
  const [expected, nodes] = await Promise.all([
    konnect.nodes.expectedHash(controlPlane, { signal }),
    collect(konnect.nodes.list(controlPlane, { signal })),
  ]);
  const now = run.clock.now();
  // Until Konnect has worked out the new hash, nodes with the old one seem to be done.
  const isOld = (expected.updated_at ?? Infinity) < (change.updated_at ?? 0);
  const hash = isOld && now - begun < staleMs ? undefined : expected.expected_hash;
  return nodes.map((node) => standingOf(node, hash, change, now / 1000));
}

function standingOf(
  node: Node,
  hash: string | undefined,
  change: RolledOut,
  nowSeconds: number,
): NodeStanding {
  const { id, hostname, version, config_hash, last_ping, compatibility_status } = node;
  const issues = compatibility_status?.issues ?? [];
  const isSilent = typeof last_ping === 'number' && nowSeconds - last_ping > silentSeconds;
  const late = issues.some((issue) => isFinal(issue, change)) ? 'refuses' : 'waits';
  const state = hash !== undefined && config_hash === hash ? 'runs' : isSilent ? 'silent' : late;
  return { id, name: hostname ?? id, version: version ?? undefined, state, issues };
}

function isFinal({ code, affected_resources }: NodeIssue, { id }: RolledOut): boolean {
  return blocking.has(code ?? '') || affected_resources.some((resource) => resource.id === id);
}
