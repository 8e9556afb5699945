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
  async progress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const cancelled = new AbortController();
    const working = work(cancelled.signal);
    const moment = setTimeout(() => showProgress(title, working, cancelled), momentMs);
    try {
      return await working;
    } finally {
      clearTimeout(moment);
    }
  }
}

/** Below this a notification would only flicker. */
const momentMs = 500;

function showProgress(title: string, working: Promise<unknown>, cancelled: AbortController): void {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  void window.withProgress(options, (_, token) => {
    token.onCancellationRequested(() => cancelled.abort());
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
