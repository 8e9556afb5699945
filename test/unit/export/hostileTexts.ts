// Texts that break careless quoting, and endlessly many mixtures of them from a seed.
import { Seeded } from '../../fakes/seeded';

const pieces = ["'", '"', '\\', '$', '%', '{', '}', '`', '!', '\n', '\r', '\t', ' ', '#', '*', '~']
  .concat(['${', '%{', '$${', '$(id)', '`id`', '!!', "'\\''", '\\n', '\\u0024{x}', '%s', '-n', '@'])
  .concat(['a', '0', '=', ';', '&', '|', '<<EOT', 'EOT', '\nEOT\n', '*/', '//', 'é', '漢', '😀'])
  .concat([
    '\u0000',
    '\u0007',
    '\b',
    '\f',
    '\u007f',
    '\u2028',
    '\ufeff',
    '\u202e',
    '\u0301',
    '\ud800',
  ]);

export const hostileTexts: readonly string[] = [
  ...pieces,
  ...pieces.map((piece) => `a${piece}b`),
  '',
];

export function* mixtures(seed: number, count: number): Iterable<string> {
  const random = new Seeded(seed);
  for (let made = 0; made < count; made++) {
    const length = 1 + random.below(12);
    yield Array.from({ length }, () => pieces[random.below(pieces.length)]).join('');
  }
}
