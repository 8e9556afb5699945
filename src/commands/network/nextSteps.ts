// Showing what the user has to do in their own cloud, and offering the commands for the clipboard.
import { env, l10n } from 'vscode';
import type { AttachmentStep } from '../../export/steps/attachmentSteps';
import { type StepsPage, stepsCommands, stepsDocument } from '../../export/steps/stepsDocument';
import type { Services } from '../services';

export async function showNextSteps(
  { tell, reports }: Pick<Services, 'tell' | 'reports'>,
  page: StepsPage,
): Promise<void> {
  const { name, state, steps } = page;
  if (steps.length === 0) {
    tell.info(l10n.t('{0} is {1}.', name, state));
    return;
  }
  await reports.show(l10n.t('Next steps for {0}', name), stepsDocument(page, l10n.t));
  tell.info(
    l10n.t('{0} is {1}. What is left to do in your own cloud is shown.', name, state),
    ...copyCommands(steps),
  );
}

function copyCommands(steps: readonly AttachmentStep[]) {
  const text = stepsCommands(steps);
  if (text === '') return [];
  return [{ title: l10n.t('Copy Commands'), run: () => env.clipboard.writeText(text) }];
}
