import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Circumstances, labelsAt, suggestionAt, suggestionsAt } from './ask';

const inPhase = (
  phase: string,
  body: string,
  before = '',
) => `local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }
${before}
function Plugin:${phase}(conf)
  ${body}
end

return Plugin
`;

const schemaText = `
return {
  name = "mine",
  fields = {
    { config = {
        type = "record",
        fields = {
          { url = { type = "string", required = true, description = "Where it goes." } },
          { retry = { type = "record", fields = { { count = { type = "integer", default = 3 } } } } },
        },
    } },
  },
}
`;

describe('completion of the PDK', () => {
  it('lists the members of a table behind its dot, in code that does not parse yet', () => {
    const labels = labelsAt(inPhase('access', 'kong.router.|'));
    assert.deepEqual(labels, ['get_route', 'get_service']);
  });

  const unfinished: Readonly<Record<string, string>> = {
    'a statement': 'kong.router.|',
    'a started word': 'kong.router.get_r|',
    'an assignment': 'local route = kong.router.|',
    'an argument': 'kong.log.debug(kong.router.|)',
    'an argument of a call without its bracket': 'kong.log.debug("at", kong.router.|',
    'a condition without then': 'if kong.router.|',
    'a condition of several': 'if conf.url and not kong.router.|\n  then return end',
    'a table': 'local t = {\n    route = kong.router.|\n    other = 1,\n  }',
    'a return in mid-block': 'return kong.router.|\n  kong.log("never")',
    'a loop': 'for k, v in pairs(kong.router.|',
    'a concatenation': 'kong.log("a" .. kong.router.|)',
    'the line above another statement': 'kong.router.|\n  local x = 1',
    'an index': 'local x = names[kong.router.|]',
    'a repeat': 'repeat\n    x = 1\n  until kong.router.|',
  };
  for (const [what, body] of Object.entries(unfinished)) {
    it(`works in ${what}`, () => {
      assert.deepEqual(labelsAt(inPhase('access', body)), ['get_route', 'get_service']);
    });
  }

  it('works in a function without its end, with and without code behind it', () => {
    const open =
      'local Plugin = {}\nfunction Plugin:access(conf)\n  if conf.on then\n    kong.router.|\n';
    for (const rest of ['', '\nfunction Plugin:log(conf)\nend\n\nreturn Plugin\n']) {
      assert.deepEqual(labelsAt(open + rest), ['get_route', 'get_service']);
    }
  });

  it('follows aliases, also those inside the function', () => {
    const before = 'local req = kong.request';
    assert.ok(labelsAt(inPhase('access', 'req.|', before)).includes('get_header'));
    const local = 'local service = kong.service\n  local r = service.request\n  r.|';
    assert.ok(labelsAt(inPhase('access', local)).includes('set_header'));
  });

  it('says how a function is called and what it gives, and puts its brackets', () => {
    const found = suggestionAt(inPhase('access', 'kong.request.|'), 'get_header');
    assert.deepEqual(
      { ...found, documentation: found.documentation?.split('\n\n').slice(0, 2) },
      {
        label: 'get_header',
        kind: 'function',
        signature: '(name: string): string|nil',
        snippet: 'get_header($0)',
        shows: 'parameters',
        documentation: [
          '```lua\nfunction kong.request.get_header(name: string): string|nil\n```',
          'One request header (first value).',
        ],
      },
    );
    const called = suggestionAt(inPhase('access', 'kong.request.get_h|("x")'), 'get_header');
    assert.equal(called.snippet, undefined);
  });

  it('leaves out what no sandbox gives and what is for the core', () => {
    assert.ok(!labelsAt(inPhase('access', 'ngx.|')).includes('timer'));
    assert.ok(labelsAt(inPhase('access', 'ngx.|')).includes('ctx'));
    assert.ok(!labelsAt(inPhase('access', 'kong.vault.|')).includes('warmup'));
  });

  const nothing = [
    '-- kong.|',
    '--[[ kong.| ]]',
    'local x = "kong.|"',
    'local x = 1.|',
    "local x = 'kong.|",
  ];
  for (const body of nothing) {
    it(`is silent in ${body}`, () => assert.deepEqual(labelsAt(inPhase('access', body)), []));
  }
});

