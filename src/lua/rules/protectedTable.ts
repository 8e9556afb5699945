// The sandbox protects the tables that all plugins share.

import { isSandboxGlobal } from '../gateway/sandbox';
import type { Rule, SandboxName } from '../rule';

/** Tables of the request: meant to be written to. */
const open = ['ngx.ctx', 'ngx.var', 'ngx.header', 'ngx.arg', 'kong.ctx.plugin', 'kong.ctx.shared'];

export const protectedTable: Rule = {
  name: 'protected-table',
  severity: 'error',
  file: 'handler',
  *check({ uses }, { t, sandbox }) {
    for (const [path, all] of uses) {
      const { chain = [], parent } = path;
      if (parent === undefined || !isProtected(chain, sandbox)) continue;
      for (const { mention } of all) {
        if (mention.role !== 'write') continue;
        yield { at: mention.node.range, message: t('the sandbox protects {0}', parent.path) };
      }
    }
  },
};

function isProtected(chain: readonly string[], sandbox: SandboxName): boolean {
  const [root = ''] = chain;
  if (sandbox === 'on' || !isSandboxGlobal(root)) return false;
  // `ngx` itself takes new members (kong/tools/sandbox/environment/init.lua, protect_modules).
  if (root === 'ngx' && (chain.length === 2 || sandbox === 'sandbox')) return false;
  if (root === 'kong' && sandbox === 'sandbox') return false;
  const path = chain.join('.');
  return !open.some((table) => path.startsWith(`${table}.`));
}
