import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Services } from '../../../src/commands/services';
import type { DemoServer } from '../../../src/demo/server';
import { reportScheme } from '../../../src/manifest';
import { type DnsServer, startDnsServer } from '../../unit/dns/doctor/dnsServer';
import { activated, answerWith, connectedDemo, nodeOf } from '../support';

const former = 'cf032d53cb.gateways.konghq.com';

suite('DNS of custom domains', () => {
  let access: Awaited<ReturnType<typeof activated>>;
  let services: Services;
  let demo: DemoServer;
  let dns: DnsServer;

  before(async () => {
    access = await activated();
    services = access.services;
    demo = await connectedDemo(services);
    dns = await startDnsServer({
      'api.tidewater.example CNAME': [former],
      'fares.tidewater.example CNAME': ['cf032d53cb.gateways.konggateway.com'],
    });
    answerWith(access, 'Other servers…', dns.address);
    await vscode.commands.executeCommand('kongCloudGateways.customDomain.chooseDnsServers');
  });
  after(async () => {
    services.dnsServers.use([]);
    await dns.close();
    await services.connections.signOut();
    await demo.close();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('are checked from a row with the servers that the user named', async () => {
    const domain = await nodeOf(
      services,
      'us',
      'booking-prod',
      'Custom domains',
      'api.tidewater.example',
    );
    await vscode.commands.executeCommand('kongCloudGateways.customDomain.checkDns', domain);
    assert.ok(dns.asked.includes('api.tidewater.example CNAME'), dns.asked.join('\n'));
    assert.ok(dns.asked.includes('_acme-challenge.api.tidewater.example CNAME'));
    await tabNamed('booking-prod');
  });

  test('are checked from the palette, which asks for the domain', async () => {
    const asked = answerWith(access, 'fares.tidewater.example');
    await vscode.commands.executeCommand('kongCloudGateways.customDomain.checkDns');
    assert.deepEqual(asked, [{ kind: 'pick', text: 'Custom domain' }]);
    assert.ok(dns.asked.includes('_acme-challenge.fares.tidewater.example CNAME'));
  });

  test('are listed together, those on switched-off names first', async () => {
    await vscode.commands.executeCommand('kongCloudGateways.customDomain.checkAllDns');
    const uri = vscode.Uri.from({ scheme: reportScheme, path: '/DNS of custom domains.md' });
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(
      text,
      /## On names that Kong switched off \(1\)\n\n[^#]*`api\.tidewater\.example` \| booking\\-prod \| `cf032d53cb\.gateways\.konghq\.com` \| `cf032d53cb\.gateways\.konggateway\.com`/,
    );
    assert.match(text, /### `pay\.tidewater\.example`/);
    assert.ok(text.includes(dns.address));
  });

  test('servers that are no addresses are refused, and the ones before stay', async () => {
    const asked = answerWith(access, 'Other servers…', 'dns.example.com');
    await vscode.commands.executeCommand('kongCloudGateways.customDomain.chooseDnsServers');
    assert.match(asked.at(-1)?.refusal ?? '', /"dns\.example\.com" is no IP address/);
    assert.deepEqual(services.dnsServers.named, [dns.address]);
  });
});

/** Tabs are told of some time after they were opened. */
function tabNamed(name: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const isThere = tabs.some(({ label }) => label === name);
      if (isThere) resolve();
      return isThere;
    };
    if (look()) return;
    const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (look()) listening.dispose();
    });
  });
}
