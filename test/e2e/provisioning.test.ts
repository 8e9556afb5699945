// From nothing to a running gateway by keyboard, with the packaged extension: questions, plan, progress, result.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

for (const theme of ['dark', 'light'] as const) {
  suite(`provisioning by keyboard, ${theme} theme`, () => {
    let session: Session;
    let pictures = 0;

    before(async () => {
      session = await openSession({ workspace: 'examples', theme });
      await openExplorer(session);
      await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
      await row(session, 'booking-prod').waitFor();
    });
    after(() => session?.close());

    const picture = async (what: string) => {
      pictures += 1;
      await session.screenshot(`${theme}-provision-${String(pictures).padStart(2, '0')}-${what}`);
    };
    /** Waits for the question, types what narrows the list or is the answer, and confirms. */
    const answer = async (question: string, text: string) => {
      const { page, palette } = session;
      const asked = palette.getByText(question).or(palette.getByPlaceholder(question)).first();
      await asked.waitFor();
      await palette
        .locator('.monaco-progress-container.done')
        .first()
        .waitFor({ state: 'attached' });
      await picture(question.split(' ').slice(0, 3).join('-').replace(/\W+/g, '-'));
      if (text !== '') await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };

    test('the questions are answered one after the other', async () => {
      await session.runCommand('Kong Konnect: Provision Gateway');
      await answer('Control plane of the gateway', 'New control');
      await answer('Geo: where', 'eu');
      await answer('Name of the new control plane', 'harbour-east');
      await answer('Provider account:', '418820993155');
      await answer('Region of the data planes', 'us-west-2');
      await answer('Network in us-west-2', 'New network');
      await answer('Name of the new network', '');
      await answer('Availability zones', '');
      await answer('Addresses of the network', '');
      await answer('When us-west-2-net is built', 'Build');
      await answer('Scaling', 'autopilot');
      await answer('Base requests per second', '');
      await answer('Gateway version', '3.14');
      await answer('API access', '');
    });

    test('the plan is shown before anything is sent', async () => {
      const { page } = session;
      await answer('harbour-east in eu', 'Provision');
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.getByText('Provision the gateway harbour-east?').waitFor();
      await picture('question');
      await dialog.getByRole('button', { name: 'Show Plan' }).click();
      const plan = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await plan.getByRole('heading', { name: 'Plan for harbour-east' }).waitFor();
      await session.notification('Provision the gateway harbour-east?');
      await picture('plan');
      await page.getByRole('button', { name: 'Go On…' }).click();
      await dialog.getByRole('button', { name: 'Provision' }).first().click();
    });

    test('its progress is told, and the explorer shows it', async () => {
      await session.notification(/us-west-2 (created|initializing)/);
      await row(session, 'harbour-east').waitFor();
      await row(session, 'harbour-east').click();
      await row(session, 'Data plane groups').click();
      await row(session, 'us-west-2').first().waitFor();
      await picture('progress');
    });

    test('a group that runs is scaled from its row', async () => {
      const { page } = session;
      await row(session, 'harbour-east').click();
      await row(session, 'booking-prod').click();
      await row(session, 'Data plane groups').click();
      const group = row(session, 'us-east-2');
      await group.hover();
      await group.getByRole('button', { name: /Scale Data Plane Group/ }).click();
      await answer('Scaling', 'autopilot');
      await answer('Base requests per second', '900');
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.getByText('Scale us-east-2 of booking-prod?').waitFor();
      await picture('scale');
      await dialog.getByRole('button', { name: 'Scale' }).first().click();
      await session.notification('us-east-2 of booking-prod is scaled');
      await picture('scaled');
      assert.ok(pictures > 15);
    });
  });
}
