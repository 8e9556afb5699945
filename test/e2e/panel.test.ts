// The gateway panel as people meet it: by mouse and keyboard, in every theme, in much and in little room, and read aloud.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, suite, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { type DemoServer, startDemo } from '../../src/demo/server';
import { openSession, type Session } from '../host/session';
import { type DnsServer, startDnsServer } from '../unit/dns/doctor/dnsServer';
import { openExplorer, panelFrame, row } from './explorer';
import { openPanelOf, overflow, pageFrame } from './panelPage';

const edge = 'cf032d53cb.gateways.konggateway.com';
const former = '9cb1c8dbab.gateways.konghq.com';
const challenge = `_acme-challenge.cf032d53cb.acme.gateways.konggateway.com`;
const hostile = `<img src=x onerror="document.title='broken'">&"'\u202egnp ${'W'.repeat(150)}`;
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'];
const wide = { width: 1000, height: 900 };
/** Leaves about 300 pixels to the panel. */
const narrow = { width: 350, height: 900 };

suite('the gateway panel', () => {
  let session: Session;
  let demo: DemoServer;
  let dns: DnsServer;

  before(async () => {
    demo = await startDemo();
    dns = await startDnsServer({
      'api.tidewater.example CNAME': [edge],
      [`${edge} A`]: ['192.0.2.10'],
      '_acme-challenge.api.tidewater.example CNAME': [challenge],
      'tidewater.example CAA': ['issue pki.goog'],
      'pay.tidewater.example CNAME': [former],
    });
    await createControlPlane(demo, hostile);
    session = await openSession({
      workspace: 'examples',
      viewport: wide,
      settings: { 'kongCloudGateways.apiUrl': demo.apiUrl },
    });
    await openExplorer(session);
    await session.runCommand('Kong Konnect: Sign In');
    await session.answer(demo.token);
    await row(session, 'booking-prod').waitFor();
    await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await session.runCommand('View: Toggle Primary Side Bar Visibility');
  });
  after(async () => {
    await session?.close();
    await demo?.close();
    await dns?.close();
  });

  test('opens from the palette and shows how traffic flows', async () => {
    await openPanelOf(session, 'booking-prod');
    await panelFrame(session).getByRole('link', { name: 'Custom domains' }).waitFor();
    await session.screenshot('panel-1-flow');
  });

  test('checks a domain with servers that the user names, and says what is next', async () => {
    const card = panelFrame(session).locator('.card', { hasText: 'api.tidewater.example' }).first();
    await card.getByRole('button', { name: 'Other DNS Servers…' }).click();
    await session.pick('Other servers…');
    await session.answer(dns.address);
    await card.getByText('the domain leads to this gateway').waitFor();
    await card.getByText('the record is right').waitFor();
    await card.getByText('the records of tidewater.example allow pki.goog').waitFor();
    await session.screenshot('panel-2-dns');
  });

  test('copies exactly what it shows, by keyboard', async () => {
    const button = panelFrame(session)
      .getByRole('button', { name: 'Copy value of api.tidewater.example' })
      .first();
    await button.focus();
    await session.page.keyboard.press('Enter');
    await panelFrame(session).getByText('Copied').first().waitFor();
    assert.equal(await session.page.evaluate('navigator.clipboard.readText()'), edge);
  });

  test('opens an export as a file of its own', async () => {
    const card = panelFrame(session).locator('.card', { hasText: 'api.tidewater.example' }).first();
    await card.getByText('Records for DNS tools').click();
    await card.getByRole('tab', { name: 'Route 53 change batch' }).click();
    await card.getByRole('button', { name: /^Open in Editor: Route 53/ }).click();
    await session.page.getByText('"ResourceRecordSet"').first().waitFor();
    await session.runCommand('View: Revert and Close Editor');
  });

  test('says for a peering what is left to do, ready to copy', async () => {
    const card = panelFrame(session).locator('.card', { hasText: 'warehouse-vpc' }).first();
    await card.getByRole('button', { name: /^Copy: Accept the peering connection/ }).click();
    await card.locator('.is-copied').waitFor();
    const copied = await session.page.evaluate('navigator.clipboard.readText()');
    assert.match(
      String(copied),
      /^aws ec2 accept-vpc-peering-connection --region \S+ .*pcx-\S+\n$/,
    );
    await session.screenshot('panel-6-peering');
  });

  test('a list of all domains names those on switched-off names', async () => {
    await session.runCommand('Kong Konnect: Check DNS of All Custom Domains');
    const report = session.page
      .locator('iframe.webview.ready')
      .last()
      .contentFrame()
      .frameLocator('#active-frame');
    await report.getByText(former).first().waitFor();
    await report.getByText('9cb1c8dbab.gateways.konggateway.com').first().waitFor();
    await session.screenshot('panel-7-all-domains');
    await session.runCommand('View: Close Editor');
    await session.page.locator('iframe.webview.ready').nth(1).waitFor({ state: 'detached' });
  });

  for (const theme of themes) {
    for (const [room, viewport] of Object.entries({ wide, narrow })) {
      test(`has no fault that axe knows in ${theme}, ${room}`, async () => {
        await session.page.setViewportSize(wide);
        await useTheme(session, theme);
        await session.page.setViewportSize(viewport);
        const frame = await pageFrame(session);
        await frame.evaluate('window.scrollTo(0, 0)');
        const name = `panel-3-${theme.toLowerCase().replaceAll(' ', '-')}-${room}`;
        await session.screenshot(name);
        assert.deepEqual(await faults(frame), []);
        assert.equal(await frame.evaluate(overflow), 0, 'nothing is cut off sideways');
        await frame.evaluate("document.getElementById('roles').scrollIntoView()");
        await session.screenshot(`${name}-roles`);
      });
    }
  }

  test('shows a name with markup as nothing but text', async () => {
    await session.page.setViewportSize(wide);
    await useTheme(session, 'Dark Modern');
    await openPanelOf(session, '<img src=x');
    const panels = session.page.locator('iframe.webview.ready');
    const panel = panels.last().contentFrame().frameLocator('#active-frame');
    const heading = panel.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: '<img src=x' }).waitFor();
    const frame = await pageFrame(session, '<img');
    assert.equal(await frame.evaluate("document.querySelectorAll('img').length"), 0);
    assert.doesNotMatch(await heading.innerText(), /\u202e/);
    assert.equal(await frame.evaluate(overflow), 0);
    await session.screenshot('panel-4-hostile');
    await session.runCommand('View: Close Editor');
    await panels.nth(1).waitFor({ state: 'detached' });
  });

  test('shows why one part failed, and the rest', async () => {
    const fault = { kind: 'status', status: 403 } as const;
    demo.faults.order({ path: '/global/v2/cloud-gateways/provider-accounts', fault });
    const panel = panelFrame(session);
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByText('The provider accounts could not be read').waitFor();
    await panel.getByText(challenge).first().waitFor();
    await panel.getByText('The provider accounts could not be read').scrollIntoViewIfNeeded();
    await session.screenshot('panel-5-failed-part');
  });
});

async function createControlPlane({ apiUrl, token }: DemoServer, name: string): Promise<void> {
  const response = await fetch(`${apiUrl.replace('{geo}', 'us')}/v2/control-planes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, cloud_gateway: true }),
  });
  assert.equal(response.status, 201, await response.text());
}

/** Takes effect at once: the panel stays open. */
async function useTheme(session: Session, theme: string): Promise<void> {
  await session.runCommand('Preferences: Color Theme');
  await session.palette.locator('input').first().fill(theme);
  // The list is drawn anew while it filters, so a click may miss; the row that Enter chooses is marked.
  await session.palette.locator('.monaco-list-row.focused', { hasText: theme }).waitFor();
  await session.page.keyboard.press('Enter');
}

/** What axe finds, as `rule: element`. */
async function faults(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  const found = (await frame.evaluate('axe.run(document)')) as {
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }[];
  };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
  );
}
