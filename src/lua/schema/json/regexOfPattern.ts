// A Lua pattern as a regular expression of JavaScript, where there is one that matches the same texts.
import { parsePattern } from '../patterns/patternItems';

const classes: Readonly<Record<string, string>> = {
  a: 'A-Za-z',
  c: '\\x00-\\x1f\\x7f',
  d: '0-9',
  g: '!-~',
  l: 'a-z',
  p: '!-\\/:-@\\[-`{-~',
  s: ' \\t-\\r',
  u: 'A-Z',
  w: 'A-Za-z0-9',
  x: 'A-Fa-f0-9',
};

/** Undefined where it cannot be told: balances, frontiers, back references, classes turned round within a set. */
export function regexOfPattern(pattern: string): string | undefined {
  if ('problem' in parsePattern(pattern) || /%[bf\d]/.test(pattern.replaceAll('%%', '')))
    return undefined;
  let regex = '';
  let at = 0;
  while (at < pattern.length) {
    const item = itemAt(pattern, at);
    if (item === undefined) return undefined;
    at += item.length;
    const count = item.isOne ? /^[*+?-]/.exec(pattern.slice(at))?.[0] : undefined;
    regex += item.regex + (count === '-' ? '*?' : (count ?? ''));
    at += count?.length ?? 0;
  }
  return regex;
}

interface Item {
  readonly regex: string;
  readonly length: number;
  /** May be repeated. */
  readonly isOne: boolean;
}

function itemAt(pattern: string, at: number): Item | undefined {
  const sign = pattern[at] ?? '';
  if (sign === '(' || sign === ')') return { regex: sign, length: 1, isOne: false };
  if (sign === '^' && at === 0) return { regex: '^', length: 1, isOne: false };
  if (sign === '$' && at === pattern.length - 1) return { regex: '$', length: 1, isOne: false };
  if (sign === '.') return { regex: '[\\s\\S]', length: 1, isOne: true };
  if (sign === '%') return { regex: escaped(pattern[at + 1] ?? ''), length: 2, isOne: true };
  if (sign !== '[') return { regex: quoted(sign), length: 1, isOne: true };
  const [whole, not = '', inner = ''] =
    /^\[(\^?)(\]?(?:%[\s\S]|[^\]%])*)\]/.exec(pattern.slice(at)) ?? [];
  if (whole === undefined || /%[A-Z]/.test(inner)) return undefined;
  const set = inner.replace(
    /%([\s\S])|([\\\][^])/g,
    (_, named: string | undefined, other: string) =>
      named === undefined ? `\\${other}` : (classes[named] ?? quoted(named)),
  );
  return { regex: `[${not}${set}]`, length: whole.length, isOne: true };
}

/** What stands behind a `%`. */
function escaped(sign: string): string {
  const set = classes[sign.toLowerCase()];
  if (set === undefined || !/[a-z]/i.test(sign)) return quoted(sign);
  return sign === sign.toLowerCase() ? `[${set}]` : `[^${set}]`;
}

function quoted(sign: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(sign) ? `\\${sign}` : sign;
}
