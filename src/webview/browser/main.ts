// The panel's page: asks the host for its state, draws it, and passes what the user does to the host.
import type { ButtonDoes, CodeLanguage, PanelRequest, PanelState } from '../protocol';
import { Channel } from './channel';
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
  const channel = new Channel((message) => vscode.postMessage(message), show);

  let isScrolled = false;
  let checked = '';

  function show(state: PanelState): void {
    const { labels, controlPlane, busy } = state;
    renderer.render({ labels, memory, announce, copy, openText, act }, state);
    checked = labels.checked;
    memory.belongTo(controlPlane);
    // Only now is there something to scroll to.
    if (!busy && !isScrolled) window.scrollTo(0, memory.scrollY);
    isScrolled ||= !busy;
  }

  function copy(text: string): Promise<void> {
    return channel.request({ type: 'copy', text });
  }

  function openText(text: string, language: CodeLanguage): void {
    channel.request({ type: 'open', text, language }).catch(tell);
  }

  function act(does: ButtonDoes, subject = ''): void {
    channel.request(requestFor(does, subject)).then(() => {
      if (does === 'checkDns') announce(checked);
    }, tell);
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
      return { type: does, domainId: subject };
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
