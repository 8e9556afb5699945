// Draws the blocks of a section: notices, cards, values, records, code and details.
import type { Block, Button, ButtonDoes, Card, Details, Notice, Values } from '../protocol';
import { type CodePage, codeBlock } from './codeBlock';
import { drawCopyText } from './copyButton';
import { element, isolated } from './element';
import { drawFlow } from './flow';
import { icon } from './icons';
import { drawFacts, drawMark } from './marks';
import { recordsTable } from './recordsTable';

export interface DrawingPage extends CodePage {
  readonly act: (does: ButtonDoes, subject?: string) => void;
}

/** `key` tells the place of the block, so that focus survives when its section is drawn anew. */
export function drawBlock(page: DrawingPage, block: Block, key: string): HTMLElement {
  switch (block.kind) {
    case 'notice':
      return drawNotice(page, block, key);
    case 'actions':
      return drawButtons(page, block.buttons, key, false);
    case 'card':
      return drawCard(page, block, key);
    case 'values':
      return drawValues(page, block, key);
    case 'records':
      return recordsTable(page, block, key);
    case 'code':
      return codeBlock(page, block, key);
    case 'details':
      return drawDetails(page, block, key);
    case 'flow':
      return drawFlow(block);
  }
}

export function drawBlocks(
  page: DrawingPage,
  blocks: readonly Block[],
  key: string,
): HTMLElement[] {
  return blocks.map((block, index) => drawBlock(page, block, `${key}/${index}`));
}

export function drawNotice(page: DrawingPage, notice: Notice, key: string): HTMLElement {
  const { tone, text, buttons = [] } = notice;
  const symbol = tone === 'empty' ? undefined : icon(toneIcons[tone]);
  return element(
    'div',
    { class: `notice notice-${tone}`, ...(tone === 'error' && { attributes: { role: 'alert' } }) },
    symbol,
    element('p', {}, isolated(text)),
    buttons.length > 0 && drawButtons(page, buttons, key, true),
  );
}

const toneIcons = {
  good: 'check',
  info: 'info',
  warning: 'warning',
  bad: 'error',
  step: 'next',
  error: 'error',
} as const;

/** `isMain`: the first one is what most people want. */
function drawButtons(
  page: DrawingPage,
  buttons: readonly Button[],
  key: string,
  isMain: boolean,
): HTMLElement {
  const drawn = buttons.map(({ label, does, subject, isBusy = false }, index) =>
    element('button', {
      class: index === 0 && isMain ? 'button' : 'button button-secondary',
      text: label,
      attributes: {
        type: 'button',
        'data-key': `${key}/${does}`,
        ...(isBusy && { 'aria-disabled': 'true' }),
      },
      onClick: () => {
        if (!isBusy) page.act(does, subject);
      },
    }),
  );
  return element('div', { class: 'buttons' }, ...drawn);
}

/** Room for what is on its way, so that nothing jumps when it arrives. */
export function drawSkeleton(): HTMLElement {
  const lines = [0, 1, 2].map(() => element('div', { class: 'skeleton-line' }));
  return element('div', { class: 'skeleton', attributes: { 'aria-hidden': 'true' } }, ...lines);
}

export function cardId(card: string): string {
  return `card/${card}`;
}

function drawCard(page: DrawingPage, card: Card, key: string): HTMLElement {
  const headingId = `${key}/heading`;
  const heading = element('h3', { attributes: { id: headingId } }, isolated(card.title));
  return element(
    'article',
    {
      class: 'card',
      attributes: {
        id: cardId(card.id),
        tabindex: '-1',
        'data-key': `${key}/card`,
        'aria-labelledby': headingId,
        'aria-busy': String(card.loading),
      },
    },
    element('header', {}, heading, ...card.marks.map(drawMark), drawFacts(card.facts)),
    card.loading && drawSkeleton(),
    ...drawBlocks(page, card.blocks, `${key}/${card.id}`),
  );
}

function drawValues(page: DrawingPage, { items }: Values, key: string): HTMLElement {
  const rows = items.map(({ label, value, mark }, index) =>
    element(
      'div',
      { class: 'value' },
      element('dt', {}, isolated(label)),
      element('dd', {}, drawCopyText(page, value, `${key}/${index}`)),
      mark && element('dd', { class: 'value-mark' }, drawMark(mark)),
    ),
  );
  return element('dl', { class: 'values' }, ...rows);
}

function drawDetails(
  page: DrawingPage,
  { id, label, open, blocks }: Details,
  key: string,
): HTMLElement {
  const details = element(
    'details',
    {},
    element('summary', { text: label, attributes: { 'data-key': key } }),
  );
  details.append(...drawBlocks(page, blocks, key));
  details.open = page.memory.choice(id) ? page.memory.choice(id) === 'open' : open;
  details.addEventListener('toggle', () => {
    page.memory.choose(id, details.open ? 'open' : 'closed');
  });
  return details;
}
