// kong.response.exit ends the phase; without `return` the code reads as if it went on.
import type { Rule } from '../rule';

export const exitNotReturned: Rule = {
  name: 'exit-not-returned',
  severity: 'hint',
  file: 'handler',
  *check(source, { t }) {
    for (const name of ['kong.response.exit', 'kong.response.error']) {
      for (const { mention } of source.calls(name)) {
        const { site } = mention;
        if (site?.use !== 'statement' || site.end === 'function') continue;
        const at = site.call.range;
        const edits = [{ at: [at[0], at[0]] as const, text: 'return ' }];
        const fix = { title: t('Insert return'), edits, isCertain: true };
        const message = t('write `return {0}(…)`', name);
        yield { at, message, ...(site.end === 'block' && { fix }) };
      }
    }
  },
};
