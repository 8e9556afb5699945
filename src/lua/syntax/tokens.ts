// Lua's tokens up to a place, for text that need not parse.

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'comment' | 'symbol';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The end of a string or comment is missing. */
  readonly isOpen: boolean;
}

type Kind = Token['kind'];

/** All tokens that begin before `offset`, and the one behind it. */
export function tokensUntil(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    if (token.start >= offset && token.kind !== 'comment') break;
    at = skipSpace(text, token.end);
  }
  return tokens;
}

/** What a character can begin, by its code; everything above 127 is part of a name. */
const kinds: readonly (Kind | 'space')[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return 'space';
  if (/\w/.test(character)) return /\d/.test(character) ? 'number' : 'name';
  return /["']/.test(character) ? 'string' : 'symbol';
});

function kindAt(text: string, at: number): Kind | 'space' {
  return kinds[text.charCodeAt(at)] ?? 'name';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === 'space') at += 1;
  return at;
}

function tokenAt(text: string, start: number): Token {
  const kind = kindAt(text, start);
  switch (kind) {
    case 'name':
      return token(text, 'name', start, nameEnd(text, start));
    case 'string':
      return shortString(text, start);
    case 'number':
      return token(text, 'number', start, numberEnd(text, start));
    default:
      return symbolAt(text, start);
  }
}

function token(text: string, kind: Kind, start: number, end: number, isOpen = false): Token {
  return { kind, text: text.slice(start, end), start, end, isOpen };
}

function nameEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind !== 'name' && kind !== 'number') return at;
  }
  return text.length;
}

function numberEnd(text: string, start: number): number {
  const number = /(?:[eEpP][+-]|[\w.])*/y;
  number.lastIndex = start + 1;
  return start + 1 + (number.exec(text)?.[0].length ?? 0);
}

function shortString(text: string, start: number): Token {
  const quote = text[start];
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text[at];
    if (character === quote) return token(text, 'string', start, at + 1);
    if (character === '\n' || character === '\r') break;
    if (character === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
  }
  return token(text, 'string', start, Math.min(at, text.length), true);
}

function symbolAt(text: string, start: number): Token {
  const first = text[start];
  const isProgramLine = first === '#' && start === 0;
  if (isProgramLine || text.startsWith('--', start)) return commentAt(text, start);
  if (first === '[') return longToken(text, 'string', start, start) ?? symbol(text, start, 1);
  if (first === '.') {
    if (kindAt(text, start + 1) === 'number' && start + 1 < text.length) {
      return token(text, 'number', start, numberEnd(text, start));
    }
    const [dots = '.'] = /^\.{1,3}/.exec(text.slice(start, start + 3)) ?? [];
    return symbol(text, start, dots.length);
  }
  const isPair = /^(?:[=~<>]=|::)$/.test(text.slice(start, start + 2));
  return symbol(text, start, isPair ? 2 : 1);
}

function symbol(text: string, start: number, length: number): Token {
  return token(text, 'symbol', start, start + length);
}

function commentAt(text: string, start: number): Token {
  const long = longToken(text, 'comment', start, start + 2);
  if (long !== undefined) return long;
  const line = /[\r\n]/g;
  line.lastIndex = start;
  return token(text, 'comment', start, line.exec(text)?.index ?? text.length, true);
}

/** `[[…]]`, `[==[…]==]` */
function longToken(text: string, kind: Kind, start: number, bracket: number): Token | undefined {
  const opening = /\[(=*)\[/y;
  opening.lastIndex = bracket;
  const match = opening.exec(text);
  if (match === null) return undefined;
  const closing = `]${match[1]}]`;
  const found = text.indexOf(closing, opening.lastIndex);
  const end = found === -1 ? text.length : found + closing.length;
  return token(text, kind, start, end, found === -1);
}
