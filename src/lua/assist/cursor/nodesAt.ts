// The parts of a syntax tree that a place lies in, from the outermost to the innermost.
import type { Chunk, Expression, Span, Statement, TableField } from '../../syntax/tree';

export type SyntaxNode = Chunk | Statement | Expression | TableField | OtherNode;

/** Clauses of `if`, and whatever else has a place. */
interface OtherNode {
  readonly type: 'IfClause' | 'ElseifClause' | 'ElseClause';
  readonly range: Span;
  readonly body: readonly Statement[];
}

export function nodesAt(chunk: Chunk, offset: number): SyntaxNode[] {
  const path: SyntaxNode[] = [chunk];
  for (let at: SyntaxNode | undefined = chunk; at !== undefined; ) {
    at = childAt(at, offset);
    if (at !== undefined) path.push(at);
  }
  return path;
}

function childAt(node: SyntaxNode, offset: number): SyntaxNode | undefined {
  for (const [key, value] of Object.entries(node)) {
    // What the scope analysis ties to a name is no part of it.
    if (key === 'variable' && node.type === 'Identifier') continue;
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(part) && part.range[0] <= offset && offset < part.range[1]) return part;
    }
  }
  return undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
