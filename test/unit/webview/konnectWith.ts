// A Konnect client whose HTTP edge answers from plain data: each path with a list, one resource, or a status.
import { KonnectClient } from '../../../src/konnect/client';
import { english } from '../../../src/text';

export interface Answers {
  /** Ends of paths, for example `custom-domains` or `networks/<id>`, and what is answered there. */
  [path: string]: readonly object[] | object | number | Promise<never>;
}

const at = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' };
export const ref = { id: '7f9fd312-a987-4628-b4c5-bb4f4fddd5f7', geo: 'us' };
const ofControlPlane = { control_plane_id: ref.id, control_plane_geo: ref.geo };

export function konnectWith(answers: Answers): { konnect: KonnectClient; requests: string[] } {
  const requests: string[] = [];
  const konnect = new KonnectClient({
    apiUrl: 'https://{geo}.api.konghq.com',
    token: () => 'a-token-that-nobody-may-see',
    t: english,
    log: () => {},
    clock: { now: () => 0, sleep, random: () => 0 },
    fetch: async (input, init) => {
      const path = new URL(String(input)).pathname.replace(/^\/v2\/(cloud-gateways\/)?/, '');
      requests.push(path);
      return respond(await answerFor(answers, path, init?.signal ?? undefined));
    },
  });
  return { konnect, requests };
}

export function controlPlane(name: string, endpoint = 'https://cf032d53cb.us.cp0.konghq.com') {
  return {
    ...at,
    id: ref.id,
    name,
    config: { control_plane_endpoint: endpoint, cloud_gateway: true },
  };
}

export function domain(id: string, name: string, state = 'ready', reason?: string) {
  return { ...at, ...ofControlPlane, id, domain: name, state, state_metadata: { reason } };
}

export function network(id: string, account: string, more: object = {}) {
  const place = { region: 'us-east-2', availability_zones: [], cidr_block: '10.4.0.0/16' };
  return {
    ...at,
    ...place,
    id,
    name: `network ${id.slice(0, 2)}`,
    state: 'ready',
    cloud_gateway_provider_account_id: account,
    ...more,
  };
}

export function account(id: string, provider: string, accountId: string) {
  return { ...at, id, provider, provider_account_id: accountId };
}

export function configuration(groups: readonly object[], more: object = {}) {
  return {
    ...at,
    ...ofControlPlane,
    id: 'c0000000-0000-4000-8000-000000000001',
    version: '3.15',
    api_access: 'private+public',
    dataplane_group_config: [],
    dataplane_groups: groups,
    ...more,
  };
}

export function group(networkId: string, provider = 'aws', region = 'us-east-2', state = 'ready') {
  return {
    ...at,
    id: `g-${networkId}`,
    provider,
    region,
    state,
    cloud_gateway_network_id: networkId,
  };
}

/** Waits between tries are over at once; the time limit of a request never is. */
function sleep(delayMs: number): Promise<void> {
  return delayMs < 10_000 ? Promise.resolve() : new Promise(() => {});
}

async function answerFor(answers: Answers, path: string, signal?: AbortSignal) {
  const key = Object.keys(answers).find((end) => path === end || path.endsWith(`/${end}`));
  const answer = key === undefined ? undefined : answers[key];
  if (!(answer instanceof Promise)) return answer ?? 404;
  return new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

function respond(answer: readonly object[] | object | number): Response {
  const headers = { 'content-type': 'application/json' };
  if (typeof answer === 'number') {
    const body = { status: answer, title: 'Refused', detail: `said with ${answer}` };
    return new Response(JSON.stringify(body), { status: answer, headers });
  }
  if (!Array.isArray(answer)) return new Response(JSON.stringify(answer), { headers });
  const meta = { page: { number: 1, size: 100, total: answer.length } };
  return new Response(JSON.stringify({ data: answer, meta }), { headers });
}
