// curl commands, run by a real shell with a curl that records its arguments, and by the real curl where there is one.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { curlOf, requestAddress, secretMarker } from '../../../src/export/curl';
import { hostileTexts, mixtures } from './hostileTexts';

const token = `kpat_$'"secret`;
const environment = { ...process.env, KONNECT_TOKEN: token };
const shells = ['/bin/sh', '/bin/bash', '/bin/zsh'].filter(
  (shell) => spawnSync(shell, ['-c', 'exit 7']).status === 7,
);

/** What each command passes to curl, as the shell understands it. */
function argumentsIn(shell: string, commands: readonly string[]): readonly (readonly string[])[] {
  const recorder = `curl() { for each in "$@"; do printf 'x%s\\0' "$each"; done; printf '\\0'; }\n`;
  const { status, stdout, stderr } = spawnSync(shell, ['-s'], {
    input: recorder + commands.join(''),
    env: environment,
    maxBuffer: 1 << 28,
  });
  assert.equal(String(stderr), '');
  assert.equal(status, 0);
  const records = stdout.toString('utf8').split('\0\0').slice(0, -1);
  return records.map((record) => record.split('\0').map((argument) => argument.slice(1)));
}

function after(all: readonly string[] | undefined, option: string): readonly string[] {
  return (all ?? []).filter((_each, index) => all?.[index - 1] === option);
}

/** Of what can stand in no request line, and `!`. */
function percentEncoded(text: string): string {
  const bytes = (character: string) => Buffer.from(character).toString('hex').toUpperCase();
  return Array.from(text, (character) =>
    /^[\0-!\x7f-\x9f\ud800-\udfff]$/.test(character)
      ? bytes(character).replace(/../g, '%$&')
      : character,
  ).join('');
}

suite('a curl command', () => {
  test('reads well and never holds the token', () => {
    const url = requestAddress('https://{geo}.api.konghq.com', 'eu', '/v2/control-planes/1');
    assert.equal(
      curlOf({ method: 'GET', url }),
      [
        'curl --request GET \\',
        "  --url 'https://eu.api.konghq.com/v2/control-planes/1' \\",
        '  --header "Authorization: Bearer $KONNECT_TOKEN" \\',
        "  --header 'Accept: application/json, application/problem+json'",
        '',
      ].join('\n'),
    );
  });

  test('has a content type and a body only where there is something to send', () => {
    const command = curlOf({ method: 'POST', url: 'http://127.0.0.1/', body: { name: 'a' } });
    assert.match(command, /--header 'Content-Type: application\/json'/);
    assert.match(command, /--data-raw '\{\n {2}"name": "a"\n\}'\n$/);
    assert.doesNotMatch(curlOf({ method: 'GET', url: 'http://127.0.0.1/' }), /Content-Type|--data/);
  });

  test('keeps curl from expanding brackets in an address', () => {
    const url = 'http://127.0.0.1/v2/control-planes?filter[name][eq]=a';
    assert.match(curlOf({ method: 'GET', url }), /--globoff/);
    assert.doesNotMatch(curlOf({ method: 'GET', url: 'http://127.0.0.1/' }), /--globoff/);
  });

  test('joins an address from its parts without a double slash', () => {
    assert.equal(
      requestAddress('http://127.0.0.1:1/{geo}/', 'us', '/v2/x'),
      'http://127.0.0.1:1/us/v2/x',
    );
  });

  for (const shell of shells) {
    test(`passes any text through ${shell} as it is`, () => {
      const texts = [...hostileTexts, ...mixtures(1, 600)];
      const commands = texts.map((text) =>
        curlOf({ method: 'POST', url: `http://127.0.0.1/${text}`, body: { [text]: [text] } }),
      );
      const passed = argumentsIn(shell, commands);
      assert.equal(passed.length, texts.length);
      texts.forEach((text, index) => {
        const all = passed[index];
        assert.deepEqual(JSON.parse(after(all, '--data-raw')[0] ?? ''), { [text]: [text] });
        assert.doesNotMatch(commands[index] ?? '', /!/);
        assert.deepEqual(after(all, '--url'), [`http://127.0.0.1/${percentEncoded(text)}`]);
        assert.equal(after(all, '--header')[0], `Authorization: Bearer ${token}`);
        assert.deepEqual(after(all, '--request'), ['POST']);
      });
    });

    test(`passes an unusual method through ${shell}`, () => {
      const command = curlOf({ method: "X'; exit 3", url: 'http://127.0.0.1/' });
      assert.deepEqual(after(argumentsIn(shell, [command])[0], '--request'), ["X'; exit 3"]);
    });
  }

  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  test('is understood by curl itself', { skip: hasCurl ? false : 'no curl here' }, async () => {
    const seen: unknown[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part;
      seen.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const body = { name: `it's "quoted"!\n${hostileTexts.join('')}` };
    const url = `http://127.0.0.1:${address.port}/v2/x?filter[name][eq]=a`;
    const env = { ...process.env, KONNECT_TOKEN: 'kpat_demo', no_proxy: '*' };
    await promisify(execFile)('/bin/sh', ['-c', curlOf({ method: 'PUT', url, body })], { env });
    server.close();
    assert.deepEqual(seen, [['PUT', '/v2/x?filter[name][eq]=a', 'Bearer kpat_demo', body]]);
  });

  test('a secret in a body becomes a variable that the shell fills in', () => {
    const body = { value: `Authorization:${secretMarker}` };
    const text = curlOf({ method: 'PUT', url: 'https://a.example/', body });
    assert.match(text, /"value": "Authorization:'"\$SECRET"'"/);
  });
});
