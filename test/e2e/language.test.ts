// In another language every text of ours is in it. The language of this test brackets each text, so that one that was
// not given to `t` stands out.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { findTexts } from '../fakes/texts';
import { openSession, type Session } from '../host/session';
import { openExplorer, panelFrame, row } from './explorer';

const language = 'qps-ploc';
const bracketed = (text: string): string => `⟦${text}⟧`;

suite('in another language', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples', language, prepareExtension: translate });
    await openExplorer(session);
    await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
  });
  after(() => session?.close());

  test('menus and rows are in it', async () => {
    await row(session, 'booking-prod').click();
    await row(session, bracketed('Data plane groups')).click();
    await row(session, 'us-east-2').waitFor();
    const labels = await session.page
      .locator('[id^="workbench.view.extension"] [role=treeitem]')
      .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label') ?? ''));
    assert.ok(labels.length > 10);
    assert.deepEqual(
      labels.filter((label) => !label.includes('⟦')),
      [],
    );
    await session.page.getByRole('button', { name: bracketed('Refresh') }).waitFor();
    await session.screenshot('language-1-explorer');
  });

  test('the panel is in it', async () => {
    const controlPlane = row(session, 'booking-prod');
    await controlPlane.hover();
    await controlPlane.getByRole('button', { name: /⟦Open Gateway Panel/ }).click();
    const headings = panelFrame(session).getByRole('heading');
    await headings.filter({ hasText: '⟦' }).first().waitFor();
    const buttons = await panelFrame(session).getByRole('button').allInnerTexts();
    assert.deepEqual(
      buttons.filter((text) => /[a-z]/i.test(text) && !text.includes('⟦')),
      [],
    );
    await session.screenshot('language-2-panel');
  });
});

/** Puts the translation beside the texts of the installed extension. */
function translate(extension: string): void {
  const texts = findTexts().flatMap(({ text }) => text || []);
  mkdirSync(join(extension, 'l10n'), { recursive: true });
  const bundle = Object.fromEntries(texts.map((text) => [text, bracketed(text)]));
  writeFileSync(join(extension, `l10n/bundle.l10n.${language}.json`), JSON.stringify(bundle));
  const named = JSON.parse(readFileSync(join(extension, 'package.nls.json'), 'utf8')) as object;
  const commands = Object.fromEntries(
    Object.entries(named).map(([key, text]) => [
      key,
      // Links in welcome texts stay buttons, by which the test goes on.
      key.startsWith('command.') ? bracketed(text) : text,
    ]),
  );
  writeFileSync(join(extension, `package.nls.${language}.json`), JSON.stringify(commands));
}
