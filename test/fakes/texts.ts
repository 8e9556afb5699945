// The texts that users read, found in the source: what is given to a call of `t`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundText {
  readonly file: string;
  /** Undefined when it is no literal. */
  readonly text: string | undefined;
  readonly start: string;
}

/** A call of `t`, however it is reached, with what it is given first. */
const call = /(?<![\w$])t\(\s*/g;
const literal = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/;

export function findTexts(): readonly FoundText[] {
  const files = readdirSync('src', { recursive: true }).map((file) => join('src', String(file)));
  return files.filter((file) => file.endsWith('.ts')).flatMap(textsOf);
}

function textsOf(file: string): readonly FoundText[] {
  const code = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '');
  return [...code.matchAll(call)].map(({ 0: { length }, index }) => {
    const rest = code.slice(index + length);
    const [, single, double] = literal.exec(rest) ?? [];
    const text = single ?? double;
    return {
      file,
      text: text === undefined ? undefined : unescaped(text),
      start: rest.slice(0, 60),
    };
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(['"\\])/g, '$1').replace(/\\n/g, '\n');
}
