// The parts of the evaluation of schema.lua that calls and changes need of each other.
import type { Call, Expression, IndexExpression, MemberExpression } from '../../syntax/tree';
import type { Resolver } from '../../values/resolver';
import type { Certainty, Data, Datum, Frame } from './datum';

export type Link = MemberExpression | IndexExpression;

export interface Evaluation {
  readonly certainty: Certainty;
  readonly values: Resolver;
  evaluate(node: Expression, frame: Frame): Datum;
  dataOf(node: Expression | undefined, frame: Frame): Data | undefined;
  textOf(node: Expression | undefined, frame: Frame): string | undefined;
  keyOf(node: Link, frame: Frame): string | number | undefined;
  /** Changes what a run of a function changes. */
  applyEffects(frame: Frame): void;
  /** A call of which it is not known whether it happens. */
  runConditionally(call: Call, frame: Frame): void;
}
