// What the view says when it has nothing to show, by cause.
import { after, before, suite, test } from 'node:test';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

suite('an organisation without a control plane', () => {
  let session: Session;
  let demo: DemoServer;

  before(async () => {
    demo = await startDemo({ seed: { empty: true, refusedGeos: [] } });
    session = await openOn(demo);
  });
  after(() => end(session, demo));

  test('is told so, and creating the first one shows it', async () => {
    await session.page
      .getByText('there is no Dedicated Cloud Gateways control plane yet')
      .waitFor();
    await session.screenshot('welcome-1-empty');
    await session.page.getByRole('treeitem', { name: /Create a control plane/ }).click();
    await session.pick('eu');
    await session.answer('first-gateway');
    await session.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Create' })
      .click();
    await row(session, 'first-gateway').waitFor();
  });
});

suite('failures of all geos alike', () => {
  let session: Session;
  let demo: DemoServer;

  before(async () => {
    demo = await startDemo();
    session = await openOn(demo);
    await row(session, 'booking-prod').waitFor();
  });
  after(() => end(session, demo));

  test('a refused token leads to another sign-in', async () => {
    demo.faults.order({ path: '/*/v2/control-planes', fault: { kind: 'status', status: 401 } });
    await session.runCommand('Kong Konnect: Refresh');
    await session.page.getByText('Konnect refuses the token').waitFor();
    await session.page.getByRole('button', { name: 'Sign in with another token' }).waitFor();
    await session.screenshot('welcome-2-refused');
  });

  test('anything else leads to the log, and trying again brings the rows back', async () => {
    demo.faults.clear();
    demo.faults.order({ path: '/*/v2/control-planes', fault: { kind: 'wrongContentType' } });
    await session.page.getByRole('button', { name: 'Try again' }).click();
    await session.page.getByText('Konnect could not be read.').waitFor();
    await session.screenshot('welcome-3-failed');
    demo.faults.clear();
    await session.page.getByRole('button', { name: 'Try again' }).click();
    await row(session, 'booking-prod').waitFor();
  });
});

async function openOn({ apiUrl, token }: DemoServer): Promise<Session> {
  const env = { KONG_CLOUD_GATEWAYS_DEMO: JSON.stringify({ apiUrl, token }) };
  const session = await openSession({ workspace: 'examples', env });
  await openExplorer(session);
  return session;
}

async function end(session: Session | undefined, demo: DemoServer | undefined): Promise<void> {
  await session?.close();
  await demo?.close();
}
