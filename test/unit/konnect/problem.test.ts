// What Konnect says when it refuses, in its three shapes and in those of proxies.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readProblem, traceIdOf } from '../../../src/konnect/problem';

const same = (text: string): string => text;
const read = (body: unknown) =>
  readProblem(typeof body === 'string' ? body : JSON.stringify(body), same);

suite('problem documents', () => {
  test('give detail, fields and trace', () => {
    const problem = read({
      status: 400,
      title: 'Invalid Request',
      instance: 'konnect:trace:2822394689570210664',
      detail: 'Invalid Parameters',
      invalid_parameters: [
        { field: 'name', rule: 'max_length', reason: 'name must be shorter', maximum: 120 },
        { field: 'id', rule: null, reason: 'invalid ID format' },
        'nonsense',
        { field: 7 },
      ],
    });
    assert.deepEqual(problem, {
      title: 'Invalid Request',
      text: 'Invalid Parameters; name must be shorter; id: invalid ID format',
      fields: [
        { field: 'name', reason: 'name must be shorter', rule: 'max_length' },
        { field: 'id', reason: 'invalid ID format' },
        { field: '', reason: '' },
      ],
      traceId: 'konnect:trace:2822394689570210664',
    });
  });

  test('fall back to the title', () => {
    assert.equal(read({ status: 503, title: 'Service Unavailable' }).text, 'Service Unavailable');
  });
});

suite('errors of core entities', () => {
  test('give each field with its messages', () => {
    const problem = read({
      code: 3,
      message: 'validation error',
      details: [
        {
          '@type': 'x',
          type: 'ERROR_TYPE_FIELD',
          field: 'config.add',
          messages: ['is bad', 'is long'],
        },
        { type: 'ERROR_TYPE_ENTITY', messages: ['whole is bad'] },
        { type: 'ERROR_TYPE_REFERENCE' },
      ],
    });
    assert.equal(problem.code, 3);
    assert.equal(problem.text, 'validation error; config.add: is bad, is long; whole is bad');
    assert.deepEqual(problem.fields, [
      { field: 'config.add', reason: 'is bad, is long', rule: 'ERROR_TYPE_FIELD' },
      { field: '', reason: 'whole is bad', rule: 'ERROR_TYPE_ENTITY' },
    ]);
  });
});

suite('plain messages', () => {
  test('are a text or a list of texts', () => {
    assert.equal(read({ message: 'Unauthorized', status: 401 }).text, 'Unauthorized');
    assert.equal(read({ message: ['one', 'two'] }).text, 'one, two');
  });

  test('of a web page are its title', () => {
    const page = '<html>\r\n<head><title>502 Bad\nGateway</title></head><body>secret</body></html>';
    assert.deepEqual(read(page), { text: '502 Bad Gateway', fields: [] });
    assert.equal(read('<!DOCTYPE html><p>hello').text, '');
  });

  test('of other kinds are shown as they are, in one short line', () => {
    assert.equal(read('upstream\nconnect error').text, 'upstream connect error');
    assert.equal(read('x'.repeat(5000)).text.length, 200);
    assert.equal(read('').text, '');
  });

  test('cut off in the middle say nothing', () => {
    assert.equal(read('{"detail": "hal').text, '');
    assert.equal(read('[1,').text, '');
  });

  test('never grow beyond what can be shown', () => {
    assert.equal(read({ detail: 'x'.repeat(5000) }).text.length, 2001);
  });
});

suite('reading a problem', () => {
  test('survives values of any type', () => {
    for (const value of [
      null,
      1,
      'a',
      [],
      { detail: {}, message: 5, details: 'x', instance: [] },
    ]) {
      assert.deepEqual(read(value).fields, []);
    }
  });

  test('passes every text through the cleaner', () => {
    const clean = (text: string): string => text.replaceAll('s3cret', '•');
    const body = {
      detail: 's3cret',
      invalid_parameters: [{ field: 's3cret', reason: 'not s3cret' }],
    };
    assert.doesNotMatch(JSON.stringify(readProblem(JSON.stringify(body), clean)), /s3cret/);
    assert.equal(readProblem('oh s3cret', clean).text, 'oh •');
  });

  test('takes only what looks like a trace id', () => {
    assert.equal(traceIdOf('kong:trace:1'), 'kong:trace:1');
    assert.equal(traceIdOf('a b'), undefined);
    assert.equal(traceIdOf('x'.repeat(200)), undefined);
    assert.equal(traceIdOf(7), undefined);
  });
});
