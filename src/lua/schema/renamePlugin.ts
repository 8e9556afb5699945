// The text of schema.lua under another plugin name, otherwise unchanged.
import { pluginName } from '../plugin/pluginName';
import { LuaSource } from '../source';

/** Undefined where the name is not written as one text in the file. @param to a plugin name: letters, digits, dashes */
export function renamePlugin(schema: string, to: string): string | undefined {
  const source = new LuaSource('schema', schema);
  const name = pluginName(source);
  if (name?.text === undefined) return undefined;
  const [start, end] = name.node.range;
  const written = source.text.slice(start, end);
  const isLiteral = written === `"${name.text}"` || written === `'${name.text}'`;
  return isLiteral ? `${source.text.slice(0, start)}"${to}"${source.text.slice(end)}` : undefined;
}
