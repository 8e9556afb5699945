// Whatever keeps LuaJIT from compiling the file.
import type { Rule } from '../rule';
import { foreignSyntax } from '../syntax/foreign';

export const syntax: Rule = {
  name: 'syntax',
  severity: 'error',
  file: 'both',
  *check({ problems, text, file }, { t }) {
    for (const problem of problems) {
      // other-lua-syntax says it better.
      if (foreignSyntax(text, problem) !== undefined) continue;
      const { at, opening } = problem;
      const related = opening && [{ file, at: opening, message: t('opened here') }];
      yield { at, message: problem.message(t), ...(related && { related }) };
    }
  },
};
