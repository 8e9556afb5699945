// The explorer's rows: what was read stays until it is read anew, and a failed load is a row that says why.
import { setTimeout as wait } from 'node:timers/promises';
import type { TreeItem } from 'vscode';
import { isSilent } from '../host/runCommand';
import type { Geo, KonnectClient } from '../konnect/client';
import { displayed, reasonOf } from './displayed';
import { type Filter, isFiltering, noFilter } from './filter';
import { type ExplorerState, GeoOutcomes, stateOf, type Verdict } from './geoOutcomes';
import type { Listing } from './listing';
import { Listings, read } from './listings';
import { withMark } from './look/mark';
import { CreateNode } from './nodes/createNode';
import { GeoNode } from './nodes/geoNode';
import { GroupNode } from './nodes/groupNode';
import { loadingNode } from './nodes/messageNode';
import type { TreeNode, Trouble } from './nodes/node';
import { organizationGroups } from './rows/organizationGroups';
import { saysTheSame } from './saysTheSame';
import { Unopened } from './unopened';

export interface ResourceTreeOptions {
  readonly isConnected: () => Promise<boolean>;
  readonly konnect: () => Promise<KonnectClient>;
  /** Empty: all that Konnect offers. */
  readonly geos: () => readonly Geo[];
  /** What the view says when it has no rows, and the reason where there is one. */
  readonly say: (state: ExplorerState, reason?: string) => void;
  readonly onLoaded: (parent: TreeNode, children: readonly TreeNode[]) => void;
  readonly onTroubles: (troubles: ReadonlyMap<Trouble, number>) => void;
  /** What is said in rows, by their mark keys. */
  readonly marks?: ReadonlyMap<string, string>;
  /** Rows have to be asked for anew: those below the node, or all. */
  readonly onChanged: (node: TreeNode | undefined) => void;
}

/** How long the control planes of a geo may take before a placeholder stands in. */
const graceMs = 300;

/** How long VS Code may take to make rows of an answer. */
const settleMs = 250;

export class ResourceTree {
  readonly #options: ResourceTreeOptions;
  readonly #listings = new Listings();
  readonly #unopened = new Unopened();
  /** The rows as VS Code knows them: it refreshes by object, not by id. */
  readonly #shown = new Map<string, TreeNode>();
  #roots: Promise<readonly TreeNode[]> | undefined;
  #stop = new AbortController();
  #grace: Promise<unknown> = Promise.resolve();
  #outcomes = new GeoOutcomes([]);
  #showsGeos = true;
  #filter = noFilter;

  constructor(options: ResourceTreeOptions) {
    this.#options = options;
  }

