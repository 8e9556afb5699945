// Names that stand alone: locals in sight, the sandbox's globals, keywords.
import { knownMembers } from '../../gateway/sandbox';
import { placeholder } from '../cursor/cursor';
import { allKeywords } from '../cursor/grammar';
import type { SyntaxNode } from '../cursor/nodesAt';
import { isNowhere, memberRefusal } from '../knowledge/refusal';
import type { Suggestion } from '../request';
import type { CompletionPlace } from './place';

export function nameSuggestions({ request, cursor }: CompletionPlace): Suggestion[] {
  if (request.leaveLua) return [];
  const locals = new Set(cursor.path.flatMap((node) => namesDeclared(node, cursor.word[0])));
  locals.delete(placeholder);
  const globals = knownMembers([]).filter((name) => !locals.has(name));
  return [
    ...[...locals].map((label): Suggestion => ({ label, kind: 'variable' })),
    ...(request.file === 'schema'
      ? globals.filter((name) => !/^(?:kong|ngx)$/.test(name))
      : globals
    )
      .filter((name) => !isNowhere([name], request))
      .map((label): Suggestion => {
        const refusal = memberRefusal([label], [], request);
        return { label, kind: 'variable', ...(refusal !== undefined && { refusal }) };
      }),
    ...allKeywords.map((label): Suggestion => ({ label, kind: 'keyword', ...first(label) })),
  ];
}

/** In front of the methods that begin with it: who types `func` may mean no more than that. */
function first(keyword: string): Pick<Suggestion, 'isLikely'> {
  return keyword === 'function' ? { isLikely: true } : {};
}

/** What a part of the tree declares for the code inside it that comes behind its declaration. */
function namesDeclared(node: SyntaxNode, before: number): string[] {
  const names: string[] = [];
  if (node.type === 'FunctionDeclaration') {
    for (const name of node.parameters) if (name.type === 'Identifier') names.push(name.name);
    if (node.identifier?.type === 'MemberExpression' && node.identifier.indexer === ':') {
      names.push('self');
    }
  } else if (node.type === 'ForNumericStatement') names.push(node.variable.name);
  else if (node.type === 'ForGenericStatement')
    names.push(...node.variables.map(({ name }) => name));
  if (!('body' in node)) return names;
  for (const statement of node.body) {
    if (statement.range[0] >= before) break;
    if (statement.type === 'FunctionDeclaration' && statement.isLocal) {
      if (statement.identifier?.type === 'Identifier') names.push(statement.identifier.name);
    } else if (statement.type === 'LocalStatement' && statement.range[1] <= before) {
      names.push(...statement.variables.map(({ name }) => name));
    }
  }
  return names;
}
