// Custom plugins and their instances: what an upload is refused for, and what is stored of a config.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DemoAtHand, pick, withDemo } from './withDemo';

const handler = 'return { PRIORITY = 10, VERSION = "1.0.0" }';
const config =
  'config = { type = "record", fields = { { size = { type = "integer", default = 3, between = { 1, 9 } } } } }';
const schemaOf = (name: string, fields = config) =>
  `return { name = "${name}", fields = { { ${fields} } } }`;

async function upload(at: DemoAtHand, status: number, body: object): Promise<string> {
  const plane = await at.plane('sandbox', 'in');
  const answer = await at.caller.expect(status, 'POST', `${plane}/core-entities/custom-plugins`, {
    name: 'mine',
    handler,
    schema: schemaOf('mine'),
    ...body,
  });
  if (status === 201) return '';
  const details = pick<{ field: string; messages: string[] }[]>(answer, 'details');
  return details.map(({ field, messages }) => `${field}: ${messages.join('; ')}`).join(' | ');
}

suite('demo custom plugins', () => {
  const refused: readonly (readonly [why: string, body: object, message: RegExp])[] = [
    [
      'a module outside the sandbox of schemas',
      { schema: `local http = require("resty.http")\n${schemaOf('mine')}` },
      /^schema: .*schema - require not permitted in sandbox: resty\.http$/,
    ],
    [
      'handler and schema swapped',
      { handler: schemaOf('mine'), schema: `local j = require "cjson.safe"\n${handler}` },
      /^schema: .*schema - require not permitted in sandbox: cjson\.safe$/,
    ],
    [
      'a syntax error',
      { schema: 'return {\n  name = "mine"\n  fields = {}\n}' },
      /^schema: \[string "schema"\]:3: /,
    ],
    [
      'no name',
      { schema: 'return { fields = {} }' },
      /^schema: schema violation \(name: required field missing\)$/,
    ],
    [
      'fields that are no list',
      { schema: `return { name = "mine", fields = { ${config} } }` },
      /^schema: schema violation \(fields: expected an array\)$/,
    ],
    [
      'an unknown type and an unknown attribute',
      {
        schema: schemaOf(
          'mine',
          'config = { type = "record", fields = { { a = { type = "text", need = true } } } }',
        ),
      },
      /fields\.config\.a\.type: expected one of: .*fields\.config\.a\.need: unknown field/,
    ],
    [
      'another name than the schema’s',
      { name: 'other' },
      /^name: name 'other' does not match the name 'mine' in the schema$/,
    ],
    [
      'the name of a bundled plugin',
      { name: 'cors', schema: schemaOf('cors') },
      /^name: name \(type: unique\) constraint failed/,
    ],
    [
      'a name with other characters',
      { name: 'a_b', schema: schemaOf('a_b') },
      /^name: name must match/,
    ],
    [
      'a handler over the limit',
      { handler: `--${'x'.repeat(102_400)}\n${handler}` },
      /^handler: length must be <= 102400, but got 1\d+$/,
    ],
  ];
  for (const [why, body, message] of refused) {
    test(
      `an upload is refused for ${why}`,
      withDemo(async (at) => assert.match(await upload(at, 400, body), message)),
    );
  }

  test(
    'a schema may require typedefs, comment on other modules, and build itself in steps',
    withDemo(async (at) => {
      const schema = `local typedefs = require "kong.db.schema.typedefs" -- not require "resty.http"
        local name = "mine"
        local schema = { name = name, fields = { { protocols = typedefs.protocols_http } } }
        return schema`;
      await upload(at, 201, { schema });
    }),
  );

  test(
    'a plugin in use is neither deleted nor renamed; free of instances it goes',
    withDemo(async (at) => {
      await upload(at, 201, {});
      const core = `${await at.plane('sandbox', 'in')}/core-entities`;
      await at.caller.expect(201, 'POST', `${core}/plugins`, { name: 'mine', instance_name: 'it' });
      const plugin = await at.caller.expect(200, 'GET', `${core}/custom-plugins/mine`);
      const path = `${core}/custom-plugins/${pick(plugin, 'id')}`;
      const refusal = await at.caller.expect(400, 'DELETE', path);
      assert.match(pick(refusal, 'details.0.messages.0'), /^plugin schema is currently in use/);
      await at.caller.expect(400, 'PUT', path, { name: 'ours', handler, schema: schemaOf('ours') });
      await at.caller.expect(204, 'DELETE', `${core}/plugins/it`);
      await at.caller.expect(200, 'PUT', path, { name: 'ours', handler, schema: schemaOf('ours') });
      await at.caller.expect(204, 'DELETE', path);
    }),
  );

  test(
    'PUT with a name makes what is not there',
    withDemo(async (at) => {
      const path = `${await at.plane('sandbox', 'in')}/core-entities/custom-plugins/mine`;
      const made = await at.caller.expect(200, 'PUT', path, {
        name: 'mine',
        handler,
        schema: schemaOf('mine'),
      });
      assert.deepEqual(await at.caller.expect(200, 'GET', path), made);
    }),
  );

  test(
    'a config is judged by the schema and stored with its defaults',
    withDemo(async (at) => {
      await upload(at, 201, {});
      const plugins = `${await at.plane('sandbox', 'in')}/core-entities/plugins`;
      const made = await at.caller.expect(201, 'POST', plugins, { name: 'mine' });
      assert.deepEqual(pick(made, 'config'), { size: 3 });
      const refusal = await at.caller.expect(400, 'POST', plugins, {
        name: 'mine',
        config: { size: 10, other: 1 },
      });
      assert.deepEqual(
        pick<{ field: string; messages: string[] }[]>(refusal, 'details').map(
          ({ field, messages }) => [field, ...messages],
        ),
        [
          ['config.other', 'unknown field'],
          ['config.size', 'value should be between 1 and 9'],
        ],
      );
    }),
  );

  test(
    'request-transformer: pairs need a colon, lists default to empty, and a PUT forgets what it leaves out',
    withDemo(async (at) => {
      const core = `${await at.plane('booking-prod')}/core-entities`;
      const path = `${core}/plugins/weather-backend-secret`;
      const plugin = await at.caller.expect(200, 'GET', path);
      const own = pick<Record<string, unknown>>(plugin, 'service');
      const put = {
        name: 'request-transformer',
        instance_name: 'weather-backend-secret',
        service: own,
      };
      const refusal = await at.caller.expect(400, 'PUT', path, {
        ...put,
        config: { add: { headers: ['no pair'] } },
      });
      assert.equal(pick(refusal, 'details.0.field'), 'config.add.headers[0]');
      const replaced = await at.caller.expect(200, 'PUT', path, {
        ...put,
        config: { add: { headers: ['a:b'] } },
      });
      assert.deepEqual(pick(replaced, 'config.add'), {
        body: [],
        headers: ['a:b'],
        querystring: [],
      });
      assert.deepEqual(pick(replaced, 'config.replace.headers'), []);
    }),
  );

  test(
    'an instance of an unknown plugin is refused, a second one in the same place too, one in another place not',
    withDemo(async (at) => {
      const core = `${await at.plane('booking-prod')}/core-entities`;
      const unknown = await at.caller.expect(400, 'POST', `${core}/plugins`, { name: 'nobody' });
      assert.deepEqual(pick(unknown, 'details.0.messages'), ['plugin(nobody) does not exist']);
      const second = await at.caller.expect(400, 'POST', `${core}/plugins`, { name: 'prometheus' });
      assert.equal(pick(second, 'message'), 'data constraint error');
      await at.caller.expect(201, 'POST', `${core}/services/weather/plugins`, {
        name: 'prometheus',
      });
    }),
  );
});
