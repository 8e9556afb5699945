// Which label each `goto` means, by LuaJIT's rules, and whether a `break` has a loop around it.
import type { Bindings } from './bindings';
import type { SyntaxProblem } from './problem';
import type { BreakStatement, GotoStatement, LabelStatement } from './tree';

interface Jump {
  readonly node: GotoStatement;
  /** How many locals were declared there. */
  readonly declared: number;
}

interface Block {
  readonly kind: 'function' | 'loop' | 'block';
  readonly declared: number;
  readonly labels: Map<string, number>;
  /** Jumps to labels that have not come yet. */
  pending: Jump[];
}

export class Labels {
  readonly #bindings: Bindings;
  readonly #problems: SyntaxProblem[];
  readonly #blocks: Block[] = [];

  constructor(bindings: Bindings, problems: SyntaxProblem[]) {
    this.#bindings = bindings;
    this.#problems = problems;
  }

  enter(kind: Block['kind']): void {
    this.#blocks.push({ kind, declared: this.#bindings.mark(), labels: new Map(), pending: [] });
  }

  leave(): void {
    const block = this.#blocks.pop();
    const outer = this.#blocks.at(-1);
    for (const { node, declared } of block?.pending ?? []) {
      if (block?.kind !== 'function' && outer !== undefined) {
        outer.pending.push({ node, declared: Math.min(declared, block?.declared ?? 0) });
        continue;
      }
      const { name } = node.label;
      const message: SyntaxProblem['message'] = (t) => t("no visible label '{0}' for goto", name);
      this.#problems.push({ at: node.label.range, message });
    }
  }

  jump(node: GotoStatement): void {
    for (let at = this.#blocks.length - 1; at >= 0; at -= 1) {
      const block = this.#blocks[at] as Block;
      if (block.labels.has(node.label.name)) return;
      if (block.kind === 'function') break;
    }
    this.#blocks.at(-1)?.pending.push({ node, declared: this.#bindings.mark() });
  }

  /** `isTrailing`: nothing but labels comes behind it in its block, so that locals do not matter. */
  label({ label: { name, range } }: LabelStatement, isTrailing: boolean): void {
    const block = this.#blocks.at(-1) as Block;
    if (block.labels.has(name)) {
      this.#problems.push({ at: range, message: (t) => t("label '{0}' is already defined", name) });
      return;
    }
    const declared = isTrailing ? block.declared : this.#bindings.mark();
    block.labels.set(name, declared);
    for (const jump of block.pending) {
      if (jump.node.label.name === name && jump.declared < declared) this.#refuseJump(jump);
    }
    block.pending = block.pending.filter(({ node }) => node.label.name !== name);
  }

  break({ range }: BreakStatement): void {
    for (let at = this.#blocks.length - 1; at >= 0; at -= 1) {
      const { kind } = this.#blocks[at] as Block;
      if (kind === 'loop') return;
      if (kind === 'function') break;
    }
    this.#problems.push({ at: range, message: (t) => t('no loop to break') });
  }

  #refuseJump({ node: { label }, declared }: Jump): void {
    const local = this.#bindings.nameAt(declared);
    const message: SyntaxProblem['message'] = (t) =>
      t("goto '{0}' jumps into the scope of local '{1}'", label.name, local);
    this.#problems.push({ at: label.range, message });
  }
}
