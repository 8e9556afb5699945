// The explorer's rows: delegates to its nodes, aborts stale loads, and turns a failed load into a row that says why.
import { l10n, type TreeItem } from 'vscode';
import { isSilent } from '../host/runCommand';
import type { Geo, KonnectClient } from '../konnect/client';
import { isKonnectError } from '../konnect/errors';
import type { ContextKeys } from '../manifest';
import { GeoNode } from './geoNode';
import { GroupNode } from './groupNode';
import { MessageNode } from './messageNode';
import type { TreeNode } from './node';
import { organizationGroups } from './organizationGroups';

export type ExplorerState = ContextKeys['kongCloudGateways.explorerState'];

export interface ResourceTreeOptions {
  readonly isConnected: () => Promise<boolean>;
  readonly konnect: () => Promise<KonnectClient>;
  /** Empty: all that Konnect offers. */
  readonly geos: () => readonly Geo[];
  /** What the view says when it has no rows, and the reason where there is one. */
  readonly say: (state: ExplorerState, reason?: string) => void;
  readonly onLoaded: (parent: TreeNode, children: readonly TreeNode[]) => void;
  /** Rows have to be asked for anew: those below the node, or all. */
  readonly onChanged: (node: TreeNode | undefined) => void;
}

export class ResourceTree {
  readonly #options: ResourceTreeOptions;
  readonly #loads = new Map<string, AbortController>();
  /** The rows as VS Code knows them: it refreshes by object, not by id. */
  readonly #shown = new Map<string, TreeNode>();
  #outcomes = new Map<Geo, number | Error | undefined>();
  #hasNothing = false;

  constructor(options: ResourceTreeOptions) {
    this.#options = options;
  }

  /** Reads anew what is under the node with this id, or everything. */
  refresh(id?: string): void {
    const node = id === undefined || this.#hasNothing ? undefined : this.#shown.get(id);
    // What was never shown is read when it is opened.
    if (id !== undefined && node === undefined && !this.#hasNothing) return;
    this.#abort(node?.id);
    this.#hasNothing = false;
    this.#options.onChanged(node);
  }

  getTreeItem(node: TreeNode): TreeItem {
    this.#shown.set(node.id, node);
    const item = node.item();
    item.id = node.id;
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return this.#roots();
    const load = this.#begin(node.id);
    try {
      const children = await node.children?.(load.signal);
      if (load.signal.aborted) return [];
      const rows = [...(children ?? [])];
      this.#options.onLoaded(node, rows);
      return rows;
    } catch (error) {
      if (load.signal.aborted || isSilent(error)) return [];
      return [new MessageNode(node, reasonOf(error), { failed: true })];
    } finally {
      if (this.#loads.get(node.id) === load) this.#loads.delete(node.id);
    }
  }

  dispose(): void {
    this.#abort();
  }

  async #roots(): Promise<TreeNode[]> {
    if (this.#hasNothing) return [];
    try {
      return await this.#geoRows();
    } catch (error) {
      if (!isSilent(error)) this.#options.say(stateOf([error]), reasonOf(error));
      return [];
    }
  }

  async #geoRows(): Promise<TreeNode[]> {
    const { isConnected, konnect, geos, say } = this.#options;
    if (!(await isConnected())) {
      say('signedOut');
      return [];
    }
    this.#shown.clear();
    const load = this.#begin('');
    const client = await konnect();
    const chosen = [...new Set(geos())];
    const shown = chosen.length > 0 ? chosen : await client.regions.list({ signal: load.signal });
    if (load.signal.aborted) return [];
    say('resources');
    this.#outcomes = new Map(shown.map((geo) => [geo, undefined]));
    const options = {
      konnect: client,
      tellOutcome: (geo: Geo, outcome: number | Error) => this.#note(geo, outcome),
      onLoaded: (node: GeoNode) => this.#options.onChanged(node),
    };
    const nodes = shown.map((geo) => new GeoNode(geo, options));
    for (const node of nodes) node.loadEarly(load.signal);
    const groups = organizationGroups(client).map((group) => new GroupNode(group, group.kind));
    return [...nodes, ...groups];
  }

  /** When no geo has anything to show, the view as a whole says so. */
  #note(geo: Geo, outcome: number | Error): void {
    this.#outcomes.set(geo, outcome);
    const outcomes = [...this.#outcomes.values()];
    const errors = outcomes.filter((one) => one instanceof Error);
    const [first] = errors;
    if (first !== undefined && errors.length === outcomes.length) {
      this.#showNothing(stateOf(errors), reasonOf(first));
    } else if (outcomes.every((one) => one === 0)) {
      this.#showNothing('empty');
    }
  }

  /** Takes the rows away: VS Code shows its welcome text only where there are none. */
  #showNothing(state: ExplorerState, reason?: string): void {
    this.#hasNothing = true;
    this.#shown.clear();
    this.#options.say(state, reason);
    this.#options.onChanged(undefined);
  }

  #begin(id: string): AbortController {
    this.#loads.get(id)?.abort();
    const load = new AbortController();
    this.#loads.set(id, load);
    return load;
  }

  /** Stops the loads of a node and of everything below it. */
  #abort(id?: string): void {
    for (const [key, load] of this.#loads) {
      if (id !== undefined && key !== id && !key.startsWith(`${id}/`)) continue;
      load.abort();
      this.#loads.delete(key);
    }
  }
}

/** What all failures have in common decides what the user can do about them. */
function stateOf(errors: readonly unknown[]): ExplorerState {
  const kinds = errors.map((error) => (isKonnectError(error) ? error.kind : undefined));
  if (kinds.every((kind) => kind === 'authentication')) return 'refused';
  if (kinds.every((kind) => kind === 'network' || kind === 'timeout')) return 'unreachable';
  return 'failed';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : l10n.t('Unknown failure: {0}', String(error));
}
