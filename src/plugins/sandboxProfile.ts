// Which Lua sandbox the data planes of a gateway run, and so what a plugin may do there.
import type { SandboxName } from '../lua/rule';

/** What decides about it; a Konnect configuration is one. */
export interface SandboxFacts {
  readonly version?: string | null | undefined;
  readonly dataplane_group_config?:
    | readonly { readonly environment?: readonly Variable[] | null | undefined }[]
    | null
    | undefined;
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** From the strictest on. */
const names: readonly SandboxName[] = ['strict', 'lax', 'sandbox', 'on'];

export function isSandboxName(text: string): text is SandboxName {
  return names.some((name) => name === text);
}

/**
 * The strictest among the groups: a plugin must load on all of them. A group without KONG_UNTRUSTED_LUA runs the default
 * of its version: `sandbox` up to 3.13, `strict` from 3.14 (documentation page "Sandboxing").
 */
export function sandboxOf({ version, dataplane_group_config }: SandboxFacts): SandboxName {
  const byVersion = defaultOf(version ?? undefined);
  const found = (dataplane_group_config ?? []).map(({ environment }) => {
    const value = environment?.find(({ name }) => name === 'KONG_UNTRUSTED_LUA')?.value;
    return value !== undefined && isSandboxName(value) ? value : byVersion;
  });
  return names.find((name) => found.includes(name)) ?? byVersion;
}

function defaultOf(version: string | undefined): SandboxName {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const isOld = version !== undefined && (major < 3 || (major === 3 && minor <= 13));
  return isOld ? 'sandbox' : 'strict';
}
