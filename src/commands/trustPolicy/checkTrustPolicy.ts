// Check the trust policy in an editor, a file or the clipboard, and show what was found in the Problems view.
import { commands, env, l10n, type TextDocument, window, workspace } from 'vscode';
import type { Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { FileTarget } from '../../manifest';
import { uriOf } from '../plugin/target';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'tell' | 'trustPolicies'>;

export async function checkTrustPolicy(needs: Needs, target?: FileTarget): Promise<void> {
  const { tell, trustPolicies } = needs;
  const uri = uriOf(target);
  const document = uri ? await workspace.openTextDocument(uri) : await pickPolicy(needs);
  await window.showTextDocument(document);
  const findings = await tell.progress(l10n.t('Checking the trust policy'), () =>
    trustPolicies.check(document),
  );
  if (findings.length === 0) {
    tell.info(l10n.t('The trust policy is in order: nothing was found.'));
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  tell.warning(
    l10n.t('The trust policy has findings: {0}; see the Problems view.', findings.length),
  );
}

async function pickPolicy({ ask }: Needs): Promise<TextDocument> {
  const copied = await env.clipboard.readText();
  const choices: Choice<() => Thenable<TextDocument>>[] = [];
  const open = window.activeTextEditor?.document;
  if (open !== undefined && isPolicy(open.getText())) {
    choices.push({
      label: l10n.t('The file in the editor'),
      description: workspace.asRelativePath(open.uri),
      value: async () => open,
    });
  }
  if (isPolicy(copied)) {
    choices.push({
      label: l10n.t('The clipboard'),
      description: l10n.t('opens as a new file'),
      value: () => workspace.openTextDocument({ content: copied, language: 'json' }),
    });
  }
  const [only] = choices;
  if (only === undefined) {
    throw new UserError(
      l10n.t(
        'There is no policy to check. Copy a trust policy, or open one in an editor, and try again.',
      ),
    );
  }
  const title = l10n.t('Check AWS Trust Policy');
  const chosen =
    choices.length === 1 ? only.value : await ask.pick(title, l10n.t('Which policy?'), choices);
  return chosen();
}

/** Roughly; what is wrong with it in detail, the check says. */
function isPolicy(text: string): boolean {
  return text.length < 200_000 && /"Statement"\s*:/.test(text);
}
