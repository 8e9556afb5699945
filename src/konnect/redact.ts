// Takes access tokens out of text before it reaches a log, a message or a file.

const mask = '•••';
const patterns: readonly RegExp[] = [
  /\b(?:kpat|spat)_[A-Za-z0-9_-]+/g,
  /\b(Bearer|Basic)(\s+)[^\s"',;]+/gi,
];

/** `known` are exact secrets, for instance the token in use, which need not look like one. */
export function redact(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const secret of known) {
    if (secret !== '') clean = clean.replaceAll(secret, mask);
  }
  for (const pattern of patterns) {
    clean = clean.replace(pattern, (_all, scheme?: unknown, gap?: unknown) =>
      typeof scheme === 'string' && typeof gap === 'string' ? `${scheme}${gap}${mask}` : mask,
    );
  }
  return clean;
}
