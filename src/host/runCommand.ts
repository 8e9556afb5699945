// The one place where a failed command becomes words: commands themselves contain no `try`.
import { commands, env, type LogOutputChannel, l10n } from 'vscode';
import { isKonnectError, type KonnectError } from '../konnect/errors';
import type { CommandArguments, CommandId } from '../manifest';
import { isInterrupted } from '../operations/interrupted';
import { isPackageError } from '../plugins/packageErrors';
import { isCancelled } from './ask';
import type { Action, Tell } from './tell';
import { isUserError } from './userError';

/** Runs one of our commands; arguments are checked against the manifest. */
export function execute<K extends CommandId>(
  id: K,
  ...args: CommandArguments[K]
): Thenable<unknown> {
  return commands.executeCommand(id, ...args);
}

/** Resolves to false when the work failed or was cancelled; by then the user has been told. */
export async function guarded(
  { log, tell }: { log: LogOutputChannel; tell: Tell },
  what: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    // A change that was under way may have been made: that is not to be kept from the user.
    if (isKonnectError(error) && error.kind === 'cancelled' && error.uncertain) {
      tell.warning(error.message, showLog());
    }
    if (isSilent(error)) return false;
    if (isUserError(error)) {
      tell.error(error.message, ...error.actions);
    } else if (isInterrupted(error)) {
      log.warn(`${what}: ${error.message}`);
      tell.warning(error.message);
    } else if (isPackageError(error)) {
      tell.error(error.message);
    } else if (isKonnectError(error)) {
      log.error(`${what}: ${error.message}`);
      tell.error(error.message, ...actionsFor(error));
    } else {
      log.error(what, error instanceof Error ? error : String(error));
      tell.error(
        l10n.t('{0} failed because of a defect in this extension. The log has the details.', what),
        showLog(),
      );
    }
    return false;
  }
}

export function isSilent(error: unknown): boolean {
  return (
    isCancelled(error) ||
    (error instanceof Error && error.name === 'AbortError') ||
    (isKonnectError(error) && error.kind === 'cancelled')
  );
}

function actionsFor(error: KonnectError): readonly Action[] {
  const { traceId } = error;
  const actions = [showLog()];
  if (error.kind === 'authentication') actions.unshift(signIn());
  if (traceId !== undefined) {
    actions.push({ title: l10n.t('Copy Trace ID'), run: () => env.clipboard.writeText(traceId) });
  }
  return actions;
}

export function showLog(): Action {
  return { title: l10n.t('Show Log'), run: () => execute('kongCloudGateways.log.show') };
}

export function signIn(): Action {
  return { title: l10n.t('Sign In'), run: () => execute('kongCloudGateways.connection.signIn') };
}

export function startDemo(): Action {
  return {
    title: l10n.t('Start Demo'),
    run: () => execute('kongCloudGateways.connection.startDemo'),
  };
}
