// What the programs that list control planes share: a host for each geo, and how time and heap are read.
import { globalGeo } from '../../src/konnect/geo';

export interface ListOrder {
  /** Geo -> address of its host, with `{geo}`. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly token: string;
}

export function readOrder(): ListOrder {
  return JSON.parse(process.argv[2] ?? '');
}

/** `https://us.konnect/v2/…` goes to the host of `us`. */
export function toHosts({ hosts }: ListOrder): typeof globalThis.fetch {
  const [someHost = ''] = Object.values(hosts);
  return (input, init) => {
    const { hostname, pathname, search } = new URL(String(input));
    const geo = hostname.split('.')[0] ?? globalGeo;
    const host = (hosts[geo] ?? someHost).replace('{geo}', geo);
    return fetch(`${host}${pathname}${search}`, init);
  };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** In a turn of its own, when nothing that has ended is held any more. */
export async function heapUsed(): Promise<number> {
  await new Promise(setImmediate);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
