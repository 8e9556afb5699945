// Few modules can be required in schema.lua.
import { decodeNames } from '../gateway/data/decode';
import { luaModules, schemaModules } from '../gateway/data/sandboxNames';
import { nearest } from '../gateway/nearest';
import type { Rule } from '../rule';

const allowed = new Set([...decodeNames(luaModules), ...decodeNames(schemaModules)]);

export const schemaRequire: Rule = {
  name: 'schema-require',
  severity: 'error',
  file: 'schema',
  *check({ requires }, { t }) {
    for (const { module, name, isProtected } of requires) {
      if (module === undefined || allowed.has(module)) continue;
      const meant = nearest(module, allowed);
      const message = meant
        ? t('schema.lua cannot require "{0}"; did you mean "{1}"?', module, meant)
        : t('schema.lua can require kong.db.schema.typedefs and little else, not "{0}"', module);
      yield { at: name.range, message, ...(isProtected && { severity: 'warning' }) };
    }
  },
};