describe('what cannot be used here is struck through with the reason', () => {
  const refusal = (marked: string, label: string, given?: Circumstances) =>
    suggestionAt(marked, label, given).refusal;

  it('outside its phases', () => {
    assert.equal(
      refusal(inPhase('log', 'kong.response.|'), 'exit'),
      'Not in log, only in rewrite, access, response, header_filter, preread.',
    );
    assert.equal(refusal(inPhase('access', 'kong.response.|'), 'exit'), undefined);
  });

  it('in a helper, by the phases that call it', () => {
    const helper = (body: string) => `local Plugin = {}
local function answer()
  ${body}
end
function Plugin:log() answer() end
function Plugin:access() %s end
return Plugin`;
    const inLog = helper('kong.response.|').replace('%s', '');
    assert.match(refusal(inLog, 'exit') ?? '', /^Not in log/);
    const inBoth = helper('kong.response.|').replace('%s', 'answer()');
    assert.equal(refusal(inBoth, 'exit'), undefined);
  });

  it('in a file that returns nothing yet', () => {
    assert.match(
      refusal('function Plugin:log(conf)\n  kong.response.|', 'exit') ?? '',
      /^Not in log/,
    );
  });

  it('with a stricter sandbox', () => {
    const marked = inPhase('access', 'kong.|');
    const words = 'Not with the sandbox strict (the default); needs KONG_UNTRUSTED_LUA=lax.';
    assert.equal(refusal(marked, 'cache'), words);
    assert.equal(refusal(marked, 'cache', { sandbox: 'lax' }), undefined);
  });

  it('with an older gateway', () => {
    const marked = inPhase('access', 'kong.client.|');
    assert.equal(
      refusal(marked, 'get_aws_vpce_id', { sandbox: 'lax', gatewayVersion: '3.10' }),
      'Documented from 3.12 on; the gateway runs 3.10.',
    );
    assert.equal(
      refusal(marked, 'get_aws_vpce_id', { sandbox: 'lax', gatewayVersion: '3.12' }),
      undefined,
    );
  });
});

describe('completion of the configuration', () => {
  it('lists the fields of schema.lua with their types', () => {
    const found = suggestionsAt(inPhase('access', 'kong.log(conf.|)'), { schemaText });
    assert.deepEqual(
      found.map(({ label, note }) => `${label}: ${note}`),
      ['url: string', 'retry: record'],
    );
  });

  it('goes into records, through aliases and helpers', () => {
    assert.deepEqual(labelsAt(inPhase('access', 'kong.log(conf.retry.|)'), { schemaText }), [
      'count',
    ]);
    const alias = 'local retry = conf.retry\n  kong.log(retry.|)';
    assert.deepEqual(labelsAt(inPhase('access', alias), { schemaText }), ['count']);
    const helper = 'local function go(settings)\n  kong.log(settings.|)\nend';
    assert.deepEqual(labelsAt(inPhase('access', 'go(conf)', helper), { schemaText }), [
      'url',
      'retry',
    ]);
  });

  it('takes a parameter called conf for it, where nothing else is known of it', () => {
    const helper = 'local function later(conf)\n  kong.log(conf.retry.|)\nend';
    assert.deepEqual(labelsAt(inPhase('access', '', helper), { schemaText }), ['count']);
    const other = 'local function add(conf)\n  kong.log(conf.|)\nend\nadd({ own = 1 })';
    assert.deepEqual(labelsAt(inPhase('access', '', other), { schemaText }), ['url', 'retry']);
  });

  it('knows conf in a file that returns nothing yet', () => {
    const marked = 'local Plugin = {}\nfunction Plugin:access(conf)\n  local url = conf.|';
    assert.deepEqual(labelsAt(marked, { schemaText }), ['url', 'retry']);
  });
});

