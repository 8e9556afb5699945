// Addresses of documents in which plugin instances are edited; they say all that is needed to read them, also after a reload.
import { createHash } from 'node:crypto';
import { Uri } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import { instanceScheme } from '../../manifest';

export const scopeFields = ['service', 'route', 'consumer', 'consumer_group'] as const;

export interface InstanceScope {
  readonly field: (typeof scopeFields)[number];
  readonly id: string;
}

interface Place {
  readonly controlPlane: ControlPlaneRef;
  /** Digest of the connection's key. */
  readonly connection: string;
}

export interface StoredInstance extends Place {
  readonly id: string;
}

/** Not in Konnect yet. */
export interface NewInstance extends Place {
  readonly plugin: string;
  /** Undefined: the whole control plane. */
  readonly scope: InstanceScope | undefined;
  /** Tells two new instances apart. */
  readonly number: string;
}

export type InstanceAddress = StoredInstance | NewInstance;

/** @param folder and `label` are for the editor's tab only */
export function instanceUri(address: InstanceAddress, folder: string, label: string): Uri {
  const { controlPlane, connection } = address;
  const query = new URLSearchParams({ in: controlPlane.id, over: connection });
  if ('id' in address) query.set('id', address.id);
  else {
    query.set('plugin', address.plugin);
    query.set('new', address.number);
    if (address.scope) query.set(address.scope.field, address.scope.id);
  }
  const path = `/${[folder, label].map((part) => part.replace(/[\\/]/g, '_')).join('/')}.json`;
  return Uri.from({
    scheme: instanceScheme,
    authority: controlPlane.geo,
    path,
    query: String(query),
  });
}

export function addressOf({ authority, query }: Uri): InstanceAddress {
  const given = new URLSearchParams(query);
  const text = (name: string) => given.get(name) ?? '';
  const place = { controlPlane: { geo: authority, id: text('in') }, connection: text('over') };
  if (given.has('id')) return { ...place, id: text('id') };
  const field = scopeFields.find((one) => given.has(one));
  const scope = field && { field, id: text(field) };
  return { ...place, plugin: text('plugin'), number: text('new'), scope };
}

/** The same instance under whatever name its tab has. */
export function keyOf({ authority, query }: Uri): string {
  return `${authority}?${query}`;
}

/** What of an address stands for the connection that it belongs to. */
export function connectionDigest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
