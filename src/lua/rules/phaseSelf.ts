// Kong calls plugin:access(conf): the first parameter of the function is the plugin.
import { phaseMethods } from '../plugin/phases';
import type { Fix, Rule } from '../rule';
import type { FunctionDeclaration, Span } from '../syntax/tree';

/** Names that people give the configuration, never the plugin table. */
const configuration = /^(?:plugin_?)?(?:conf|config|configs|cfg|configuration)$/i;

export const phaseSelf: Rule = {
  name: 'phase-self',
  severity: 'warning',
  file: 'handler',
  *check({ module, values }, { t }) {
    for (const { phase, scope, definition } of phaseMethods(module, values)) {
      if (scope === undefined || scope.node.type !== 'FunctionDeclaration') continue;
      const [first, second] = scope.parameters;
      const at = (first?.kind === 'self' ? second : first)?.declaration?.range;
      if (at === undefined) continue;
      const message = t(
        '{0} receives (self, conf); here the first parameter is the plugin table',
        phase,
      );
      if (first?.kind === 'self') {
        if (second?.name !== 'self') continue;
        yield {
          at,
          message: t('{0} receives (self, conf); with a colon self is there already', phase),
        };
      } else if (first !== undefined && configuration.test(first.name)) {
        const isShared = definition.value !== scope.node;
        const edits = [addSelf(scope.node, at)];
        const fix = { title: t('Add self'), edits, isCertain: true };
        yield { at, message, ...(!isShared && { fix }) };
      }
    }
  },
};

/** `function P.access(conf)` gets a colon, any other form a parameter. */
function addSelf({ identifier }: FunctionDeclaration, [start]: Span): Fix['edits'][number] {
  if (identifier?.type !== 'MemberExpression') return { at: [start, start], text: 'self, ' };
  const dot = identifier.identifier.range[0] - 1;
  return { at: [dot, dot + 1], text: ':' };
}
