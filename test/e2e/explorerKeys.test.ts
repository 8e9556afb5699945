// The tour and the explorer by keyboard alone, with what a screen reader would say.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

suite('the tour', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples' });
  });
  after(() => session?.close());

  test('opens from the welcome text, and connecting and browsing tick their steps', async () => {
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

suite('the explorer by keyboard', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples', theme: 'highContrast' });
  });
  after(() => session?.close());

  test('leads from connecting to a domain in error, and every row on the way says what it is', async () => {
    const { page } = session;
    await session.runCommandByKeys('Kong Konnect: Start Demo');
    await session.runCommandByKeys('Focus on Gateways View');
    await row(session, 'booking-prod').waitFor();
    await page.keyboard.press('Home');
    const heard: string[] = [await spoken(session)];
    for (let step = 0; step < 40 && !/state error/.test(heard.at(-1) ?? ''); step += 1) {
      await page.keyboard.press('ArrowDown');
      const now = await spoken(session);
      heard.push(now);
      if (/^(Control plane booking-prod|Custom domains of)/.test(now)) {
        await page.keyboard.press('ArrowRight');
        await page.locator('.monaco-list-row.focused[aria-expanded=true]').waitFor();
        await row(session, now.startsWith('Control') ? 'Services' : 'api.tidewater').waitFor();
      }
    }
    assert.match(
      heard.at(-1) ?? '',
      /^Custom domain tickets\.tidewater\.example, state error, CNAME/,
    );
    assert.deepEqual(heard.slice(0, 4), [
      'Geo United States',
      'Control plane booking-prod',
      'Data plane groups of booking-prod',
      'Nodes of booking-prod',
    ]);
    await session.screenshot('keyboard-1-domain');
  });

  test('filters and clears the filter', async () => {
    const { page, palette } = session;
    await session.runCommandByKeys('Kong Konnect: Filter');
    await palette.locator('.monaco-list-row', { hasText: 'Text…' }).waitFor();
    await page.keyboard.press('Enter');
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

/** The label of the row that has the focus. */
async function spoken({ page }: Session): Promise<string> {
  const focused = page.locator('.part.sidebar .monaco-list-row.focused').first();
  await focused.waitFor();
  return (await focused.getAttribute('aria-label')) ?? '';
}
