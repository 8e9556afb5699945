// How reading the geos went, and what follows for the view as a whole.
import type { Geo } from '../konnect/client';
import { isKonnectError } from '../konnect/errors';
import type { ContextKeys } from '../manifest';

export type ExplorerState = ContextKeys['kongCloudGateways.explorerState'];

export interface Verdict {
  readonly state: ExplorerState;
  readonly error?: unknown;
}

export class GeoOutcomes {
  readonly #outcomes: Map<Geo, number | { readonly error: unknown } | undefined>;

  constructor(geos: readonly Geo[]) {
    this.#outcomes = new Map(geos.map((geo) => [geo, undefined]));
  }

  /** Takes the number of control planes or what went wrong; returns what is to be said once nothing else can be. */
  note(geo: Geo, outcome: number | { readonly error: unknown }): Verdict | undefined {
    this.#outcomes.set(geo, outcome);
    const outcomes = [...this.#outcomes.values()];
    if (outcomes.every((one) => one === 0)) return { state: 'empty' };
    const errors = outcomes.flatMap((one) => (typeof one === 'object' ? [one.error] : []));
    if (errors.length < outcomes.length) return undefined;
    // A role for control planes is missing; what other roles allow to see is shown.
    if (errors.every((error) => kindOf(error) === 'permission')) return undefined;
    return { state: stateOf(errors), error: errors[0] };
  }
}

/** What all failures have in common decides what the user can do about them. */
export function stateOf(errors: readonly unknown[]): ExplorerState {
  const kinds = errors.map(kindOf);
  if (kinds.every((kind) => kind === 'authentication')) return 'refused';
  if (kinds.every((kind) => kind === 'network' || kind === 'timeout')) return 'unreachable';
  return 'failed';
}

function kindOf(error: unknown): string | undefined {
  return isKonnectError(error) ? error.kind : undefined;
}
