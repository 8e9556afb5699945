// Arithmetic and concatenation on constants, as Lua does them.

export type Constant = string | number | boolean | null;

export function isTruthy(value: Constant): boolean {
  return value !== null && value !== false;
}

export function foldUnary(operator: string, value: Constant): Constant | undefined {
  if (operator === 'not') return !isTruthy(value);
  if (operator === '#') return typeof value === 'string' ? value.length : undefined;
  return typeof value === 'number' ? -value : undefined;
}

export function foldBinary(
  operator: string,
  left: Constant,
  right: Constant,
): Constant | undefined {
  if (operator === '==') return left === right;
  if (operator === '~=') return left !== right;
  if (operator === '..') return concatenate(left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return arithmetic(operator, left, right);
}

function concatenate(left: Constant, right: Constant): string | undefined {
  const [first, second] = [textOf(left), textOf(right)];
  return first === undefined || second === undefined ? undefined : first + second;
}

function textOf(value: Constant): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isInteger(value) ? String(value) : undefined;
}

function arithmetic(operator: string, left: number, right: number): Constant | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left - Math.floor(left / right) * right;
    case '^':
      return left ** right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}
