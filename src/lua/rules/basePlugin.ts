// The class that plugins of Kong 1 and 2 extended is gone.
import { removeDefinition, removeStatement } from '../plugin/fixes';
import type { Fix, Rule } from '../rule';
import type { LuaSource } from '../source';
import type { Call, Span } from '../syntax/tree';

export const basePluginModule = 'kong.plugins.base_plugin';

export const basePlugin: Rule = {
  name: 'base-plugin',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const { module, call } of source.requires) {
      if (module !== basePluginModule) continue;
      const message = t('{0} does not exist since 3.0', basePluginModule);
      const edits = replacement(source, call);
      const fix = { title: t('Start with a plain table'), edits };
      yield { at: call.range, message, tags: ['deprecated'], ...(edits.length > 0 && { fix }) };
    }
  },
};

/** Without the class: no require, a table instead of `:extend()`, no `:new()`, no calls of `super`. */
function replacement(source: LuaSource, required: Call): Fix['edits'] {
  const holder = source.variables.find(({ init }) => init === required);
  if (holder?.statement === undefined) return [];
  const extended = source.calls(`"${basePluginModule}".extend`);
  const constructors = source.module?.fields.get('new') ?? [];
  const removed = [
    removeStatement(source, holder.statement),
    ...constructors.flatMap((definition) => removeDefinition(source, definition) ?? []),
  ];
  const supers = superCalls(source).filter((at) => !removed.some((edit) => isInside(at, edit.at)));
  return [
    ...removed,
    ...extended.flatMap(({ mention: { site } }) =>
      site ? [{ at: site.call.range, text: '{}' }] : [],
    ),
    ...supers.map((at) => removeStatement(source, at)),
  ];
}

function superCalls({ notes }: LuaSource): Span[] {
  return notes.calls.flatMap(({ call: { base, range }, use }) => {
    const table = base.type === 'MemberExpression' ? base.base : undefined;
    const isSuper = table?.type === 'MemberExpression' && table.identifier.name === 'super';
    return isSuper && use === 'statement' ? [range] : [];
  });
}

function isInside([start]: Span, [from, to]: Span): boolean {
  return from <= start && start < to;
}
