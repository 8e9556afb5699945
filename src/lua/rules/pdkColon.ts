// PDK functions take their arguments alone: a colon puts the table in front of them.
import { pdkEntry } from '../gateway/pdk';
import type { Rule } from '../rule';

export const pdkColon: Rule = {
  name: 'pdk-colon',
  severity: 'error',
  file: 'handler',
  *check({ uses }, { t }) {
    for (const [path, all] of uses) {
      if (path.parent === undefined || pdkEntry(path.path)?.call !== '.') continue;
      for (const { mention } of all) {
        const { node, role } = mention;
        if (role !== 'call' || node.type !== 'MemberExpression' || node.indexer !== ':') continue;
        const colon = node.identifier.range[0] - 1;
        const message = t(
          '{0}:{1}(…) passes {0} as first argument; use a dot',
          path.parent.path,
          path.name,
        );
        const edits = [{ at: [colon, colon + 1] as const, text: '.' }];
        const fix = { title: t('Use a dot'), edits, isCertain: true };
        yield { at: node.range, message, fix };
      }
    }
  },
};
