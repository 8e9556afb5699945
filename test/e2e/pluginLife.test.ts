// A plugin's life by mouse and keyboard: uploaded by the button, followed, marked, undone after a reload.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, row, status } from './explorer';

suite('the life of a plugin', () => {
  let session: Session;
  const file = 'plugins/stamp-response/handler.lua';

  before(async () => {
    session = await openSession({ workspace: 'examples', theme: 'light' });
    await openExplorer(session);
    await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
    await row(session, 'payments').waitFor();
  });
  after(() => session?.close());

  const upload = () => session.page.getByRole('button', { name: 'Upload Plugin to Konnect' });

  test('the button uploads it, and it is told what the nodes make of it', async () => {
    await session.openFile(file);
    await status(session, 'Plugin: not uploaded').waitFor();
    await upload().click();
    await session.pick('booking-staging');
    await session.screenshot('life-1-following');
    const told = await session.notification(/P309: it does not stream custom plugins/);
    assert.match(told, /^Created the custom plugin stamp-response in booking-staging, but 1 of 2/);
    await status(session, 'booking-staging: in sync').waitFor();
    await session.screenshot('life-2-refused');
  });

  test('a change shows in the status bar and is uploaded without a question', async () => {
    const path = join(session.folder, file);
    await writeFile(path, `-- A second version.\n${await readFile(path, 'utf8')}`);
    await status(session, 'booking-staging: changed here').waitFor();
    await session.screenshot('life-3-changed');
    await upload().click();
    await session.notification('Replaced the custom plugin stamp-response in booking-staging');
    await status(session, 'booking-staging: in sync').waitFor();
  });

  test('after a reload the code that was replaced comes back', async () => {
    await session.reload();
    await session.openFile(file);
    await status(session, 'booking-staging: in sync').click();
    await session.palette.locator('.monaco-list-row', { hasText: 'Undo Upload' }).waitFor();
    await session.screenshot('life-4-menu');
    await session.pick('Undo Upload');
    await session.palette.locator('.monaco-list-row').first().waitFor();
    await session.screenshot('life-5-kept');
    await session.palette.locator('.monaco-list-row').first().click();
    await session.page.getByRole('button', { name: 'Bring Back' }).click();
    await session.notification('Brought back the earlier code of stamp-response');
    await status(session, 'booking-staging: changed here').waitFor();
    await session.screenshot('life-6-undone');
  });

  test('the difference from Konnect can be seen', async () => {
    await session.runCommand('Kong Konnect: Compare Plugin with Konnect');
    await session.page.locator('.multiDiffEditor, .multi-diff-editor').first().waitFor();
    await session.page.getByText('-- A second version.').first().waitFor();
    await session.screenshot('life-7-compared');
  });
});
