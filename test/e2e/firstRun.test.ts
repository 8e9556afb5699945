// A stranger's first quarter of an hour, by mouse and keyboard, with the packaged extension.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, panelFrame, row, status } from './explorer';

for (const theme of ['dark', 'light'] as const) {
  suite(`first run, ${theme} theme`, () => {
    let session: Session;

    before(async () => {
      session = await openSession({ workspace: 'examples', theme });
    });
    after(() => session?.close());

    test('the welcome text offers the demo, and a click on it shows the gateways', async () => {
      await openExplorer(session);
      await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
      await row(session, 'booking-prod').waitFor();
      await row(session, 'sg').waitFor();
      await status(session, 'Konnect: Demo').waitFor();
      await session.screenshot(`${theme}-1-explorer`);
    });

    test('a control plane opens to its groups, domains and plugins with their states', async () => {
      for (const label of ['booking-prod', 'Data plane groups', 'Custom domains']) {
        const opened = row(session, label);
        await opened.click();
      }
      await row(session, 'us-east-2').first().waitFor();
      const failed = row(session, 'tickets.tidewater.example');
      await failed.waitFor();
      assert.match(
        (await failed.getAttribute('aria-label')) ?? '',
        /tickets\.tidewater\.example, state error, CNAME points to/,
      );
      await session.screenshot(`${theme}-2-control-plane`);
    });

    test('a plugin file with faults shows squiggles and problems', async () => {
      await session.openFile('needs-work/handler.lua');
      await session.page.locator('.squiggly-error').first().waitFor();
      await session.runCommand('Problems: Focus on Problems View');
      await session.page.locator('.markers-panel').getByText('no-init-worker').first().waitFor();
      await session.screenshot(`${theme}-3-diagnostics`);
      await session.runCommand('View: Toggle Panel Visibility');
    });

    test('the cloud button in the editor title uploads a clean plugin', async () => {
      await session.openFile('stamp-response/handler.lua');
      await session.page.getByRole('button', { name: 'Upload Plugin to Konnect' }).click();
      await session.pick('booking-prod');
      await session.notification('Created the custom plugin stamp-response in booking-prod');
      await session.screenshot(`${theme}-4-upload`);
    });

    test('the panel shows DNS records and the role ARN, and copies them', async () => {
      const controlPlane = row(session, 'booking-prod');
      await controlPlane.hover();
      await controlPlane.getByRole('button', { name: /Open Gateway Panel/ }).click();
      const panel = panelFrame(session);
      await panel
        .getByText('_acme-challenge.cf032d53cb.acme.gateways.konggateway.com')
        .first()
        .waitFor();
      const arn = panel.getByText(/^arn:aws:iam::\d{12}:role\/[0-9a-f-]{36}-dataplane$/).first();
      await arn.waitFor();
      await session.screenshot(`${theme}-5-panel`);
      await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const shown = await arn.innerText();
      await panel
        .getByRole('button', { name: /^Copy.*role ARN/i })
        .first()
        .click();
      await panel.getByText('Copied').first().waitFor();
      assert.equal(await session.page.evaluate('navigator.clipboard.readText()'), shown);
    });

    test('a reload keeps the demo, what was uploaded, and the panel', async () => {
      await session.reload();
      await row(session, 'booking-prod').waitFor();
      await row(session, 'booking-prod').click();
      await session.screenshot(`${theme}-6-reload`);
      await row(session, 'Custom plugins').click();
      await row(session, 'stamp-response').waitFor();
      await panelFrame(session)
        .getByText('_acme-challenge.cf032d53cb.acme.gateways.konggateway.com')
        .first()
        .waitFor();
    });
  });
}
