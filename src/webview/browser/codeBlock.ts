// Draws text to paste elsewhere: its forms are tabs, its languages a list, and the choices are remembered.
import type { Code, CodeForm, CodeLanguage, CodeVersion } from '../protocol';
import { copyButton, type Page } from './copyButton';
import { element, isolated } from './element';
import { icon } from './icons';
import type { Memory } from './memory';
import { tabs } from './tabs';

export interface CodePage extends Page {
  readonly memory: Memory;
  readonly openText: (text: string, language: CodeLanguage) => void;
}

export function codeBlock(page: CodePage, code: Code, key: string): HTMLElement {
  const { memory } = page;
  const panels = code.forms.map((form) => ({
    id: form.id,
    label: form.label,
    content: drawForm(page, code, form, `${key}/${form.id}`),
  }));
  const [only] = panels;
  if (only !== undefined && panels.length === 1) return only.content;
  const chosen = memory.choice(code.id) ?? '';
  const onChoice = (id: string) => memory.choose(code.id, id);
  return tabs({ label: code.label, panels, chosen, key, onChoice });
}

function drawForm(page: CodePage, code: Code, form: CodeForm, key: string): HTMLElement {
  const { versions, hint } = form;
  const choiceId = `${code.id}/version`;
  const remembered = page.memory.choice(choiceId);
  const first = versions.find(({ id }) => id === remembered) ?? versions[0];
  const actions = element('div', { class: 'code-actions' });
  const written = element('pre', { attributes: { tabindex: '0' } });
  const show = (version: CodeVersion): void => {
    const name = versions.length > 1 ? `${form.label}, ${version.label}` : form.label;
    actions.replaceChildren(...drawActions(page, version, name, key));
    written.replaceChildren(element('code', { text: version.text }));
    written.setAttribute('aria-label', name);
  };
  show(first);
  const choose = (id: string): void => {
    page.memory.choose(choiceId, id);
    show(versions.find((version) => version.id === id) ?? first);
  };
  const head = element(
    'div',
    { class: 'code-head' },
    element(
      'div',
      {},
      hint !== undefined && element('p', { class: 'hint' }, isolated(hint)),
      versions.length > 1 && drawChoice(page, form, first, key, choose),
    ),
    actions,
  );
  return element('div', {}, head, written);
}

function drawChoice(
  page: CodePage,
  { versions, label }: CodeForm,
  chosen: CodeVersion,
  key: string,
  choose: (id: string) => void,
): HTMLElement {
  const options = versions.map((version) =>
    element('option', { text: version.label, attributes: { value: version.id } }),
  );
  const name = `${page.labels.format}: ${label}`;
  const attributes = { 'aria-label': name, 'data-key': `${key}/version` };
  const select = element('select', { attributes }, ...options);
  select.value = chosen.id;
  select.addEventListener('change', () => choose(select.value));
  return select;
}

function drawActions(
  page: CodePage,
  { text, language }: CodeVersion,
  name: string,
  key: string,
): HTMLElement[] {
  const { copy, openInEditor } = page.labels;
  const open = element('button', {
    class: 'icon-button',
    attributes: {
      type: 'button',
      'data-key': `${key}/open`,
      'aria-label': `${openInEditor}: ${name}`,
      title: openInEditor,
    },
    onClick: () => page.openText(text, language),
  });
  open.append(icon('open'));
  return [open, copyButton(page, { text, label: `${copy}: ${name}` }, `${key}/copy`)];
}
