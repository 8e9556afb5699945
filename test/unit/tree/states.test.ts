// Each state of each kind of row that has one: icon, colour, text and what a screen reader says; unknown states too.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Description } from '../../contract/support/description';
import { findOpenApiFolder } from '../../contract/support/openApiFolder';
import { Explored } from './explored';

const underWay = ['sync', 'charts.blue'];
const waiting = ['bell-dot', 'problemsWarningIcon.foreground'];
const gone = ['circle-slash', 'disabledForeground'];
const looks: Readonly<Record<string, readonly string[]>> = {
  created: underWay,
  initializing: underWay,
  ready: ['pass-filled', 'testing.iconPassed'],
  offline: gone,
  'pending-acceptance': waiting,
  'pending-association': waiting,
  'pending-user-action': waiting,
  terminating: underWay,
  terminated: gone,
  error: ['error', 'problemsErrorIcon.foreground'],
  // No description knows it.
  relocating: underWay,
};

interface Kind {
  readonly name: string;
  readonly states: readonly string[];
  readonly path: string;
  /** To a row without a reason of its own. */
  readonly to: readonly string[];
  readonly spoken: string;
  readonly described: string;
  readonly contextValue: string;
  /** Where the API's description has the states. */
  readonly schema: readonly string[];
}

const lifeCycle = ['created', 'initializing', 'ready', 'terminating', 'terminated'];
const prod = ['us', 'booking-prod'];
const network = ['Networks', 'us-east-2-prod'];
const kinds: readonly Kind[] = [
  {
    name: 'data plane group',
    states: lifeCycle,
    path: '/global/v2/cloud-gateways/configurations',
    to: [...prod, 'Data plane groups', 'us-east-2'],
    spoken: 'Data plane group aws us-east-2, state {0}, autopilot from 500 requests/s',
    described: '{0} · aws · autopilot from 500 requests/s',
    contextValue: 'dataPlaneGroup;resource;controlPlane;',
    schema: ['ConfigurationDataPlaneGroup', 'properties', 'state'],
  },
  {
    name: 'custom domain',
    states: [...lifeCycle, 'error'],
    path: '/global/v2/cloud-gateways/custom-domains',
    to: [...prod, 'Custom domains', 'api.tidewater.example'],
    spoken: 'Custom domain api.tidewater.example, state {0}',
    described: '{0}',
    contextValue: 'customDomain;resource;controlPlane;',
    schema: ['CustomDomainState'],
  },
  {
    name: 'network',
    states: [...lifeCycle, 'offline'],
    path: '/global/v2/cloud-gateways/networks',
    to: network,
    spoken: 'Network us-east-2-prod in us-east-2, state {0}',
    described: '{0} · us-east-2 · 10.4.0.0/16',
    contextValue: 'network;resource;',
    schema: ['NetworkState'],
  },
  {
    name: 'transit gateway',
    states: [...lifeCycle, 'pending-acceptance', 'pending-user-action', 'error'],
    path: '/global/v2/cloud-gateways/networks/*/transit-gateways',
    to: [...network, 'core-transit'],
    spoken: 'Attachment core-transit, aws-transit-gateway-attachment, state {0}',
    described: '{0} · aws transit gateway',
    contextValue: 'transitGateway;resource;',
    schema: ['TransitGatewayState'],
  },
  {
    name: 'private DNS',
    states: [...lifeCycle, 'pending-association', 'error'],
    path: '/global/v2/cloud-gateways/networks/*/private-dns',
    to: [...network, 'core-resolver'],
    spoken: 'Attachment core-resolver, aws-outbound-resolver, state {0}',
    described: '{0} · aws outbound resolver',
    contextValue: 'privateDns;resource;',
    schema: ['PrivateDnsState'],
  },
  {
    name: 'add-on',
    states: ['initializing', 'ready', 'terminating'],
    path: '/global/v2/cloud-gateways/add-ons',
    to: ['Add-ons', 'booking-cache'],
    spoken: 'Add-on booking-cache, state {0}',
    described: '{0} · managed-cache.v0',
    contextValue: 'addOn;resource;',
    schema: ['AddOnState'],
  },
];

suite('a state', () => {
  let explored: Explored;

  before(async () => {
    explored = await Explored.open();
  });
  after(() => explored.close());

  async function shownWith(kind: Kind, values: Readonly<Record<string, string>>) {
    const order = { path: kind.path, fault: { kind: 'unknownValues', values } as const };
    const changed = explored.demo.faults.order(order);
    explored.tree.refresh();
    const rows = await explored.below(...kind.to.slice(0, -1));
    changed.cancel();
    assert.ok(changed.met > 0, kind.path);
    const row = rows.find((one) => explored.shown(one).label === kind.to.at(-1));
    assert.ok(row, rows.map((one) => explored.shown(one).label).join());
    return { row, ...explored.shown(row) };
  }

  for (const kind of kinds) {
    test(`of one ${kind.name} is told by shape, colour and in words, also one that nobody knows`, async () => {
      for (const state of [...kind.states, 'relocating']) {
        const { icon, color, description, spoken, contextValue, tooltip } = await shownWith(kind, {
          state,
        });
        assert.deepEqual([icon, color], looks[state], state);
        assert.deepEqual(
          { description, spoken, contextValue },
          {
            description: kind.described.replace('{0}', state),
            spoken: kind.spoken.replace('{0}', state),
            contextValue: kind.contextValue,
          },
        );
        assert.match(tooltip, new RegExp(`State: ${state}`));
      }
    });
  }

  test('no two that mean different things look alike', () => {
    const shapes = Object.values(looks).map((look) => look.join());
    assert.equal(new Set(shapes).size, 5);
    const icons = new Set(Object.values(looks).map(([icon]) => icon));
    assert.equal(icons.size, 5, 'a shape of its own for each, not only a colour');
  });

  const found = findOpenApiFolder();
  const skip = 'skip' in found ? found.skip : false;
  test('is in the table of this test if the API describes it', { skip }, () => {
    assert.ok('folder' in found);
    const api = new Description(found.folder, 'cloud-gateways-v2.openapi.yaml');
    for (const { name, states, schema } of kinds) {
      let at: unknown = api.resolve({ $ref: '#/components/schemas' });
      for (const key of schema) at = api.resolve((at as Record<string, unknown>)[key]);
      const { enum: described } = at as { readonly enum: readonly string[] };
      assert.deepEqual([...described].sort(), [...states].sort(), name);
    }
  });
});
