// Stands between VS Code and the explorer's rows: what makes them is a bundle of its own, loaded with the first question.
import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { DisposableStore } from '../host/disposables';
import { Lazy } from '../host/lazy';
import type { TreeNode } from './nodes/node';
import type { ResourceTree, ResourceTreeOptions } from './resourceTree';

export class LazyRows implements TreeDataProvider<TreeNode> {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<TreeNode | undefined>());
  readonly #rows: Lazy<ResourceTree>;
  readonly #marks = new Map<string, string>();
  /** There is no row, and so no question about one, before this is set. */
  #made: ResourceTree | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(options: Omit<ResourceTreeOptions, 'onChanged' | 'marks'>) {
    this.#rows = new Lazy(async () => {
      const { ResourceTree } = await import('./resourceTree');
      const onChanged = (node: TreeNode | undefined): void => this.#changed.fire(node);
      this.#made = this.#owned.add(new ResourceTree({ ...options, marks: this.#marks, onChanged }));
      return this.#made;
    });
  }

  get(): Promise<ResourceTree> {
    return this.#rows.get();
  }

  /** There is nothing to be done for rows that nobody has asked for yet. */
  get ifMade(): ResourceTree | undefined {
    return this.#made;
  }

  /** Reads anew what is under the node with this id, or everything; what nobody has asked for yet is left alone. */
  refresh(id?: string): void {
    this.#made?.refresh(id);
  }

  /** What the row of this key says of itself from now on; undefined: nothing. */
  mark(key: string, words: string | undefined): void {
    if (this.#marks.get(key) === words) return;
    if (words === undefined) this.#marks.delete(key);
    else this.#marks.set(key, words);
    this.#made?.redrawMarked(key);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return this.#made?.getTreeItem(node) ?? node.item();
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return (await this.#rows.get()).getChildren(node);
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
