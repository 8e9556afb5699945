// The PDK refuses functions outside their phases, with an error at run time.
import { pdkEntry } from '../gateway/pdk';
import { callsInPhases } from '../plugin/phaseCalls';
import type { Rule } from '../rule';

export const pdkPhase: Rule = {
  name: 'pdk-phase',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const [path, uses] of source.uses) {
      const allowed = pdkEntry(path.path)?.phases;
      if (allowed === undefined) continue;
      for (const { use, phase, isDirect } of callsInPhases(source, uses)) {
        if (allowed.includes(phase) || isOutside(phase, allowed)) continue;
        const message = t(
          '{0} cannot be called in {1} (only in: {2})',
          path.path,
          phase,
          allowed.join(', '),
        );
        const { range } = use.mention.node;
        yield { at: range, message, ...(!isDirect && { severity: 'warning' }) };
      }
    }
  },
};

/** Outside requests other rules speak; most documentation leaves out the phases of WebSockets. */
function isOutside(phase: string, allowed: readonly string[]): boolean {
  if (phase === 'init_worker' || phase === 'configure') return true;
  return phase.startsWith('ws_') && !allowed.some((name) => name.startsWith('ws_'));
}
