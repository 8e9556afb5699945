// What the user is told: results, progress and failures with the buttons that mend them.
import { ProgressLocation, window } from 'vscode';
import { abortSignal } from './abortSignal';

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

  /** Runs `work` under a notification; its Cancel button aborts the signal. */
  progress<T>(
    title: string,
    work: (signal: AbortSignal, report: (step: string) => void) => Promise<T>,
  ): Promise<T> {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return Promise.resolve(
      window.withProgress(options, (progress, token) =>
        work(abortSignal(token), (message) => progress.report({ message })),
      ),
    );
  }
}

async function offer(
  answer: Thenable<string | undefined>,
  actions: readonly Action[],
): Promise<void> {
  const title = await answer;
  await actions.find((action) => action.title === title)?.run();
}
