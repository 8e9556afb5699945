// Recognises code that asks whether something exists before it uses it.
import type { Guard } from '../syntax/notes';
import { argumentsOf, type Expression, isCall } from '../syntax/tree';
import type { Resolver } from './resolver';
import type { PathValue } from './value';

/** How many conditions around and above a place are looked at. */
const maximumGuards = 500;

export class Guards {
  readonly #values: Resolver;
  readonly #tested = new Map<Expression, readonly PathValue[]>();

  constructor(values: Resolver) {
    this.#values = values;
  }

  /** Whether a condition asked for `denied` or for a member of it on the way to `path`. */
  isGuarded(guard: Guard | undefined, path: PathValue, denied: PathValue): boolean {
    let left = maximumGuards;
    for (let at = guard; at !== undefined && left > 0; at = at.parent) {
      left -= 1;
      const asked = this.#testedBy(at.condition);
      if (asked.some((test) => test.isWithin(denied) && path.isWithin(test))) return true;
    }
    return false;
  }

  #testedBy(condition: Expression): readonly PathValue[] {
    const known = this.#tested.get(condition);
    if (known !== undefined) return known;
    const found = [...this.#tests(condition)];
    this.#tested.set(condition, found);
    return found;
  }

  /** `x`, `not x`, `x and y`, `x ~= nil`, `type(x) == "function"` */
  *#tests(condition: Expression): Iterable<PathValue> {
    const pending = [condition];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'UnaryExpression') pending.push(node.argument);
      else if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression') {
        pending.push(node.left, node.right);
      } else if (isCall(node)) {
        if (node.base.type === 'Identifier' && node.base.name === 'type') {
          pending.push(...argumentsOf(node));
        }
      } else {
        const value = this.#values.valueOf(node);
        if (value?.kind === 'path') yield value;
      }
    }
  }
}
