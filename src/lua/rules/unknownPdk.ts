// Functions of `kong` that no version of the gateway has.
import { nearest } from '../gateway/nearest';
import { isUnknownMember, pdkMembers } from '../gateway/pdk';
import type { Rule } from '../rule';

export const unknownPdk: Rule = {
  name: 'unknown-pdk',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const [path, uses] of source.uses) {
      const { chain = [] } = path;
      if (chain[0] !== 'kong') continue;
      const depth = chain.findIndex(
        (name, at) => at > 0 && isUnknownMember(chain.slice(0, at).join('.'), name),
      );
      if (depth === -1 || chain[1] === 'timer') continue;
      const table = chain.slice(0, depth).join('.');
      const meant = nearest(chain[depth] ?? '', pdkMembers(table));
      const name = chain.join('.');
      const message = meant
        ? t('{0} does not exist; did you mean {1}?', name, `${table}.${meant}`)
        : t('{0} does not exist', name);
      const unknown = source.values.paths.find(chain.slice(0, depth + 1).join('.'));
      for (const use of uses) {
        const { mention, isAlias } = use;
        if (mention.role === 'write' || mention.role === 'test') continue;
        if (unknown !== undefined && source.isGuarded(use, unknown)) continue;
        const { node } = mention;
        const isLast = depth === chain.length - 1 && node.type === 'MemberExpression';
        const edits = isLast && meant ? [{ at: node.identifier.range, text: meant }] : [];
        const fix = { title: t('Change to {0}', meant ?? ''), edits };
        // To read nil does no harm yet.
        const isRead = depth === chain.length - 1 && mention.role !== 'call';
        const severity = isRead ? 'warning' : 'error';
        yield { at: node.range, message, severity, ...(edits.length > 0 && !isAlias && { fix }) };
      }
    }
  },
};
