// Reads of the configuration that the schema does not declare: always nil.
import { nearest } from '../gateway/nearest';
import { type ConfigFields, configFields } from '../plugin/configFields';
import type { Rule } from '../rule';
import type { Span } from '../syntax/tree';
import type { PathValue } from '../values/value';

/** What Kong puts into the configuration itself. */
const internal =
  /^(?:__\w+|ordering|service_id|route_id|consumer_id|consumer_group_id|plugin_instance_name)$/;

export const unknownConfField: Rule = {
  name: 'unknown-conf-field',
  severity: 'warning',
  file: 'handler',
  *check(source, { t, schema }) {
    const fields = schema && configFields(schema);
    if (fields === undefined) return;
    for (const [path, uses] of source.uses) {
      const names = namesBelow(path, source.configuration);
      const unknown = names && firstUnknown(names, fields);
      if (names === undefined || unknown === undefined) continue;
      const { depth, meant, declared } = unknown;
      const name = names.slice(0, depth + 1).join('.');
      const message = meant
        ? t('conf.{0} is not declared in schema.lua; did you mean {1}?', name, meant)
        : t('conf.{0} is not declared in schema.lua', name);
      const related = declared && [
        { file: 'schema' as const, at: declared, message: t('{0} is declared here', meant ?? '') },
      ];
      for (const { mention, isAlias } of uses) {
        // A local that holds the value: told where it was taken from the configuration.
        if (isAlias) continue;
        const { node, role } = mention;
        // What the code itself puts there it may read again.
        if (role === 'write' || isWritten(source.uses, path)) continue;
        const isLast = depth === names.length - 1 && node.type === 'MemberExpression' && meant;
        const edits = isLast ? [{ at: node.identifier.range, text: meant }] : [];
        const fix = { title: t('Change to {0}', meant ?? ''), edits };
        const more = { ...(related && { related }), ...(edits.length > 0 && { fix }) };
        yield { at: node.range, message, ...more };
      }
    }
  },
};

function isWritten(
  uses: ReadonlyMap<PathValue, readonly { mention: { role: string } }[]>,
  path: PathValue,
): boolean {
  for (let at: PathValue | undefined = path; at !== undefined; at = at.parent) {
    if (uses.get(at)?.some(({ mention }) => mention.role === 'write')) return true;
  }
  return false;
}

function namesBelow(path: PathValue, root: PathValue): string[] | undefined {
  const names: string[] = [];
  for (let at = path; at !== root; at = at.parent) {
    names.unshift(at.name);
    if (at.parent === undefined) return undefined;
  }
  return names.length === 0 ? undefined : names;
}

function firstUnknown(
  names: readonly string[],
  fields: ConfigFields,
): { depth: number; meant: string | undefined; declared: Span | undefined } | undefined {
  let known: ConfigFields | undefined = fields;
  for (const [depth, name] of names.entries()) {
    if (known === undefined || known.isOpen || internal.test(name) || name === '()')
      return undefined;
    const field = known.byName.get(name);
    if (field === undefined) {
      const meant = nearest(name, known.byName.keys());
      return {
        depth,
        meant,
        declared: meant === undefined ? undefined : known.byName.get(meant)?.at,
      };
    }
    known = field.fields;
  }
  return undefined;
}
