// The syntax tree of a Lua file as the parser makes it, and the names that the scope analysis ties to it.

/** Start and end offset in the text without its byte order mark, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

interface At<Type extends string> {
  readonly type: Type;
  readonly range: Span;
}

export interface Chunk extends At<'Chunk'> {
  readonly body: readonly Statement[];
  readonly comments?: readonly Comment[];
}
export interface Comment extends At<'Comment'> {
  readonly value: string;
}

export interface LabelStatement extends At<'LabelStatement'> {
  readonly label: Identifier;
}
export interface GotoStatement extends At<'GotoStatement'> {
  readonly label: Identifier;
}
export type BreakStatement = At<'BreakStatement'>;
export interface ReturnStatement extends At<'ReturnStatement'> {
  readonly arguments: readonly Expression[];
}
export interface IfClause extends At<'IfClause' | 'ElseifClause' | 'ElseClause'> {
  /** Absent in the `else` clause. */
  readonly condition?: Expression;
  readonly body: readonly Statement[];
}
export interface IfStatement extends At<'IfStatement'> {
  readonly clauses: readonly IfClause[];
}
export interface WhileStatement extends At<'WhileStatement'> {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}
export interface RepeatStatement extends At<'RepeatStatement'> {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}
export interface DoStatement extends At<'DoStatement'> {
  readonly body: readonly Statement[];
}
export interface ForNumericStatement extends At<'ForNumericStatement'> {
  readonly variable: Identifier;
  readonly start: Expression;
  readonly end: Expression;
  readonly step: Expression | null;
  readonly body: readonly Statement[];
}
export interface ForGenericStatement extends At<'ForGenericStatement'> {
  readonly variables: readonly Identifier[];
  readonly iterators: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface LocalStatement extends At<'LocalStatement'> {
  readonly variables: readonly Identifier[];
  readonly init: readonly Expression[];
}
export interface AssignmentStatement extends At<'AssignmentStatement'> {
  readonly variables: readonly (Identifier | MemberExpression | IndexExpression)[];
  readonly init: readonly Expression[];
}
export interface CallStatement extends At<'CallStatement'> {
  readonly expression: Call;
}
/** A function: as a statement it has a name, as an expression none. */
export interface FunctionDeclaration extends At<'FunctionDeclaration'> {
  readonly identifier: Identifier | MemberExpression | null;
  readonly isLocal: boolean;
  readonly parameters: readonly (Identifier | VarargLiteral)[];
  readonly body: readonly Statement[];
}

export interface Identifier extends At<'Identifier'> {
  readonly name: string;
  /** Filled in by the scope analysis; stays away from globals, member names, keys and labels. */
  variable: Variable | undefined;
}
export interface StringLiteral extends At<'StringLiteral'> {
  readonly raw: string;
}
export interface NumericLiteral extends At<'NumericLiteral'> {
  readonly value: number;
  readonly raw: string;
}
export interface BooleanLiteral extends At<'BooleanLiteral'> {
  readonly value: boolean;
}
export type NilLiteral = At<'NilLiteral'>;
export type VarargLiteral = At<'VarargLiteral'>;
export interface TableKey extends At<'TableKey'> {
  readonly key: Expression;
  readonly value: Expression;
}
export interface TableKeyString extends At<'TableKeyString'> {
  readonly key: Identifier;
  readonly value: Expression;
}
export interface TableValue extends At<'TableValue'> {
  readonly value: Expression;
}
export type TableField = TableKey | TableKeyString | TableValue;
export interface TableConstructor extends At<'TableConstructorExpression'> {
  readonly fields: readonly TableField[];
}
export interface UnaryExpression extends At<'UnaryExpression'> {
  readonly operator: 'not' | '-' | '#';
  readonly argument: Expression;
}
export interface BinaryExpression extends At<'BinaryExpression'> {
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface LogicalExpression extends At<'LogicalExpression'> {
  readonly operator: 'or' | 'and';
  readonly left: Expression;
  readonly right: Expression;
}
export interface MemberExpression extends At<'MemberExpression'> {
  readonly indexer: '.' | ':';
  readonly identifier: Identifier;
  readonly base: Expression;
}
export interface IndexExpression extends At<'IndexExpression'> {
  readonly base: Expression;
  readonly index: Expression;
}
export interface CallExpression extends At<'CallExpression'> {
  readonly base: Expression;
  readonly arguments: readonly Expression[];
}
/** `f { … }` */
export interface TableCallExpression extends At<'TableCallExpression'> {
  readonly base: Expression;
  readonly arguments: Expression;
}
/** `f '…'` */
export interface StringCallExpression extends At<'StringCallExpression'> {
  readonly base: Expression;
  readonly argument: Expression;
}

export type Call = CallExpression | TableCallExpression | StringCallExpression;

export type Expression =
  | FunctionDeclaration
  | Identifier
  | StringLiteral
  | NumericLiteral
  | BooleanLiteral
  | NilLiteral
  | VarargLiteral
  | TableConstructor
  | BinaryExpression
  | LogicalExpression
  | UnaryExpression
  | MemberExpression
  | IndexExpression
  | Call;

export type Statement =
  | LabelStatement
  | BreakStatement
  | GotoStatement
  | ReturnStatement
  | IfStatement
  | WhileStatement
  | DoStatement
  | RepeatStatement
  | LocalStatement
  | AssignmentStatement
  | CallStatement
  | FunctionDeclaration
  | ForNumericStatement
  | ForGenericStatement;

/** A local name: declared by `local`, as a parameter, by a loop, or `self` of a method. */
export interface Variable {
  readonly name: string;
  readonly kind: 'local' | 'function' | 'parameter' | 'loop' | 'self';
  /** Absent for `self` of `function T:m()`. */
  readonly declaration: Identifier | undefined;
  /** The statement that declares it and nothing else. */
  readonly statement: Span | undefined;
  readonly owner: FunctionScope;
  /** What it starts with: the expression, and which of its results when it is a call that gives several. */
  readonly init: Expression | undefined;
  readonly result: number;
  /** Later assignments; no value where it is one of several results of a call. */
  readonly writes: { readonly at: Identifier; readonly value: Expression | undefined }[];
  reads: number;
  /** Handed to a function, which may change what it holds. */
  escapes: boolean;
}

/** One function, or the main chunk. */
export interface FunctionScope {
  readonly node: FunctionDeclaration | Chunk;
  readonly parent?: FunctionScope;
  readonly parameters: Variable[];
  readonly returns: ReturnStatement[];
  /** An argument of `pcall`, `xpcall` or `pcall`-like wrappers: errors inside are caught. */
  isProtected: boolean;
}

export function isCall(node: Expression): node is Call {
  const { type } = node;
  return (
    type === 'CallExpression' || type === 'StringCallExpression' || type === 'TableCallExpression'
  );
}

/** The arguments of a call in any of its three forms. */
export function argumentsOf(call: Call): readonly Expression[] {
  if (call.type === 'CallExpression') return call.arguments;
  return [call.type === 'StringCallExpression' ? call.argument : call.arguments];
}
