// Which texts in a configuration are secrets, judged by their names and by what they look like.

/** Last words of names of secrets, in snake case. */
const secretName =
  /(?:^|_)(?:pass|passwd|password|passphrase|pwd|secrets?|token|credentials?|authorization|jwk|salt|apikey|key)$|^(?:set_)?cookie$/;

/** After a scheme stands a secret unless it looks like a word: "basic authentication is off" has none. */
const scheme = /\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s+(?:\S{16}|\S*\d|\S*[a-z]\S*[A-Z])/;
const shapes = [
  scheme,
  /\b(?:kpat|spat)_\w{8}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\./,
  /\b(?:gh[pousr]_|xox[abprs]-|sk-)[\w-]{16}/,
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
];
/** Within one line only: in Lua source a name with a value is no secret. */
const lineShape = /(?:api[-_]?key|token|secret|password|authorization|signature|\bsig)=[^&\s]{4}/i;

/** A reference into a vault is made to be read by anybody. */
const reference = /^\{vault:\/\/[^{}]*\}$/;

/** `path` leads to the text by names and numbers: `['config', 'add', 'headers', '0']`. */
export function isSecret(path: readonly string[], text: string): boolean {
  if (text.trim() === '' || isVaultReference(text)) return false;
  if (path.some(isSecretName) || shapes.some((shape) => shape.test(text))) return true;
  if (text.includes('\n')) return false;
  return lineShape.test(text) || (!path.includes('rename') && isSecretPair(text));
}

export function isVaultReference(text: string): boolean {
  return reference.test(text);
}

export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return secretName.test(words);
}

/** `Authorization:…` and `x-api-key:…`, as transformers have them. */
function isSecretPair(text: string): boolean {
  const name = /^\s*([\w.-]+)\s*[:=]\s*\S/.exec(text)?.[1];
  return name !== undefined && isSecretName(name);
}
