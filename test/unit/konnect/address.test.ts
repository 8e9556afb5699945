// Addresses of requests: the geo, the filled-in path, the query, and what is refused.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InvalidRequestError } from '../../../src/konnect/errors';
import { requestUrl } from '../../../src/konnect/request/address';
import { english } from '../../../src/text';

const konnect = 'https://{geo}.api.konghq.com';
const refused = (apiUrl: string, geo: string, said: RegExp): void =>
  assert.throws(
    () => requestUrl(english, apiUrl, { geo, path: '/v2/x' }),
    (error) => error instanceof InvalidRequestError && said.test(error.message),
  );

suite('the address of a request', () => {
  test('has the geo in its host', () => {
    const url = requestUrl(english, konnect, { geo: 'eu', path: '/v2/control-planes' });
    assert.equal(url.href, 'https://eu.api.konghq.com/v2/control-planes');
  });

  test('has the geo in its path where the setting puts it', () => {
    const url = requestUrl(english, 'http://127.0.0.1:8080/{geo}/', {
      geo: 'global',
      path: '/v3/users/me',
    });
    assert.equal(url.href, 'http://127.0.0.1:8080/global/v3/users/me');
  });

  test('keeps an address without a geo as it is', () => {
    const url = requestUrl(english, 'https://proxy.example/konnect', { geo: 'us', path: '/v2/x' });
    assert.equal(url.href, 'https://proxy.example/konnect/v2/x');
  });

  test('encodes whatever stands for a parameter', () => {
    const parameters = { id: 'a/b?c#d%2e é' };
    const url = requestUrl(english, konnect, { geo: 'us', path: '/v2/x/{id}/y', parameters });
    assert.equal(url.pathname, '/v2/x/a%2Fb%3Fc%23d%252e%20%C3%A9/y');
  });

  test('encodes brackets and spaces of the query and leaves out what is absent', () => {
    const query = { 'page[size]': 100, 'filter[name][eq]': 'a b&c', tags: undefined };
    const url = requestUrl(english, konnect, { geo: 'us', path: '/v2/x', query });
    assert.equal(url.search, '?page%5Bsize%5D=100&filter%5Bname%5D%5Beq%5D=a%20b%26c');
  });

  for (const id of ['', '.', '..', '\ud800']) {
    test(`refuses ${JSON.stringify(id)} as a parameter`, () => {
      const target = { geo: 'us', path: '/v2/x/{id}', parameters: { id } };
      assert.throws(() => requestUrl(english, konnect, target), InvalidRequestError);
    });
  }

  for (const geo of ['', 'us.evil.example/', 'us@evil.example', 'US', '-us', 'a b']) {
    test(`refuses ${JSON.stringify(geo)} as a geo`, () => refused(konnect, geo, /cannot be a geo/));
  }

  for (const host of [
    'http://konnect.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.example',
    'ftp://127.0.0.1',
  ]) {
    test(`refuses ${host}: a token would go out in clear`, () =>
      refused(`${host}/{geo}`, 'us', /not encrypted/));
  }

  for (const host of [
    'http://127.0.0.1:1234',
    'http://localhost:1',
    'http://[::1]:80',
    'https://anything.example',
  ]) {
    test(`takes ${host}`, () => {
      assert.ok(
        requestUrl(english, `${host}/{geo}`, { geo: 'us', path: '/v2/x' }).href.startsWith(
          host.replace(':80', ''),
        ),
      );
    });
  }

  test('refuses a name and password in the address', () =>
    refused('https://me:secret@{geo}.api.konghq.com', 'us', /must not hold a name/));

  test('refuses what is no address', () => refused('api.konghq.com', 'us', /is no address/));
});
