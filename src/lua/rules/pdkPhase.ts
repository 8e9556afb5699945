// The PDK refuses functions outside their phases, with an error at run time.
import { pdkEntry } from '../gateway/pdk';
import { callOnTheWay, callsInPhases } from '../plugin/phaseCalls';
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
        const { node, scope } = use.mention;
        const called = isDirect ? undefined : callOnTheWay(source, scope, phase);
        const related = called && [
          { file: 'handler' as const, at: called, message: t('called in {0} here', phase) },
        ];
        const severity = isDirect ? 'error' : 'warning';
        yield { at: node.range, message, severity, ...(related && { related }) };
      }
    }
  },
};

/** Outside requests other rules speak; most documentation leaves out the phases of WebSockets. */
function isOutside(phase: string, allowed: readonly string[]): boolean {
  if (phase === 'init_worker' || phase === 'configure') return true;
  return phase.startsWith('ws_') && !allowed.some((name) => name.startsWith('ws_'));
}
