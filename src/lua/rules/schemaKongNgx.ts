// schema.lua runs without kong and ngx.
import type { Rule } from '../rule';

export const schemaKongNgx: Rule = {
  name: 'schema-kong-ngx',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const [path, uses] of source.uses) {
      const root = path.root();
      const isHost = root.module === undefined && (root.path === 'kong' || root.path === 'ngx');
      // `local kong = kong` alone does no harm.
      if (!isHost || path === root) continue;
      for (const use of uses) {
        const { node, role, scope } = use.mention;
        if (role === 'test' || source.isGuarded(use, root)) continue;
        const message =
          scope === source.notes.main
            ? t('{0} is nil in schema.lua: it runs with the Lua standard names only', root.path)
            : t('{0} is nil in schema.lua: this fails when the function is called', root.path);
        const severity = source.isProtected(use.mention) ? 'warning' : 'error';
        yield { at: node.range, message, severity };
      }
    }
  },
};
