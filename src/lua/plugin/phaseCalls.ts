// Calls, each with the phases in which it runs.

import type { LuaSource, PathUse } from '../source';
import type { Guard, Mention } from '../syntax/notes';

export interface PhaseCall {
  readonly use: PathUse;
  readonly phase: string;
  /** In the phase's own method, on the way that every request takes or not; else through a helper. */
  readonly isDirect: boolean;
}

/** Leaves out what is caught by `pcall` and what runs below a condition on the phase. */
export function* callsInPhases(source: LuaSource, uses: readonly PathUse[]): Iterable<PhaseCall> {
  for (const use of uses) {
    const { mention } = use;
    if (mention.role !== 'call') continue;
    const phases = source.reach.get(mention.scope);
    if (phases === undefined || source.isProtected(mention) || asksForPhase(source, mention)) {
      continue;
    }
    for (const [phase, isDirect] of phases) yield { use, phase, isDirect };
  }
}

function asksForPhase(source: LuaSource, { guard, node }: Mention): boolean {
  if (source.isUncertain(node)) return true;
  for (let at: Guard | undefined = guard; at !== undefined; at = at.parent) {
    if (/phase/i.test(source.slice(at.condition.range))) return true;
  }
  return false;
}
