// Finds the operation that a request asks for, and who may ask for it.

import { geos } from './filters';
import type { Operation } from './operation';
import { type ErrorStyle, Refusal } from './refusal';

export interface Route {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Entry {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

export class Router {
  readonly #entries: readonly Entry[];

  constructor(operations: readonly Operation[]) {
    this.#entries = operations.map((operation) => ({
      operation,
      segments: operation.path.split('/'),
    }));
  }

  find(method: string, geo: string, path: string): Route | undefined {
    const segments = path.split('/');
    const home = geo === 'global' ? 'global' : 'regional';
    for (const { operation, segments: wanted } of this.#entries) {
      if (
        operation.method !== method ||
        (operation.home !== home && operation.home !== 'everywhere')
      )
        continue;
      const params = match(wanted, segments);
      if (params) return { operation, params };
    }
    return undefined;
  }
}

function match(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith('{')) {
      if (value === '') return undefined;
      params[segment.slice(1, -1)] = decoded(value);
    } else if (segment !== value) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** How the service behind a path words its errors, for paths that lead to no operation too. */
export function errorStyleOf(path: string): ErrorStyle {
  if (/^\/v2\/control-planes\/[^/]+\/core-entities\/plugin-schemas/.test(path)) return 'legacy';
  if (/^\/v2\/control-planes\/[^/]+\/(config-stores|group)/.test(path)) return 'problem';
  if (/^\/v2\/control-planes\/[^/]+\/./.test(path)) return 'core';
  return path.startsWith('/v2/control-planes') ? 'controlPlanes' : 'problem';
}

/** Taken apart `/{geo}{path}`. */
export function splitGeo(
  pathname: string,
): { readonly geo: string; readonly path: string } | undefined {
  const [, geo = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  return geo === 'global' || geos.some((known) => known === geo) ? { geo, path } : undefined;
}

export function checkToken(authorization: string | undefined, token: string): void {
  if (authorization === `Bearer ${token}`) return;
  throw new Refusal(401, 'Unauthorized');
}
