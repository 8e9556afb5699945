// `response` waits for the whole answer, the filters see it pass: Kong refuses a plugin that has both.
import { type PhaseMethod, phaseMethods } from '../plugin/phases';
import type { Rule } from '../rule';

export const responseWithFilters: Rule = {
  name: 'response-with-filters',
  severity: 'error',
  file: 'handler',
  *check({ module, values }, { t }) {
    const certain = phaseMethods(module, values).filter(isCertain);
    const response = certain.find(({ phase }) => phase === 'response');
    if (response === undefined) return;
    const message = t(
      'Kong refuses a plugin that implements both response and {0}',
      'header_filter/body_filter',
    );
    const filters = certain.filter(
      ({ phase }) => phase === 'header_filter' || phase === 'body_filter',
    );
    if (filters.length === 0) return;
    const related = filters.map(({ definition: { at }, phase }) => {
      return { file: 'handler' as const, at, message: t('{0} is here', phase) };
    });
    yield { at: response.definition.at, message, related };
  },
};

function isCertain({ definition: { isConditional }, scope }: PhaseMethod): boolean {
  return !isConditional && scope !== undefined;
}
