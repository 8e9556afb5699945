// Functions of Lua that reach behind tables, code or memory do not exist in the sandbox.

import { isMissingGlobal } from '../gateway/sandbox';
import type { Rule } from '../rule';

export const deniedGlobal: Rule = {
  name: 'denied-global',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox }) {
    if (sandbox === 'on') return;
    for (const [path, uses] of source.uses) {
      const root = path.root();
      if (root.module !== undefined || !isMissingGlobal(root.path)) continue;
      for (const use of uses) {
        const { mention } = use;
        const isUsed = path === root ? mention.role === 'call' : path.parent === root;
        if (!isUsed || source.isGuarded(use, root)) continue;
        const message = t('"{0}" is nil in a streamed plugin', root.path);
        const severity = source.isProtected(mention) ? 'warning' : 'error';
        yield { at: mention.node.range, message, severity };
      }
    }
  },
};
