// What the doctor asks DNS, and the answers that it tells apart.

export type LookupFailure =
  /** SERVFAIL: the name's own servers, or its signatures, are at fault. */
  | 'server-failure'
  | 'timeout'
  | 'refused'
  /** There is no server to ask: no network, or a wrong address. */
  | 'unreachable'
  | 'unknown';

export type Answer<T> =
  /** At least one value. */
  | { readonly kind: 'found'; readonly values: readonly [T, ...T[]] }
  /** The name exists, without a record of this type. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'failed'; readonly why: LookupFailure };

/** One property of a CAA record set (RFC 8659). */
export interface CaaProperty {
  readonly tag: string;
  readonly value: string;
}

/** Answers never reject; names come in lower case, without a dot at their end. */
export interface DnsLookup {
  readonly cname: (name: string) => Promise<Answer<string>>;
  /** IPv4 and IPv6, aliases followed. */
  readonly addresses: (name: string) => Promise<Answer<string>>;
  readonly txt: (name: string) => Promise<Answer<string>>;
  readonly caa: (name: string) => Promise<Answer<CaaProperty>>;
}

export function found<T>(values: readonly T[]): Answer<T> {
  const [first, ...rest] = values;
  return first === undefined ? { kind: 'missing' } : { kind: 'found', values: [first, ...rest] };
}
