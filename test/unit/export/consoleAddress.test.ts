// Pages of Konnect's console.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { consoleAddress } from '../../../src/export/consoleAddress';

const id = '0949471e-b759-45ba-87ab-ee63fb781388';

suite('the address in the console', () => {
  test('of a control plane names its geo and its id', () => {
    assert.equal(
      consoleAddress({ id, geo: 'eu' }),
      `https://cloud.konghq.com/eu/gateway-manager/${id}`,
    );
  });

  test('of what names a control plane is the control plane’s', () => {
    const customDomain = {
      id: '39ed3790-085d-4605-9627-f96d86aaf425',
      control_plane_id: id,
      control_plane_geo: 'us',
    };
    assert.equal(consoleAddress(customDomain), `https://cloud.konghq.com/us/gateway-manager/${id}`);
  });

  test('is none for what is in no control plane', () => {
    assert.equal(consoleAddress(undefined), undefined);
  });

  test('is none for ids that would name another page', () => {
    for (const odd of ['', '.', '..', 'a/b', 'a?b', 'a#b', 'a b', 'é', 'a\nb', '%2e%2e']) {
      assert.equal(consoleAddress({ id: odd, geo: 'eu' }), undefined, JSON.stringify(odd));
      assert.equal(consoleAddress({ id, geo: odd }), undefined, JSON.stringify(odd));
    }
  });
});
