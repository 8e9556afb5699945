// Draws the whole page; a section is drawn anew only when it changed, and the focus stays where it was.
import type { PanelState, Section } from '../protocol';
import { type DrawingPage, drawBlocks, drawNotice, drawSkeleton } from './blocks';
import { element, isolated } from './element';
import { icon } from './icons';
import { drawFacts, drawMark } from './marks';

/** What a region of the page was last drawn from, so that equal values draw nothing. */
type Drawn = Map<string, { readonly source: string; readonly node: HTMLElement }>;

export class Renderer {
  readonly #root: HTMLElement;
  #drawn: Drawn = new Map();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  render(page: DrawingPage, state: PanelState): void {
    const focused = keyOfFocus();
    const { notice, sections } = state;
    const next: Drawn = new Map();
    this.#region(next, 'header', [state.title, state.marks, state.facts, state.busy], () =>
      drawHeader(page, state),
    );
    if (notice !== undefined) {
      this.#region(next, 'notice', notice, () => drawNotice(page, notice, 'notice'));
    }
    for (const section of sections) {
      this.#region(next, section.id, section, () => drawSection(page, section));
    }
    this.#place([...next.values()].map(({ node }) => node));
    this.#drawn = next;
    this.#root.setAttribute('aria-busy', String(state.busy));
    restoreFocus(focused);
  }

  #region(next: Drawn, id: string, values: unknown, draw: () => HTMLElement): void {
    const source = JSON.stringify(values);
    const before = this.#drawn.get(id);
    next.set(id, before?.source === source ? before : { source, node: draw() });
  }

  /** Leaves regions that stay in place alone: moving them would lose focus and scroll. */
  #place(nodes: readonly HTMLElement[]): void {
    const kept = new Set<Element>(nodes);
    for (const child of [...this.#root.children]) if (!kept.has(child)) child.remove();
    for (const [index, node] of nodes.entries()) {
      const current = this.#root.children[index];
      if (current !== node) this.#root.insertBefore(node, current ?? null);
    }
  }
}

function drawHeader(
  page: DrawingPage,
  { title, marks, facts, busy, labels }: PanelState,
): HTMLElement {
  const refresh = element('button', {
    class: `icon-button${busy ? ' is-busy' : ''}`,
    attributes: {
      type: 'button',
      'data-key': 'refresh',
      'aria-label': busy ? labels.refreshing : labels.refresh,
      title: busy ? labels.refreshing : labels.refresh,
    },
    onClick: () => page.act('refresh'),
  });
  refresh.append(icon('refresh'));
  return element(
    'header',
    { class: 'page-header' },
    element(
      'div',
      { class: 'title' },
      element('div', { class: 'name' }, element('h1', {}, isolated(title)), ...marks.map(drawMark)),
      refresh,
    ),
    drawFacts(facts),
  );
}

function drawSection(page: DrawingPage, section: Section): HTMLElement {
  const { id, title, intro, loading, blocks } = section;
  const headingId = `section/${id}`;
  return element(
    'section',
    {
      class: 'section',
      attributes: { id, 'aria-labelledby': headingId, 'aria-busy': String(loading) },
    },
    element('h2', { text: title, attributes: { id: headingId } }),
    intro !== undefined && element('p', { class: 'intro', text: intro }),
    loading && drawSkeleton(),
    ...drawBlocks(page, blocks, id),
  );
}

function keyOfFocus(): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement.dataset.key : undefined;
}

function restoreFocus(key: string | undefined): void {
  if (key === undefined || keyOfFocus() === key) return;
  const candidates = document.querySelectorAll<HTMLElement>('[data-key]');
  [...candidates].find(({ dataset }) => dataset.key === key)?.focus({ preventScroll: true });
}
