// Which address ranges a cloud gateway network can have, and why another one cannot be (FACTS 5.3).
import type { Translate } from '../../text';
import { type Cidr, cidrText, clashOf, contains, overlaps, parseCidr } from './cidr';

export interface NetworkPlace {
  readonly provider: string;
  /** How many availability zones it is to have. */
  readonly zones: number;
  /** `reserved_cidr_blocks` of the region. */
  readonly reserved: readonly string[];
}

export const allowedBlocks: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
];
const alwaysReserved = ['10.100.0.0/16', '172.17.0.0/16'];
const largest = 16;

/** The longest prefix that has room for the zones: 2 take a /23, 3 and 4 a /22, 5 a /21; Azure wants a /21 always. */
export function longestPrefix({ provider, zones }: Omit<NetworkPlace, 'reserved'>): number {
  const byZones = zones <= 2 ? 23 : zones <= 4 ? 22 : 21;
  return provider === 'azure' ? Math.min(21, byZones) : byZones;
}

/** The reason why `text` cannot be the range of a network there, or undefined. */
export function whyNotAddress(text: string, place: NetworkPlace, t: Translate): string | undefined {
  const range = parseCidr(text);
  if (range === undefined)
    return t('Type an IPv4 range in CIDR notation, for example {0}.', '10.0.0.0/16');
  return (
    sizeProblem(range, place, t) ??
    (range.isExact
      ? undefined
      : t('This is not the first address of the range; {0} would be.', cidrText(range))) ??
    placeProblem(range, place, t)
  );
}

function sizeProblem({ prefix }: Cidr, place: NetworkPlace, t: Translate): string | undefined {
  if (prefix < largest)
    return t('/{0} is too large: a network has at most a /{1}.', prefix, largest);
  const longest = longestPrefix(place);
  if (prefix <= longest) return undefined;
  return place.provider === 'azure' && longest === 21 && place.zones < 5
    ? t('/{0} is too small: on Azure a network needs at least a /{1}.', prefix, longest)
    : t('/{0} is too small: {1} zones need at least a /{2}.', prefix, place.zones, longest);
}

function placeProblem(range: Cidr, { reserved }: NetworkPlace, t: Translate): string | undefined {
  const isAllowed = allowedBlocks.some((block) => {
    const outer = parseCidr(block);
    return outer !== undefined && contains(outer, range);
  });
  if (!isAllowed) return t('It must lie within one of {0}.', allowedBlocks.join(', '));
  const clash = clashOf(range, [...alwaysReserved, ...reserved]);
  return clash && t('It overlaps {0}, which is reserved there.', clash);
}

/** A range that can be had and overlaps none of `taken`; what is peered with a network must not overlap it. */
export function suggestAddress(place: NetworkPlace, taken: readonly string[]): string {
  const blocked = [...alwaysReserved, ...place.reserved, ...taken]
    .map(parseCidr)
    .filter((range) => range !== undefined);
  for (let second = 0; second < 256; second += 1) {
    const text = `10.${second}.0.0/${largest}`;
    const range = parseCidr(text);
    if (range && !blocked.some((one) => overlaps(one, range))) return text;
  }
  return `10.0.0.0/${largest}`;
}

/** Networks that share addresses can never be reached from one peered network: worth a word, no reason to refuse. */
export function overlapping(
  text: string,
  networks: readonly { readonly name: string; readonly cidr_block: string }[],
): readonly string[] {
  const range = parseCidr(text);
  if (range === undefined) return [];
  return networks
    .filter(({ cidr_block }) => clashOf(range, [cidr_block]) !== undefined)
    .map(({ name, cidr_block }) => `${name} (${cidr_block})`);
}
