// Secrets in exports: variables, never values.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { terraformOf } from '../../../../src/export/terraform';
import { checked, exported } from './exported';
import { fullConfig, pluginNames } from './pluginSamples';
import { type Body, Encoded, Reference } from './readHcl';
import { configuration, plugin } from './samples';

suite('secrets in an export for Terraform', () => {
  const secret = 'Authorization:Bearer s3cr3t-s3cr3t';

  test('become one sensitive variable, however often they occur', async () => {
    const config = { replace: { headers: [secret, 'X-A:b'] }, add: { headers: [secret] } };
    const source = plugin('request-transformer', config, { instance_name: 'weather' });
    const { text, variables } = await exported(source);
    const reference = new Reference('var.weather_replace_headers_0');
    assert.deepEqual((await checked(source)).config, {
      replace: { headers: [reference, 'X-A:b'] },
      add: { headers: [reference] },
    });
    assert.deepEqual([...variables.keys()], ['weather_replace_headers_0']);
    assert.ok(!text.includes('s3cr3t'));
  });

  test('are whatever Kong encrypts, under any name', async () => {
    const withSecrets = [];
    for (const name of pluginNames) {
      const config = fullConfig(name, 'plain', 'guarded');
      const { text, variables } = await exported(plugin(name, config));
      assert.ok(!text.includes('guarded'), name);
      if (JSON.stringify(config).includes('guarded')) {
        withSecrets.push(name);
        assert.ok(variables.size > 0, name);
      }
    }
    assert.ok(withSecrets.includes('http-log') && withSecrets.length > 50);
  });

  test('have variables of their own names when their places are alike', async () => {
    const source = plugin('tide-headers', {
      'a-b': { token: 'one-one' },
      a_b: { token: 'two-two' },
    });
    const { variables } = await exported(source);
    assert.deepEqual(
      [...variables.keys()],
      ['tide_headers_39ed3790_a_b_token', 'tide_headers_39ed3790_a_b_token_2'],
    );
    await checked(source);
  });

  test('are told from vault references, which stay', async () => {
    const password = '{vault://konnect/redis-password}';
    const body = await checked(plugin('rate-limiting', { redis: { password } }));
    assert.deepEqual(body.config, { redis: { password } });
  });

  test('in the environment of data planes become variables', async () => {
    const values = { KONG_REQUEST_DEBUG_TOKEN: 'abcdef', KONG_LOG_LEVEL: 'info' };
    const environment = Object.entries(values).map(([name, value]) => ({ name, value }));
    const body = await checked(configuration(environment));
    const [group] = body.dataplane_groups as readonly Body[];
    const place = 'dataplane_groups_0_environment_kong_request_debug_token';
    assert.deepEqual(group?.environment, [
      {
        name: 'KONG_REQUEST_DEBUG_TOKEN',
        value: new Reference(`var.gateway_0949471e_${place}`),
      },
      { name: 'KONG_LOG_LEVEL', value: 'info' },
    ]);
  });

  test('in JSON that is kept as text become variables too', async () => {
    const source = plugin('app-dynamics', { controller: { password: 'hunter-two', host: 'a' } });
    assert.deepEqual((await checked(source)).config, {
      controller: new Encoded({
        password: new Reference('var.app_dynamics_39ed3790_controller_password'),
        host: 'a',
      }),
    });
    assert.ok(!(terraformOf(source) ?? '').includes('hunter-two'));
  });
});
