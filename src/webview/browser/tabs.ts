// Draws a list of tabs with their panels, usable by keyboard as tabs are everywhere.
import { element } from './element';

export interface Tabs {
  readonly label: string;
  readonly panels: readonly {
    readonly id: string;
    readonly label: string;
    readonly content: HTMLElement;
  }[];
  /** Id of the panel to show; the first one if there is no such panel. */
  readonly chosen: string;
  readonly key: string;
  readonly onChoice: (id: string) => void;
}

interface Tab {
  readonly id: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

export function tabs({ label, panels, chosen, key, onChoice }: Tabs): HTMLElement {
  const drawn = panels.map((panel) => drawTab(panel, `${key}/${panel.id}`));
  const choose = (tab: Tab): void => {
    select(drawn, tab);
    onChoice(tab.id);
  };
  for (const tab of drawn) {
    tab.button.addEventListener('click', () => choose(tab));
    tab.button.addEventListener('keydown', (event) => {
      const next = neighbour(drawn, tab, event.key);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      next.button.focus();
    });
  }
  const first = drawn.find(({ id }) => id === chosen) ?? drawn[0];
  if (first !== undefined) select(drawn, first);
  const list = element(
    'div',
    { class: 'tabs', attributes: { role: 'tablist', 'aria-label': label } },
    ...drawn.map(({ button }) => button),
  );
  return element('div', {}, list, ...drawn.map(({ panel }) => panel));
}

function drawTab({ id, label, content }: Tabs['panels'][number], key: string): Tab {
  const tabId = `${key}/tab`;
  const panelId = `${key}/panel`;
  const button = element('button', {
    text: label,
    attributes: {
      type: 'button',
      role: 'tab',
      id: tabId,
      'aria-controls': panelId,
      'data-key': tabId,
    },
  });
  const panel = element(
    'div',
    { attributes: { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId } },
    content,
  );
  return { id, button, panel };
}

function select(all: readonly Tab[], chosen: Tab): void {
  for (const tab of all) {
    const isChosen = tab === chosen;
    tab.button.setAttribute('aria-selected', String(isChosen));
    tab.button.tabIndex = isChosen ? 0 : -1;
    tab.panel.hidden = !isChosen;
  }
}

/** Arrows go round, Home and End to the ends. */
function neighbour(all: readonly Tab[], tab: Tab, key: string): Tab | undefined {
  const index = all.indexOf(tab);
  switch (key) {
    case 'ArrowRight':
      return all[(index + 1) % all.length];
    case 'ArrowLeft':
      return all.at(index - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}
