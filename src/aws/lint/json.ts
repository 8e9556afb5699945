// Strict JSON (RFC 8259) read into values that know where they are in the text.

export interface Range {
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface JsonString extends Range {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

export interface JsonObject extends Range {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonArray extends Range {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonOther extends Range {
  readonly kind: 'number' | 'boolean' | 'null';
  readonly value: number | boolean | null;
}

export type JsonNode = JsonString | JsonObject | JsonArray | JsonOther;

export type JsonResult =
  | { readonly kind: 'json'; readonly root: JsonNode }
  | { readonly kind: 'invalid'; readonly at: number };

/** Deeper than any policy; a text of brackets alone must not exhaust the stack. */
const deepest = 200;

export function parseJson(text: string): JsonResult {
  const reader = new JsonReader(text);
  try {
    return { kind: 'json', root: reader.document() };
  } catch (error) {
    if (error instanceof Invalid) return { kind: 'invalid', at: error.at };
    throw error;
  }
}

class Invalid extends Error {
  readonly at: number;

  constructor(at: number) {
    super();
    this.at = at;
  }
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    const root = this.#value(0);
    if (this.#at < this.#text.length) throw new Invalid(this.#at);
    return root;
  }

  /** With the white space around it. */
  #value(depth: number): JsonNode {
    this.#skip();
    const node = this.#bare(depth);
    this.#skip();
    return node;
  }

  #bare(depth: number): JsonNode {
    if (depth > deepest) throw new Invalid(this.#at);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth + 1);
      case '[':
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      default:
        return this.#other();
    }
  }

  #object(depth: number): JsonObject {
    const start = this.#at;
    const members = this.#list('{', '}', (): JsonMember => {
      this.#skip();
      const key = this.#string();
      this.#skip();
      this.#expect(':');
      return { key, value: this.#value(depth) };
    });
    return { kind: 'object', members, start, end: this.#at };
  }

  #array(depth: number): JsonArray {
    const start = this.#at;
    const items = this.#list('[', ']', () => this.#value(depth));
    return { kind: 'array', items, start, end: this.#at };
  }

  #list<T>(open: string, close: string, read: () => T): readonly T[] {
    const found: T[] = [];
    this.#expect(open);
    this.#skip();
    if (this.#take(close)) return found;
    do found.push(read());
    while (this.#take(','));
    this.#expect(close);
    return found;
  }

  #string(): JsonString {
    const start = this.#at;
    const [source] = this.#match(/"[^"\\]*(?:\\.[^"\\]*)*"/y);
    return { kind: 'string', value: unescaped(source, start), start, end: this.#at };
  }

  #other(): JsonOther {
    const start = this.#at;
    const [source] = this.#match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    const value = JSON.parse(source) as number | boolean | null;
    const kind = value === null ? 'null' : value === true || value === false ? 'boolean' : 'number';
    return { kind, value, start, end: this.#at };
  }

  #match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) throw new Invalid(this.#at);
    this.#at += match[0].length;
    return match;
  }

  #skip(): void {
    this.#match(/[ \t\r\n]*/y);
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Invalid(this.#at);
  }

  #take(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

/** The runtime knows which escapes and signs a string may hold. */
function unescaped(source: string, start: number): string {
  try {
    return JSON.parse(source);
  } catch {
    throw new Invalid(start);
  }
}
