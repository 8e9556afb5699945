// Takes the README's pictures in the packaged extension: `npm run pictures`.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openExplorer, panelFrame, row } from './e2e/explorer';
import { runMain } from './host/hostError';
import { packageVsix } from './host/packageVsix';
import { openSession, type Session } from './host/session';

const folder = resolve('docs/pictures');

runMain(async () => {
  await mkdir(folder, { recursive: true });
  const vsix = await packageVsix();
  const session = await openSession({
    workspace: 'examples',
    vsix,
    theme: 'light',
    viewport: { width: 1200, height: 720 },
    settings: { 'window.commandCenter': false, 'workbench.layoutControl.enabled': false },
  });
  try {
    await takeChecks(session);
    await openExplorer(session);
    await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
    await takeGateways(session);
    await takePanel(session);
  } finally {
    await session.close();
  }
  return 0;
});

async function takeChecks(session: Session): Promise<void> {
  await session.openFile('needs-work/handler.lua');
  await session.page.locator('.squiggly-error').first().waitFor();
  await session.runCommand('Problems: Focus on Problems View');
  await session.page.locator('.markers-panel').getByText('no-init-worker').first().waitFor();
  await take(session, 'checks');
  await session.runCommand('View: Toggle Panel Visibility');
  await session.runCommand('View: Close All Editors');
}

async function takeGateways(session: Session): Promise<void> {
  for (const label of ['booking-prod', 'Data plane groups', 'Nodes', 'Custom domains']) {
    await row(session, label).click();
  }
  await row(session, 'tickets.tidewater.example').waitFor();
  await openPanel(session);
  await panelFrame(session).getByText('api.tidewater.example').first().waitFor();
  await take(session, 'gateways');
}

async function takePanel(session: Session): Promise<void> {
  await session.runCommand('View: Close Primary Side Bar');
  const role = panelFrame(session)
    .getByText(/^arn:aws:iam::\d{12}:role\//)
    .first();
  await role.scrollIntoViewIfNeeded();
  await take(session, 'panel');
}

async function openPanel(session: Session): Promise<void> {
  const controlPlane = row(session, 'booking-prod');
  await controlPlane.hover();
  await controlPlane.getByRole('button', { name: /Open Gateway Panel/ }).click();
}

async function take({ page }: Session, name: string): Promise<void> {
  await page.mouse.move(600, 5);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
