// Draws marks (one word about a thing) and facts (labelled words beside a heading).
import type { Fact, Mark } from '../protocol';
import { element, hidden, isolated } from './element';

export function drawMark({ text, tone, explanation }: Mark): HTMLElement {
  const title = explanation === undefined ? {} : { attributes: { title: explanation } };
  return element(
    'span',
    { class: `mark mark-${tone}`, ...title },
    isolated(text),
    explanation !== undefined && hidden(` (${explanation})`),
  );
}

export function drawFacts(facts: readonly Fact[]): HTMLElement | undefined {
  if (facts.length === 0) return undefined;
  const pairs = facts.map(({ label, value }) =>
    element('div', {}, element('dt', { text: label }), element('dd', {}, isolated(value))),
  );
  return element('dl', { class: 'facts' }, ...pairs);
}
