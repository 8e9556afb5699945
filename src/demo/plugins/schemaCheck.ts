// Looks at an uploaded schema.lua as Konnect does, and refuses it in the words that people report.

import { type InvalidParameter, invalid } from '../http/refusal';
import { isObject, type Json, type JsonObject } from '../world/json';
import { attributes, fieldTypes, topLevel } from './fields';
import { opaque, readSchema } from './schemaSource';

export interface PluginDescription {
  readonly name: string;
  readonly fields: Json;
}

/** What the schema sandbox lets through (Kong/kong kong/tools/sandbox/require/schema.lua). */
const allowedModules: ReadonlySet<string> = new Set(
  `bit kong.db.schema.typedefs kong.enterprise_edition.tools.redis.v2 kong.enterprise_edition.tools.redis.v2.schema
  kong.tools.redis.schema string.buffer table.clear table.clone table.isarray table.isempty table.new
  table.nkeys`.split(/\s+/),
);

/** Reads the schema in `text`; `field` is the field of the body that holds it. */
export function describePlugin(text: string, field: string): PluginDescription {
  const { syntaxError, modules, table } = readSchema(text);
  const refuse = (reason: string) => invalid([{ field, reason }]);
  const chunk = `[string "${field}"]`;
  if (syntaxError) throw refuse(`${chunk}:${syntaxError.line}: ${syntaxError.message}`);
  const refused = modules.find((module) => !allowedModules.has(module));
  if (refused !== undefined) {
    throw refuse(`${chunk}: plugin schema - require not permitted in sandbox: ${refused}`);
  }
  if (table === undefined) throw refuse('plugin schema must return a table');
  if (!isObject(table) || isOpaque(table))
    throw refuse("plugin schema's name and fields must be constants");
  const problems = schemaProblems(table);
  if (problems.length > 0)
    throw invalid(problems.map((reason): InvalidParameter => ({ field, reason })));
  return { name: String(table.name), fields: table.fields ?? [] };
}

function isOpaque(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(opaque).some((mark) => mark in value);
}

function schemaProblems(table: JsonObject): readonly string[] {
  const problems: string[] = [];
  const complain = (at: string, reason: string) =>
    problems.push(`schema violation (${at}: ${reason})`);
  if (table.name === undefined || table.name === null) complain('name', 'required field missing');
  else if (typeof table.name !== 'string') complain('name', 'expected a string');
  for (const key of Object.keys(table)) if (!topLevel.has(key)) complain(key, 'unknown field');
  if (table.fields === undefined) complain('fields', 'required field missing');
  else checkFields(table.fields, 'fields', complain);
  return problems;
}

type Complain = (at: string, reason: string) => void;

function checkFields(fields: Json | undefined, at: string, complain: Complain): void {
  if (isOpaque(fields)) return;
  if (!Array.isArray(fields)) {
    // `{}` is an array without elements in Lua.
    if (!isObject(fields) || Object.keys(fields).length > 0) complain(at, 'expected an array');
    return;
  }
  for (const [index, field] of fields.entries()) {
    const keys = isObject(field) ? Object.keys(field) : [];
    const [name] = keys;
    if (isOpaque(field)) continue;
    if (!isObject(field) || name === undefined || keys.length !== 1) {
      complain(`${at}[${index + 1}]`, 'expected a table with exactly one key');
    } else checkField(field[name], `${at}.${name}`, complain);
  }
}

function checkField(definition: Json | undefined, at: string, complain: Complain): void {
  if (isOpaque(definition)) return;
  if (!isObject(definition)) {
    complain(at, 'expected a record');
    return;
  }
  const { type } = definition;
  if (type === undefined) complain(`${at}.type`, 'required field missing');
  else if (typeof type === 'string' && !fieldTypes.has(type)) {
    complain(`${at}.type`, `expected one of: ${[...fieldTypes].join(', ')}`);
  }
  for (const key of Object.keys(definition))
    if (!attributes.has(key)) complain(`${at}.${key}`, 'unknown field');
  checkParts(definition, at, complain);
}

function checkParts(definition: JsonObject, at: string, complain: Complain): void {
  const { type, fields, elements, keys, values } = definition;
  if (type === 'record') {
    if (fields === undefined) complain(`${at}.fields`, 'required field missing');
    else checkFields(fields, at, complain);
  }
  if (type === 'array' || type === 'set') {
    if (elements === undefined) complain(`${at}.elements`, 'required field missing');
    else checkField(elements, `${at}.elements`, complain);
  }
  if (type !== 'map') return;
  for (const [part, value] of Object.entries({ keys, values })) {
    if (value === undefined) complain(`${at}.${part}`, 'required field missing');
    else checkField(value, `${at}.${part}`, complain);
  }
}
