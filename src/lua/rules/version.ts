// Kong loads a plugin only when VERSION is a text in which lua-version finds one to three numbers.
import { insertField } from '../plugin/fixes';
import { describeMember, nameOfModule } from '../plugin/module';
import type { Rule } from '../rule';

export const version: Rule = {
  name: 'version',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    const { module } = source;
    if (module === undefined) return;
    const message = t(
      'Kong refuses the plugin: VERSION must be a string with up to three numeric parts',
    );
    const member = describeMember(source, module, 'VERSION');
    if (member.state === 'missing') {
      const edit = insertField(source, module, 'VERSION', '"0.1.0"');
      const fix = edit && { title: t('Insert VERSION = "0.1.0"'), edits: [edit] };
      yield { at: nameOfModule(source, module), message, ...(fix && { fix }) };
    } else if (member.state === 'known' && !isVersion(member.value)) {
      yield { at: member.node.range, message };
    }
  },
};

/** As Kong reads it: the first run of digits and dots, cut at the dots, must be one to three numbers. */
export function isVersion(value: unknown): boolean {
  const run = typeof value === 'string' ? /[\d.]+/.exec(value)?.[0] : undefined;
  if (run === undefined) return false;
  const parts = run.replace(/^\./, '').replace(/\.$/, '').split('.');
  return run === '.' || (parts.length <= 3 && !parts.includes(''));
}
