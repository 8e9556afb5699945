// The client's side of the listing benchmark, in a process of its own: lists twice, prints what it took as JSON.
import { type ControlPlane, KonnectClient } from '../../src/konnect/client';
import { globalGeo } from '../../src/konnect/geo';
import { english } from '../../src/text';
import { countRoundTrips } from './roundTrips';

export interface ListOrder {
  /** Geo -> address of its host, with `{geo}`. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly token: string;
}

export interface Listed {
  readonly found: number;
  readonly requests: number;
  readonly sequential: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly heapBytes: number;
}

const order: ListOrder = JSON.parse(process.argv[2] ?? '');
const [someHost = ''] = Object.values(order.hosts);

/** `https://us.konnect/v2/…` goes to the host of `us`. */
const toHosts: typeof globalThis.fetch = (input, init) => {
  const { hostname, pathname, search } = new URL(String(input));
  const geo = hostname.split('.')[0] ?? globalGeo;
  const host = (order.hosts[geo] ?? someHost).replace('{geo}', geo);
  return fetch(`${host}${pathname}${search}`, init);
};

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
  const trips = countRoundTrips(toHosts);
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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** In a turn of its own, when nothing that has ended is held any more. */
async function heapUsed(): Promise<number> {
  await new Promise(setImmediate);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

main().then((listed) => console.log(JSON.stringify(listed)));
