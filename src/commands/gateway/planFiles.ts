// Gateway plans as JSON files: saved from the guided way, and opened to be run.
import { l10n, Uri, window, workspace } from 'vscode';
import { UserError } from '../../host/userError';
import type { FileTarget } from '../../manifest';
import {
  type GatewayPlan,
  gatewayPlanText,
  parseGatewayPlan,
} from '../../operations/gateway/gatewayPlan';
import type { Services } from '../services';

const filters = { [l10n.t('Gateway plans')]: ['json'] };

export async function savePlan(
  { ask, tell }: Pick<Services, 'ask' | 'tell'>,
  plan: GatewayPlan,
): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const name = `${plan.controlPlane.name.replace(/[^\w.-]+/g, '-')}.gateway.json`;
  const defaultUri = folder && Uri.joinPath(folder.uri, name);
  const uri = await ask.savePlace({ filters, ...(defaultUri && { defaultUri }) });
  await workspace.fs.writeFile(uri, new TextEncoder().encode(gatewayPlanText(plan)));
  tell.info(l10n.t('The plan is saved, without values of secrets.'), {
    title: l10n.t('Open'),
    run: () => window.showTextDocument(uri),
  });
}

/** @throws UserError for what is no plan, saying why */
export async function openPlan(
  { ask }: Pick<Services, 'ask'>,
  target?: FileTarget,
): Promise<GatewayPlan> {
  const uri = target
    ? Uri.parse(target.toString())
    : await ask.file({ filters, openLabel: l10n.t('Run Plan') });
  const document = await workspace.openTextDocument(uri);
  const parsed = parseGatewayPlan(document.getText(), l10n.t);
  if ('plan' in parsed) return parsed.plan;
  throw new UserError(
    l10n.t(
      '{0} is no gateway plan. {1}',
      uri.path.split('/').at(-1) ?? '',
      parsed.problems.join(' '),
    ),
    { title: l10n.t('Open'), run: () => window.showTextDocument(document) },
  );
}
