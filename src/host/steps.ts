// Questions one after the other, with a way back: each step makes a new state out of one.
import {
  type Disposable,
  InputBoxValidationSeverity,
  type QuickInput,
  QuickInputButtons,
} from 'vscode';
import { Cancelled, type Choice, type Dialogs, isCancelled } from './ask';

export interface Step<S> {
  /** Always, unless told otherwise. */
  readonly isAsked?: (state: S) => boolean;
  /** For work that was left and is taken up again: what is answered is not asked once more. */
  readonly isAnswered?: (state: S) => boolean;
  readonly ask: (state: S, prompts: Prompts) => Promise<S>;
}

export interface Picking<T> {
  readonly placeHolder: string;
  /** May still be loading. */
  readonly choices: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
  /** The choice that is marked at first, by its label. */
  readonly active?: string | undefined;
}

export interface PickingMany<T> extends Picking<T> {
  readonly picked: (value: T) => boolean;
  readonly check: (chosen: readonly T[]) => string | undefined;
}

export interface Typing {
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** The reason why the text cannot be used, or undefined. */
  readonly check: (text: string) => string | undefined;
  /** What is worth knowing of a text that can be used. */
  readonly warn?: (text: string) => string | undefined;
}

export interface Walk<S> {
  /** Hears of each new state. */
  readonly keep?: (state: S) => unknown;
  readonly isResumed?: (state: S) => boolean;
  /** Back from the first question ends in `unlessBack` of the caller. */
  readonly isNested?: boolean;
}

/** The user wants to see the question before. */
class Back extends Error {
  override readonly name = 'Back';
}

export class Steps {
  readonly #dialogs: Dialogs;

  constructor(dialogs: Dialogs) {
    this.#dialogs = dialogs;
  }

  /**
   * Back leads to the question before; from the first one there is no way back, unless it is nested.
   * @throws Cancelled
   */
  async walk<S>(
    title: string,
    steps: readonly Step<S>[],
    initial: S,
    { keep = () => undefined, isResumed = () => false, isNested = false }: Walk<S> = {},
  ): Promise<S> {
    let state = initial;
    let isGoingBack = false;
    let index = 0;
    const visited: number[] = [];
    const isAsked = (step: Step<S>) =>
      (step.isAsked?.(state) ?? true) && !(isResumed(state) && step.isAnswered?.(state));
    while (index < steps.length) {
      const step = steps[index];
      if (step === undefined || !(isGoingBack || isAsked(step))) {
        index += 1;
        continue;
      }
      const rest = steps.slice(index + 1).filter(isAsked).length;
      const total = visited.length + 1 + rest;
      const place = { step: visited.length + 1, totalSteps: total };
      const hasBack = isNested || visited.length > 0;
      const prompts = new Prompts(this.#dialogs, { title, ...place, hasBack });
      const next = await this.unlessBack(() => step.ask(state, prompts));
      isGoingBack = next === undefined;
      if (next === undefined) {
        if (visited.length === 0) throw new Back();
        index = visited.pop() ?? 0;
        continue;
      }
      state = next;
      await keep(state);
      visited.push(index);
      index += 1;
    }
    return state;
  }

  /** Questions outside of a walk; with `hasBack`, going back ends in `unlessBack`. */
  prompts(title: string, hasBack = false): Prompts {
    return new Prompts(this.#dialogs, { title, hasBack });
  }

  /** Undefined when the user went back. */
  async unlessBack<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Back) return undefined;
      throw error;
    }
  }

  /** Undefined when the user dismissed the question. */
  async unlessDismissed<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isCancelled(error)) return undefined;
      throw error;
    }
  }
}

interface Place {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly hasBack: boolean;
}

/** How one step asks. */
export class Prompts {
  readonly #dialogs: Dialogs;
  readonly #place: Place;

  constructor(dialogs: Dialogs, place: Place) {
    this.#dialogs = dialogs;
    this.#place = place;
  }

  async pick<T>({ placeHolder, choices, active }: Picking<T>): Promise<T> {
    const list = this.#placed(this.#dialogs.createQuickPick<Choice<T>>());
    return this.#answer(list, async (resolve) => {
      Object.assign(list, { placeholder: placeHolder, busy: true, ...matching });
      list.show();
      list.onDidAccept(() => {
        const [chosen] = list.selectedItems;
        if (chosen !== undefined) resolve(chosen.value);
      });
      list.items = await choices;
      list.busy = false;
      list.activeItems = list.items.filter(({ label }) => label === active).slice(0, 1);
    });
  }

  async pickMany<T>(question: PickingMany<T>): Promise<readonly T[]> {
    const { placeHolder, choices, picked, check } = question;
    const list = this.#placed(this.#dialogs.createQuickPick<Choice<T>>());
    return this.#answer(list, async (resolve) => {
      Object.assign(list, { placeholder: placeHolder, busy: true, canSelectMany: true });
      list.show();
      list.onDidAccept(() => {
        const chosen = list.selectedItems.map(({ value }) => value);
        const reason = check(chosen);
        if (reason === undefined) resolve(chosen);
        else list.placeholder = reason;
      });
      list.items = await choices;
      list.busy = false;
      list.selectedItems = list.items.filter(({ value }) => picked(value));
    });
  }

  async text({ prompt, value = '', placeHolder, password, check, warn }: Typing): Promise<string> {
    const box = this.#placed(this.#dialogs.createInputBox());
    return this.#answer(box, async (resolve) => {
      Object.assign(box, { prompt, value, placeholder: placeHolder ?? '', password: !!password });
      const judge = (): boolean => {
        const text = box.value.trim();
        const reason = check(text);
        const warning = reason === undefined ? warn?.(text) : undefined;
        const { Error: wrong, Warning } = InputBoxValidationSeverity;
        if (reason !== undefined) box.validationMessage = { message: reason, severity: wrong };
        else box.validationMessage = warning && { message: warning, severity: Warning };
        return reason === undefined;
      };
      box.onDidChangeValue(judge);
      box.onDidAccept(() => judge() && resolve(box.value.trim()));
      if (value !== '') judge();
      box.show();
    });
  }

  #placed<T extends QuickInput & { buttons: readonly unknown[] }>(input: T): T {
    const { title, step, totalSteps, hasBack } = this.#place;
    const buttons = hasBack ? [QuickInputButtons.Back] : [];
    return Object.assign(input, { title, step, totalSteps, buttons, ignoreFocusOut: true });
  }

  /** Dismissing throws `Cancelled`, the button in front of the title `Back`. */
  async #answer<T>(
    input: Asking,
    show: (resolve: (value: T) => void) => Promise<void>,
  ): Promise<T> {
    try {
      return await new Promise<T>((resolve, reject) => {
        input.onDidHide(() => reject(new Cancelled()));
        input.onDidTriggerButton(() => reject(new Back()));
        show(resolve).catch(reject);
      });
    } finally {
      input.dispose();
    }
  }
}

type Asking = QuickInput & {
  readonly onDidTriggerButton: (listener: () => void) => Disposable;
};

const matching = { matchOnDescription: true, matchOnDetail: true } as const;
