// A canary token and a canary secret through every way that leads to a log, a message or an error.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import type { KonnectClient } from '../../../src/konnect/client';
import { clientOf } from './testClient';
import { type Answer, type Received, sendJson, startServer } from './testServer';

const token = 'sparrow-token-that-has-no-prefix';
const secret = 'sparrow"<secret>&\\1';
const ref = { id: 'cp', geo: 'us' };
const store = { controlPlane: ref, id: 'store' };
const config = { add: { headers: [`Authorization:${secret}`] } };

/** Whatever it is sent, the server throws it back, as it is and quoted once more. */
const echo = ({ headers, body }: Received): string =>
  `got ${headers.authorization}, ${body} and ${JSON.stringify(body)}`;
const answers: Readonly<Record<string, Answer>> = {
  'a problem document': (response, request) =>
    sendJson(response, 400, {
      title: echo(request),
      detail: echo(request),
      instance: token,
      invalid_parameters: [{ field: echo(request), reason: echo(request), rule: echo(request) }],
    }),
  'an error of core entities': (response, request) =>
    sendJson(response, 400, {
      code: 3,
      message: echo(request),
      details: [{ type: 'ERROR_TYPE_FIELD', field: 'config.add', messages: [echo(request)] }],
    }),
  'a plain message': (response, request) => sendJson(response, 403, { message: [echo(request)] }),
  'a page': (response, request) => {
    response.writeHead(502).end(`<html><title>${echo(request)}</title></html>`);
  },
  'a text': (response, request) => {
    response.writeHead(500).end(echo(request));
  },
  'a page with status 200': (response, request) =>
    response.end(`<html><title>${echo(request)}</title></html>`),
  'cut JSON': (response, request) => response.end(`${JSON.stringify(echo(request))}}`),
  'an unexpected shape': (response, request) =>
    sendJson(response, 200, { id: [echo(request)], key: 1 }),
  'an unknown state': (response, request) =>
    sendJson(response, 200, {
      id: 'a',
      name: 'a',
      state: `Bearer ${request.headers.authorization}`,
      data: [],
    }),
  'a redirect': (response) =>
    response.writeHead(302, { location: `https://${token}.example/${token}` }).end(),
  'a trace header': (response) => sendJson(response, 404, {}, { 'x-datadog-trace-id': token }),
  'a reset': (response) => response.socket?.destroy(),
};
const uses: Readonly<Record<string, (client: KonnectClient) => Promise<unknown>>> = {
  'reading an organisation': (client) => client.organizations.me(),
  'listing networks': (client) => client.networks.list().next(),
  'creating a plugin': (client) =>
    client.plugins.create(ref, { name: 'request-transformer', config }),
  'replacing a plugin': (client) =>
    client.plugins.put(ref, 'p', { name: 'request-transformer', config }),
  'storing a secret': (client) =>
    client.configStores.secrets.create(store, { key: 'k', value: secret }),
  'replacing a secret': (client) => client.configStores.secrets.put(store, 'k', secret),
  'creating a vault': (client) =>
    client.vaults.create(ref, { name: 'konnect', prefix: 'p', config: { token: secret } }),
};

for (const [what, answer] of Object.entries(answers)) {
  suite(`${what} that repeats what it was sent`, () => {
    for (const [use, run] of Object.entries(uses)) {
      test(`leaks nothing while ${use}`, async () => {
        const server = await startServer(answer);
        const { client, lines, notices } = clientOf(server, { token: () => token });
        const outcome = await run(client).then(
          () => undefined,
          (error: unknown) => error,
        );
        const seen = inspect({ outcome, lines, notices }, { depth: 20, showHidden: true });
        const leak = /.{0,40}sparrow.{0,40}/.exec(seen)?.[0];
        assert.equal(leak, undefined);
        assert.ok(lines.length > 0);
        await client.close();
        await server.close();
      });
    }
  });
}

suite('a token that HTTP cannot carry', () => {
  test('is in no error and no log', async () => {
    const server = await startServer((response) => sendJson(response, 200, {}));
    const { client, lines } = clientOf(server, { token: () => `${token}\nX-Other: 1` });
    const error = await client.organizations.me().catch((reason: unknown) => reason);
    assert.doesNotMatch(
      inspect({ error, lines }, { depth: 20, showHidden: true }),
      /sparrow-token/,
    );
    assert.equal(server.received.length, 0);
    await client.close();
    await server.close();
  });
});
