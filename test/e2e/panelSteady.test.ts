// The gateway panel while answers are slow, on paper, as copied text, and with names that nobody expects.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { openSession, type Session } from '../host/session';
import { openExplorer, panelFrame, row } from './explorer';
import { openPanelOf, overflow, pageFrame } from './panelPage';

const cloud = '/global/v2/cloud-gateways';
const hostile = `<img src=x onerror="document.title='broken'">${'W'.repeat(10_000)}`;

suite('the gateway panel', () => {
  let session: Session;
  let demo: DemoServer;

  before(async () => {
    demo = await startDemo();
    session = await openSession({
      workspace: 'examples',
      viewport: { width: 1000, height: 900 },
      settings: { 'kongCloudGateways.apiUrl': demo.apiUrl },
    });
    await openExplorer(session);
    await session.runCommand('Kong Konnect: Sign In');
    await session.answer(demo.token);
    await row(session, 'booking-prod').waitFor();
    await session.runCommand('View: Toggle Primary Side Bar Visibility');
  });
  after(async () => {
    await session?.close();
    await demo?.close();
  });

  test('leaves what is drawn where it is while slow answers arrive', async () => {
    const slow = {
      [`${cloud}/provider-accounts`]: 400,
      [`${cloud}/custom-domains`]: 900,
      [`${cloud}/networks/*`]: 1_300,
      [`${cloud}/networks/*/transit-gateways`]: 1_700,
    };
    for (const [path, ms] of Object.entries(slow)) {
      demo.faults.order({ path, fault: { kind: 'latency', ms } });
    }
    await openPanelOf(session, 'booking-prod');
    await panelFrame(session).getByRole('heading', { name: 'Transit Gateways' }).waitFor();
    await panelFrame(session).locator('#page[aria-busy=false]').waitFor();
    const shift = await (await pageFrame(session)).evaluate(layoutShift);
    assert.ok(Number(shift) < 0.1, `the cumulative layout shift is ${shift}`);
  });

  test('selects a record without its buttons', async () => {
    const frame = await pageFrame(session);
    const text = await frame.evaluate(`(() => {
      const row = document.querySelector('.records tbody tr');
      getSelection().selectAllChildren(row);
      const text = getSelection().toString();
      getSelection().removeAllRanges();
      return text;
    })()`);
    const cells = ['api.tidewater.example', 'CNAME', 'cf032d53cb.gateways.konggateway.com'];
    assert.deepEqual(String(text).split(/\s+/).slice(0, 3), cells, JSON.stringify(text));
    assert.doesNotMatch(String(text), /copy/i);
  });

  test('prints everything that is closed and nothing to click, in ink on white', async () => {
    const frame = await pageFrame(session);
    await session.page.emulateMedia({ media: 'print' });
    await frame.evaluate("document.getElementById('names').scrollIntoView({ block: 'end' })");
    await session.screenshot('panel-8-print');
    const shown = await frame.evaluate(`({
      clickable: [...document.querySelectorAll('#page :is(button, select)')]
        .filter((one) => one.checkVisibility()).length,
      unreadable: [...document.querySelectorAll('#page details:not([open]) pre')]
        .filter((one) => !one.closest('[hidden]'))
        .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
      closed: document.querySelectorAll('#page details:not([open]) pre').length > 0,
      ink: getComputedStyle(document.querySelector('#page h1')).color,
      paper: getComputedStyle(document.body).backgroundColor,
    })`);
    await session.page.emulateMedia({ media: 'screen' });
    assert.deepEqual(shown, {
      clickable: 0,
      unreadable: 0,
      closed: true,
      ink: 'rgb(0, 0, 0)',
      paper: 'rgb(255, 255, 255)',
    });
  });

  test('keeps names of 10,000 characters inside the page, as nothing but text', async () => {
    demo.faults.clear();
    for (const path of ['/us/v2/control-planes/*', `${cloud}/networks/*/transit-gateways`]) {
      const fault = { kind: 'unknownValues', values: { name: hostile, reason: hostile } } as const;
      demo.faults.order({ path, fault });
    }
    await panelFrame(session).getByRole('button', { name: 'Refresh' }).click();
    const headings = panelFrame(session).locator('h1, h3');
    await headings.filter({ hasText: '<img src=x' }).nth(1).waitFor();
    const frame = await pageFrame(session, '<img');
    await session.screenshot('panel-9-long-name');
    assert.equal(await frame.evaluate("document.querySelectorAll('img').length"), 0);
    assert.notEqual(await frame.evaluate('document.title'), 'broken');
    assert.equal(await frame.evaluate(overflow), 0);
  });
});

/** What the browser counts as jumps, from the first drawing on. */
const layoutShift = `new Promise((resolve) => {
  let sum = 0;
  const add = (entries) => { for (const { value } of entries) sum += value; };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    add(observer.takeRecords());
    resolve(sum);
  }));
})`;
