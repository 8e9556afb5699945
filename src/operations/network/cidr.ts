// IPv4 ranges in CIDR notation: reading and writing them, and how two of them lie to each other.

export interface Cidr {
  /** First and last address as numbers; the first is the network's own. */
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
  /** False when bits beyond the prefix were set: `10.0.0.1/16`. */
  readonly isExact: boolean;
}

/** Undefined for what is no IPv4 range; leading zeros are none, as some programs read them as octal. */
export function parseCidr(text: string): Cidr | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1);
  if (parts === undefined || parts.some((part) => String(Number(part)) !== part)) return undefined;
  const [prefix = 33, ...octets] = parts.map(Number).reverse();
  if (prefix > 32 || octets.some((octet) => octet > 255)) return undefined;
  const address = octets.reduceRight((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - prefix);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix, isExact: first === address };
}

export function cidrText({ first, prefix }: Pick<Cidr, 'first' | 'prefix'>): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join('.')}/${prefix}`;
}

export function overlaps(one: Cidr, other: Cidr): boolean {
  return one.first <= other.last && other.first <= one.last;
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** The first of `blocks` that shares an address with `range`; what is no range is passed over. */
export function clashOf(range: Cidr, blocks: readonly string[]): string | undefined {
  return blocks.find((block) => {
    const other = parseCidr(block);
    return other !== undefined && overlaps(range, other);
  });
}

/** An IPv4 address without a prefix. */
export function isAddress(text: string): boolean {
  return parseCidr(`${text}/32`) !== undefined;
}
