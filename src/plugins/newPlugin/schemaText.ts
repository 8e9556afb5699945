// The schema.lua of a new plugin.
import { encodeString } from '../../lua/syntax/literals';
import type { NewField, NewPlugin } from './newPlugin';

export function schemaText({ name, fields }: Pick<NewPlugin, 'name' | 'fields'>): string {
  return `-- What an instance of the plugin can be configured with.

local typedefs = require "kong.db.schema.typedefs"

return {
  name = ${encodeString(name)},
  fields = {
    { protocols = typedefs.protocols_http },
    {
      config = {
        type = "record",
        fields = {
${fields.map(fieldText).join('')}        },
      },
    },
  },
}
`;
}

function fieldText(field: NewField): string {
  const lines = attributes(field).map((line) => `              ${line},\n`);
  return `          {\n            ${field.name} = {\n${lines.join('')}            },\n          },\n`;
}

function attributes({ type, required, secret, default: preset }: NewField): readonly string[] {
  const marks = 'encrypted = true, referenceable = true';
  const text = secret ? `{ type = "string", ${marks} }` : '{ type = "string" }';
  return [
    `type = "${type}"`,
    ...(type === 'array' ? [`elements = ${text}`] : []),
    ...(type === 'map' ? ['keys = { type = "string" }', `values = ${text}`] : []),
    ...(required ? ['required = true'] : []),
    ...(preset === undefined ? [] : [`default = ${luaValue(preset)}`]),
    ...(secret && type === 'string' ? ['encrypted = true', 'referenceable = true'] : []),
  ];
}

function luaValue(value: NonNullable<NewField['default']>): string {
  if (typeof value === 'string') return encodeString(value);
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? '{}' : `{ ${value.map(encodeString).join(', ')} }`;
}
