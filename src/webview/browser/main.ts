// The panel's page: asks the host for its state, draws it, and passes what the user does to the host.
import type { ButtonDoes, CodeLanguage, PanelRequest, PanelState } from '../protocol';
import { cardId } from './blocks';
import { Channel, type News } from './channel';
import { Memory, type StateStore } from './memory';
import { Renderer } from './render';

interface VsCodeApi extends StateStore {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const announcements = document.getElementById('announcements');
const root = document.getElementById('page');
if (root !== null) start(root, acquireVsCodeApi());

function start(root: HTMLElement, vscode: VsCodeApi): void {
  const memory = new Memory(vscode);
  const renderer = new Renderer(root);
  const channel = new Channel((message) => vscode.postMessage(message), hear);

  let isScrolled = false;

  function hear(news: News): void {
    if (news.type === 'state') show(news.state);
    else if (news.type === 'reveal') reveal(news.card);
    else announce(news.text);
  }

  function show(state: PanelState): void {
    const { labels, controlPlane, busy } = state;
    renderer.render({ labels, memory, announce, copy, openText, act }, state);
    memory.belongTo(controlPlane);
    // Only now is there something to scroll to.
    if (!busy && !isScrolled) window.scrollTo(0, memory.scrollY);
    isScrolled ||= !busy;
  }

  /** With the focus, so that the keyboard goes on from there. */
  function reveal(card: string): void {
    const found = document.getElementById(cardId(card));
    found?.scrollIntoView({ block: 'start' });
    found?.focus({ preventScroll: true });
    isScrolled = true;
  }

  function copy(text: string): Promise<void> {
    return channel.request({ type: 'copy', text });
  }

  function openText(text: string, language: CodeLanguage): void {
    channel.request({ type: 'open', text, language }).catch(tell);
  }

  function act(does: ButtonDoes, subject = ''): void {
    channel.request(requestFor(does, subject)).catch(tell);
  }

  window.addEventListener('message', ({ data }) => channel.receive(data));
  window.addEventListener('scrollend', () => memory.scrolled(window.scrollY));
  window.addEventListener('pagehide', () => channel.close());
  channel.request({ type: 'ready' }).catch(tell);
}

function requestFor(does: ButtonDoes, subject: string): PanelRequest {
  switch (does) {
    case 'refresh':
      return { type: does };
    case 'checkDns':
    case 'checkDnsElsewhere':
      return { type: does, domainId: subject };
    case 'probe':
      return { type: does, groupId: subject };
    default:
      return { type: 'run', action: does };
  }
}

function tell(error: unknown): void {
  announce(error instanceof Error ? error.message : String(error));
}

/** Emptied first, so that the same words are read again. */
function announce(text: string): void {
  if (announcements === null) return;
  announcements.textContent = '';
  requestAnimationFrame(() => {
    announcements.textContent = text;
  });
}
