// What LuaJIT takes for names, numbers, escapes and long brackets.
import { Refusal } from './problem';

/** 0: nothing of these, 1: white space, 2: begins a name, 3: digit. Everything above 127 is part of a name. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return 1;
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return 2;
  return /[0-9]/.test(character) ? 3 : 0;
});

export function kindOfCharacter(code: number): number {
  if (code < 128) return kinds[code] as number;
  return code >= 128 ? 2 : 0;
}

const numeral =
  /^(?:0x(?:[0-9a-f]+u?ll|(?:[0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(?:p[+-]?[0-9]+)?i?)|0b[01]+(?:u?ll|i)?|[0-9]+u?ll|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?i?)$/i;

export function isNumeral(raw: string): boolean {
  return /^[0-9]+$/.test(raw) || numeral.test(raw);
}

/** What a number means; hexadecimal fractions and exponents are beyond JavaScript's own reading. */
export function numeralValue(raw: string): number {
  const plain = raw.replace(/(?:u?ll|i)$/i, '');
  const hex = /^0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?[0-9]+))?$/i.exec(plain);
  if (hex === null) return Number(plain);
  const [, whole = '', fraction = '', exponent = '0'] = hex;
  return Number(`0x${whole}${fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length);
}

/** How many `=` are between the brackets of `[==[`; -1 where none opens. */
export function longBracketLevel(text: string, at: number): number {
  if (text.charCodeAt(at) !== 91) return -1;
  let end = at + 1;
  while (text.charCodeAt(end) === 61) end += 1;
  return text.charCodeAt(end) === 91 ? end - at - 1 : -1;
}

const escapeSequence =
  /\\(?:[abfnrtv\\"']|\r\n?|\n\r?|x[0-9a-fA-F]{2}|z\s*|u\{[0-9a-fA-F]+\}|[0-9]{1,3})/y;

/** Where an escape that begins at the backslash ends. */
export function endOfEscape(text: string, start: number): number {
  escapeSequence.lastIndex = start;
  const raw = escapeSequence.exec(text)?.[0];
  if (raw !== undefined && !isTooLarge(raw)) return start + raw.length;
  const isOpen = start + 1 >= text.length;
  if (isOpen)
    throw new Refusal({ at: [start, text.length], message: (t) => t('unfinished string'), isOpen });
  const shown = raw ?? text.slice(start, start + 2);
  throw new Refusal({
    at: [start, start + shown.length],
    message: (t) =>
      raw === undefined
        ? t("invalid escape '{0}'", shown)
        : t("the escape '{0}' is too large", shown),
  });
}

function isTooLarge(raw: string): boolean {
  if (raw[1] === 'u') {
    const code = Number.parseInt(raw.slice(3), 16);
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
  }
  return Number(raw.slice(1)) > 255;
}
