// Entities, migrations and Admin API routes of a plugin need files on the node: a streamed plugin has none.
import type { Rule } from '../rule';
import { firstLine } from '../syntax/lines';

const unsupported = /^(?:api|daos?|migrations)\.lua$|^(?:migrations|api|daos)\//;

export function isUnsupportedFile(path: string): boolean {
  return unsupported.test(path);
}

export const unsupportedFile: Rule = {
  name: 'unsupported-file',
  severity: 'error',
  file: 'handler',
  *check({ text }, { t, otherFiles }) {
    const unsupportedFiles = otherFiles.filter(isUnsupportedFile);
    for (const name of new Set(unsupportedFiles.map((path) => path.replace(/\/.*/, '/')))) {
      yield { at: firstLine(text), message: t('{0} is not supported for streamed plugins', name) };
    }
  },
};
