// Lua plugins of any size that look like what people write: helpers, phases, calls of the PDK, a schema with many fields.
import { Seeded } from '../fakes/seeded';

export interface LuaPlugin {
  readonly handler: string;
  readonly schema: string;
}

/** Both files have about as many bytes as asked for, never more. */
export function luaPlugin(bytes: number, seed = 1): LuaPlugin {
  const random = new Seeded(seed);
  const schema = schemaOf(bytes, random);
  return { schema, handler: handlerOf(bytes, random, readFields(schema)) };
}

/** Of 1 to 9 KB, as most plugins are. */
export function luaPlugins(count: number): readonly LuaPlugin[] {
  return Array.from({ length: count }, (_, at) => luaPlugin(1000 + (at % 9) * 1000, at + 1));
}

const words = [
  'account',
  'cache',
  'header',
  'limit',
  'origin',
  'route',
  'tenant',
  'token',
] as const;
const fieldsPerLine = 4;
const phases = ['access', 'rewrite', 'header_filter', 'body_filter', 'log'] as const;

function handlerOf(bytes: number, random: Seeded, used: string): string {
  const head = `local cjson = require "cjson.safe"
local fmt = string.format

local Plugin = {
  PRIORITY = 800,
  VERSION = "1.0.0",
}

`;
  const tail = `${phases.map((phase) => phaseText(phase, phase === 'access' ? used : '')).join('\n')}\nreturn Plugin\n`;
  return filled(bytes, head, tail, (at) => helperText(random, at));
}

/** Locals of a chunk are limited to 200, so helpers are fields of the plugin. */
function helperText(random: Seeded, at: number): string {
  const word = random.pick(words);
  const limit = random.below(1000);
  return `-- Looks up the ${word} of a request and counts how often it was seen.
function Plugin.find_${word}_${at}(conf, request)
  local ${word} = kong.request.get_header("X-${word}-" .. conf.prefix)
  if not ${word} or #${word} > ${limit} then
    kong.log.debug(fmt("no %s in %s", "${word}", kong.request.get_path()))
    return nil, "missing ${word}"
  end
  local seen = { count = 0, ["${random.text('abcdef', 8)}"] = ${limit}, [[${word}]] }
  for index, value in ipairs(conf.values or {}) do
    if value.name == ${word} and index % ${1 + random.below(9)} ~= 0 then
      seen[#seen + 1] = value.name:lower():gsub("%s+", "-")
      seen.count = seen.count + 1
    elseif value.enabled then
      local parsed, err = cjson.decode(value.text)
      if err then
        return nil, err
      end
      seen[value.name] = parsed
    end
  end
  while seen.count > ${limit} do
    seen.count = math.floor(seen.count / 2) - 1
  end
  return seen, request
end

`;
}

function phaseText(phase: string, body: string): string {
  return `function Plugin:${phase}(conf)
  local name = conf.prefix .. "-${phase}"
  kong.log.info(name, " ", tostring(conf.values))
${body}end
`;
}

function schemaOf(bytes: number, random: Seeded): string {
  const head = `local typedefs = require "kong.db.schema.typedefs"

return {
  name = "generated",
  fields = {
    { protocols = typedefs.protocols_http },
    { config = {
      type = "record",
      fields = {
        { prefix = { type = "string", required = true, default = "x" } },
        { values = { type = "array", elements = { type = "record", fields = {
          { name = { type = "string" } },
          { enabled = { type = "boolean" } },
          { text = { type = "string" } },
        } } } },
`;
  const tail = '      },\n    } },\n  },\n}\n';
  return filled(bytes, head, tail, (at) => fieldText(random, at));
}

function fieldText(random: Seeded, at: number): string {
  const name = fieldName(at);
  return random.pick([
    `        { ${name} = { type = "integer", between = { 0, ${random.below(5000)} }, default = 0 } },\n`,
    `        { ${name} = { type = "string", one_of = { "a", "b", "${random.text('xyz', 5)}" } } },\n`,
    `        { ${name} = { type = "map", keys = { type = "string" }, values = { type = "number" } } },\n`,
    `        { ${name} = { type = "set", elements = { type = "string", len_min = ${1 + random.below(9)} } } },\n`,
  ]);
}

function fieldName(at: number): string {
  return `${words[at % words.length]}_${at}`;
}

/** Lua that does something with each field of the schema: what is never read is a finding. */
function readFields(schema: string): string {
  const fields = [...schema.matchAll(/\{ (\w+_\d+) =/g)].map(([, name]) => `conf.${name}`);
  const lines: string[] = [];
  for (let at = 0; at < fields.length; at += fieldsPerLine)
    lines.push(`  kong.log.debug(${fields.slice(at, at + fieldsPerLine).join(', ')})\n`);
  return lines.join('');
}

function filled(bytes: number, head: string, tail: string, part: (at: number) => string): string {
  const parts: string[] = [];
  let left = bytes - head.length - tail.length;
  for (let at = 1; ; at += 1) {
    const text = part(at);
    if (text.length > left) return head + parts.join('') + tail;
    parts.push(text);
    left -= text.length;
  }
}
