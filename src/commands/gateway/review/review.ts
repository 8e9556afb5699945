// The finished plan at a glance: each answer can still be changed, and the plan saved, before it is run.
import { l10n } from 'vscode';
import type { GatewayDraft } from '../gatewayDraft';
import { edited, type Review } from './edits';
import { wishes } from './wishes';

/** The plan that is to be run. @throws Cancelled */
export async function review(parts: Review, finished: GatewayDraft): Promise<GatewayDraft> {
  const { steps, title, keep } = parts;
  let draft = finished;
  for (;;) {
    await keep(draft);
    const placeHolder = summary(draft);
    const wish = await steps.prompts(title).pick({ placeHolder, choices: wishes(draft) });
    if (wish.kind === 'run') return draft;
    if (wish.kind === 'save') await parts.save(draft);
    else draft = (await steps.unlessBack(() => edited(parts, draft, wish))) ?? draft;
  }
}

function summary({ name, geo, version, access }: GatewayDraft): string {
  return l10n.t('{0} in {1}, gateway {2}, {3}', name ?? '', geo ?? '', version ?? '', access ?? '');
}
