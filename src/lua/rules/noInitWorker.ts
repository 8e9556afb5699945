// A streamed plugin arrives after the workers have started: init_worker never runs.
import { removeDefinition } from '../plugin/fixes';
import type { Rule } from '../rule';

export const noInitWorker: Rule = {
  name: 'no-init-worker',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    const message = t('init_worker never runs for streamed plugins and is not allowed');
    for (const definition of source.module?.fields.get('init_worker') ?? []) {
      const edit = removeDefinition(source, definition);
      const fix = { title: t('Delete init_worker'), edits: edit ? [edit] : [] };
      yield { at: definition.at, message, ...(edit && { fix }) };
    }
  },
};
