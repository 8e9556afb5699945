// The parameters of the call that a place is inside of.
import type { CallExpression } from '../syntax/tree';
import { type Cursor, findCursor } from './cursor/cursor';
import { pdkPage } from './knowledge/pdkPage';
import { pdkSignature, pdkText, writtenName } from './knowledge/pdkTexts';
import type { AssistRequest, Signature } from './request';

export function signatureAt(request: AssistRequest): Signature | undefined {
  const cursor = findCursor(request.file, request.text, request.offset);
  const call = cursor && callAround(cursor);
  if (cursor === undefined || call === undefined) return undefined;
  const active = call.arguments.filter(({ range }) => range[1] <= cursor.word[0]).length;
  const value = cursor.source.values.valueOf(call.base);
  if (value?.kind === 'path' && value.chain !== undefined)
    return ofPdk(value.path, active, request);
  if (value?.kind !== 'function' || request.leaveLua) return undefined;
  const name = cursor.source.slice(call.base.range);
  const names = value.scope.parameters.flatMap(({ kind, name: own }) =>
    kind === 'self' ? [] : [own],
  );
  return signature(name, names, '', active, '');
}

/** The innermost call whose brackets are around the cursor, in the same function. */
function callAround({ path, word: [at] }: Cursor): CallExpression | undefined {
  for (const node of [...path].reverse()) {
    if (node.type === 'FunctionDeclaration') return undefined;
    if (node.type === 'CallExpression' && node.base.range[1] < at) return node;
  }
  return undefined;
}

function ofPdk(path: string, active: number, { t }: AssistRequest): Signature | undefined {
  const text = pdkText(path);
  if (text === undefined || !text.isFunction) return undefined;
  const all = pdkSignature(text);
  const results = all.slice(all.lastIndexOf(')') + 1);
  const page = [text.description, pdkPage(path, t, true)].join('\n\n');
  return signature(writtenName(text), text.parameters, results, active, page);
}

function signature(
  name: string,
  parameters: readonly string[],
  results: string,
  active: number,
  markdown: string,
): Signature {
  let label = `${name}(`;
  const places = parameters.map((parameter, at) => {
    label += at === 0 ? '' : ', ';
    const start = label.length;
    label += parameter;
    return [start, label.length] as const;
  });
  const isOpenEnded = parameters.at(-1) === '...';
  const last = isOpenEnded ? Math.min(active, parameters.length - 1) : active;
  return { label: `${label})${results}`, parameters: places, active: last, markdown };
}
