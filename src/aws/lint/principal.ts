// What a principal in the type `AWS` names.

export type PrincipalName =
  /** Everybody. */
  | { readonly kind: 'anyone' }
  | { readonly kind: 'account'; readonly accountId: string }
  | ({ readonly kind: 'role' } & RoleName)
  /** One session of a role, which ends with the session. */
  | ({ readonly kind: 'session' } & RoleName)
  /** What AWS puts in place of a role or user that was deleted. */
  | { readonly kind: 'unique-id' }
  | { readonly kind: 'other' }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'malformed' };

export interface RoleName {
  readonly accountId: string;
  readonly role: string;
}

export function principalName(text: string): PrincipalName {
  if (text === '*') return { kind: 'anyone' };
  if (/^\d{12}$/.test(text)) return { kind: 'account', accountId: text };
  if (/^A(RO|ID|GP|CC)A[A-Z0-9]{12,}$/.test(text)) return { kind: 'unique-id' };
  if (/[*?]/.test(text)) return { kind: 'wildcard' };
  const [, service, accountId = '', resource = ''] =
    /^arn:aws[a-z-]*:(iam|sts)::(\d{12}):(.+)$/.exec(text) ?? [];
  if (service === undefined) return { kind: 'malformed' };
  if (resource === 'root') return { kind: 'account', accountId };
  const role = /^role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(resource)?.[1];
  if (service === 'iam' && role !== undefined) return { kind: 'role', accountId, role };
  const assumed = /^assumed-role\/([\w+=,.@-]+)\/[\w+=,.@-]+$/.exec(resource)?.[1];
  if (service === 'sts' && assumed !== undefined) {
    return { kind: 'session', accountId, role: assumed };
  }
  return /^(user|federated-user)\/./.test(resource) ? { kind: 'other' } : { kind: 'malformed' };
}

export interface KongRole {
  readonly networkId: string;
  /** The name ends in `-dataplane`. */
  readonly isComplete: boolean;
}

/** A role that Kong makes is called after its network (FACTS 7.1). */
export function kongRole(role: string): KongRole | undefined {
  const [, networkId, suffix] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(-dataplane)?$/.exec(role) ?? [];
  return networkId === undefined ? undefined : { networkId, isComplete: suffix !== undefined };
}

export function roleArnText(accountId: string, role: string): string {
  return `arn:aws:iam::${accountId}:role/${role}`;
}
