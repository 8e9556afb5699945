// Takes access tokens and other secrets out of text before it reaches a log, a message or a file.

const mask = '•••';
const tokens = /\b(?:kpat|spat)_[A-Za-z0-9_-]+/g;
/** What follows must not look like a word: "basic authentication is off" is no secret. */
const schemes =
  /\b([Bb]earer|BEARER|[Bb]asic|BASIC)(\s+)(?=\S*\d|\S*[a-z]\S*[A-Z]|\S{16})[^\s"',;]+/g;

/** `known` are exact secrets, for instance the token in use, which need not look like one. */
export function redact(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const form of known.flatMap(forms)) clean = clean.replaceAll(form, mask);
  return clean.replace(tokens, mask).replace(schemes, `$1$2${mask}`);
}

/** Texts come quoted in JSON, once or twice, in addresses and in pages. The longest form first: it holds the others. */
function forms(secret: string): readonly string[] {
  if (secret === '') return [];
  const quoted = escapeJson(secret);
  const all = [secret, quoted, escapeJson(quoted), escapeHtml(secret), escapeHtml(quoted)];
  if (!/\p{Surrogate}/u.test(secret)) all.push(encodeURIComponent(secret));
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
