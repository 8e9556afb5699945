// PDK functions that the gateway of the target does not have yet.
import { pdkEntry } from '../gateway/pdk';
import { compareVersions } from '../gateway/versions';
import type { Rule } from '../rule';

export const pdkTooNew: Rule = {
  name: 'pdk-too-new',
  severity: 'warning',
  file: 'handler',
  *check(source, { t, gatewayVersion }) {
    if (gatewayVersion === undefined) return;
    for (const [path, uses] of source.uses) {
      const entry = pdkEntry(path.path);
      if (entry === undefined || compareVersions(entry.since, gatewayVersion) <= 0) continue;
      // The documentation begins with 3.4: what it has there may be older.
      if (entry.since === '3.4') continue;
      const message = t(
        '{0} appears in the documentation from {1}; the control plane runs {2}',
        entry.name,
        entry.since,
        gatewayVersion,
      );
      for (const use of uses) {
        const { node, role } = use.mention;
        if (role === 'test' || role === 'write' || source.isGuarded(use, path)) continue;
        yield { at: node.range, message };
      }
    }
  },
};
