// Values and bodies of HCL2, laid out as `terraform fmt` lays them out.

/** HCL that is no literal, written as it is. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A text that holds a value as JSON. */
export class Json {
  readonly value: HclValue;

  constructor(value: HclValue) {
    this.value = value;
  }
}

/** What is undefined or null is left out of bodies and objects. */
export type HclValue =
  | undefined
  | null
  | string
  | number
  | boolean
  | Expression
  | Json
  | readonly HclValue[]
  | { readonly [name: string]: HclValue };

export type HclAttributes = Readonly<Record<string, HclValue>>;

const step = '  ';
const lineWidth = 100;

/** One attribute a line, values of neighbours aligned; ends with a line end unless there are none. */
export function hclBody(attributes: HclAttributes, indent: string): string {
  const rows = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]): Row => [nameText(name), valueText(value, indent)]);
  return chains(rows)
    .map((chain) => {
      const width = Math.max(...chain.map(([name]) => lengthOf(name)));
      return chain
        .map(([name, value]) => {
          const gap = ' '.repeat(width - lengthOf(name));
          return `${indent}${name}${gap} = ${value}\n`;
        })
        .join('');
    })
    .join('');
}

type Row = readonly [name: string, value: string];

/** `terraform fmt` aligns runs of attributes that take one line each, or are heredocs. */
function chains(rows: readonly Row[]): readonly (readonly Row[])[] {
  const result: Row[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const isChained = !isLong(row[1]) || row[1].startsWith('<<');
    const chain = result.at(-1);
    if (isOpen && isChained && chain !== undefined) chain.push(row);
    else result.push([row]);
    isOpen = isChained;
  }
  return result;
}

/** In characters, roughly as one sees them. */
function lengthOf(name: string): number {
  return Array.from(name.replace(/\p{M}/gu, '')).length;
}

function isLong(text: string): boolean {
  return text.includes('\n');
}

export function valueText(value: HclValue, indent: string): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return heredoc(value, indent) ?? quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Expression) return value.text;
  if (value instanceof Json) return `jsonencode(${valueText(value.value, indent)})`;
  return isList(value) ? listText(value, indent) : objectText(value, indent);
}

function listText(items: readonly HclValue[], indent: string): string {
  const texts = items.map((item) => valueText(item, indent + step));
  const line = `[${texts.join(', ')}]`;
  if (!isLong(line) && indent.length + line.length <= lineWidth) return line;
  const rows = texts.map((text) => `${indent}${step}${text}${afterItem(text, indent)}\n`);
  return `[\n${rows.join('')}${indent}]`;
}

/** The end mark of a heredoc must be alone in its line. */
function afterItem(text: string, indent: string): string {
  return /\n\w+$/.test(text) ? `\n${indent}${step},` : ',';
}

function objectText(attributes: HclAttributes, indent: string): string {
  const body = hclBody(attributes, indent + step);
  return body === '' ? '{}' : `{\n${body}${indent}}`;
}

/** `for`, `null` and the like begin something else where a name of an object is expected. */
function nameText(name: string): string {
  const isPlain = /^[a-z_][\w-]*$/i.test(name);
  return isPlain && !/^(for|if|in|else|endif|endfor|true|false|null)$/.test(name)
    ? name
    : quoted(name);
}

/** A quoted string in which nothing is a template; what cannot be seen is escaped. */
export function quoted(text: string): string {
  const escaped = text.replace(/["\\]|[$%](?=\{)|[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    switch (character) {
      case '"':
      case '\\':
        return `\\${character}`;
      case '$':
      case '%':
        return character + character;
      case '\n':
        return '\\n';
      case '\r':
        return '\\r';
      case '\t':
        return '\\t';
      default:
        return codePoint(character);
    }
  });
  return `"${escaped}"`;
}

/** Half a character is none in HCL. */
function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  const digits = code.toString(16);
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}

/** For texts of several lines. Undefined where only escapes can say what is in the text. */
function heredoc(text: string, indent: string): string | undefined {
  const hasLines = text.slice(0, -1).includes('\n');
  if (!hasLines || /[^\P{C}\n\t]/u.test(text)) return undefined;
  const mark = endMark(text);
  const body = text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
  // A heredoc always ends with a line end, whether or not the text does.
  return body.endsWith('\n')
    ? `<<${mark}\n${body}${mark}`
    : `trimsuffix(<<${mark}\n${body}\n${mark}\n${indent}, "\\n")`;
}

function endMark(text: string): string {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  let mark = 'EOT';
  for (let number = 2; lines.has(mark); number++) mark = `EOT${number}`;
  return mark;
}

function isList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}
