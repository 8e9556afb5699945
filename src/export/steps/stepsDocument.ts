// Steps that are left for the user in their own cloud, as a page to read and as commands to paste.
import type { Translate } from '../../text';
import { markdownBlock, markdownText } from '../markdown';
import type { AttachmentStep } from './attachmentSteps';

export interface StepsPage {
  readonly name: string;
  readonly state: string;
  readonly steps: readonly AttachmentStep[];
}

export function stepsDocument({ name, state, steps }: StepsPage, t: Translate): string {
  const parts = steps.map(({ text, command }, index) => {
    const block = command === undefined ? '' : `\n${markdownBlock('shell', command)}`;
    return `${index + 1}. ${markdownText(text)}\n${block}`;
  });
  const intro = t('What is left to do in your own cloud. Words in capitals are yours to fill in.');
  const now = t('State in Konnect: {0}', state);
  return [
    `# ${markdownText(t('Next steps for {0}', name))}\n`,
    `${markdownText(now)}\n`,
    `${markdownText(intro)}\n`,
    ...parts,
  ].join('\n');
}

/** Everything that is for a shell, each with what it does before it. */
export function stepsCommands(steps: readonly AttachmentStep[]): string {
  return steps
    .flatMap(({ text, command }) => (command === undefined ? [] : [`# ${text}\n${command}`]))
    .join('\n');
}