  /** Reads anew what is under the node with this id, or everything. */
  refresh(id?: string): void {
    const node = id === undefined || !this.#showsGeos ? undefined : this.#shown.get(id);
    // What was never shown is read when it is opened.
    if (id !== undefined && node === undefined && this.#showsGeos) return;
    if (node === undefined) this.#forgetAll();
    else this.#listings.drop(node.id);
    this.#options.onChanged(node);
  }

  /** Reads below a row without taking its rows away meanwhile; when nothing is new, nothing moves. */
  async lookAgain(id: string): Promise<void> {
    const before = this.#listings.get(id);
    if (before?.isFinished !== true) return;
    const now = read(before.node);
    before.onStop(() => now.stop('gone'));
    await now.finished;
    before.onStop(undefined);
    if (now.isStopped || this.#listings.get(id) !== before) return;
    if (now.failure === undefined) this.#replace(before, now);
    else if (!isSilent(now.failure.error)) this.#fail(before, now.failure.error);
    this.#options.onLoaded(before.node, now.failure === undefined ? now.rows : before.rows);
  }

  /** What is still being read below a closed row is read no further. */
  close(id: string): void {
    for (const { node, finished } of this.#listings.stop(id)) {
      // VS Code keeps the answer to its question, which is no rows, unless it hears of a change well after that.
      void finished
        .then(() => wait(settleMs, undefined, { ref: false }))
        .then(() => this.#redraw(node));
    }
  }

  /** Shows the next page of a list; resolves to its first row. */
  showMore(id: string): TreeNode | undefined {
    const listing = this.#listings.get(id);
    if (listing === undefined) return undefined;
    const { limit } = listing;
    listing.showMore();
    this.#redraw(listing.node);
    return this.#display(listing)[limit];
  }

  /** Also reads what the filter can find without anything being opened. */
  async filter(filter: Filter): Promise<void> {
    this.#filter = filter;
    if (isFiltering(filter)) await this.#readUnopened();
    this.#options.onChanged(undefined);
  }

  /** Each state that something is in, and how many are. */
  async states(): Promise<ReadonlyMap<string, number>> {
    await this.#readUnopened();
    const counts = new Map<string, number>();
    const isOpened = (id: string) => this.#listings.get(id) !== undefined;
    const unopened = [...this.#unopened.outside(isOpened)].map(({ state }) => state);
    const opened = [...this.#listings.rows()].map(({ searched }) => searched?.state);
    for (const state of [...opened, ...unopened]) {
      if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return counts;
  }

  getTreeItem(node: TreeNode): TreeItem {
    this.#shown.set(node.id, node);
    const item = node.item();
    item.id = node.id;
    return withMark(item, node.markKey && this.#options.marks?.get(node.markKey));
  }

  /** The mark of a row has changed. */
  redrawMarked(key: string): void {
    for (const node of this.#shown.values()) if (node.markKey === key) this.#redraw(node);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) {
      this.#roots ??= this.#readRoots();
      return [...(await this.#roots)];
    }
    const listing = this.#listingOf(node);
    // VS Code asks for one geo after the other, and a slow one would hold up the rest.
    const isLate = Symbol('late');
    const waits = node instanceof GeoNode ? [this.#grace.then(() => isLate)] : [];
    if ((await Promise.race([listing.ready, ...waits])) === isLate) {
      void listing.ready.then(() => listing.isStopped || this.#redraw(node));
      return [loadingNode(node)];
    }
    if (listing.ending === 'readAnew') return this.getChildren(node);
    if (listing.isStopped || isSilent(listing.failure?.error)) return [];
    if (!listing.isFinished) void listing.finished.then(() => this.#redraw(node));
    return this.#display(listing);
  }

  dispose(): void {
    this.#forgetAll();
  }

  #listingOf(node: TreeNode): Listing {
    const known = this.#listings.get(node.id);
    if (known !== undefined) return known;
    const listing = this.#listings.begin(node);
    void listing.finished.then(() => this.#finished(listing));
    return listing;
  }

  #finished(listing: Listing): void {
    const { node, rows, failure, isStopped } = listing;
    if (isStopped) return;
    if (isSilent(failure?.error)) {
      this.#listings.drop(node.id);
      return;
    }
    this.#options.onLoaded(node, rows);
    this.#options.onTroubles(this.#listings.troubles());
    if (node instanceof GeoNode)
      this.#follow(this.#outcomes.note(node.geo, failure ?? rows.length));
  }

  #replace(before: Listing, now: Listing): void {
    const old = new Map(before.rows.map((row) => [row.id, row]));
    const changed = now.rows.filter((row) => !saysTheSame(row, old.get(row.id)));
    const isSame = changed.length === 0 && now.rows.length === before.rows.length;
    if (isSame && before.failure === undefined) return;
    for (const { id } of changed) this.#listings.drop(id);
    now.showAsMuchAs(before);
    this.#listings.replace(now);
    this.#options.onTroubles(this.#listings.troubles());
    this.#redraw(before.node);
  }

  #fail(listing: Listing, error: unknown): void {
    listing.fail(error);
    this.#redraw(listing.node);
  }

  #display(listing: Listing): TreeNode[] {
    return displayed(listing, this.#filter, {
      rowsBelow: ({ id }) => this.#listings.get(id)?.rows,
      unopenedBelow: (node) => this.#unopened.below(node),
    });
  }

  #redraw(node: TreeNode): void {
    this.#options.onChanged(this.#shown.get(node.id) ?? node);
  }

  async #readRoots(): Promise<readonly TreeNode[]> {
    const { signal } = this.#stop;
    try {
      return await this.#geosAndGroups(signal);
    } catch (error) {
      if (!isSilent(error) && !signal.aborted) this.#options.say(stateOf([error]), reasonOf(error));
      return [];
    }
  }

  async #geosAndGroups(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const { isConnected, konnect, geos, say } = this.#options;
    if (!(await isConnected())) {
      say('signedOut');
      return [];
    }
    const client = await konnect();
    const chosen = [...new Set(geos())];
    const shown = chosen.length > 0 ? chosen : await client.regions.list({ signal });
    if (signal.aborted) return [];
    say('resources');
    this.#outcomes = new GeoOutcomes(shown);
    const nodes = shown.map((geo) => new GeoNode(geo, client));
    this.#grace = wait(graceMs, undefined, { ref: false });
    for (const node of nodes) this.#listingOf(node);
    return [...nodes, ...groupNodes(client)];
  }

  /** When no geo has anything to show, the view as a whole says so: VS Code's welcome text shows only without rows. */
  #follow(verdict: Verdict | undefined): void {
    if (verdict === undefined) return;
    const { state, error } = verdict;
    this.#forgetAll();
    this.#showsGeos = false;
    this.#roots = state === 'empty' ? this.#withoutGeos() : Promise.resolve([]);
    this.#options.say(state, error === undefined ? undefined : reasonOf(error));
    this.#options.onChanged(undefined);
  }

  async #withoutGeos(): Promise<readonly TreeNode[]> {
    return [new CreateNode(), ...groupNodes(await this.#options.konnect())];
  }

  async #readUnopened(): Promise<void> {
    if (!(await this.#options.isConnected())) return;
    await this.#unopened.read(await this.#options.konnect(), this.#stop.signal);
  }

  #forgetAll(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#listings.drop();
    this.#unopened.forget();
    this.#shown.clear();
    this.#roots = undefined;
    this.#showsGeos = true;
    this.#options.onTroubles(this.#listings.troubles());
  }
}

function groupNodes(client: KonnectClient): readonly TreeNode[] {
  return organizationGroups(client).map((group) => new GroupNode(group, group.kind));
}
