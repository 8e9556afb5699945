// The explorer's rows in plain Node: of a demo Konnect, whose answers a test may replace.
import '../../fakes/vscodeStandIn';
import assert from 'node:assert/strict';
import type { TreeItem } from 'vscode';
import { type DemoOptions, type DemoServer, startDemo } from '../../../src/demo/server';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { ResourceTree } from '../../../src/tree/resourceTree';
import { clientOf } from '../konnect/testClient';

/** Answers instead of Konnect, or throws as `fetch` does; undefined: Konnect answers. */
export type Instead = (url: string) => Response | undefined;

export interface Shown {
  readonly icon: string | undefined;
  readonly color: string | undefined;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly tooltip: string;
  readonly contextValue: string;
  readonly command: string | undefined;
}

export class Explored {
  readonly demo: DemoServer;
  readonly tree: ResourceTree;
  readonly #client: ReturnType<typeof clientOf>['client'];
  instead: Instead = () => undefined;

  static async open(options?: DemoOptions): Promise<Explored> {
    return new Explored(await startDemo(options));
  }

  private constructor(demo: DemoServer) {
    this.demo = demo;
    const asked = async (url: unknown, init: unknown): Promise<Response> =>
      this.instead(String(url)) ?? globalThis.fetch(String(url), init as RequestInit);
    this.#client = clientOf(demo, { token: () => demo.token, fetch: asked as typeof fetch }).client;
    this.tree = new ResourceTree({
      isConnected: async () => true,
      konnect: async () => this.#client,
      geos: () => [],
      say: () => undefined,
      onLoaded: () => undefined,
      onTroubles: () => undefined,
      onChanged: () => undefined,
    });
  }

  /** The rows below the row that these labels lead to. */
  async below(...labels: readonly string[]): Promise<readonly TreeNode[]> {
    let rows = await this.tree.getChildren();
    for (const label of labels) {
      const row = rows.find((one) => this.shown(one).label === label);
      assert.ok(
        row,
        `no row ${label} among ${rows.map((one) => this.shown(one).label).join(', ')}`,
      );
      rows = await this.tree.getChildren(row);
    }
    return rows;
  }

  shown(node: TreeNode): Shown {
    return wordsOf(this.tree.getTreeItem(node));
  }

  async close(): Promise<void> {
    this.tree.dispose();
    await this.#client.close();
    await this.demo.close();
  }
}

/** What is on a row, as far as a user can see or hear it. */
function wordsOf(item: TreeItem): Shown {
  const icon = item.iconPath as unknown as
    | { readonly id?: string; readonly color?: { label: string } }
    | undefined;
  const tooltip = item.tooltip as string | { readonly value: string } | undefined;
  return {
    icon: icon?.id,
    color: icon?.color?.label,
    label: String(item.label),
    description: String(item.description ?? ''),
    spoken: item.accessibilityInformation?.label ?? '',
    tooltip: typeof tooltip === 'object' ? tooltip.value : (tooltip ?? ''),
    contextValue: item.contextValue ?? '',
    command: item.command?.command,
  };
}
