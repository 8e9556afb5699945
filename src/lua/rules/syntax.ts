// Whatever keeps LuaJIT from compiling the file.
import type { Rule } from '../rule';

export const syntax: Rule = {
  name: 'syntax',
  severity: 'error',
  file: 'both',
  *check({ problems }, { t }) {
    for (const { at, message } of problems) yield { at, message: message(t) };
  },
};
