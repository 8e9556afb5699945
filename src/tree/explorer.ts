// The explorer's view: its rows, its title, and what it says when there are none.
import {
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { ActiveClient } from '../host/connection/activeClient';
import type { Connection, Connections } from '../host/connection/connections';
import { DisposableStore } from '../host/disposables';
import type { Settings } from '../host/settings';
import { type ContextKeys, explorerView } from '../manifest';
import { type Filter, isFiltering, noFilter } from './filter';
import type { ExplorerState } from './geoOutcomes';
import { LazyRows } from './lazyRows';
import { LiveRows } from './liveRows';
import { markKey } from './look/mark';
import type { TreeNode } from './nodes/node';
import { badgeOf, filterText, messageOf, titleOf } from './viewText';

export interface ExplorerOptions {
  readonly connections: Connections;
  /** The connection in use, once what has to be resumed is resumed. */
  readonly resume: () => Promise<Connection | undefined>;
  readonly client: ActiveClient;
  readonly settings: Settings;
  readonly log: LogOutputChannel;
}

export class Explorer implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #loaded = this.#owned.add(new EventEmitter<readonly TreeNode[]>());
  readonly #tree: LazyRows;
  readonly #view: TreeView<TreeNode>;
  /** Only what can be seen is asked about, so of two windows on one connection only the one in use asks. */
  readonly #live = this.#owned.add(
    new LiveRows({
      refresh: ({ id }) => void this.#tree.ifMade?.lookAgain(id),
      isWatched: () => this.#view.visible && window.state.focused,
    }),
  );
  readonly #log: LogOutputChannel;
  #connection: Connection | undefined;
  #filter = noFilter;
  #state: ExplorerState = 'signedOut';

  /** Rows were read from Konnect. */
  readonly onDidLoad = this.#loaded.event;

  constructor({ connections, resume, client, settings, log }: ExplorerOptions) {
    this.#log = log;
    this.#tree = this.#owned.add(
      new LazyRows({
        isConnected: async () => {
          this.#connection = await resume();
          return this.#connection !== undefined;
        },
        konnect: () => client.get(),
        geos: () => settings.geos,
        say: (state, reason) => this.#say(state, reason),
        onLoaded: (parent, children) => {
          this.#live.loaded(parent, children);
          this.#loaded.fire(children);
        },
        onTroubles: (troubles) => {
          this.#view.badge = badgeOf(troubles);
        },
      }),
    );
    this.#view = this.#owned.add(
      window.createTreeView(explorerView, { treeDataProvider: this.#tree, showCollapseAll: true }),
    );
    this.#listen(connections, settings);
  }

  /** The rows, as VS Code asks for them. */
  get tree(): LazyRows {
    return this.#tree;
  }

  get view(): TreeView<TreeNode> {
    return this.#view;
  }

  get filter(): Filter {
    return this.#filter;
  }

  async setFilter(filter: Filter): Promise<void> {
    this.#filter = filter;
    await (await this.#tree.get()).filter(filter);
    this.#view.description = filterText(filter);
    setContext('kongCloudGateways.filtered', isFiltering(filter));
    this.#show();
  }

  /** Each state that something is in, and how many are. */
  async states(): Promise<ReadonlyMap<string, number>> {
    return (await this.#tree.get()).states();
  }

  /** Shows the next page of the list below a node, and goes on from there. */
  async loadMore({ id }: { readonly id: string }): Promise<void> {
    const first = this.#tree.ifMade?.showMore(id);
    if (first !== undefined && this.#view.visible) {
      // When it fails, the rows are there all the same, and only the focus stays where it was.
      const focused = this.#view.reveal(first, { select: true, focus: true });
      await focused.then(undefined, () => undefined);
    }
  }

  /** Reads anew what is under the node with this id, or everything. */
  refresh(node?: { readonly id: string }): void {
    this.#live.forget(node?.id);
    this.#tree.refresh(node?.id);
  }

  /** What the rows that stand for this say of themselves from now on; undefined: nothing. */
  mark(uri: Uri, words: string | undefined): void {
    this.#tree.mark(markKey(uri), words);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #listen(connections: Connections, settings: Settings): void {
    const { onDidCollapseElement, onDidExpandElement, onDidChangeVisibility } = this.#view;
    this.#owned.add(
      onDidCollapseElement(({ element }) => {
        this.#live.close(element.id);
        this.#tree.ifMade?.close(element.id);
      }),
    );
    this.#owned.add(onDidExpandElement(({ element }) => this.#live.open(element.id)));
    this.#owned.add(onDidChangeVisibility(() => this.#live.watchedChanged()));
    this.#owned.add(window.onDidChangeWindowState(() => this.#live.watchedChanged()));
    this.#owned.add(connections.onDidChange(() => this.refresh()));
    this.#owned.add(settings.onDidChange((name) => name === 'geos' && this.refresh()));
  }

  #say(state: ExplorerState, reason?: string): void {
    this.#state = this.#connection?.demo === true && state === 'unreachable' ? 'demoEnded' : state;
    setContext('kongCloudGateways.explorerState', this.#state);
    setContext('kongCloudGateways.connected', this.#connection !== undefined);
    this.#show();
    if (reason !== undefined) this.#log.error(`explorer: ${reason}`);
  }

  #show(): void {
    this.#view.title = titleOf(this.#connection);
    this.#view.message = messageOf(this.#state, this.#filter, this.#connection?.demo === true);
  }
}

function setContext<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void commands.executeCommand('setContext', key, value);
}
