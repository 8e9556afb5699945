// Modules that reach the network are there only when the data planes run with `untrusted_lua = lax`.

import { moduleAccess } from '../gateway/sandbox';
import type { Rule } from '../rule';

export const strictRequire: Rule = {
  name: 'strict-require',
  severity: 'error',
  file: 'handler',
  *check({ requires }, { t, sandbox, sandboxOrigin }) {
    for (const { module, name, isProtected } of requires) {
      if (module === undefined || moduleAccess(module, sandbox) !== 'lax') continue;
      const message = t(
        'require "{0}" is denied with the sandbox strict ({1}); it needs KONG_UNTRUSTED_LUA=lax',
        module,
        sandboxOrigin,
      );
      yield { at: name.range, message, ...(isProtected && { severity: 'warning' }) };
    }
  },
};
