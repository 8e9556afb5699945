// The panel's page: asks the host for its state, draws it, and passes what the user does to the host.
import type { PanelAction, PanelState } from '../protocol';
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

  function show(state: PanelState): void {
    const isFirst = root.childElementCount === 0;
    renderer.render({ labels: state.labels, memory, announce, copy, act }, state);
    if (!isFirst) return;
    memory.belongTo(state.controlPlane);
    window.scrollTo(0, memory.scrollY);
  }

  function copy(text: string): Promise<void> {
    return channel.request({ type: 'copy', text });
  }

  function act(does: PanelAction | 'refresh'): void {
    const request =
      does === 'refresh' ? ({ type: does } as const) : ({ type: 'run', action: does } as const);
    channel.request(request).catch(tell);
  }

  window.addEventListener('message', ({ data }) => channel.receive(data));
  window.addEventListener('scrollend', () => memory.scrolled(window.scrollY));
  window.addEventListener('pagehide', () => channel.close());
  channel.request({ type: 'ready' }).catch(tell);
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
