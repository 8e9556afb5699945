// The explorer's view: its rows, its title, and what it says when there are none.
import {
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type TreeView,
  window,
} from 'vscode';
import type { ActiveClient } from '../host/activeClient';
import type { Connection, Connections } from '../host/connections';
import { DisposableStore } from '../host/disposables';
import type { Settings } from '../host/settings';
import { explorerView } from '../manifest';
import { LazyRows } from './lazyRows';
import { LiveRows } from './liveRows';
import type { TreeNode } from './node';
import type { ExplorerState } from './resourceTree';

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
  readonly #live = this.#owned.add(
    new LiveRows({
      refresh: ({ id }) => this.#tree.refresh(id),
      isWatched: () => this.#view.visible && window.state.focused,
    }),
  );
  readonly #log: LogOutputChannel;
  #connection: Connection | undefined;

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
      }),
    );
    this.#view = this.#owned.add(
      window.createTreeView(explorerView, { treeDataProvider: this.#tree, showCollapseAll: true }),
    );
    this.#owned.add(
      this.#view.onDidCollapseElement(({ element }) => this.#live.forget(element.id)),
    );
    this.#owned.add(this.#view.onDidChangeVisibility(() => this.#live.watchedChanged()));
    this.#owned.add(window.onDidChangeWindowState(() => this.#live.watchedChanged()));
    this.#owned.add(connections.onDidChange(() => this.refresh()));
    this.#owned.add(settings.onDidChange((name) => name === 'geos' && this.refresh()));
  }

  /** The rows, as VS Code asks for them. */
  get tree(): LazyRows {
    return this.#tree;
  }

  /** Reads anew what is under the node with this id, or everything. */
  refresh(node?: { readonly id: string }): void {
    this.#live.forget(node?.id);
    this.#tree.refresh(node?.id);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #say(state: ExplorerState, reason?: string): void {
    const isDemo = this.#connection?.demo === true;
    const shown = isDemo && state === 'unreachable' ? 'demoEnded' : state;
    void commands.executeCommand('setContext', 'kongCloudGateways.explorerState', shown);
    void commands.executeCommand(
      'setContext',
      'kongCloudGateways.connected',
      this.#connection !== undefined,
    );
    const label = isDemo ? l10n.t('Demo') : this.#connection?.organization.name;
    const isLocked = this.#connection?.readOnly === true;
    this.#view.title =
      (isLocked ? l10n.t('{0} (read-only)', label ?? '') : label) ?? l10n.t('Gateways');
    const isSample = isDemo && state === 'resources';
    // A message hides the welcome text, so it is for a view with rows only.
    this.#view.message = isSample
      ? l10n.t('Sample data on this machine. It lasts for as long as the demo server runs.')
      : '';
    if (reason !== undefined) this.#log.error(`explorer: ${reason}`);
  }
}
