// A failure whose message is fit for a person as it stands: it says what is wrong and what to do next.
import type { Action } from './tell';

export class UserError extends Error {
  override readonly name = 'UserError';
  readonly actions: readonly Action[];

  constructor(message: string, ...actions: Action[]) {
    super(message);
    this.actions = actions;
  }
}

/** By name: the class exists once in every bundle. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
