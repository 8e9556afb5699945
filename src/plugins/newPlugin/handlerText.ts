// The handler.lua of a new plugin: each chosen phase does a little, and the first of them uses the configuration.
import type { NewField, NewPlugin, NewPluginPhase } from './newPlugin';

export function handlerText({ name, phases, fields, sandbox }: NewPlugin): string {
  const table = tableName(name);
  const methods = phases.map((phase, index) => {
    const used = index === 0 ? fields : [];
    return phase === 'configure'
      ? configure(table, used)
      : method(table, phase, name, used.flatMap(fieldLines));
  });
  return `-- The plugin ${name}: say here in one sentence what it does.
-- Written for the sandbox "${sandbox}" of the data planes. A streamed plugin has no timers and no further modules.

local ${table} = {
  PRIORITY = 1000, -- the higher it is, the earlier the plugin runs among the others
  VERSION = "0.1.0",
}

${methods.join('\n')}
return ${table}
`;
}

/** What the phase is for, as a comment above its method. */
const purposes: Readonly<Record<Exclude<NewPluginPhase, 'configure'>, string>> = {
  rewrite:
    'Before a route is chosen; runs only where the plugin is set up for the whole control plane.',
  access: 'Before the request goes to the upstream service.',
  response:
    'When the whole answer of the upstream service is there: it is held in memory until then.',
  header_filter: 'When the headers of the answer are there.',
  body_filter: 'For each part of the answer as it passes.',
  log: 'After the last byte has gone to the client.',
};

function method(
  table: string,
  phase: Exclude<NewPluginPhase, 'configure'>,
  name: string,
  lines: readonly string[],
): string {
  const header = `"X-${name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}"`;
  const bodies: Readonly<Record<typeof phase, readonly string[]>> = {
    rewrite: ['kong.log.debug("request for ", kong.request.get_path())'],
    access: [`kong.service.request.set_header(${header}, "seen")`],
    response: [`kong.response.set_header(${header}, "seen")`],
    header_filter: [`kong.response.set_header(${header}, "seen")`],
    body_filter: [
      'local chunk, is_last = ngx.arg[1], ngx.arg[2]',
      'kong.log.debug("part of ", #(chunk or ""), " bytes, the last: ", is_last)',
    ],
    log: ['kong.log.debug("answered with status ", kong.response.get_status())'],
  };
  // Said once in the comment; the check need not say it again.
  const silence = phase === 'response' ? '-- kong-disable-next-line response-buffers\n' : '';
  // Only a method that uses its configuration names it.
  const parameter = lines.length > 0 ? 'conf' : '_';
  return `-- ${purposes[phase]}
${silence}function ${table}:${phase}(${parameter})
${indented([...lines, ...bodies[phase]], 1)}end
`;
}

function configure(table: string, fields: readonly NewField[]): string {
  const lines =
    fields.length > 0
      ? [
          'for _, conf in ipairs(configs or {}) do',
          ...fields.flatMap(fieldLines).map((line) => `  ${line}`),
          'end',
        ]
      : ['kong.log.debug("instances: ", #(configs or {}))'];
  return `-- Outside of requests: whenever the configuration of any instance has changed. \`configs\` is nil when there is none.
function ${table}:configure(configs)
${indented(lines, 1)}end
`;
}

/** One use of a field, in the way that its type asks for. */
function fieldLines({ name, type, secret }: NewField): readonly string[] {
  const value = `conf.${name}`;
  if (type === 'boolean') return [`if ${value} then`, `  kong.log.debug("${name} is on")`, 'end'];
  if (type === 'array') {
    const shown = secret ? '' : ', item';
    const item = secret ? '_' : 'item';
    return [
      `for index, ${item} in ipairs(${value} or {}) do`,
      `  kong.log.debug("${name} ", index${secret ? '' : ', ": "'}${shown})`,
      'end',
    ];
  }
  if (type === 'map') {
    const held = secret ? '_' : 'value';
    return [
      `for key, ${held} in pairs(${value} or {}) do`,
      `  kong.log.debug("${name}, ", key${secret ? '' : ', ": ", value'})`,
      'end',
    ];
  }
  // The value of a secret never goes into a log.
  return secret
    ? [`kong.log.debug("${name} is ", ${value} and "set" or "not set")`]
    : [`kong.log.debug("${name}: ", ${value})`];
}

function indented(lines: readonly string[], depth: number): string {
  return lines.map((line) => `${'  '.repeat(depth)}${line}\n`).join('');
}

/** `rate-note` becomes `RateNote`; a name of Lua does not start with a digit. */
function tableName(plugin: string): string {
  const name = plugin
    .split('-')
    .filter((part) => part !== '')
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join('');
  return /^\d/.test(name) ? `Plugin${name}` : name;
}
