// The page's end of the line to the extension host: numbered requests that always settle, and states that arrive.
import type { FromPanel, PanelRequest, ToPanel } from '../protocol';

/** What comes without having been asked for. */
export type News = Exclude<ToPanel, { readonly id: number }>;

interface Pending {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

export class Channel {
  readonly #post: (message: FromPanel) => void;
  readonly #onNews: (news: News) => void;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #isClosed = false;

  constructor(post: (message: FromPanel) => void, onNews: (news: News) => void) {
    this.#post = post;
    this.#onNews = onNews;
  }

  /** @throws Error with the host's words, or because the page closes */
  request(request: PanelRequest): Promise<void> {
    if (this.#isClosed) return Promise.reject(closed());
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#post({ ...request, id });
    });
  }

  /** Takes a message from the host; others on the same window are ignored. */
  receive(message: unknown): void {
    if (!isToPanel(message)) return;
    if (message.type !== 'done' && message.type !== 'failed') {
      this.#onNews(message);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.type === 'done') pending?.resolve();
    else pending?.reject(new Error(message.message));
  }

  close(): void {
    this.#isClosed = true;
    for (const { reject } of this.#pending.values()) reject(closed());
    this.#pending.clear();
  }
}

function closed(): Error {
  return new Error('The panel was closed.');
}

/** The host is our own code; this keeps out what browser extensions and VS Code itself send to every page. */
function isToPanel(message: unknown): message is ToPanel {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  switch (message.type) {
    case 'state':
      return 'state' in message && typeof message.state === 'object' && message.state !== null;
    case 'reveal':
      return 'card' in message && typeof message.card === 'string';
    case 'announce':
      return 'text' in message && typeof message.text === 'string';
    case 'done':
      return 'id' in message && typeof message.id === 'number';
    case 'failed':
      return 'id' in message && 'message' in message && typeof message.message === 'string';
    default:
      return false;
  }
}
