// Finds regular-expression syntax in what should be a Lua pattern, and rewrites the simple cases.
import { parsePattern } from './patternItems';

/** What of regular expressions the pattern uses, as it is written there: `\d`, `{2,}`, `|`, `(?:`. */
export function regexSyntax(pattern: string): string | undefined {
  const outside = pattern.replace(/%./gs, '  ').replace(/\[\^?\]?[^\]]*\]/g, (set) => {
    return `[${' '.repeat(set.length - 2)}]`;
  });
  return (
    /\\[dDwWsSbB.+*?()[{}^$|]/.exec(outside)?.[0] ??
    /\\[dDwWsS]/.exec(pattern)?.[0] ??
    /\(\?[:=!<i]/.exec(outside)?.[0] ??
    /(?<=[\w.)\]])\{\d+(?:,\d*)?\}/.exec(outside)?.[0] ??
    (isAlternation(outside) ? '|' : undefined)
  );
}

/** `(a|b)`, `^a$|^b$`, `GET|POST`; a bar among other punctuation may be meant. */
function isAlternation(pattern: string): boolean {
  return (
    /\([^()|]*\w[^()|]*\|[^()]*\w[^()]*\)/.test(pattern) ||
    /\$\|\^/.test(pattern) ||
    /^\^?\w+(?:\|\w+)+\$?$/.test(pattern)
  );
}

/** The Lua pattern that says the same, where character by character is enough. */
export function asLuaPattern(pattern: string): string | undefined {
  const changed = pattern
    .replace(/(?<!\\)%/g, '%%')
    .replace(/\\([dDsS])/g, '%$1')
    .replace(/\\([.+*?()[\]^$-])/g, '%$1');
  const isSame =
    changed === pattern || changed.includes('\\') || regexSyntax(changed) !== undefined;
  return isSame || 'problem' in parsePattern(changed) ? undefined : changed;
}
