// The snippets, filled in with what they suggest, are plugins without a finding.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkPlugin, type PluginSource } from '../../../src/lua/check';
import { english } from '../../../src/text';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const snippets: readonly Snippet[] = Object.values(
  JSON.parse(readFileSync('syntaxes/kong-snippets.json', 'utf8')),
);

/** Every choice for the placeholder that has choices, the defaults for the others. */
function filledIn({ body }: Snippet): string[] {
  const text = typeof body === 'string' ? body : body.join('\n');
  const choices = /\$\{\d+\|([^|]+)\|\}/.exec(text)?.[1]?.split(',') ?? [''];
  return choices.map((choice) => {
    const values = new Map<string, string>();
    const chosen = text.replace(/\$\{(\d+)\|[^|]+\|\}/g, choice);
    const defaults = chosen.replace(/\$\{(\d+):([^}]*)\}/g, (_, number: string, value: string) => {
      values.set(number, value);
      return value;
    });
    return defaults.replace(/\$(\d+)/g, (_, number: string) => values.get(number) ?? '');
  });
}

function around({ prefix }: Snippet, text: string): PluginSource {
  if (prefix === 'kong-handler') return { handler: text };
  if (prefix === 'kong-schema') return { schema: text };
  if (prefix.startsWith('kong-field-')) {
    const fields = `{ config = { type = "record", fields = { ${text} } } }`;
    return { schema: `return { name = "my-plugin", fields = { ${fields} } }` };
  }
  const plugin = 'local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }';
  const method = prefix === 'kong-phase' ? text : `function Plugin:access(conf)\n${text}\nend`;
  return { handler: `${plugin}\n${method}\nreturn Plugin\n` };
}

describe('snippets', () => {
  for (const snippet of snippets) {
    it(`${snippet.prefix} gives Lua without a finding, with each of its choices`, () => {
      for (const text of filledIn(snippet)) {
        assert.doesNotMatch(text, /\$/);
        const { handler, schema } = checkPlugin(around(snippet, text), { t: english });
        const found = [...handler, ...schema].filter(({ severity }) => severity !== 'hint');
        assert.deepEqual(
          found.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          text,
        );
      }
    });
  }

  it('have prefixes of their own that say what they are of', () => {
    const prefixes = snippets.map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, snippets.length);
    for (const prefix of prefixes) assert.match(prefix, /^kong-[a-z-]+$/);
  });
});
