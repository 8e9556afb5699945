// A secret given to a backend by keyboard: it reaches Konnect, and no file of VS Code or of the extension.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

const canary = 'canary-typed-secret-81c4';

suite('a backend secret, by keyboard', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples' });
    await openExplorer(session);
    await session.page.getByRole('button', { name: 'Start the demo' }).click({ timeout: 30_000 });
    await row(session, 'payments').waitFor();
  });
  after(() => session?.close());

  test('is typed hidden, confirmed with its consequences, and stands in no file', async () => {
    await session.runCommand('Kong Konnect: Inject Backend Secret');
    await session.pick('payments');
    await session.pick('refunds');
    await session.pick('Authorization');
    await session.pick('Bearer');
    await session.pick('Type it, hidden');
    const box = session.palette.locator('input').first();
    await session.palette.getByText('Secret for the header Authorization').waitFor();
    assert.equal(await box.getAttribute('type'), 'password');
    await session.answer(canary);
    await session.pick('In Konnect’s secret store');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.getByText('from which nobody can read it back').waitFor();
    await session.screenshot('secret-1-question');
    await dialog.getByRole('button', { name: 'Inject', exact: true }).click();
    await session.notification('The header Authorization is injected.');
    assert.deepEqual(await session.filesContaining(canary), []);
  });
});