describe('completion of other names', () => {
  it('offers the phases that are not there yet, as whole methods', () => {
    const marked = inPhase('access', 'kong.log(1)').replace('\nreturn', '\n|\nreturn');
    const phases = suggestionsAt(marked).filter(({ kind }) => kind === 'phase');
    assert.deepEqual(phases[0], {
      label: 'function Plugin:rewrite',
      kind: 'phase',
      note: 'phase',
      documentation: 'Before a route is found; for global plugins only.',
      snippet: `function Plugin:rewrite(\${1:conf})\n  $0\nend`,
      isLikely: true,
      rank: 1,
    });
    assert.deepEqual(
      phases.slice(0, 5).map(({ label }) => label.replace('function Plugin:', '')),
      ['rewrite', 'header_filter', 'body_filter', 'response', 'log'],
    );
    assert.ok(!phases.some(({ label }) => label.endsWith(':access')));
    assert.ok(!phases.some(({ label }) => label.endsWith(':init_worker')));
  });

  it('completes the name of a method, and warns of filters beside response', () => {
    const marked =
      'local Plugin = {}\nfunction Plugin:response(conf)\nend\nfunction Plugin:|\nreturn Plugin\n';
    const found = suggestionAt(marked, 'body_filter');
    assert.equal(found.snippet, `body_filter(\${1:conf})\n  $0\nend`);
    assert.equal(found.refusal, 'Not together with response: the plugin would not load.');
    assert.ok(!labelsAt(marked).includes('response'));
  });

  it('offers no method inside a function', () => {
    const labels = labelsAt(inPhase('access', '|'));
    assert.ok(!labels.some((label) => label.startsWith('function Plugin')));
  });

  it('offers nothing where a name is made up, nor behind a value in brackets', () => {
    for (const marked of [
      'local function f(|) end',
      'function P:access(conf, |) end',
      'local na|',
      'for i| = 1, 2 do end',
      'for k, v| in pairs(t) do end',
      'f(1 |)',
      'local t = { a = 1 | }',
      'function P:access(kong.response.|)',
    ]) {
      assert.deepEqual(labelsAt(marked), [], marked);
    }
    assert.ok(labelsAt('local t = { a = 1; b = | }').includes('kong'));
  });

  it('offers the locals in sight and nothing declared elsewhere', () => {
    const body =
      'local here = 1\n  do local gone = 2 end\n  for i = 1, 3 do\n    |\n  end\n  local later = 3';
    const labels = labelsAt(inPhase('access', body));
    for (const name of ['here', 'i', 'conf', 'self', 'Plugin', 'kong', 'ipairs', 'return']) {
      assert.ok(labels.includes(name), name);
    }
    for (const name of ['gone', 'later', 'setmetatable', 'io.open']) {
      assert.ok(!labels.includes(name), name);
    }
  });

  it('offers modules in a require, marked where they need another sandbox', () => {
    const marked = 'local http = require("|")';
    assert.ok(labelsAt(marked).includes('cjson.safe'));
    assert.match(suggestionAt(marked, 'resty.http').refusal ?? '', /lax/);
    assert.equal(suggestionAt(marked, 'resty.http', { sandbox: 'lax' }).refusal, undefined);
    assert.ok(labelsAt('local ok, m = pcall(require, "|")').includes('cjson'));
    assert.ok(labelsAt("local m = require '|").includes('cjson'));
  });

  it('offers the rules in a comment that switches them off', () => {
    const labels = labelsAt(inPhase('access', '-- kong-disable-next-line no-timers, |'));
    assert.ok(labels.includes('pdk-phase') && !labels.includes('no-timers'));
    assert.ok(!labels.includes('schema-secret'));
    assert.ok(labelsAt('-- kong-disable-file |', { file: 'schema' }).includes('schema-secret'));
    assert.deepEqual(labelsAt('-- ko|'), ['kong-disable-next-line', 'kong-disable-file']);
  });

  it('leaves plain Lua and the PDK to a language server that knows them', () => {
    const leave = { leaveLua: true, leavePdk: true };
    assert.deepEqual(labelsAt(inPhase('access', 'kong.request.|'), leave), []);
    assert.deepEqual(labelsAt(inPhase('access', '|'), leave), []);
    assert.deepEqual(labelsAt(inPhase('access', 'kong.log(conf.|)'), { ...leave, schemaText }), [
      'url',
      'retry',
    ]);
  });
});
