// A new plugin passes every check, whatever was chosen for it.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { type CheckOptions, checkPlugin, type SandboxName } from '../../../../src/lua/check';
import {
  defaultProblem,
  type NewField,
  type NewPlugin,
  newFieldProblem,
  newNameProblem,
  newPluginPhases,
  parseDefault,
  phasesProblem,
} from '../../../../src/plugins/newPlugin/newPlugin';
import { newPluginFiles } from '../../../../src/plugins/newPlugin/newPluginFiles';
import { english } from '../../../../src/text';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/).filter(isFree);
const fieldName = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
    fc.constantFrom('api_key', 'password', 'client_secret', 'auth_tokens', 'cache_key'),
  )
  .filter((text) => newFieldProblem(text, [], english) === undefined);
const text = fc.string({ maxLength: 20 }).map((one) => one.trim());
const field: fc.Arbitrary<NewField> = fc
  .record({
    name: fieldName,
    type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'map' as const),
    required: fc.boolean(),
    secret: fc.boolean(),
    text,
    number: fc.integer(),
    hasDefault: fc.boolean(),
  })
  .map(({ hasDefault, text, number, secret, ...rest }): NewField => {
    const { type } = rest;
    const isText = type === 'string' || type === 'array' || type === 'map';
    // As in the dialogue, a name that says so makes a text a secret.
    const isSecret = isText && (secret || /key|password|secret|token/.test(rest.name));
    if (isSecret) return { ...rest, secret: true };
    if (!hasDefault || type === 'map') return rest;
    if (type === 'boolean') return { ...rest, default: number % 2 === 0 };
    const typed = type === 'integer' ? String(number) : type === 'number' ? `${number}.5` : text;
    const preset = parseDefault(typed, type);
    return preset === undefined ? rest : { ...rest, default: preset };
  });
const plugin: fc.Arbitrary<NewPlugin> = fc.record({
  name,
  phases: fc
    .subarray([...newPluginPhases], { minLength: 1 })
    .filter((phases) => phasesProblem(phases, english) === undefined),
  fields: fc.uniqueArray(field, { selector: (one) => one.name, maxLength: 6 }),
  sandbox: fc.constantFrom<SandboxName>('strict', 'lax', 'sandbox', 'on'),
});

function isFree(text: string): boolean {
  return newNameProblem(text, english) === undefined;
}

/** Every finding, hints included, in every file. */
function findings(files: Readonly<Record<string, string>>, sandbox: SandboxName) {
  const options: CheckOptions = { t: english, sandbox };
  const { handler, schema } = checkPlugin(
    {
      handler: files['handler.lua'] ?? '',
      schema: files['schema.lua'] ?? '',
      otherFiles: ['README.md'],
    },
    options,
  );
  return [...handler, ...schema].map(({ rule, message }) => `${rule}: ${message}`);
}

suite('a new plugin', () => {
  test('has nothing to find in it, hints included, in the sandbox it is for and in the strict one', () => {
    fc.assert(
      fc.property(plugin, (one) => {
        const files = newPluginFiles(one);
        assert.deepEqual(findings(files, one.sandbox), []);
        assert.deepEqual(findings(files, 'strict'), []);
      }),
      { numRuns: 400 },
    );
  });

  test('has the name in schema.lua, and a README that says how to upload it', () => {
    const files = newPluginFiles({
      name: 'rate-note',
      phases: ['access', 'log'],
      fields: [
        { name: 'greeting', type: 'string', required: true, default: 'say "hello"' },
        { name: 'api_key', type: 'string', required: false, secret: true },
      ],
      sandbox: 'lax',
    });
    assert.deepEqual(Object.keys(files), ['handler.lua', 'schema.lua', 'README.md']);
    const { name: found } = checkPlugin({ schema: files['schema.lua'] ?? '' }, { t: english });
    assert.equal(found, 'rate-note');
    assert.match(files['schema.lua'] ?? '', /default = "say \\"hello\\""/);
    assert.match(files['schema.lua'] ?? '', /encrypted = true,\n\s+referenceable = true/);
    assert.match(files['handler.lua'] ?? '', /local RateNote = \{/);
    assert.match(files['handler.lua'] ?? '', /function RateNote:access\(conf\)/);
    assert.doesNotMatch(files['handler.lua'] ?? '', /kong\.log\.\w+\([^)]*, conf\.api_key\)/);
    assert.match(files['README.md'] ?? '', /KONG_UNTRUSTED_LUA=lax/);
    assert.match(files['README.md'] ?? '', /\| `api_key` \| string, secret \| no \| {2}\|/);
  });

  test('a name that Konnect or the gateway would not take is refused, with the reason', () => {
    const problem = (text: string) => newNameProblem(text, english);
    assert.deepEqual(
      ['stamp', '3scale', 'a', 'a--b', 'x'.repeat(128)].map(problem),
      Array(5).fill(undefined),
    );
    assert.equal(problem(''), 'Type a name, for example stamp-response.');
    assert.equal(problem('Stamp'), 'Use small letters, digits and dashes only.');
    assert.equal(problem('my_plugin'), 'Use small letters, digits and dashes only.');
    assert.equal(problem('-x'), 'Start with a letter or a digit.');
    assert.equal(problem('x'.repeat(129)), 'A name has at most 128 characters; this has 129.');
    assert.match(problem('key-auth') ?? '', /comes with the gateway/);
  });

  test('a field is not called like a word of Lua, a field of Kong, or another field', () => {
    const problem = (text: string) => newFieldProblem(text, [{ name: 'limit' }], english);
    assert.equal(problem('greeting'), undefined);
    assert.match(problem('end') ?? '', /word of Lua/);
    assert.match(problem('route_id') ?? '', /used by Kong/);
    assert.match(problem('limit') ?? '', /already/);
    assert.match(problem('Limit') ?? '', /small letters/);
  });

  test('defaults are read as their type', () => {
    assert.deepEqual(parseDefault('a, b,,c ', 'array'), ['a', 'b', 'c']);
    assert.equal(parseDefault('10', 'integer'), 10);
    assert.equal(parseDefault('', 'string'), undefined);
    assert.equal(defaultProblem('1.5', 'number', english), undefined);
    assert.equal(defaultProblem('1.5', 'integer', english), 'Type a whole number such as 10.');
    assert.equal(defaultProblem('ten', 'number', english), 'Type a number such as 0.5.');
    assert.equal(defaultProblem('ten', 'string', english), undefined);
  });

  test('response does not go with the filters', () => {
    assert.match(
      phasesProblem(['response', 'body_filter'], english) ?? '',
      /response and body_filter/,
    );
    assert.match(phasesProblem([], english) ?? '', /at least one/);
    assert.equal(phasesProblem(['access', 'response'], english), undefined);
  });
});
