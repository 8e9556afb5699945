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
  /** All of them together; none: the whole control plane. */
  readonly scope: readonly InstanceScope[];
  /** Tells two new instances apart. */
  readonly number: string;
}

export type InstanceAddress = StoredInstance | NewInstance;

/** @param folder and `label` are for the editor's tab only */
export function instanceUri(address: InstanceAddress, folder: string, label: string): Uri {
  const { controlPlane, connection } = address;
  const query = new URLSearchParams({ in: short(controlPlane.id), over: connection });
  if ('id' in address) query.set('id', short(address.id));
  else {
    query.set('plugin', address.plugin);
    query.set('new', address.number);
    for (const { field, id } of address.scope) query.set(field, short(id));
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
  const id = (name: string) => long(text(name));
  const place = { controlPlane: { geo: authority, id: id('in') }, connection: text('over') };
  if (given.has('id')) return { ...place, id: id('id') };
  const fields = scopeFields.filter((one) => given.has(one));
  const scope = fields.map((field) => ({ field, id: id(field) }));
  return { ...place, plugin: text('plugin'), number: text('new'), scope };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** VS Code repeats the whole address in what it says of a file, so that long ones bury the reason. */
function short(id: string): string {
  if (!uuid.test(id)) return `.${id}`;
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function long(text: string): string {
  if (text.startsWith('.')) return text.slice(1);
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same instance under whatever name its tab has. */
export function keyOf({ authority, query }: Uri): string {
  return `${authority}?${query}`;
}

/** What of an address stands for the connection that it belongs to. */
export function connectionDigest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
