// A module whose name is worked out at run time cannot be checked against the sandbox.
import type { Rule } from '../rule';

export const dynamicRequire: Rule = {
  name: 'dynamic-require',
  severity: 'warning',
  file: 'handler',
  *check({ requires, isDamaged }, { t, sandbox }) {
    if (sandbox === 'on' || isDamaged) return;
    for (const { module, name } of requires) {
      if (module === undefined)
        yield { at: name.range, message: t('module name cannot be checked') };
    }
  },
};
