// The sandbox leaves out what reaches files, processes and the environment.

import { denial } from '../gateway/sandbox';
import type { Rule } from '../rule';

const libraries = new Set(['bit', 'coroutine', 'io', 'jit', 'math', 'os', 'string', 'table']);

export const deniedStandardFunction: Rule = {
  name: 'denied-standard-function',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox }) {
    for (const [path, uses] of source.uses) {
      const { chain = [] } = path;
      if (chain.length < 2 || !libraries.has(chain[0] ?? '')) continue;
      if (denial(chain, sandbox) === undefined) continue;
      const name = chain.slice(0, 2).join('.');
      const denied = source.values.paths.find(name);
      const message = t(
        '"{0}" is nil in a streamed plugin (no file system, environment or process access)',
        name,
      );
      for (const use of uses) {
        const { mention } = use;
        const isUsed = chain.length > 2 || mention.role === 'call';
        if (!isUsed || mention.role === 'write' || (denied && source.isGuarded(use, denied)))
          continue;
        const severity = source.isProtected(mention) ? 'warning' : 'error';
        yield { at: mention.node.range, message, severity };
      }
    }
  },
};
