// The blocks and brackets that are still open at a place, and what it takes to close them.
import type { Token } from '../../syntax/tokens';

/** `if` and `loop` become `branch` and `do` once their condition is over. */
type Opening = 'function' | 'if' | 'branch' | 'loop' | 'do' | 'repeat' | '(' | '[' | '{';

const closings: Readonly<Record<Opening, string>> = {
  function: ' end',
  if: ' then end',
  branch: ' end',
  loop: ' do end',
  do: ' end',
  repeat: ' until nil',
  '(': ')',
  '[': ']',
  '{': '}',
};
const brackets: Readonly<Record<string, Opening>> = { ')': '(', ']': '[', '}': '{' };

export class OpenBlocks {
  readonly #open: Opening[] = [];
  #isBroken = false;

  constructor(tokens: readonly Token[]) {
    for (const { kind, text } of tokens) {
      if (kind === 'name' || kind === 'symbol') this.#take(text);
    }
  }

  get innermost(): Opening | undefined {
    return this.#open.at(-1);
  }

  /** All that was opened was closed, and in the right order. */
  get isBalanced(): boolean {
    return !this.#isBroken && this.#open.length === 0;
  }

  /** What is missing, in the order in which it would be written. */
  get closing(): string {
    return this.#open
      .map((opening) => closings[opening])
      .reverse()
      .join('');
  }

  #take(text: string): void {
    switch (text) {
      case 'function':
      case 'if':
      case 'repeat':
      case '(':
      case '[':
      case '{':
        this.#open.push(text);
        break;
      case 'for':
      case 'while':
        this.#open.push('loop');
        break;
      case 'elseif':
        this.#turn('branch', 'if');
        break;
      case 'then':
        this.#turn('if', 'branch');
        break;
      case 'do':
        if (!this.#turn('loop', 'do')) this.#open.push('do');
        break;
      case 'end':
        this.#closeBlock();
        break;
      case 'until':
        this.#close('repeat');
        break;
      default:
        if (Object.hasOwn(brackets, text)) this.#close(brackets[text]);
    }
  }

  #turn(from: Opening, to: Opening): boolean {
    if (this.innermost !== from) return false;
    this.#open[this.#open.length - 1] = to;
    return true;
  }

  #close(opening: Opening | undefined): void {
    this.#closeAt(opening === undefined ? -1 : this.#open.lastIndexOf(opening));
  }

  #closeBlock(): void {
    const isBlock = (opening: Opening) => !/[([{]/.test(opening) && opening !== 'repeat';
    this.#closeAt(this.#open.findLastIndex(isBlock));
  }

  /** What was opened inside of it ends with it. */
  #closeAt(at: number): void {
    if (at !== this.#open.length - 1) this.#isBroken = true;
    if (at !== -1) this.#open.length = at;
  }
}
