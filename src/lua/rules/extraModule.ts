// Konnect takes two files: a module beside them does not reach the data planes.
import type { Problem, Rule, RuleContext } from '../rule';
import type { LuaSource } from '../source';
import { firstLine } from '../syntax/lines';
import { isUnsupportedFile } from './unsupportedFile';

/** Tests stay at home anyway. */
const tests = /(?:^|\/)(?:specs?|tests?)\/|[_-](?:spec|test)\.lua$/i;

export const extraModule: Rule = {
  name: 'extra-module',
  severity: 'error',
  file: 'handler',
  *check(source, { t, otherFiles }) {
    for (const path of otherFiles) {
      if (!path.endsWith('.lua') || tests.test(path) || isUnsupportedFile(path)) continue;
      yield problemOf(source, path, t);
    }
  },
};

/** An error where the handler needs the module; else it only lies there. */
function problemOf(source: LuaSource, path: string, t: RuleContext['t']): Problem {
  const message = t(
    'a streamed plugin is exactly handler.lua and schema.lua; {0} is not uploaded',
    path,
  );
  const name = `.${path.replace(/(?:\/init)?\.lua$/, '').replace(/\//g, '.')}`;
  const user = source.requires.find(
    ({ module }) => module !== undefined && `.${module}`.endsWith(name),
  );
  return user
    ? { at: user.name.range, message }
    : { at: firstLine(source.text), message, severity: 'warning' };
}
