// Methods of objects in `kong` need the object: a dot leaves it out.
import { pdkEntry } from '../gateway/pdk';
import { knownMembers } from '../gateway/sandbox';
import type { Rule } from '../rule';
import { argumentsOf } from '../syntax/tree';
import type { PathValue } from '../values/value';

export const pdkDot: Rule = {
  name: 'pdk-dot',
  severity: 'error',
  file: 'handler',
  *check({ uses, values }, { t }) {
    for (const [path, all] of uses) {
      const { parent } = path;
      if (parent === undefined || !isMethod(path)) continue;
      for (const { mention } of all) {
        const { node, role, site } = mention;
        if (role !== 'call' || site === undefined || node.type !== 'MemberExpression') continue;
        if (node.indexer === ':') continue;
        const [first] = argumentsOf(site.call);
        if (first !== undefined && isObject(values.valueOf(first), parent)) continue;
        const dot = node.identifier.range[0] - 1;
        const edits = [{ at: [dot, dot + 1] as const, text: ':' }];
        const message = t('{0}.{1}(…) needs a colon', parent.path, path.name);
        yield { at: node.range, message, fix: { title: t('Use a colon'), edits, isCertain: true } };
      }
    }
  },
};

/** kong.cache, the entities of kong.db, and two functions of kong.tracing. */
function isMethod({ path, name, parent }: PathValue): boolean {
  const { chain = [] } = parent ?? {};
  const isEntity = chain.length === 3 && chain[1] === 'db';
  if (chain[0] === 'kong' && (isEntity || (chain.length === 2 && chain[1] === 'cache'))) {
    return knownMembers(chain).includes(name);
  }
  return pdkEntry(path)?.call === ':';
}

/** The object is handed over by hand: `kong.cache.get(kong.cache, …)`. */
function isObject(value: unknown, object: PathValue): boolean {
  return value === object || value === undefined;
}
