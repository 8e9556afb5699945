// Methods that rules look for, and the forms in which people give a plugin a method.
export interface Method {
  readonly rule: string;
  readonly name: string;
  readonly parameters?: string;
  readonly body?: string;
  /** What else the plugin has. */
  readonly more?: string;
  readonly schema?: string;
}

const streamSchema =
  'return { name = "x", fields = { { protocols = { type = "set", elements = { type = "string", one_of = { "tcp" } } } }, { config = { type = "record", fields = {} } } } }';

export const methods: readonly Method[] = [
  { rule: 'no-init-worker', name: 'init_worker' },
  { rule: 'unknown-phase', name: 'acces' },
  { rule: 'response-buffers', name: 'response' },
  { rule: 'response-with-filters', name: 'response', more: 'header_filter' },
  { rule: 'phase-self', name: 'access', parameters: 'conf' },
  { rule: 'phase-protocol', name: 'access', schema: streamSchema },
  { rule: 'content-length', name: 'body_filter', body: 'kong.response.set_raw_body("x")' },
  { rule: 'raw-body-nil', name: 'access', body: 'print(#kong.request.get_raw_body())' },
  { rule: 'global-write', name: 'access', body: 'counter = 1' },
  { rule: 'protected-table', name: 'access', body: 'kong.request.extra = 1' },
  { rule: 'undefined-global', name: 'access', body: 'print(missing.x)' },
  { rule: 'unused-local', name: 'access', body: 'local never = 1' },
  { rule: 'pdk-colon', name: 'access', body: 'kong.request:get_header("x")' },
  {
    rule: 'unknown-conf-field',
    name: 'access',
    body: 'print(conf.missing)',
    schema: 'return { name = "x", fields = { { config = { type = "record", fields = {} } } } }',
  },
];

/** A handler that has the method. */
export const methodForms: Readonly<Record<string, (method: Method) => string>> = {
  'assigned as a function': (it) =>
    plugin(it, `${head}\nPlugin.${it.name} = function(${list(it)})\n${body(it)}\nend`),
  'in brackets': (it) =>
    plugin(it, `${head}\nPlugin["${it.name}"] = function(${list(it)})\n${body(it)}\nend`),
  'in the table': (it) =>
    plugin(
      it,
      `local Plugin = { PRIORITY = 1, VERSION = "1", ${it.name} = function(${list(it)})\n${body(it)}\nend }`,
    ),
  'declared with a dot': (it) =>
    plugin(it, `${head}\nfunction Plugin.${it.name}(${list(it)})\n${body(it)}\nend`),
  'as a local function': (it) =>
    plugin(
      it,
      `${head}\nlocal function run(${list(it)})\n${body(it)}\nend\nPlugin.${it.name} = run`,
    ),
  'of a renamed table': (it) =>
    plugin(
      it,
      `${head}\nlocal alias = Plugin\nfunction alias.${it.name}(${list(it)})\n${body(it)}\nend`,
    ),
};

const head = 'local Plugin = { PRIORITY = 1, VERSION = "1" }';

function plugin({ more }: Method, text: string): string {
  const other = more === undefined ? '' : `\nfunction Plugin:${more}(conf)\n  print(conf)\nend`;
  return `${text}${other}\nreturn Plugin\n`;
}

function list({ parameters = 'self, conf' }: Method): string {
  return parameters;
}

function body({ body: text = 'print(conf)' }: Method): string {
  return `  ${text}\n  print()`;
}
