// `npm start`, as a stranger uses it: the address that it prints shows the demo's gateways.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { type OwnedProcess, startOwned } from '../host/ownedProcess';
import { prepare } from '../host/prepare';
import { openWorkbench, type Workbench } from '../host/workbench';

suite('npm start', () => {
  let start: OwnedProcess;
  let workbench: Workbench | undefined;
  let origin = '';
  after(async () => {
    await workbench?.close();
    await start?.close();
  });

  test('prints an address with a token, and the page there shows the demo tree', async () => {
    start = startOwned(process.execPath, [join('out', 'test', 'host', 'start.js')]);
    const [address = ''] = await start.waitForLine(
      /http:\/\/127\.0\.0\.1:\d+\/\?tkn=[0-9a-f]{32}&\S+/,
      120_000,
    );
    const { browser } = await prepare();
    workbench = await openWorkbench(browser, address);
    await workbench.page
      .getByRole('tab', { name: 'Kong Konnect' })
      .first()
      .click({ timeout: 60_000 });
    await workbench.page.locator('[role=treeitem]', { hasText: 'booking-prod' }).first().waitFor();

    origin = new URL(address).origin;
    assert.equal((await fetch(`${origin}/`)).status, 403, 'without the token nobody gets in');
  });

  test('leaves nothing behind that answers', async () => {
    await workbench?.close();
    workbench = undefined;
    await start.close();
    await assert.rejects(fetch(origin));
  });
});
