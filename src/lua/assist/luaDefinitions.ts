// The PDK in the form in which lua-language-server reads definitions.
import type { Translate } from '../../text';
import { isPdkNamespace } from '../gateway/pdk';
import { pdkPage } from './knowledge/pdkPage';
import { allPdkTexts, isForCore, type PdkText, writtenName } from './knowledge/pdkTexts';

/** The type of what may be anything. */
const unknown = 'any';

/** One file of definitions. */
export function luaDefinitions(t: Translate): string {
  const blocks = ['---@meta kong', '---@class kong\nkong = {}', '---@type any\nngx = nil'];
  const declared = new Set(['kong']);
  for (const text of allPdkTexts()) {
    if (isForCore(text)) continue;
    for (const table of tablesAbove(text.name)) {
      if (declared.has(table)) continue;
      declared.add(table);
      if (!isCallable(table)) blocks.push(`---@class ${table}\n${table} = {}`);
    }
    if (declared.has(text.name)) continue;
    blocks.push(isPdkNamespace(text.name) ? callableTable(text, t) : member(text, t));
    declared.add(text.name);
  }
  return `${blocks.join('\n\n')}\n`;
}

function isCallable(table: string): boolean {
  return table === 'kong.log' || table === 'kong.log.inspect';
}

function tablesAbove(name: string): string[] {
  const names = name.split('.').slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join('.'));
}

/** `kong.log(…)` is called and has members. */
function callableTable(text: PdkText, t: Translate): string {
  const types = text.parameters.map((parameter) =>
    parameter === '...' ? `...: ${unknown}` : parameter,
  );
  const lines = [
    `---@class ${text.name}`,
    `---@overload fun(${types.join(', ')})`,
    `${text.name} = {}`,
  ];
  return [...comment(text, t), ...lines].join('\n');
}

function member(text: PdkText, t: Translate): string {
  if (!text.isFunction) {
    const type = /version$/.test(text.name)
      ? 'string'
      : /num$/.test(text.name)
        ? 'integer'
        : 'table';
    return [...comment(text, t), `---@type ${type}`, `${text.name} = nil`].join('\n');
  }
  const parameters = text.parameters.map((parameter) => {
    const [, name = '', mark = '', type = unknown] =
      /^(\.\.\.|\w+)(\??)(?:: (.*))?$/.exec(parameter) ?? [];
    return { name, line: `---@param ${name}${mark} ${type}` };
  });
  const names = parameters.map(({ name }) => name).join(', ');
  return [
    ...comment(text, t),
    ...parameters.map(({ line }) => line),
    ...text.results.map((type) => `---@return ${type}`),
    `function ${writtenName(text)}(${names}) end`,
  ].join('\n');
}

function comment({ name, description }: PdkText, t: Translate): string[] {
  return [`--- ${description}`, '---', `--- ${pdkPage(name, t, true)}`];
}
