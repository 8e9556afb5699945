// Secrets in a configuration behind marks: each mark stands for one stored text, and can be left where it is or moved.

export type IsSecret = (path: readonly string[], text: string) => boolean;

export interface Masked {
  readonly value: unknown;
  /** The stored texts, in the order of their marks. */
  readonly secrets: readonly { readonly path: readonly string[]; readonly text: string }[];
}

const dots = '\u2022'.repeat(8);
const mark = new RegExp(`^${dots} (\\d{1,4})$`);

/** What a JSON schema or a person can tell a mark by. */
export const markPattern = `^${dots} \\d{1,4}$`;

export function markOf(n: number): string {
  return `${dots} ${n}`;
}

/** The number in a mark; undefined for any other text. */
export function numberOfMark(text: string): number | undefined {
  const digits = mark.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The same value always gets the same marks: they are numbered in the order of the value. */
export function maskSecrets(value: unknown, isSecret: IsSecret): Masked {
  const secrets: { path: readonly string[]; text: string }[] = [];
  const masked = mapTexts(value, [], (text, path) => {
    // A stored text that looks like a mark would be taken for one.
    if (!isSecret(path, text) && numberOfMark(text) === undefined) return text;
    secrets.push({ path, text });
    return markOf(secrets.length);
  });
  return { value: masked, secrets };
}

/** Puts the stored texts back. `lost` are marks that stand for nothing. */
export function unmaskSecrets(
  value: unknown,
  { secrets }: Pick<Masked, 'secrets'>,
): { readonly value: unknown; readonly lost: readonly (readonly string[])[] } {
  const lost: (readonly string[])[] = [];
  const whole = mapTexts(value, [], (text, path) => {
    const n = numberOfMark(text);
    if (n === undefined) return text;
    const secret = secrets[n - 1];
    if (secret === undefined) lost.push(path);
    return secret?.text ?? text;
  });
  return { value: whole, lost };
}

function mapTexts(
  value: unknown,
  path: readonly string[],
  map: (text: string, path: readonly string[]) => string,
): unknown {
  if (typeof value === 'string') return map(value, path);
  if (Array.isArray(value))
    return value.map((item, index) => mapTexts(item, [...path, String(index)], map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, [...path, key], map)]),
  );
}
