// What the user is told: results, progress and failures with the buttons that mend them.
import { ProgressLocation, window } from 'vscode';

export interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

export class Tell {
  info(message: string, ...actions: Action[]): void {
    void offer(
      window.showInformationMessage(message, ...actions.map(({ title }) => title)),
      actions,
    );
  }

  warning(message: string, ...actions: Action[]): void {
    void offer(window.showWarningMessage(message, ...actions.map(({ title }) => title)), actions);
  }

  error(message: string, ...actions: Action[]): void {
    void offer(window.showErrorMessage(message, ...actions.map(({ title }) => title)), actions);
  }

  /** Runs `work`; what takes longer than a moment gets a notification, whose Cancel button aborts the signal. */
  async progress<T>(
    title: string,
    work: (signal: AbortSignal, report: (step: string) => void) => Promise<T>,
  ): Promise<T> {
    const cancelled = new AbortController();
    const steps = new Steps();
    const working = work(cancelled.signal, (step) => steps.report(step));
    const moment = setTimeout(() => showProgress(title, working, cancelled, steps), momentMs);
    try {
      return await working;
    } finally {
      clearTimeout(moment);
    }
  }
}

/** Below this a notification would only flicker. */
const momentMs = 500;

/** The step that is under way, for a notification that is shown only later. */
class Steps {
  #latest: string | undefined;
  #show: ((step: string) => void) | undefined;

  report(step: string): void {
    if (step === this.#latest) return;
    this.#latest = step;
    this.#show?.(step);
  }

  showIn(show: (step: string) => void): void {
    this.#show = show;
    if (this.#latest !== undefined) show(this.#latest);
  }
}

function showProgress(
  title: string,
  working: Promise<unknown>,
  cancelled: AbortController,
  steps: Steps,
): void {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  void window.withProgress(options, (progress, token) => {
    token.onCancellationRequested(() => cancelled.abort());
    steps.showIn((message) => progress.report({ message }));
    return working.catch(() => undefined);
  });
}

async function offer(
  answer: Thenable<string | undefined>,
  actions: readonly Action[],
): Promise<void> {
  const title = await answer;
  await actions.find((action) => action.title === title)?.run();
}
