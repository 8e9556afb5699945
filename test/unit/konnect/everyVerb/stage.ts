// A demo that has what every call of the client asks for: invented ids become real ones, pages become small.
import assert from 'node:assert/strict';
import { type DemoServer, startDemo } from '../../../../src/demo/server';
import { createManualClock } from '../../../../src/demo/world/clock';
import type { Fetch } from '../../../../src/konnect/http';
import {
  type Connections,
  defaultTimeouts,
  openConnections,
} from '../../../../src/konnect/request/transport';

export interface Stage {
  readonly demo: DemoServer;
  /** What a client asks for -> what the demo has. */
  readonly onStage: (url: URL, init: RequestInit) => readonly [URL, RequestInit];
}

/** A demo whose time stands still and that has two of everything that lists can hold, where it allows two. */
export async function openStage(): Promise<Stage> {
  const demo = await startDemo({ clock: createManualClock() });
  const connections = openConnections(defaultTimeouts);
  try {
    const send = sender(demo, connections);
    const ids = await furnish(send);
    return {
      demo,
      onStage: (url, init) => [
        placed(url, init.method ?? 'GET', ids),
        { ...init, ...filled(init, ids) },
      ],
    };
  } catch (error) {
    await demo.close();
    throw error;
  } finally {
    await connections.destroy();
  }
}

/** By the segment of a path that they come after: what is read and changed, and what may be deleted. */
type Ids = Readonly<Record<string, { readonly kept: string; readonly spare: string }>>;

const cloud = '/global/v2/cloud-gateways';

async function furnish(send: Send): Promise<Ids> {
  const planes = '/us/v2/control-planes';
  const plane = `${planes}/${await firstOf(send, planes, '?filter[name][eq]=booking-prod')}`;
  const network = `${cloud}/networks/${await firstOf(send, `${cloud}/networks`, '?filter[name][eq]=us-east-2-prod')}`;
  const store = `${plane}/config-stores/${await firstOf(send, `${plane}/config-stores`)}`;
  const core = `${plane}/core-entities`;
  for (const scope of ['service', 'route', 'consumer', 'consumer_group']) {
    const id = await firstOf(send, `${core}/${scope}s`);
    for (const name of ['request-termination', 'cors'])
      await send(`${core}/plugins`, { name, [scope]: { id } });
  }
  for (const [path, body] of additions(core, store)) await send(path, body);
  const collections = [
    ...coreKinds.map((kind) => `${core}/${kind}`),
    ...[`${plane}/nodes`, `${plane}/config-stores`, `${store}/secrets`],
    ...[`${network}/transit-gateways`, `${network}/private-dns`],
    ...cloudKinds.map((kind) => `${cloud}/${kind}`),
  ];
  const ids: [string, Ids[string]][] = [];
  for (const [path, spare] of [
    [plane, await firstOf(send, planes, '?filter[name][eq]=booking-staging')],
    [network, await firstOf(send, `${cloud}/networks`, '?filter[name][eq]=frankfurt-reserve')],
  ] as const) {
    const [kept = '', kind = ''] = path.split('/').reverse();
    ids.push([kind, { kept, spare }]);
  }
  for (const path of collections) {
    const [kept = '', spare = kept] = await idsOf(send, path);
    ids.push([path.split('/').at(-1) ?? '', { kept, spare }]);
  }
  return Object.fromEntries(ids);
}

const coreKinds = [
  'services',
  'routes',
  'consumers',
  'consumer_groups',
  'plugins',
  'custom-plugins',
  'cloned-plugins',
  'plugin-schemas',
  'vaults',
] as const;
const cloudKinds = [
  'provider-accounts',
  'configurations',
  'custom-domains',
  'add-ons',
  'resource-quotas',
  'resource-configurations',
] as const;

function additions(core: string, store: string): readonly (readonly [string, unknown])[] {
  const schema = (name: string) =>
    `return { name = '${name}', fields = { { config = { type = 'record', fields = {} } } } }`;
  return [
    [`${core}/consumer_groups`, { name: 'staff' }],
    [`${core}/vaults`, { name: 'env', prefix: 'my-env' }],
    [`${core}/plugin-schemas`, { lua_schema: schema('acme-three') }],
    [`${core}/plugin-schemas`, { lua_schema: schema('acme-four') }],
    [`${core}/cloned-plugins`, { name: 'acme-one', ref: 'request-transformer', priority: 1 }],
    [`${core}/cloned-plugins`, { name: 'acme-two', ref: 'request-transformer', priority: 2 }],
    [`${store}/secrets`, { key: 'second', value: 'value' }],
    [store.slice(0, store.lastIndexOf('/')), { name: 'second' }],
  ];
}

type Item = Readonly<Partial<Record<'id' | 'key' | 'name', string>>>;

async function firstOf(send: Send, path: string, query = ''): Promise<string> {
  const [id] = await idsOf(send, path, query);
  return id ?? '';
}

async function idsOf(send: Send, path: string, query = ''): Promise<readonly string[]> {
  const { data, items } = await send(`${path}${query}`);
  const ids = (data ?? items ?? []).flatMap(({ id, key, name }) => id ?? key ?? name ?? []);
  assert.ok(ids.length > 0, `${path} is empty`);
  return ids;
}

interface Found {
  readonly data?: readonly Item[];
  readonly items?: readonly Item[];
}

/** Posts `body`, or gets where there is none. */
type Send = (path: string, body?: unknown) => Promise<Found>;

/** Over connections of its own, so that none is left open. */
function sender(demo: DemoServer, dispatcher: Connections): Send {
  const headers = { authorization: `Bearer ${demo.token}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const write = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const send = globalThis.fetch as Fetch;
    const url = new URL(demo.apiUrl.replace('/{geo}', path));
    const response = await send(url, { headers, ...write, dispatcher });
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${text}`);
    return JSON.parse(text);
  };
}

function placed(url: URL, method: string, ids: Ids): URL {
  const stage = new URL(url);
  const segments = url.pathname.replace(/^\/(eu|sg)\//, '/us/').split('/');
  const isNamed = (index: number) => segments[index] === 'eol' || segments[index - 2] === 'schemas';
  stage.pathname = segments
    .map((segment, index) => {
      const found = isNamed(index) ? undefined : ids[segments[index - 1] ?? ''];
      const isDeleted = method === 'DELETE' && index === segments.length - 1;
      return found?.[isDeleted ? 'spare' : 'kept'] ?? segment;
    })
    .join('/');
  for (const name of [...url.searchParams.keys()]) {
    if (name.startsWith('filter') || name === 'tags') stage.searchParams.delete(name);
    if (name.includes('size')) stage.searchParams.set(name, '1');
  }
  return stage;
}

const inBody: Readonly<Record<string, string>> = {
  cloud_gateway_provider_account_id: 'provider-accounts',
  cloud_gateway_network_id: 'networks',
  control_plane_id: 'control-planes',
  config_store_id: 'config-stores',
};

function filled({ body }: RequestInit, ids: Ids): RequestInit {
  if (typeof body !== 'string') return {};
  const value = (key: string, old: unknown): unknown => {
    if (key === 'service') return { id: ids.services?.kept };
    return ids[inBody[key] ?? '']?.kept ?? old;
  };
  return { body: JSON.stringify(JSON.parse(body, value)) };
}
