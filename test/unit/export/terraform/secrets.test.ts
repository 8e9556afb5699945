// What is taken for a secret.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isSecret, isSecretName } from '../../../../src/export/terraform/secrets';

suite('a secret', () => {
  test('is told by the name of its place', () => {
    for (const name of ['password', 'clientSecret', 'X-Api-Key', 'redis_password', 'Authorization'])
      assert.ok(isSecret(['config', name], 'a'), name);
    for (const name of ['key_names', 'token_endpoint', 'secretary', 'cookie_name', 'author'])
      assert.ok(!isSecret(['config', name], 'a'), name);
  });

  test('is told by the name of a place around it', () => {
    assert.ok(isSecret(['config', 'credentials', 'user'], 'a'));
    assert.ok(isSecret(['config', 'secrets', '0'], 'a'));
  });

  test('is told by what it looks like', () => {
    const texts = [
      'kpat_0123456789abcdef',
      'Bearer 0123456789',
      'Basic dXNlcjpwYXNz',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
      'AKIAIOSFODNN7EXAMPLE',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
      'https://user:pass@example.com/',
      'https://example.com/?api_key=12345',
      'x-api-key: abc',
      'api-key=abcd,other=1',
    ];
    for (const text of texts) assert.ok(isSecret(['config', 'value'], text), text);
  });

  test('is not seen in ordinary texts', () => {
    const texts = [
      '',
      '  ',
      'basic authentication is off',
      'the bearer of this',
      'https://example.com:8443/a@b',
      'X-Tide:high',
      'local key = kong.request.get_header("x")\nreturn key',
      'Invalid token: please log in',
      '{vault://env/my-password}',
    ];
    for (const text of texts) assert.ok(!isSecret(['config', 'value'], text), text);
    assert.ok(!isSecret(['config', 'password'], '{vault://env/my-password}'));
  });

  test('is none where headers are renamed', () => {
    assert.ok(!isSecret(['config', 'rename', 'headers', '0'], 'Authorization:X-Authorization'));
  });

  test('has names in any spelling', () => {
    assert.deepEqual(
      ['API-KEY', 'apiKey', 'api_key', 'apikey', 'KONG_PG_PASSWORD'].map(isSecretName),
      [true, true, true, true, true],
    );
  });
});
