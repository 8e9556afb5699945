// Read-modify-write of a plugin instance.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Plugin } from '../../../../src/konnect/resources/plugins';
import { pluginWrite } from '../../../../src/konnect/resources/pluginWrite';

const full: Plugin = {
  id: 'p',
  name: 'request-transformer',
  instance_name: 'secret header',
  enabled: false,
  config: { add: { headers: ['a:b'] }, remove: null },
  service: { id: 's', name: 'more' },
  route: null,
  consumer: null,
  consumer_group: { id: 'g' },
  protocols: ['https'],
  tags: ['team-a'],
  ordering: { before: { access: ['acl'] }, after: null },
  condition: null,
  partials: [{ id: 'x', name: 'y', path: null }],
  created_at: 1,
  updated_at: 2,
  something_new: true,
};

suite('the body made from a plugin', () => {
  test('keeps the whole config and scope, without ids and times of Konnect', () => {
    assert.deepEqual(pluginWrite(full), {
      name: 'request-transformer',
      instance_name: 'secret header',
      enabled: false,
      config: { add: { headers: ['a:b'] }, remove: null },
      service: { id: 's' },
      consumer_group: { id: 'g' },
      protocols: ['https'],
      tags: ['team-a'],
      ordering: { before: { access: ['acl'] } },
      partials: [{ id: 'x', name: 'y' }],
    });
  });

  test('of the least that Konnect sends is its name', () => {
    assert.deepEqual(pluginWrite({ id: 'p', name: 'cors' }), { name: 'cors' });
  });
});
