// The sandbox gives plugins a part of `kong` and `ngx`.
import { isUnknownMember } from '../gateway/pdk';
import { denial } from '../gateway/sandbox';
import type { Rule } from '../rule';

export const deniedMember: Rule = {
  name: 'denied-member',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox, sandboxOrigin }) {
    for (const [path, uses] of source.uses) {
      const { chain = [] } = path;
      if ((chain[0] !== 'kong' && chain[0] !== 'ngx') || isTimer(chain)) continue;
      const found = denial(chain, sandbox);
      if (found === undefined || isInvented(chain)) continue;
      const name = chain.slice(0, found.depth).join('.');
      const denied = source.values.paths.find(name);
      const message = found.isInLax
        ? t(
            '"{0}" is nil with the sandbox strict ({1}); it needs KONG_UNTRUSTED_LUA=lax',
            name,
            sandboxOrigin,
          )
        : t('"{0}" is not in the sandbox allow-list', name);
      for (const use of uses) {
        const { mention } = use;
        const isUsed = chain.length > found.depth || mention.role === 'call';
        if (!isUsed || mention.role === 'write' || (denied && source.isGuarded(use, denied)))
          continue;
        const severity = source.isProtected(mention) ? 'warning' : 'error';
        yield { at: mention.node.range, message, severity };
      }
    }
  },
};

/** no-timers says it. */
function isTimer(chain: readonly string[]): boolean {
  return chain[1] === 'timer';
}

/** unknown-pdk says it. */
function isInvented(chain: readonly string[]): boolean {
  return chain.some((name, at) => at > 0 && isUnknownMember(chain.slice(0, at).join('.'), name));
}
