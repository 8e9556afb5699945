// The client's side of the listing benchmark, in a process of its own: lists twice, prints what it took as JSON.
import { type ControlPlane, KonnectClient } from '../../src/konnect/client';
import { english } from '../../src/text';
import { heapUsed, readOrder, timed, toHosts } from './geoHosts';
import { countRoundTrips } from './roundTrips';

export interface Listed {
  readonly found: number;
  readonly requests: number;
  readonly sequential: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly heapBytes: number;
}

const order = readOrder();

async function listAll(client: KonnectClient): Promise<readonly ControlPlane[]> {
  const geos = await client.regions.list();
  const lists = geos.map(async (geo) => {
    const found: ControlPlane[] = [];
    for await (const one of client.controlPlanes.list(geo, { cloudGateway: true })) found.push(one);
    return found;
  });
  return (await Promise.all(lists)).flat();
}

async function main(): Promise<Listed> {
  const trips = countRoundTrips(toHosts(order));
  const client = new KonnectClient({
    apiUrl: 'https://{geo}.konnect',
    token: () => order.token,
    fetch: trips.fetch,
    log: () => undefined,
    t: english,
  });
  const firstMs = await timed(() => listAll(client));
  const { requests, sequential } = trips;
  const againMs = await timed(() => listAll(client));
  const heapBefore = await heapUsed();
  const kept = await listAll(client);
  const heapBytes = (await heapUsed()) - heapBefore;
  await client.close();
  return { found: kept.length, requests, sequential, firstMs, againMs, heapBytes };
}

main().then((listed) => console.log(JSON.stringify(listed)));
