// Kong loads a plugin only when PRIORITY is a finite integer.
import { insertField } from '../plugin/fixes';
import { describeMember, nameOfModule } from '../plugin/module';
import type { Rule } from '../rule';

export const priority: Rule = {
  name: 'priority',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    const { module } = source;
    if (module === undefined) return;
    const message = t('Kong refuses the plugin: PRIORITY must be a finite integer');
    const member = describeMember(source, module, 'PRIORITY');
    if (member.state === 'missing') {
      const edit = insertField(source, module, 'PRIORITY', '1000');
      const fix = edit && { title: t('Insert PRIORITY = 1000'), edits: [edit] };
      yield { at: nameOfModule(source, module), message, ...(fix && { fix }) };
    } else if (member.state === 'known' && !isPriority(member.value)) {
      yield { at: member.node.range, message };
    }
  },
};

function isPriority(value: unknown): boolean {
  return Number.isInteger(value);
}
