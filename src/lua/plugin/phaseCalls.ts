// Calls, each with the phases in which it runs.

import type { LuaSource, PathUse } from '../source';
import type { Guard, Mention } from '../syntax/notes';
import type { FunctionScope, Span } from '../syntax/tree';

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

/** Where a helper is called on the way from a phase: the first such place. */
export function callOnTheWay(
  { notes, values, reach }: LuaSource,
  helper: FunctionScope,
  phase: string,
): Span | undefined {
  const found = notes.calls.find(({ call, scope }) => {
    const callee = values.valueOf(call.base);
    const isIt = callee?.kind === 'function' && callee.scope === helper;
    return isIt && reach.get(scope)?.has(phase);
  });
  return found?.call.range;
}

function asksForPhase(source: LuaSource, { guard, node }: Mention): boolean {
  if (source.isUncertain(node)) return true;
  for (let at: Guard | undefined = guard; at !== undefined; at = at.parent) {
    if (/phase/i.test(source.slice(at.condition.range))) return true;
  }
  return false;
}
