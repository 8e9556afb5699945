// What is known of the word at a place: PDK, sandbox, configuration, phases, the schema language.

import { isPdkNamespace, pdkMembers } from '../gateway/pdk';
import { isMissingGlobal, isSandboxGlobal, moduleAccess } from '../gateway/sandbox';
import { allPhases } from '../plugin/phases';
import { typedefs } from '../schema/data/typedefs';
import { typedefsModule } from '../schema/evaluation/library';
import type { LuaSource } from '../source';
import type { Expression, Span } from '../syntax/tree';
import { isModuleName } from './completion/modules';
import { whenItRuns } from './completion/phases';
import { placeInSchema } from './completion/schema/schemaPlace';
import { nodesAt, type SyntaxNode } from './cursor/nodesAt';
import { fieldAt, fieldPage, fieldsBelow, namesBelowConf } from './knowledge/configuration';
import { inLua, pdkPage } from './knowledge/pdkPage';
import { phasesAt } from './knowledge/phasesAt';
import { memberRefusal, moduleRefusal } from './knowledge/refusal';
import { wordInSchema } from './knowledge/schemaWord';
import { typedefWords } from './knowledge/words';
import type { AssistRequest, Description } from './request';

export function describe(source: LuaSource, request: AssistRequest): Description | undefined {
  const word = wordAt(source.text, request.offset);
  const path = nodesAt(source.chunk, word[0]);
  const node = path.at(-1);
  const markdown =
    node?.type === 'StringLiteral'
      ? describeString(source, request, path)
      : describeName(source, request, path);
  if (markdown === undefined || node === undefined) return undefined;
  const at = node.type === 'StringLiteral' ? node.range : word;
  return { markdown, range: source.lines.range(at) };
}

function wordAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && /[\w\u0080-\uffff]/.test(text[start - 1] ?? '')) start -= 1;
  const rest = /^[\w\u0080-\uffff]*/.exec(text.slice(start, start + 200));
  return [start, start + (rest?.[0].length ?? 0)];
}

function describeString(
  source: LuaSource,
  request: AssistRequest,
  path: readonly SyntaxNode[],
): string | undefined {
  const [node, parent] = [path.at(-1), path.at(-2)];
  if (node?.type !== 'StringLiteral') return undefined;
  const text = source.values.textOf(node) ?? '';
  if (!isModuleName(source.values, node, parent)) {
    return request.file === 'schema' ? wordInSchema(placeInSchema(path, source), text) : undefined;
  }
  if (request.file === 'schema') return undefined;
  const refusal = moduleRefusal(text, request);
  if (refusal !== undefined) return warning(refusal);
  const isPlain = moduleAccess(text, 'strict') === 'allowed';
  return isPlain ? request.t('In the sandbox.') : request.t('In the sandbox {0}.', request.sandbox);
}

function describeName(
  source: LuaSource,
  request: AssistRequest,
  path: readonly SyntaxNode[],
): string | undefined {
  const [node, parent, above] = [path.at(-1), path.at(-2), path.at(-3)];
  if (node?.type !== 'Identifier') return undefined;
  if (parent?.type === 'TableKeyString' && parent.key === node) {
    if (request.file === 'schema') return wordInSchema(placeInSchema(path, source), node.name);
    return describePhase(node.name, request);
  }
  const isMember = parent?.type === 'MemberExpression' && parent.identifier === node;
  if (isMember && above?.type === 'FunctionDeclaration' && above.identifier === parent) {
    return describePhase(node.name, request);
  }
  return describeValue(source, request, isMember ? parent : node);
}

function describePhase(name: string, { file, t }: AssistRequest): string | undefined {
  if (file !== 'handler' || !allPhases.includes(name)) return undefined;
  return `**${name}** — ${whenItRuns(name, t)}`;
}

function describeValue(
  source: LuaSource,
  request: AssistRequest,
  node: Expression,
): string | undefined {
  const { schema, t } = request;
  const names = namesBelowConf(source, node);
  if (names?.length === 0) {
    const fields = fieldsBelow(schema, []).map(({ name }) => `\`${name}\``);
    return fields.length === 0 ? undefined : t('Configuration with {0}', fields.join(', '));
  }
  if (names !== undefined) {
    const field = fieldAt(schema, names);
    return field && fieldPage(['conf', ...names].join('.'), field, t);
  }
  const value = source.values.valueOf(node);
  if (value?.kind !== 'path') return undefined;
  const { chain, parent, name } = value;
  if (parent?.module === typedefsModule) {
    const meaning = typedefWords.get(name);
    return meaning && [inLua(`typedefs.${name}: ${typedefs[name]?.type}`), meaning].join('\n\n');
  }
  const [root = ''] = chain ?? [];
  const isKnown = isSandboxGlobal(root) || isMissingGlobal(root);
  if (request.file === 'schema' || chain === undefined || !isKnown) return undefined;
  return describeMember(source, request, chain, node);
}

function describeMember(
  source: LuaSource,
  request: AssistRequest,
  chain: readonly string[],
  node: Expression,
): string | undefined {
  const path = chain.join('.');
  const refusal = memberRefusal(chain, phasesAt(source, node.range[0]), request);
  const page = pdkPage(path, request.t, request.leavePdk) ?? tablePage(path, request);
  const isOurs = page !== undefined || chain[0] === 'ngx';
  if (refusal !== undefined && (isOurs || !request.leaveLua)) {
    return [...(page === undefined ? [] : [page]), warning(refusal)].join('\n\n');
  }
  return page;
}

function tablePage(path: string, { t, leavePdk }: AssistRequest): string | undefined {
  if (leavePdk || !isPdkNamespace(path)) return undefined;
  const members = [...pdkMembers(path)].map((name) => `\`${name}\``);
  return [inLua(path), t('Part of the plugin development kit: {0}', members.join(', '))].join(
    '\n\n',
  );
}

function warning(text: string): string {
  return `$(warning) ${text}`;
}
