// The explorer's side of its benchmark, in a process of its own: opens all geos as VS Code does, prints what it took as JSON.
import '../fakes/vscodeStandIn';
import { KonnectClient } from '../../src/konnect/client';
import { english } from '../../src/text';
import { ResourceTree } from '../../src/tree/resourceTree';
import { heapUsed, readOrder, timed, toHosts } from './geoHosts';

export interface Explored {
  readonly rows: number;
  readonly listMs: number;
  readonly firstRowsMs: number;
  readonly allRowsMs: number;
  /** Of the tree with all rows read, and the first page of each geo drawn. */
  readonly heapBytes: number;
}

const order = readOrder();

async function main(): Promise<Explored> {
  const client = new KonnectClient({
    apiUrl: 'https://{geo}.konnect',
    token: () => order.token,
    fetch: toHosts(order),
    log: () => undefined,
    t: english,
  });
  await list(client);
  await explore(client);
  const listMs = await timed(() => list(client));
  const heapBefore = await heapUsed();
  const { tree, rows, ...times } = await explore(client);
  const heapBytes = (await heapUsed()) - heapBefore;
  tree.dispose();
  await client.close();
  return { rows: rows(), listMs, heapBytes, ...times };
}

async function list(client: KonnectClient): Promise<void> {
  const geos = await client.regions.list();
  const lists = geos.map(async (geo) => {
    for await (const _ of client.controlPlanes.list(geo, { cloudGateway: true }));
  });
  await Promise.all(lists);
}

async function explore(client: KonnectClient) {
  const start = performance.now();
  let [rows, unread] = [0, Number.POSITIVE_INFINITY];
  let allRead = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    allRead = resolve;
  });
  const tree = new ResourceTree({
    isConnected: async () => true,
    konnect: async () => client,
    geos: () => [],
    say: () => undefined,
    onLoaded: (_, children) => {
      rows += children.length;
      unread -= 1;
      if (unread === 0) allRead();
    },
    onTroubles: () => undefined,
    onChanged: () => undefined,
  });
  const geos = (await tree.getChildren()).filter((node) => 'geo' in node);
  unread = geos.length;
  for (const geo of geos) for (const row of await tree.getChildren(geo)) tree.getTreeItem(row);
  const firstRowsMs = performance.now() - start;
  await all;
  return { tree, rows: () => rows, firstRowsMs, allRowsMs: performance.now() - start };
}

main().then((explored) => console.log(JSON.stringify(explored)));
