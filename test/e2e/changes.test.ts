// Changes of gateways by keyboard alone, over a reload and a cancelled watching; judged by what reached the demo.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { createManualClock } from '../../src/demo/world/clock';
import { openSession, type Session } from '../host/session';
import { openExplorer, row } from './explorer';

const minute = 60_000;
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const share =
  'arn:aws:ram:us-east-2:123456789012:resource-share/4b7e2c8a-1234-5678-abcd-ef1234567890';

suite('changes by keyboard', () => {
  let session: Session;
  let demo: DemoServer;

  before(async () => {
    // Its time stands still: what is under way stays so until a test moves it on.
    demo = await startDemo({ clock: createManualClock() });
    const given = JSON.stringify({ apiUrl: demo.apiUrl, token: demo.token });
    session = await openSession({
      workspace: 'examples',
      env: { KONG_CLOUD_GATEWAYS_DEMO: given },
    });
    await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openExplorer(session);
    await row(session, 'booking-prod').waitFor();
    demo.forgetRequests();
  });
  after(async () => {
    await session?.close();
    await demo?.close();
  });

  const run = (title: string) => session.runCommandByKeys(`Kong Konnect: ${title}`);
  const primary = () => session.runCommandByKeys('Notifications: Accept Notification Primary');
  const clear = () => session.runCommandByKeys('Notifications: Clear All Notifications');
  /** What was sent since the last call. */
  const sent = () => {
    const changes = demo.requests.filter(({ method }) => method !== 'GET');
    demo.forgetRequests();
    return changes.map(({ method, path, status, body }) => ({
      line: `${method} ${path.split('/').slice(2, 4).join('/')} ${status}`.replace(uuid, '<id>'),
      body: body as { readonly dataplane_groups?: readonly { readonly region: string }[] },
    }));
  };
  /** Waits for the question, types what narrows the list or is the answer, and confirms. */
  const answer = async (question: string, text: string) => {
    const { page, palette } = session;
    const prompt = palette.locator('.quick-input-message', { hasText: question });
    await prompt.or(palette.getByPlaceholder(question)).first().waitFor();
    await palette.locator('.monaco-progress-container.done').first().waitFor({ state: 'attached' });
    await palette.locator('input').first().fill(text);
    await page.keyboard.press('Enter');
  };
  /** The button of the question, reached with Tab. */
  const press = async (question: string, button: string) => {
    const { page } = session;
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText(question).first().waitFor();
    const wanted = dialog.getByRole('button', { name: button, exact: true });
    for (let tabs = 0; tabs < 12; tabs += 1) {
      if ((await wanted.and(page.locator(':focus')).count()) > 0) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  test('an upgrade is shown as a plan, watched over a reload, and goes on when the watching is cancelled', async () => {
    const { page } = session;
    const question = 'Upgrade booking-prod to 3.15?';
    await run('Upgrade Gateway');
    await answer('Control plane', 'booking-prod');
    await answer('Gateway version for booking-prod', '3.15');
    await press(question, 'Show Plan');
    const plan = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await plan.getByRole('heading', { name: 'Plan for booking-prod' }).waitFor();
    await session.notification(question);
    assert.deepEqual(sent(), []);
    await primary();
    await press(question, 'Upgrade');
    await session.notification(/us-east-2 initializing/);
    await session.reload();
    await session.notification(/us-east-2 initializing/);
    await session.screenshot('changes-1-after-reload');
    await primary();
    await session.notification('booking-prod is no longer watched. Konnect goes on');
    await session.screenshot('changes-2-cancelled');
    assert.deepEqual(
      sent().map(({ line }) => line),
      ['PUT cloud-gateways/configurations 200'],
    );
    demo.clock.advance(minute);
    await clear();
  });

  test('a group goes only when its name is typed, and only that one', async () => {
    const { page, palette } = session;
    await run('Remove Data Plane Group');
    await answer('Control plane', 'booking-prod');
    await answer('Data plane group of booking-prod', 'us-east-2');
    await press('Remove the data plane group us-east-2 of booking-prod?', 'Remove');
    await answer('Type us-east-2 to go on', 'us-east-1');
    await palette.getByText('This is not the name yet.').waitFor();
    await session.screenshot('changes-3-name');
    assert.deepEqual(sent(), []);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('us-east-2');
    await page.keyboard.press('Enter');
    await session.notification(/us-east-2 terminating/);
    const [put, ...more] = sent();
    assert.deepEqual([put?.line, more], ['PUT cloud-gateways/configurations 200', []]);
    assert.deepEqual(
      put?.body.dataplane_groups?.map(({ region }) => region),
      ['ap-northeast-1'],
    );
    demo.clock.advance(minute);
    await session.notification('us-east-2 of booking-prod is removed.');
    await clear();
  });

  test('a custom domain is created', async () => {
    await run('Create Custom Domain');
    await answer('Control plane', 'payments');
    await answer('The host name that clients will use', 'new.tidewater.example');
    await press('Create the custom domain new.tidewater.example?', 'Create');
    await session.notification('Custom domain new.tidewater.example is created.');
    assert.deepEqual(
      sent().map(({ line }) => line),
      ['POST cloud-gateways/custom-domains 201'],
    );
    await clear();
  });

  test('a transit gateway is created, and the commands for the own cloud are copied', async () => {
    const { page } = session;
    await run('Create Transit Gateway');
    await answer('Network', 'us-east-2-prod');
    await answer('Kind; these fit aws', 'AWS transit gateway');
    await answer('ID of your transit gateway', 'tgw-0123456789abcdef0');
    await answer('ARN of the RAM share', share);
    await answer('Your own ranges', '10.90.0.0/16');
    await answer('DNS servers behind it', '');
    await answer('Name of the transit gateway', 'second');
    await press('Create the transit gateway second?', 'Create');
    await session.notification(/second is (created|initializing)/);
    demo.clock.advance(minute);
    await session.notification('What is left to do in your own cloud is shown.');
    const steps = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await steps.getByRole('heading', { name: 'Next steps for second' }).waitFor();
    await session.screenshot('changes-4-steps');
    await primary();
    const wanted = '--destination-cidr-block 10.4.0.0/16';
    await page.waitForFunction(
      `navigator.clipboard.readText().then((text) => text.includes('${wanted}'))`,
    );
    assert.deepEqual(
      sent().map(({ line }) => line),
      ['POST cloud-gateways/networks 201'],
    );
    await clear();
  });

  test('a control plane is deleted once its name is typed', async () => {
    await run('Delete Control Plane');
    await answer('Control plane', 'sandbox');
    await press('Delete the control plane sandbox?', 'Delete');
    await answer('Type sandbox to go on', 'sandbox');
    await session.notification('Control plane sandbox is deleted.');
    assert.deepEqual(
      sent().map(({ line }) => line),
      ['DELETE control-planes/<id> 204'],
    );
  });
});
