// What is particular to a verb: how it asks, what it calls the thing, who may, and which failures it has an answer for.
import type { Method } from './faults';

const methods: Readonly<Record<string, Method>> = {
  create: 'POST',
  validate: 'POST',
  put: 'PUT',
  update: 'PATCH',
  rename: 'PATCH',
  delete: 'DELETE',
};

/** Everything else reads. */
export function methodOf(verb: string): Method {
  return methods[verb.slice(verb.lastIndexOf('.') + 1)] ?? 'GET';
}

/** A post that only asks changes nothing. */
export function changes(verb: string): boolean {
  return methodOf(verb) !== 'GET' && verb !== 'pluginSchemas.validate';
}

export function isList(verb: string): boolean {
  return (
    /\.(list|defaults|endOfLife|groupMembers|configurationReferences)$/.test(verb) &&
    verb !== 'regions.list'
  );
}

const nouns: Readonly<Record<string, string>> = {
  'organizations.me': 'organization',
  'users.me': 'user',
  'availability.get': 'availability document',
  'nodes.expectedHash': 'expected hash',
  'nodes.expectedVersion': 'expected version',
  'customDomains.onlineStatus': 'online status',
  'networks.configurationReferences': 'configuration',
  'configStores.secrets': 'secret',
  privateDns: 'private DNS',
  addOns: 'add-on',
};

/** As texts name it: `controlPlanes.get` is about a control plane. */
export function nounOf(verb: string): string {
  const holder = verb.slice(0, verb.lastIndexOf('.'));
  const words = holder.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return nouns[verb] ?? nouns[holder] ?? words.replace(/s$/, '');
}

type Roles = readonly [reads: string, writes?: string, creates?: string];
const cluster: Roles = [
  'Control Planes: Cloud Gateway Cluster Viewer',
  'Control Planes: Cloud Gateway Cluster Admin',
];
const plugins: Roles = ['Control Planes: Viewer', 'Control Planes: Plugin Admin'];
const vaults: Roles = ['Control Planes: Vault Admin', 'Control Planes: Vault Admin'];
const attachments: Roles = ['Networks: Network Viewer', 'Networks: Network Admin'];

/** Kong's documentation, teams and roles; nobody needs one for what is not listed. */
const roles: Readonly<Record<string, Roles>> = {
  controlPlanes: ['Control Planes: Viewer', 'Control Planes: Admin', 'Control Planes: Creator'],
  nodes: ['Control Planes: Viewer'],
  services: ['Control Planes: Viewer', 'Control Planes: Gateway Service Admin'],
  routes: ['Control Planes: Viewer'],
  consumers: ['Control Planes: Viewer'],
  consumerGroups: ['Control Planes: Viewer'],
  plugins,
  customPlugins: plugins,
  clonedPlugins: plugins,
  pluginSchemas: plugins,
  configStores: vaults,
  'configStores.secrets': vaults,
  vaults: ['Control Planes: Viewer', 'Control Planes: Vault Admin'],
  configurations: cluster,
  customDomains: cluster,
  providerAccounts: ['Networks: Network Admin'],
  networks: ['Networks: Network Viewer', 'Networks: Network Admin', 'Networks: Network Creator'],
  transitGateways: attachments,
  privateDns: attachments,
  addOns: ['Add Ons: Add On Viewer', 'Add Ons: Add On Admin'],
};

/** The advice after a 403. */
export function accessOf(verb: string): string {
  const [reads, writes, creates] = roles[verb.slice(0, verb.lastIndexOf('.'))] ?? [];
  const method = methodOf(verb);
  const role = method === 'GET' ? reads : verb.endsWith('.create') ? (creates ?? writes) : writes;
  return role === undefined
    ? 'Ask an admin of the organisation for access.'
    : `The role “${role}” is probably missing; ask an admin of the organisation for it.`;
}

/** What a 401 says: control planes have words of their own. */
export function denialOf(verb: string): string {
  const isOwn = verb.startsWith('controlPlanes.') && !verb.endsWith('.groupMembers');
  return isOwn ? 'A valid token is required' : 'Unauthorized';
}

/** Problem documents bring a trace; what core entities and nodes say does not. */
export function isTraced(verb: string): boolean {
  return !/^(nodes|services|routes|consumers|consumerGroups|\w*[pP]lugins|pluginSchemas|vaults)\./.test(
    verb,
  );
}

/** Failures that are an answer: a token that is no user's, what an organisation does not have, geos that are known anyway. */
export function isAnswered(verb: string, status: number | undefined): boolean {
  if (verb === 'regions.list') return true;
  if (verb === 'users.me') return [401, 403, 404].includes(status ?? 0);
  return ['clonedPlugins.list', 'clonedPlugins.get'].includes(verb) && status === 404;
}
