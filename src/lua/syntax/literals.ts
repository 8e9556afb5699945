// What a Lua string literal means, from the way it is written.

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapes = /\\(?:z\s*|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|([0-9]{1,3})|(\r\n?|\n\r?)|(.))/gs;

/** Bytes written as numbers become the character of that number. */
export function decodeString(raw: string): string {
  const quote = raw[0];
  if (quote === '[') return raw.replace(/^\[=*\[(?:\r\n?|\n\r?)?/, '').replace(/\]=*\]$/, '');
  const inner = raw.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(escapes, (whole, hex, unicode, decimal, newline, other) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (unicode !== undefined) return codePoint(Number.parseInt(unicode, 16));
    if (decimal !== undefined) return String.fromCharCode(Number(decimal));
    if (newline !== undefined) return '\n';
    return whole.startsWith('\\z') ? '' : (simple[other] ?? other);
  });
}

function codePoint(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}

/** A text as a Lua string literal. */
export function encodeString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;
}
