// The public names of a gateway and its regions, and where Konnect's word goes before ours.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { edgeNames, healthAddress } from '../../../src/dns/edgeNames';

const prefix = '9cb1c8dbab';
const ohio = { provider: 'aws', region: 'us-east-2' };

suite('the edge names', () => {
  test('are one for the gateway and one for each region', () => {
    const groups = [ohio, { provider: 'azure', region: 'northeurope', hostnames: [] }];
    assert.deepEqual(edgeNames({ prefix, groups }), [
      { name: '9cb1c8dbab.gateways.konggateway.com', grade: 'derived' },
      {
        name: '9cb1c8dbab.aws-us-east-2.edge.gateways.konggateway.com',
        grade: 'derived',
        place: ohio,
      },
      {
        name: '9cb1c8dbab.azure-northeurope.edge.gateways.konggateway.com',
        grade: 'derived',
        place: { provider: 'azure', region: 'northeurope' },
      },
    ]);
  });

  test('that Konnect returned stand in for the derived ones', () => {
    const groups = [{ ...ohio, hostnames: ['Edge-7.example.com', 'edge-8.example.com'] }];
    assert.deepEqual(edgeNames({ prefix, groups }).slice(1), [
      { name: 'edge-7.example.com', grade: 'returned', place: ohio },
      { name: 'edge-8.example.com', grade: 'returned', place: ohio },
    ]);
  });

  test('occur once, however many groups a region has', () => {
    assert.equal(edgeNames({ prefix, groups: [ohio, ohio, ohio] }).length, 2);
  });

  test('of a private gateway are none, unless Konnect returned some', () => {
    const groups = [ohio, { provider: 'aws', region: 'eu-west-1', hostnames: ['in.example.com'] }];
    const names = edgeNames({ prefix, apiAccess: 'private', groups });
    assert.deepEqual(
      names.map(({ name }) => name),
      ['in.example.com'],
    );
  });

  test('are none without a prefix, unless Konnect returned some', () => {
    assert.deepEqual(edgeNames({ prefix: undefined, groups: [ohio] }), []);
    const groups = [{ ...ohio, hostnames: ['edge.example.com'] }];
    assert.equal(edgeNames({ prefix: undefined, groups }).length, 1);
  });

  for (const region of ['', 'a b', 'us.east', '-us', 'us-', 'US', '<b>', '\u202e']) {
    test(`are not derived from the region ${JSON.stringify(region)}`, () => {
      assert.equal(edgeNames({ prefix, groups: [{ provider: 'aws', region }] }).length, 1);
    });
  }

  test('that are no names are left out', () => {
    const groups = [{ ...ohio, hostnames: ['no name', 'https://edge.example.com'] }];
    assert.deepEqual(edgeNames({ prefix, groups })[1]?.grade, 'derived');
  });

  test('have a health page with three underscores', () => {
    const [, edge] = edgeNames({ prefix, groups: [ohio] });
    assert.equal(
      healthAddress(edge ?? assert.fail()),
      'https://9cb1c8dbab.aws-us-east-2.edge.gateways.konggateway.com/___konnect/healthz',
    );
  });
});
