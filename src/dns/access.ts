// Who can reach a gateway's public names.

export type Access = 'public' | 'private' | 'unknown';

/** Konnect's default is `private+public`, which its description calls equivalent to `public` (cgw#create-configuration). */
export function accessOf(apiAccess: string | null | undefined): Access {
  if (apiAccess === 'private') return 'private';
  return apiAccess === 'public' || apiAccess === 'private+public' ? 'public' : 'unknown';
}
