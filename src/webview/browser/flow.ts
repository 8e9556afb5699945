// Draws the way of traffic as a row of steps, which becomes a column where there is little room.
import type { Flow } from '../protocol';
import { element, isolated } from './element';
import { drawMark } from './marks';

/** A list, so that a screen reader tells how many steps there are; each leads to its section. */
export function drawFlow({ start, end, steps }: Flow): HTMLElement {
  const drawn = steps.map(({ label, section, text, tone }) =>
    element(
      'li',
      { class: 'flow-step' },
      element('a', { text: label, attributes: { href: `#${section}` } }),
      drawMark({ text, tone }),
    ),
  );
  return element(
    'ol',
    { class: 'flow' },
    element('li', { class: 'flow-end' }, isolated(start)),
    ...drawn,
    element('li', { class: 'flow-end' }, isolated(end)),
  );
}
