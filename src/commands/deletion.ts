// One deletion: asked about by name, repeated while Konnect is at work, watched until it is gone.
import { l10n } from 'vscode';
import type { KonnectClient } from '../konnect/client';
import type { Deletable } from '../operations/delete/deletable';
import { requestDeletion, waitUntilGone } from '../operations/delete/deleteResource';
import { type Change, makeChange } from './change';
import type { Services } from './services';

export type DeletionNeeds = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'explorer'
  | 'panels'
  | 'openWork'
  | 'terraform'
  | 'clock'
>;

export interface Deletion
  extends Pick<Change<void>, 'question' | 'consequences' | 'geo' | 'progress'> {
  readonly what: (konnect: KonnectClient) => Deletable;
  readonly name: string;
  /** The row below which it stands. */
  readonly rowAbove: string;
  /** Longest time that it may take to be gone. */
  readonly limitMs: number;
  readonly done: string;
}

export async function deleteOne(needs: DeletionNeeds, deletion: Deletion): Promise<void> {
  const { question, consequences, geo, progress, name, limitMs, what, done } = deletion;
  const refresh = () => {
    needs.explorer.refresh({ id: deletion.rowAbove });
    void needs.panels.ifMade((made) => made.refresh());
  };
  await makeChange(needs, {
    question,
    consequences,
    ...(geo !== undefined && { geo }),
    progress,
    button: l10n.t('Delete'),
    nameToType: name,
    work: async (konnect, run) => {
      const one = what(konnect);
      await requestDeletion(one, run);
      // The row shows from now on that it goes.
      if (run.isPreview !== true) refresh();
      await waitUntilGone(one, run, limitMs);
    },
  });
  refresh();
  needs.tell.info(done);
}

/** Of something that Konnect does not delete in its present state. */
export function waitNote(state: string, settled: readonly string[]): readonly string[] {
  return settled.includes(state)
    ? []
    : [
        l10n.t(
          'It is {0} now: Konnect deletes it only from {1}. That is waited for, at most 30 minutes.',
          state,
          settled.join(', '),
        ),
      ];
}
