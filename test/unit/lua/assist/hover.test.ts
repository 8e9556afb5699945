import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt, signatureOf } from './ask';

const handler = (body: string, phase = 'access') => `local Plugin = {}
function Plugin:${phase}(conf)
  ${body}
end
return Plugin
`;
const schemaText = `return { name = "x", fields = { { config = { type = "record", fields = {
  { mode = { type = "string", default = "fast", one_of = { "fast", "safe" }, description = "How it works." } },
  { hosts = { type = "array", required = true, elements = { type = "string" } } },
} } } } }`;

describe('hover', () => {
  it('tells signature, purpose, phases and version of a function of the PDK', () => {
    assert.equal(
      hoverAt(handler('kong.client.get_|aws_vpce_id()'), { sandbox: 'lax' }),
      [
        '```lua\nfunction kong.client.get_aws_vpce_id(): string|nil, string|nil\n```',
        'VPC endpoint id of the caller when the PROXY header came from AWS PrivateLink.',
        'Phases: `certificate`, `rewrite`, `access`, `response`, `header_filter`, `body_filter`, `log` · since 3.12',
      ].join('\n\n'),
    );
  });

  it('follows an alias, and says why a function cannot be used here', () => {
    const text = hoverAt(handler('local exit = kong.response.exit\n  ex|it(200)', 'log')) ?? '';
    assert.match(text, /^```lua\nfunction kong\.response\.exit\(/);
    assert.match(text, /\$\(warning\) Not in log, only in rewrite, /);
  });

  it('tells a field of the configuration as schema.lua declares it', () => {
    assert.equal(
      hoverAt(handler('kong.log(conf.mo|de)'), { schemaText }),
      '```lua\nconf.mode: string\n```\n\nHow it works.\n\ndefault: `"fast"` · one of `"fast"`, `"safe"`',
    );
    assert.equal(
      hoverAt(handler('kong.log(conf.hos|ts)'), { schemaText }),
      '```lua\nconf.hosts: array of string\n```\n\nrequired',
    );
    assert.equal(
      hoverAt(handler('kong.log(con|f)'), { schemaText }),
      'Configuration with `mode`, `hosts`',
    );
  });

  it('tells when a phase runs', () => {
    assert.equal(
      hoverAt('local P = {}\nfunction P:acc|ess(conf) end\nreturn P'),
      '**access** — For every request, before it goes to the upstream service.',
    );
  });

  it('tells whether a module and a member of ngx are in the sandbox', () => {
    assert.equal(
      hoverAt('local http = require "resty.ht|tp"'),
      '$(warning) Not with the sandbox strict (the default); needs KONG_UNTRUSTED_LUA=lax.',
    );
    assert.equal(hoverAt('local c = require("cjs|on")'), 'In the sandbox.');
    assert.equal(hoverAt(handler('ngx.tim|er.at(0, f)')), '$(warning) Not in the sandbox.');
  });

  it('tells what the words of the schema language mean', () => {
    const given = { file: 'schema' } as const;
    assert.match(
      hoverAt('return { name = "x", fi|elds = {} }', given) ?? '',
      /^\*\*fields\*\* — The fields of the plugin/,
    );
    const field = (inner: string) =>
      `return { name = "x", fields = { { config = { ${inner} } } } }`;
    assert.equal(
      hoverAt(field('type = "rec|ord"'), given),
      '**record** — Table with fixed fields; needs fields.',
    );
    assert.equal(
      hoverAt(field('requ|ired = true'), given),
      '**required** — The value must be present.',
    );
    assert.match(
      hoverAt(
        'local typedefs = require "kong.db.schema.typedefs"\nlocal x = typedefs.po|rt',
        given,
      ) ?? '',
      /typedefs\.port: integer/,
    );
  });

  it('says of the PDK only what a language server with definitions does not say', () => {
    const leave = { leaveLua: true, leavePdk: true };
    assert.equal(
      hoverAt(handler('kong.response.ex|it(200)', 'log'), leave),
      'Phases: `rewrite`, `access`, `response`, `header_filter`, `preread`\n\n$(warning) Not in log, only in rewrite, access, response, header_filter, preread.',
    );
    assert.equal(hoverAt(handler('kong.re|sponse.exit(200)'), leave), undefined);
  });

  it('is silent about what it does not know', () => {
    for (const body of [
      'local fo|o = 1',
      '-- kong.request.get_hea|der',
      'foo.ba|r()',
      '"kong.request|"',
    ]) {
      assert.equal(hoverAt(handler(body)), undefined, body);
    }
  });
});

describe('signature help', () => {
  it('shows the parameter that the cursor is at, also in a call that is not closed', () => {
    for (const body of [
      'kong.response.exit(200, |)',
      'kong.response.exit(200, |',
      'kong.response.exit(200, { a| }',
    ]) {
      const found = signatureOf(handler(body));
      assert.deepEqual(
        { label: found?.label, active: found?.active },
        {
          label: 'kong.response.exit(status: number, body?: table|string, headers?: table)',
          active: 1,
        },
        body,
      );
    }
  });

  it('marks the parameters in the label', () => {
    const { label = '', parameters = [] } = signatureOf(handler('kong.response.exit(|)')) ?? {};
    assert.deepEqual(
      parameters.map((place) => label.slice(...place)),
      ['status: number', 'body?: table|string', 'headers?: table'],
    );
  });

  it('follows aliases and knows the functions of the file', () => {
    assert.match(
      signatureOf(handler('local log = kong.log\n  log.err(|)'))?.label ?? '',
      /^kong\.log\.err/,
    );
    const own = 'local function add(left, right) end\nadd(1, |)';
    assert.deepEqual(
      { label: signatureOf(own)?.label, active: signatureOf(own)?.active },
      { label: 'add(left, right)', active: 1 },
    );
  });

  it('stays at the last parameter of an open-ended list', () => {
    assert.equal(signatureOf(handler('kong.log(1, 2, 3, |)'))?.active, 0);
  });

  it('is silent outside of calls and in functions inside of calls', () => {
    for (const body of [
      '|',
      'kong.response.exit(200)|',
      'kong.response.exit(200, function() | end)',
      'f(|)',
    ]) {
      assert.equal(signatureOf(handler(body)), undefined, body);
    }
  });
});
