// The place to complete at, as the makers of suggestions see it.
import type { Cursor } from '../cursor/cursor';
import type { SyntaxNode } from '../cursor/nodesAt';
import type { AssistRequest } from '../request';

export interface CompletionPlace {
  readonly request: AssistRequest;
  readonly cursor: Cursor;
  /** The placeholder, or the string literal. */
  readonly node: SyntaxNode | undefined;
  readonly parent: SyntaxNode | undefined;
}

/** A call follows already. */
export function isCalled({ cursor }: CompletionPlace): boolean {
  return cursor.next?.text === '(' && !cursor.isLastOfLine;
}
