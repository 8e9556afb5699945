// Functions of Lua that reach behind tables, code or memory do not exist in the sandbox.

import { isMissingGlobal } from '../gateway/sandbox';
import type { Fix, Rule } from '../rule';
import type { LuaSource } from '../source';
import { argumentsOf, type Call } from '../syntax/tree';

export const deniedGlobal: Rule = {
  name: 'denied-global',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox }) {
    if (sandbox === 'on') return;
    for (const [path, uses] of source.uses) {
      const root = path.root();
      if (root.module !== undefined || !isMissingGlobal(root.path)) continue;
      for (const use of uses) {
        const { mention } = use;
        const isUsed = path === root ? mention.role === 'call' : path.parent === root;
        if (!isUsed || source.isGuarded(use, root)) continue;
        const message = t('"{0}" is nil in a streamed plugin', root.path);
        const severity = source.isProtected(mention) ? 'warning' : 'error';
        const edits = emptyArray(source, mention.site?.call);
        const fix = { title: t('Use cjson.empty_array'), edits, isCertain: true };
        yield { at: mention.node.range, message, severity, ...(edits.length > 0 && { fix }) };
      }
    }
  },
};

/** `setmetatable({}, cjson.array_mt)` is how people ask for an empty JSON array. */
function emptyArray({ text }: LuaSource, call: Call | undefined): Fix['edits'] {
  const [table, metatable] = call === undefined ? [] : argumentsOf(call);
  if (call === undefined || metatable?.type !== 'MemberExpression') return [];
  if (metatable.identifier.name !== 'array_mt' || table?.type !== 'TableConstructorExpression')
    return [];
  if (table.fields.length > 0) return [];
  return [{ at: call.range, text: `${text.slice(...metatable.base.range)}.empty_array` }];
}
