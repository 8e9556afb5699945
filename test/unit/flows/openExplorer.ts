// The explorer, opened as a flow down to the parts of one control plane: a row that says what failed is what the user is told.
import '../../fakes/vscodeStandIn';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { ResourceTree } from '../../../src/tree/resourceTree';
import type { Flow, Stage } from './stage';

const opened =
  /^(us|booking-prod|Data plane groups|Custom domains|Services|Custom plugins|Networks)$/;

export const openExplorer: Flow = async (stage) => {
  let shown: readonly string[] = [];
  return {
    act: async () => {
      const { rows, failures } = await read(stage);
      shown = rows;
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
    outcome: async () => shown,
  };
};

async function read({ konnect }: Stage) {
  const rows: string[] = [];
  const failures: string[] = [];
  const reasons: string[] = [];
  const tree = new ResourceTree({
    isConnected: async () => true,
    konnect: async () => konnect,
    geos: () => ['us', 'eu'],
    say: (_, reason) => void (reason !== undefined && reasons.push(reason)),
    onLoaded: () => undefined,
    onTroubles: () => undefined,
    onChanged: () => undefined,
  });
  const open = async (node?: TreeNode): Promise<void> => {
    for (const child of await loaded(tree, node)) {
      const { label, contextValue } = tree.getTreeItem(child);
      const text = String(label);
      if (contextValue === 'failure;') failures.push(text);
      else rows.push(`${child.parent?.id ?? ''} ${text}`);
      if (opened.test(text)) await open(child);
    }
  };
  await open();
  tree.dispose();
  return {
    rows: rows.map((row) => row.replaceAll(/[0-9a-f-]{36}/g, '<id>')),
    failures: failures.length > 0 ? failures : reasons,
  };
}

/** A geo that does not answer at once says that it is loading. */
async function loaded(tree: ResourceTree, node?: TreeNode): Promise<readonly TreeNode[]> {
  for (;;) {
    const children = await tree.getChildren(node);
    const isLoading = children.some((child) => tree.getTreeItem(child).description === 'Loading…');
    if (!isLoading) return children;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
