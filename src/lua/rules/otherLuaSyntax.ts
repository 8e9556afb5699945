// Operators and statements of other Lua versions, at the place where LuaJIT stops reading.
import type { Rule } from '../rule';
import { foreignSyntax } from '../syntax/foreign';

export const otherLuaSyntax: Rule = {
  name: 'other-lua-syntax',
  severity: 'error',
  file: 'both',
  *check(source, { t }) {
    for (const problem of source.problems) {
      const found = foreignSyntax(source.text, problem);
      if (found === undefined) continue;
      const { at, instead, replacement, addition } = found;
      const written = source.slice(at);
      const message = t('`{0}` is not available in LuaJIT (use {1})', written, instead);
      const fix = replacement && {
        title: t('Use {0}', instead),
        edits: addition ? [replacement, addition] : [replacement],
        isCertain: true,
      };
      yield { at, message, ...(fix && { fix }) };
    }
  },
};
