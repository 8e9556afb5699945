// The tour by mouse, and the filter by keyboard alone.
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

suite('the tour', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples' });
  });
  after(() => session?.close());

  test('opens from the welcome text, and connecting ticks its step', async () => {
    await openExplorer(session);
    await session.page.getByText('Take the tour').click({ timeout: 30_000 });
    const step = (title: string) =>
      session.page.locator('.getting-started-step', { hasText: title }).first();
    await step('Connect to Konnect').waitFor();
    await session.screenshot('tour-1-open');
    await step('Connect to Konnect').getByText('Start the Demo').click();
    await row(session, 'booking-prod').waitFor();
    await step('Connect to Konnect').locator('.codicon.complete').first().waitFor();
    await session.screenshot('tour-2-connected');
  });
});

suite('the filter by keyboard', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples', theme: 'highContrast' });
  });
  after(() => session?.close());

  test('starts the demo, filters and clears the filter', async () => {
    const { page, palette } = session;
    await session.runCommandByKeys('Kong Konnect: Start Demo');
    await session.runCommandByKeys('Focus on Gateways View');
    await row(session, 'booking-prod').waitFor();
    await session.runCommandByKeys('Kong Konnect: Filter');
    await palette.locator('.monaco-list-row', { hasText: 'Text…' }).waitFor();
    await page.keyboard.press('Enter');
    await palette.getByText('Part of a name').waitFor();
    await page.keyboard.type('payments');
    await page.keyboard.press('Enter');
    await page.getByText('Filter: “payments”').waitFor();
    await row(session, 'booking-prod').waitFor({ state: 'detached' });
    await row(session, 'payments').waitFor();
    await session.screenshot('keyboard-2-filter');
    await session.runCommandByKeys('Kong Konnect: Clear Filter');
    await row(session, 'booking-prod').waitFor();
  });
});
