// Entity checks of a schema on configurations of instances.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { configFailures } from '../../../../src/lua/schema/json/pluginFields';
import { english } from '../../../../src/text';

interface Schema {
  readonly fields?: string;
  /** Of the record `config`. */
  readonly checks?: string;
  /** Of the plugin as a whole. */
  readonly top?: string;
}

const texts =
  '{ a = { type = "string" } }, { b = { type = "string" } }, { c = { type = "string" } },';

function refused({ fields = texts, checks = '', top = '' }: Schema, ...configs: unknown[]) {
  const lua = `return { name = "tide", fields = {
    { protocols = { type = "set", elements = { type = "string" } } },
    { config = { type = "record", fields = { ${fields} }, entity_checks = { ${checks} } } },
  }, entity_checks = { ${top} } }`;
  return configs.map((config) =>
    configFailures({ lua }, config, english).map(({ path, message }) => `${path}: ${message}`),
  );
}

suite('entity checks on the configuration of an instance', () => {
  test('at_least_one_of, with empty texts and lists as good as none', () => {
    const list = '{ l = { type = "array", elements = { type = "string" } } },';
    const message = "at least one of these fields must be non-empty: 'a', 'l'";
    assert.deepEqual(
      refused(
        { fields: texts + list, checks: '{ at_least_one_of = { "a", "l" } }' },
        { a: 'x' },
        { l: ['x'] },
        { b: 'x', a: null, l: [] },
        {},
      ),
      [[], [], [`: ${message}`], [`: ${message}`]],
    );
  });

  test('only_one_of', () => {
    const message = ": exactly one of these fields must be non-empty: 'a', 'b'";
    assert.deepEqual(
      refused(
        { checks: '{ only_one_of = { "a", "b" } }' },
        { a: 'x' },
        { a: 'x', b: 'y' },
        { c: 'x' },
      ),
      [[], [message], [message]],
    );
  });

  test('mutually_required and mutually_exclusive', () => {
    const checks = '{ mutually_required = { "a", "b" } }, { mutually_exclusive = { "b", "c" } }';
    assert.deepEqual(
      refused({ checks }, {}, { a: 'x', b: 'y' }, { a: 'x', c: 'y' }, { a: 'x', b: 'y', c: 'z' }),
      [
        [],
        [],
        [": all or none of these fields must be set: 'a', 'b'"],
        [": only one or none of these fields must be set: 'b', 'c'"],
      ],
    );
  });

  test('mutually_exclusive_sets names those that are set', () => {
    const checks = '{ mutually_exclusive_sets = { set1 = { "a", "b" }, set2 = { "c" } } }';
    assert.deepEqual(refused({ checks }, { a: 'x', b: 'y' }, { b: 'x', c: 'y' }), [
      [],
      [": these sets are mutually exclusive: ('b'), ('c')"],
    ]);
  });

  test('distinct', () => {
    assert.deepEqual(
      refused(
        { checks: '{ distinct = { "a", "b", "c" } }' },
        { a: 'x', b: 'y' },
        { a: 'x', c: 'x' },
      ),
      [[], [": values of these fields must be distinct: 'a', 'b', 'c'"]],
    );
  });

  test('conditional says what the second field lacks, or what the schema says of it', () => {
    const check = (more: string) =>
      `{ conditional = { if_field = "a", if_match = { eq = "redis" }, then_field = "b", ${more} } }`;
    assert.deepEqual(
      refused(
        { checks: check('then_match = { required = true }') },
        { a: 'local' },
        {},
        { a: 'redis', b: 'x' },
        { a: 'redis' },
      ),
      [[], [], [], ['b: required field missing, given the value of a']],
    );
    assert.deepEqual(
      refused(
        { checks: check('then_match = { len_min = 3 }, then_err = "too short for %s"') },
        { a: 'redis', b: 'xyz' },
        { a: 'redis', b: 'x' },
      ),
      [[], ['b: too short for a']],
    );
  });

  test('conditional_at_least_one_of, and what else it asks for', () => {
    const checks = `{ conditional_at_least_one_of = { if_field = "a", if_match = { one_of = { "x" } },
      then_at_least_one_of = { "b" }, then_err = "give one of %s",
      else_match = { ne = "x" }, else_then_at_least_one_of = { "b", "c" } } }`;
    assert.deepEqual(
      refused({ checks }, { a: 'x', b: '1' }, { a: 'x', c: '1' }, { a: 'y', c: '1' }, { a: 'y' }),
      [
        [],
        [": give one of 'b'"],
        [],
        [": at least one of these fields must be non-empty: 'b', 'c'"],
      ],
    );
  });

  test('defaults count as given, also those of records that have to be there', () => {
    const fields = `${texts}
      { policy = { type = "string", default = "redis" } },
      { redis = { type = "record", required = true, fields = {
          { host = { type = "string" } }, { port = { type = "integer", default = 6379 } } } } }`;
    const checks = `{ conditional = { if_field = "policy", if_match = { eq = "redis" },
      then_field = "redis.host", then_match = { required = true } } },
      { at_least_one_of = { "redis.port", "a" } }`;
    assert.deepEqual(
      refused({ fields, checks }, {}, { policy: 'local' }, { redis: { host: 'h' } }),
      [['redis.host: required field missing, given the value of policy'], [], []],
    );
  });

  test('checks of records in records and lists are told with their place', () => {
    const inner = `type = "record", fields = { ${texts} }, entity_checks = { { mutually_required = { "a", "b" } } }`;
    const fields = `{ one = { ${inner} } }, { many = { type = "array", elements = { ${inner} } } }`;
    const message = "all or none of these fields must be set: 'a', 'b'";
    assert.deepEqual(
      refused({ fields }, { one: { a: 'x' }, many: [{ a: 'x', b: 'y' }, { b: 'y' }] }, {}),
      [[`one: ${message}`, `many[1]: ${message}`], []],
    );
  });

  test('checks of the plugin as a whole name the fields as config.x', () => {
    const top = `{ at_least_one_of = { "config.a", "config.b" } },
      { conditional = { if_field = "config.c", if_match = { match = "^on$" },
        then_field = "config.a", then_match = { required = true } } }`;
    assert.deepEqual(refused({ top }, { a: 'x' }, { b: 'x', c: 'on' }, {}), [
      [],
      ['a: required field missing, given the value of config.c'],
      [": at least one of these fields must be non-empty: 'config.a', 'config.b'"],
    ]);
  });

  test('is silent where it cannot be told', () => {
    const of = (checks: string, fields = texts) => refused({ checks, fields }, { a: 'x', c: 'y' });
    const unknown = [
      // A field, a default and names that the file does not show.
      of('{ mutually_required = { "a", "elsewhere" } }'),
      of(
        '{ at_least_one_of = { "d" } }',
        `${texts} { d = { type = "string", default = made_up() } }`,
      ),
      of('{ mutually_required = { "a", unpack(more) } }'),
      // A condition with a function of its own, one with null, and one that nothing is known of.
      of(
        '{ conditional = { if_field = "a", if_match = { custom_validator = f }, then_field = "b", then_match = { required = true } } }',
      ),
      of(
        '{ conditional = { if_field = "a", if_match = { ne = ngx.null }, then_field = "b", then_match = { required = true } } }',
      ),
      of('{ custom_entity_check = { field_sources = { "a" }, fn = f } }'),
      of('{ no_such_check = { "a" } }'),
      // Shorthands fill in other fields.
      refused(
        {
          checks: '',
          fields: `{ r = { type = "record", shorthand_fields = { { old = { type = "string" } } },
        fields = { ${texts} }, entity_checks = { { at_least_one_of = { "a" } } } } }`,
        },
        { r: { old: 'x' } },
      ),
      // Fields outside the configuration.
      refused({ top: '{ at_least_one_of = { "protocols", "service" } }' }, {}),
    ];
    assert.deepEqual(
      unknown,
      unknown.map(() => [[]]),
    );
  });

  test('a vault reference decides no condition', () => {
    const field = '{ a = { type = "string", referenceable = true } }, { b = { type = "string" } }';
    const checks =
      '{ conditional = { if_field = "a", if_match = { ne = "off" }, then_field = "b", then_match = { required = true } } }';
    assert.deepEqual(refused({ fields: field, checks }, { a: '{vault://env/a}' }, { a: 'on' }), [
      [],
      ['b: required field missing, given the value of a'],
    ]);
  });

  test('checks come as data too, as Konnect answers them', () => {
    const text = { type: 'string' };
    const condition = (match: object) => ({
      conditional: {
        if_field: 'a',
        if_match: match,
        then_field: 'b',
        then_match: { required: true },
      },
    });
    const failures = (match: object) =>
      configFailures(
        {
          fields: [
            {
              config: {
                type: 'record',
                fields: [{ a: text }, { b: text }],
                entity_checks: [condition(match)],
              },
            },
          ],
        },
        { a: 'x' },
        english,
      ).map(({ path }) => path);
    assert.deepEqual(
      [failures({ eq: 'x' }), failures({ eq: 'y' }), failures({ ne: null })],
      [['b'], [], []],
    );
  });
});
