// The sandbox protects the tables that all plugins share.

import { isSandboxGlobal } from '../gateway/sandbox';
import type { Fix, Rule, SandboxName } from '../rule';
import type { LuaSource, PathUse } from '../source';
import type { Expression } from '../syntax/tree';
import type { PathValue } from '../values/value';

/** Tables of the request: meant to be written to. */
const open = ['ngx.ctx', 'ngx.var', 'ngx.header', 'ngx.arg', 'kong.ctx.plugin', 'kong.ctx.shared'];

export const protectedTable: Rule = {
  name: 'protected-table',
  severity: 'error',
  file: 'handler',
  *check(source, { t, sandbox }) {
    const { uses } = source;
    for (const [path, all] of uses) {
      const { chain = [], parent } = path;
      if (parent === undefined || !isProtected(chain, sandbox)) continue;
      for (const { mention } of all) {
        if (mention.role !== 'write') continue;
        const edits = localFunction(source, path, all, mention.node);
        const fix = { title: t('Make it a local function'), edits };
        const message = t('the sandbox protects {0}', parent.path);
        yield { at: mention.node.range, message, ...(edits.length > 0 && { fix }) };
      }
    }
  },
};

/** `function string.trim(s)` becomes `local function trim(s)`, with the uses that follow it. */
function localFunction(
  { chunk, values, variables }: LuaSource,
  { name, chain = [] }: PathValue,
  all: readonly PathUse[],
  node: Expression,
): Fix['edits'] {
  const statement = chunk.body.find(
    (one) => one.type === 'FunctionDeclaration' && one.identifier === node,
  );
  const isFree = !variables.some((variable) => variable.name === name) && !values.paths.find(name);
  if (statement === undefined || !isFree || chain.length < 2) return [];
  const others = all.filter(({ mention }) => mention.node !== node);
  const isPlain = others.every(
    ({ isAlias, mention }) =>
      !isAlias && mention.role !== 'write' && mention.node.range[0] > node.range[0],
  );
  if (!isPlain || (node.type === 'MemberExpression' && node.indexer === ':')) return [];
  return [
    { at: [statement.range[0], node.range[1]], text: `local function ${name}` },
    ...others.map(({ mention }) => ({ at: mention.node.range, text: name })),
  ];
}

function isProtected(chain: readonly string[], sandbox: SandboxName): boolean {
  const [root = ''] = chain;
  if (sandbox === 'on' || !isSandboxGlobal(root)) return false;
  // `ngx` itself takes new members (kong/tools/sandbox/environment/init.lua, protect_modules).
  if (root === 'ngx' && (chain.length === 2 || sandbox === 'sandbox')) return false;
  if (root === 'kong' && sandbox === 'sandbox') return false;
  const path = chain.join('.');
  return !open.some((table) => path.startsWith(`${table}.`));
}
