import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sandboxOf } from '../../../src/plugins/sandboxProfile';

const group = (value?: string) => ({
  environment: value === undefined ? [] : [{ name: 'KONG_UNTRUSTED_LUA', value }],
});

suite('the Lua sandbox of a gateway', () => {
  for (const [what, facts, expected] of [
    ['is strict when nothing is known', {}, 'strict'],
    ['is strict from 3.14 on', { version: '3.14', dataplane_group_config: [group()] }, 'strict'],
    [
      'is the old sandbox up to 3.13',
      { version: '3.13', dataplane_group_config: [group()] },
      'sandbox',
    ],
    ['is the old sandbox in 3.4, which is older than 3.14', { version: '3.4' }, 'sandbox'],
    ['is what the group sets', { version: '3.15', dataplane_group_config: [group('lax')] }, 'lax'],
    [
      'is the strictest of several groups',
      { version: '3.15', dataplane_group_config: [group('on'), group('lax'), group()] },
      'strict',
    ],
    [
      'ignores a value that Kong does not know',
      { version: '3.15', dataplane_group_config: [group('off')] },
      'strict',
    ],
  ] as const) {
    test(what, () => assert.equal(sandboxOf(facts), expected));
  }
});
