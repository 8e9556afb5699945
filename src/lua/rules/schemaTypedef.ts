// Typedefs that do not exist raise an error when the schema is loaded.
import { nearest } from '../gateway/nearest';
import type { Rule } from '../rule';
import { typedefs } from '../schema/data/typedefs';
import { typedefsModule } from '../schema/evaluation/library';

export const schemaTypedef: Rule = {
  name: 'schema-typedef',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    const module = source.values.paths.find(`"${typedefsModule}"`);
    for (const path of module?.members ?? []) {
      if (Object.hasOwn(typedefs, path.name) || path.name === '()') continue;
      const meant = likely(path.name);
      const message = meant
        ? t('typedefs.{0} does not exist; did you mean {1}?', path.name, meant)
        : t('typedefs.{0} does not exist', path.name);
      for (const { mention, isAlias } of source.usesWithin(path.path)) {
        const { node, role } = mention;
        if (role === 'write' || isAlias || source.isProtected(mention)) continue;
        const isWhole = node.type === 'MemberExpression' && node.identifier.name === path.name;
        const edits = isWhole && meant ? [{ at: node.identifier.range, text: meant }] : [];
        const fix = { title: t('Change to {0}', meant ?? ''), edits };
        yield { at: node.range, message, ...(edits.length > 0 && { fix }) };
      }
    }
  },
};

/** `typedefs.consumer` is mostly written for `no_consumer`. */
function likely(name: string): string | undefined {
  return Object.hasOwn(typedefs, `no_${name}`)
    ? `no_${name}`
    : nearest(name, Object.keys(typedefs));
}
