// Draws text to paste elsewhere; its forms are tabs, and the one chosen is remembered.
import type { Code, CodeForm } from '../protocol';
import { copyButton, type Page } from './copyButton';
import { element, isolated } from './element';
import type { Memory } from './memory';

interface CodePage extends Page {
  readonly memory: Memory;
}

interface Tab {
  readonly form: CodeForm;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

export function codeBlock(page: CodePage, code: Code, key: string): HTMLElement {
  const tabs = code.forms.map((form) => drawTab(page, form, `${key}/${form.id}`));
  const choose = (chosen: Tab): void => {
    select(tabs, chosen);
    page.memory.choose(code.id, chosen.form.id);
  };
  for (const tab of tabs) {
    tab.button.addEventListener('click', () => choose(tab));
    tab.button.addEventListener('keydown', (event) => {
      const next = neighbour(tabs, tab, event.key);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      next.button.focus();
    });
  }
  const remembered = tabs.find(({ form }) => form.id === page.memory.choice(code.id));
  const first = remembered ?? tabs[0];
  if (first !== undefined) select(tabs, first);
  return element(
    'section',
    { class: 'code', attributes: { 'aria-label': code.label } },
    element(
      'div',
      { class: 'tabs', attributes: { role: 'tablist', 'aria-label': code.label } },
      ...tabs.map(({ button }) => button),
    ),
    ...tabs.map(({ panel }) => panel),
  );
}

function drawTab(page: CodePage, form: CodeForm, key: string): Tab {
  const panelId = `${key}/panel`;
  const tabId = `${key}/tab`;
  const button = element('button', {
    text: form.label,
    attributes: {
      type: 'button',
      role: 'tab',
      id: tabId,
      'aria-controls': panelId,
      'data-key': tabId,
    },
  });
  const text = element('pre', { attributes: { tabindex: '0', 'aria-label': form.label } });
  text.append(element('code', { text: form.text }));
  const panel = element(
    'div',
    { class: 'tab-panel', attributes: { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId } },
    element('p', { class: 'hint' }, isolated(form.hint)),
    element(
      'div',
      { class: 'code-box' },
      text,
      copyButton(page, { text: form.text, label: form.copyLabel }, `${key}/copy`),
    ),
  );
  return { form, button, panel };
}

function select(tabs: readonly Tab[], chosen: Tab): void {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.button.setAttribute('aria-selected', String(isChosen));
    tab.button.tabIndex = isChosen ? 0 : -1;
    tab.panel.hidden = !isChosen;
  }
}

/** As in any tab list: arrows go round, Home and End to the ends. */
function neighbour(tabs: readonly Tab[], tab: Tab, key: string): Tab | undefined {
  const index = tabs.indexOf(tab);
  switch (key) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(index - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
