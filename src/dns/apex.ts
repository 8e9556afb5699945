// Whether a domain is the apex of its zone, where DNS allows no CNAME (RFC 1034, 3.6.2).

export type ApexGuess = 'apex' | 'possible-apex' | 'below-apex';

/** Second-level labels under which country registries commonly sell names: `example.co.uk` is an apex too. */
const sharedSecondLevels = new Set(
  'ac co com edu go gob gov govt gr id ind info lg ltd me mil ne net nhs nom or org plc sch'.split(
    ' ',
  ),
);

/**
 * Two labels are taken for an apex. Three below a two-letter country code may be one; only the public suffix list
 * could tell, so that is said as a possibility. Every other name may still be the apex of a delegated zone.
 */
export function guessApex(domain: string): ApexGuess {
  const labels = domain.split('.');
  if (labels.length <= 2) return 'apex';
  const [, second = '', country = ''] = labels;
  const isShared = labels.length === 3 && country.length === 2 && sharedSecondLevels.has(second);
  return isShared ? 'possible-apex' : 'below-apex';
}
