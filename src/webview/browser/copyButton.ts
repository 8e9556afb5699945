// The button beside a value that copies it, shows that it did, and says so to screen readers.
import type { CopyText, PanelLabels } from '../protocol';
import { codeText, element } from './element';
import { icon } from './icons';

/** What every part of the page can do. */
export interface Page {
  readonly labels: PanelLabels;
  readonly copy: (text: string) => Promise<void>;
  readonly announce: (text: string) => void;
}

const shownForMs = 1500;

/** `label` is read aloud and shown on hover; `caption` is on the button itself. */
export function copyButton(
  page: Page,
  copied: { readonly text: string; readonly label: string; readonly caption?: string },
  key: string,
): HTMLButtonElement {
  const { text, label, caption } = copied;
  const button = element('button', {
    class: caption === undefined ? 'icon-button' : 'text-button',
    attributes: { type: 'button', 'data-key': key, 'aria-label': label, title: label },
  });
  button.append(icon('copy'), ...(caption === undefined ? [] : [caption]));
  button.addEventListener('click', () => void copy(page, button, text));
  return button;
}

export function drawCopyText(page: Page, { text, copyLabel }: CopyText, key: string): HTMLElement {
  const button = copyButton(page, { text, label: copyLabel }, key);
  return element('div', { class: 'copyable' }, codeText(text), button);
}

async function copy(page: Page, button: HTMLButtonElement, text: string): Promise<void> {
  try {
    await page.copy(text);
  } catch (error) {
    page.announce(error instanceof Error ? error.message : String(error));
    return;
  }
  page.announce(page.labels.copied);
  const before = button.querySelector('.icon');
  before?.replaceWith(icon('check'));
  button.classList.add('is-copied');
  setTimeout(() => {
    button.querySelector('.icon')?.replaceWith(icon('copy'));
    button.classList.remove('is-copied');
  }, shownForMs);
}
