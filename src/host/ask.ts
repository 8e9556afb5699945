// Questions to the user. A dismissed question throws `Cancelled`, which is silent everywhere.
import {
  l10n,
  type OpenDialogOptions,
  type QuickPickItem,
  type SaveDialogOptions,
  type Uri,
  type window,
} from 'vscode';

/** The user closed a prompt: stop, say nothing. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** By name: the class exists once in every bundle. */
export function isCancelled(error: unknown): error is Cancelled {
  return error instanceof Error && error.name === 'Cancelled';
}

/** The part of `vscode.window` that asks; a test run, in which VS Code shows no modal dialog, gives its own. */
export type Dialogs = Pick<
  typeof window,
  | 'showInputBox'
  | 'showQuickPick'
  | 'showWarningMessage'
  | 'createQuickPick'
  | 'createInputBox'
  | 'showSaveDialog'
  | 'showOpenDialog'
>;

export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  /** What is there before anything is typed. */
  readonly value?: string;
  readonly password?: boolean;
  /** The reason why the text cannot be used, or undefined. */
  readonly check: (text: string) => string | undefined;
}

export class Ask {
  readonly #dialogs: Dialogs;

  constructor(dialogs: Dialogs) {
    this.#dialogs = dialogs;
  }

  async text({ check, ...question }: TextQuestion): Promise<string> {
    const text = await this.#dialogs.showInputBox({
      ...question,
      ignoreFocusOut: true,
      validateInput: (value) => check(value.trim()),
    });
    if (text === undefined) throw new Cancelled();
    return text.trim();
  }

  /** Hidden while it is typed, and taken as it is: a space counts. */
  async secret({ check, ...question }: TextQuestion): Promise<string> {
    const text = await this.#dialogs.showInputBox({
      ...question,
      password: true,
      ignoreFocusOut: true,
      validateInput: check,
    });
    if (text === undefined) throw new Cancelled();
    return text;
  }

  /** `choices` may still be loading: the list shows a progress bar until they come. */
  async pick<T>(
    title: string,
    placeHolder: string,
    choices: Promise<readonly Choice<T>[]> | readonly Choice<T>[],
  ): Promise<T> {
    const picked = await this.#dialogs.showQuickPick(choices, {
      title,
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined) throw new Cancelled();
    return picked.value;
  }

  /** Any number of choices. Those that `check` refuses are asked for again, with the reason. */
  async pickMany<T>(
    title: string,
    placeHolder: string,
    choices: readonly Choice<T>[],
    check: (chosen: readonly T[]) => string | undefined,
  ): Promise<readonly T[]> {
    let [offered, hint] = [choices, placeHolder];
    for (;;) {
      const options = { title, placeHolder: hint, matchOnDetail: true, ignoreFocusOut: true };
      const picked = await this.#dialogs.showQuickPick(offered, { ...options, canPickMany: true });
      if (picked === undefined) throw new Cancelled();
      const chosen = picked.map(({ value }) => value);
      const refusal = check(chosen);
      if (refusal === undefined) return chosen;
      hint = refusal;
      offered = choices.map((choice) => ({ ...choice, picked: chosen.includes(choice.value) }));
    }
  }

  /** A modal that names the thing and the consequence; only `button` goes on. */
  async confirm(message: string, detail: string, button: string): Promise<void> {
    await this.choose(message, detail, [button]);
  }

  /** The same with several ways to go on. */
  async choose<T extends string>(
    message: string,
    detail: string,
    buttons: readonly T[],
  ): Promise<T> {
    const options = { modal: true, detail };
    const answer = await this.#dialogs.showWarningMessage(message, options, ...buttons);
    const button = buttons.find((one) => one === answer);
    if (button === undefined) throw new Cancelled();
    return button;
  }

  /** A notification that waits beside what is being read; the answer is one of the buttons. */
  async meanwhile<T extends string>(message: string, buttons: readonly T[]): Promise<T> {
    const answer = await this.#dialogs.showWarningMessage(message, { modal: false }, ...buttons);
    const button = buttons.find((one) => one === answer);
    if (button === undefined) throw new Cancelled();
    return button;
  }

  /** Where something is saved. */
  async savePlace(options: SaveDialogOptions): Promise<Uri> {
    const uri = await this.#dialogs.showSaveDialog(options);
    if (uri === undefined) throw new Cancelled();
    return uri;
  }

  async file(options: OpenDialogOptions): Promise<Uri> {
    const [uri] = (await this.#dialogs.showOpenDialog(options)) ?? [];
    if (uri === undefined) throw new Cancelled();
    return uri;
  }

  /** For what cannot be brought back: the name has to be typed. */
  async typeName(title: string, name: string): Promise<void> {
    await this.text({
      title,
      prompt: l10n.t('Type {0} to go on', name),
      placeHolder: name,
      check: (text) => (text === name.trim() ? undefined : l10n.t('This is not the name yet.')),
    });
  }
}

export function required(text: string): string | undefined {
  return text === '' ? l10n.t('Type a value.') : undefined;
}
