import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  documentedVariables,
  isSecretName,
  whyNotName,
  whyNotValue,
} from '../../../../src/operations/configuration/environment';
import { english } from '../../../../src/text';

const why = (name: string, others: readonly string[] = []) => whyNotName(name, others, english);

suite('environment variables of a data plane group', () => {
  test('every documented name can be used', () => {
    const names = documentedVariables(english).map(([name]) => name);
    assert.equal(names.length, 17);
    assert.deepEqual(
      names.filter((name) => why(name) !== undefined),
      [],
    );
  });

  test('a name says what is wrong with it', () => {
    assert.deepEqual(
      ['', 'AWS_SECRET_ACCESS_KEY', 'LOG_LEVEL', 'kong_log', 'KONG_', 'KONG_1X', 'KONG_A-B'].map(
        (name) => why(name),
      ),
      [
        'Type a name, for example KONG_LOG_LEVEL.',
        'Cloud credentials cannot be set: Konnect takes only names with KONG_ or OTEL_.',
        'It must begin with KONG_ or OTEL_, in capitals.',
        'It must begin with KONG_ or OTEL_, in capitals.',
        'At least 6 characters.',
        'Letters, digits and underscores only; no digit right after the prefix.',
        'Letters, digits and underscores only; no digit right after the prefix.',
      ],
    );
    assert.equal(why(`KONG_${'A'.repeat(116)}`), 'At most 120 characters; this has 121.');
    assert.equal(why('KONG_HEADERS', ['KONG_HEADERS']), 'KONG_HEADERS is set already.');
  });

  test('a value has 1 to 2048 characters', () => {
    assert.notEqual(whyNotValue('', english), undefined);
    assert.equal(whyNotValue('x'.repeat(2048), english), undefined);
    assert.equal(whyNotValue('x'.repeat(2049), english), 'At most 2048 characters; this has 2049.');
  });

  test('secrets are known by their names', () => {
    const names = ['KONG_REQUEST_DEBUG_TOKEN', 'KONG_PG_PASSWORD', 'KONG_SSL_CERT_KEY'];
    const harmless = ['KONG_SERVER_TOKENS', 'KONG_LATENCY_TOKENS', 'KONG_LOG_LEVEL'];
    assert.deepEqual([...names, ...harmless].filter(isSecretName), names);
  });
});
