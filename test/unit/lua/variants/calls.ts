// Calls that rules look for, and the forms in which people write a call.
import type { CheckOptions } from '../../../../src/lua/check';

export interface Use {
  readonly rule: string;
  /** What is called. */
  readonly path: string;
  readonly call: string;
  readonly phase?: string;
  readonly options?: Partial<CheckOptions>;
}

export const uses: readonly Use[] = [
  { rule: 'no-timers', path: 'ngx.timer.at', call: '(0, print)' },
  { rule: 'denied-global', path: '_G.setmetatable', call: '({}, {})' },
  { rule: 'denied-standard-function', path: 'os.execute', call: '("ls")' },
  { rule: 'denied-member', path: 'ngx.socket.tcp', call: '()' },
  { rule: 'denied-member', path: 'kong.service.set_target', call: '("a", 1)' },
  { rule: 'unknown-pdk', path: 'kong.http.client', call: '("x")' },
  {
    rule: 'pdk-too-new',
    path: 'kong.request.get_id',
    call: '()',
    options: { gatewayVersion: '3.8' },
  },
  { rule: 'pdk-phase', path: 'kong.service.request.set_header', call: '("a", "b")', phase: 'log' },
  { rule: 'no-yield', path: 'ngx.sleep', call: '(1)', phase: 'log' },
  { rule: 'blocking-call', path: 'io.popen', call: '("ls")', options: { sandbox: 'on' } },
  { rule: 'exit-not-returned', path: 'kong.response.exit', call: '(400)' },
  { rule: 'denied-require', path: '_G.require', call: '("pl.file")' },
  { rule: 'strict-require', path: '_G.require', call: '("resty.http")' },
  { rule: 'base-plugin', path: '_G.require', call: '("kong.plugins.base_plugin")' },
  { rule: 'dynamic-require', path: '_G.require', call: '(conf.name)' },
];

/** A plugin that makes the call in each form; `print()` keeps it from being the last statement. */
export const forms: Readonly<Record<string, (use: Use) => string>> = {
  direct: ({ path, call }) => method(`${path}${call}`),
  renamed: ({ path, call }) => {
    const [root = '', ...rest] = path.split('.');
    return `local renamed = ${root}\n${method(`${['renamed', ...rest].join('.')}${call}`)}`;
  },
  'through a local': ({ path, call }) => `local alias = ${path}\n${method(`alias${call}`)}`,
  'through two locals': ({ path, call }) =>
    `local first = ${path}\nlocal second\nsecond = first\n${method(`second${call}`)}`,
  'out of a table': ({ path, call }) =>
    `local tools = { use = ${path} }\n${method(`tools.use${call}`)}`,
  'out of a table filled later': ({ path, call }) =>
    `local tools = {}\ntools["use"] = ${path}\n${method(`tools.use${call}`)}`,
  'with brackets': ({ path, call }) => {
    const [root = '', ...rest] = path.split('.');
    return method(`${root}${rest.map((name) => `["${name}"]`).join('')}${call}`);
  },
  'with a name put together': ({ path, call }) => {
    const at = path.lastIndexOf('.') + 1;
    const [table, name] = [path.slice(0, at - 1), path.slice(at)];
    return method(`${table}["${name.slice(0, 2)}" .. "${name.slice(2)}"]${call}`);
  },
  'in a helper': ({ path, call }) =>
    `local function helper(conf)\n  ${path}${call}\n  print()\nend\n${method('helper(conf)')}`,
  'in a method in the table': ({ path, call, phase = 'access' }) =>
    `local Plugin = { PRIORITY = 1, VERSION = "1", ${phase} = function(self, conf)\n  ${path}${call}\n  print()\nend }`,
  'in an assigned function': ({ path, call, phase = 'access' }) =>
    `${head}\nPlugin["${phase}"] = function(_, conf)\n  ${path}${call}\n  print()\nend`,
};

const head = 'local Plugin = { PRIORITY = 1, VERSION = "1" }';

function method(statement: string): string {
  return `${head}\nfunction Plugin:PHASE(conf)\n  ${statement}\n  print()\nend`;
}
