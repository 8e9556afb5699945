// Connecting by keyboard, and what the view says when there is nothing to show.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { openSession, type Session } from '../host/session';
import { openExplorer, row, status } from './explorer';

suite('connecting', () => {
  let session: Session;
  let konnect: DemoServer;

  before(async () => {
    konnect = await startDemo();
    session = await openSession({
      workspace: 'examples',
      settings: { 'kongCloudGateways.apiUrl': konnect.apiUrl },
    });
    await openExplorer(session);
  });
  after(async () => {
    await session?.close();
    await konnect?.close();
  });

  test('a token is typed hidden, and a wrong one is refused with a way on', async () => {
    await session.runCommand('Kong Konnect: Sign In');
    const input = session.palette.locator('input').first();
    await input.waitFor();
    assert.equal(await input.getAttribute('type'), 'password');
    await session.answer('kpat_not-this-one');
    const said = await session.notification('Konnect');
    assert.match(said, /token/i);
    await session.page.getByRole('button', { name: 'Sign In', exact: true }).first().waitFor();
    await session.screenshot('connection-1-refused');
    await session.runCommand('Notifications: Clear All Notifications');
  });

  test('the right one shows the organisation in the status bar and its gateways', async () => {
    await session.runCommand('Kong Konnect: Sign In');
    await session.answer(konnect.token);
    await row(session, 'booking-prod').waitFor();
    await status(session, 'Tidewater Ferries (Demo) · all geos').waitFor();
    await session.screenshot('connection-2-signed-in');
  });

  test('the token outlives a reload and is on no page and in no file', async () => {
    await session.reload();
    await row(session, 'booking-prod').waitFor();
    const texts = await Promise.all(session.page.frames().map((frame) => frame.content()));
    assert.deepEqual(
      texts.filter((text) => text.includes(konnect.token)),
      [],
    );
    assert.notDeepEqual(await session.filesContaining('GET /v3/organizations/me 200'), []);
    assert.deepEqual(await session.filesContaining(konnect.token), []);
  });

  test('when Konnect is gone the view says so and offers the next step', async () => {
    await konnect.close();
    await session.runCommand('Kong Konnect: Refresh');
    await session.page.getByText('Konnect cannot be reached.').waitFor({ timeout: 60_000 });
    await session.page.getByRole('button', { name: 'Try again' }).waitFor();
    await session.screenshot('connection-3-gone');
  });

  test('signing out leads back to the welcome text', async () => {
    await session.runCommand('Kong Konnect: Sign Out');
    await session.page.getByRole('button', { name: 'Start the demo' }).waitFor();
    await session.screenshot('connection-4-signed-out');
  });
});

suite('a demo that was started from outside', () => {
  let session: Session;
  let demo: DemoServer;

  before(async () => {
    demo = await startDemo();
    const { apiUrl, token } = demo;
    session = await openSession({
      workspace: 'examples',
      env: { KONG_CLOUD_GATEWAYS_DEMO: JSON.stringify({ apiUrl, token }) },
    });
    await openExplorer(session);
  });
  after(async () => {
    await session?.close();
    await demo?.close();
  });

  test('is connected to without a question', async () => {
    await row(session, 'booking-prod').waitFor();
    await status(session, 'Konnect: Demo').waitFor();
  });

  test('says that its data is gone once it has ended', async () => {
    await demo.close();
    await session.runCommand('Kong Konnect: Refresh');
    await session.page
      .getByText('The demo has ended, and its data with it')
      .waitFor({ timeout: 60_000 });
    await session.screenshot('connection-5-demo-ended');
  });
});

suite('Restricted Mode', () => {
  let session: Session;

  before(async () => {
    session = await openSession({ workspace: 'examples', workspaceTrust: true });
  });
  after(() => session?.close());

  test('creates nothing in Konnect', async () => {
    await session.page.getByText('Restricted Mode', { exact: true }).first().waitFor();
    await session.runCommand('Kong Konnect: Create Control Plane');
    assert.match(await session.notification('In Restricted Mode'), /Trust the workspace first/);
    await session.runCommand('Notifications: Clear All Notifications');
  });

  test('checks plugins but uploads nothing, and says why', async () => {
    await session.page.getByText('Restricted Mode', { exact: true }).first().waitFor();
    await session.openFile('needs-work/handler.lua');
    await session.page.locator('.squiggly-error').first().waitFor();
    await session.runCommand('Kong Konnect: Upload Plugin to Konnect');
    assert.match(await session.notification('In Restricted Mode'), /Trust the workspace first/);
    await session.screenshot('restricted-mode');
  });
});
