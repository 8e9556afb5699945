// Provisioning against a demo: what is sent, in which order, and that nothing is made twice, whatever goes wrong.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { configurationWrite } from '../../../../src/konnect/resources/configurationWrite';
import { followConfiguration } from '../../../../src/operations/configuration/followConfiguration';
import { type GatewayPlan, parseGatewayPlan } from '../../../../src/operations/gateway/gatewayPlan';
import { planProblems } from '../../../../src/operations/gateway/planProblems';
import { provisionGateway } from '../../../../src/operations/gateway/provisionGateway';
import { surveyGateway } from '../../../../src/operations/gateway/survey';
import { english } from '../../../../src/text';
import { OpenApi, openApiFiles } from '../../../contract/support/openApi';
import { findOpenApiFolder } from '../../../contract/support/openApiFolder';
import { type DemoClient, demoClient } from '../demoClient';
import { documentedPlan, ohioPlan } from './plans';

const openApi = findOpenApiFolder();

suite('provisioning a gateway', () => {
  let at: DemoClient;

  beforeEach(async () => {
    at = await demoClient();
  });
  afterEach(() => at.close());

  const writes = () => at.demo.requests.filter(({ method }) => method !== 'GET');
  const sent = () => writes().map(({ method, path, status }) => `${method} ${path} ${status}`);
  const [planes, networks, configurations] = [
    'POST /v2/control-planes',
    'POST /v2/cloud-gateways/networks',
    'PUT /v2/cloud-gateways/configurations',
  ];
  const run = (plan: GatewayPlan) =>
    provisionGateway(at.konnect, { plan, before: undefined }, at.run);
  const problems = async (plan: GatewayPlan) =>
    planProblems(plan, await surveyGateway(at.konnect, plan), english);
  const withNetwork = (change: Partial<GatewayPlan['networks'][number]>): GatewayPlan => {
    const [network] = ohioPlan.networks;
    assert.ok(network);
    return { ...ohioPlan, networks: [{ ...network, ...change }] };
  };

  test('makes control plane, network and configuration, each once, and ends with a gateway that runs', async () => {
    const done = await run(ohioPlan);
    assert.deepEqual(sent(), [`${planes} 201`, `${networks} 201`, `${configurations} 200`]);
    assert.ok(done.kind === 'done');
    assert.deepEqual(
      [done.made, done.applied.kind],
      [['control plane harbour-east', 'network harbour-net'], 'sent'],
    );
    const { groups } = await followConfiguration(at.konnect, done.controlPlane, at.run);
    assert.deepEqual(
      groups.map(({ region, state, environment }) => ({ region, state, environment })),
      [
        {
          region: 'us-east-2',
          state: 'ready',
          environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
        },
      ],
    );
    assert.ok(
      at.told.includes('us-east-2 created; network harbour-net created'),
      at.told.join('\n'),
    );
  });

  test('run again, it makes nothing and sends nothing', async () => {
    await run(ohioPlan);
    at.demo.forgetRequests();
    const again = await run(ohioPlan);
    assert.ok(again.kind === 'done');
    assert.deepEqual([again.made, again.applied], [[], { kind: 'identical' }]);
    assert.deepEqual(sent(), []);
  });

  for (const [what, path, left] of [
    ['the control plane', '/eu/v2/control-planes', 2],
    ['the network', '/global/v2/cloud-gateways/networks', 1],
  ] as const) {
    test(`an answer that never comes for ${what} makes no second one`, async () => {
      at.demo.faults.order({
        method: 'POST',
        path,
        times: 1,
        fault: { kind: 'resetBeforeHeaders', applied: true },
      });
      const done = await run(ohioPlan);
      assert.equal(done.kind, 'done');
      assert.equal(writes().filter(({ method }) => method === 'POST').length, 2);
      assert.equal(sent().slice(-left).at(-1), `${configurations} 200`);
    });

    test(`a failure at ${what} is taken up from there by running it again`, async () => {
      at.demo.faults.order({
        method: 'POST',
        path,
        times: 1,
        fault: { kind: 'status', status: 500 },
      });
      await assert.rejects(run(ohioPlan), { name: 'ServerError' });
      const done = await run(ohioPlan);
      assert.equal(done.kind, 'done');
      const successes = writes().filter(({ status = 0 }) => status < 300);
      assert.deepEqual(
        successes.map(({ method, path: asked }) => `${method} ${asked}`),
        [planes, networks, configurations],
      );
    });
  }

  test('too many requests in mid-flow are waited out, and nothing is doubled', async () => {
    at.demo.faults.order({
      method: 'POST',
      path: '/global/v2/cloud-gateways/networks',
      times: 2,
      fault: { kind: 'status', status: 429, retryAfter: 0 },
    });
    at.demo.faults.order({
      method: 'PUT',
      path: '/global/v2/cloud-gateways/configurations',
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 0 },
    });
    assert.equal((await run(ohioPlan)).kind, 'done');
    assert.deepEqual(
      writes().flatMap(({ status, path }) => (status === 429 ? [] : [path])),
      ['/v2/control-planes', '/v2/cloud-gateways/networks', '/v2/cloud-gateways/configurations'],
    );
  });

  test('cancelled after each step, it goes on from there and ends in one of each', async () => {
    for (const step of ['Creating the network harbour-net', 'Sending the configuration']) {
      const cancel = new AbortController();
      const report = (told: string) => void (told === step && cancel.abort());
      await assert.rejects(
        provisionGateway(
          at.konnect,
          { plan: ohioPlan, before: undefined },
          { ...at.run, report, signal: cancel.signal },
        ),
      );
    }
    assert.deepEqual(sent(), [`${planes} 201`, `${networks} 201`]);
    await run(ohioPlan);
    assert.deepEqual(sent(), [`${planes} 201`, `${networks} 201`, `${configurations} 200`]);
  });

  test('a network that fits is taken up, one that is reserved is started by it', async () => {
    const [group] = ohioPlan.groups;
    assert.ok(group);
    const reserve = withNetwork({
      name: 'frankfurt-reserve',
      region: 'eu-central-1',
      zones: ['euc1-az2', 'euc1-az1'],
      cidr: '10.28.0.0/22',
    });
    const plan = { ...reserve, groups: [{ ...group, network: 'frankfurt-reserve' }] };
    const done = await run(plan);
    assert.ok(done.kind === 'done');
    assert.deepEqual(sent(), [`${planes} 201`, `${configurations} 200`]);
    await followConfiguration(at.konnect, done.controlPlane, at.run);
    assert.ok(at.told.includes('eu-central-1 created; network frankfurt-reserve initializing'));
  });

  test('a network of that name that is another one stops it before anything is sent', async () => {
    const [group] = ohioPlan.groups;
    assert.ok(group);
    const other = withNetwork({ name: 'tokyo-prod' });
    const plan = { ...other, groups: [{ ...group, network: 'tokyo-prod' }] };
    assert.deepEqual(await run(plan), {
      kind: 'stopped',
      problems: [
        'Network tokyo-prod: it exists already with other region: ap-northeast-1, and not us-east-2.',
        'Network tokyo-prod: it exists already with other zones: apne1-az1, apne1-az2, apne1-az4, and not use2-az1, use2-az2.',
        'Network tokyo-prod: it exists already with other CIDR: 10.8.0.0/16, and not 10.60.0.0/22.',
        'Network tokyo-prod: it exists already with other provider account: 007314650218, and not 418820993155.',
      ],
    });
    assert.deepEqual(sent(), []);
  });

  test('a gateway that runs is not replaced by a plan', async () => {
    const plan = { ...ohioPlan, controlPlane: { geo: 'us', name: 'booking-prod' } };
    const stopped = await run(plan);
    assert.ok(stopped.kind === 'stopped');
    assert.deepEqual(stopped.problems, [
      'booking-prod has data plane groups that the plan does not have (us-east-2, ap-northeast-1); running it would destroy them. Remove them first, or add them to the plan.',
    ]);
    assert.deepEqual(sent(), []);
  });

  test('what somebody else configures between plan and PUT stops it', async () => {
    await run(ohioPlan);
    const plane = await at.plane('harbour-east', 'eu');
    await followConfiguration(at.konnect, plane, at.run);
    const all = at.konnect.configurations.list({ controlPlane: plane });
    for await (const before of all) {
      const wish = configurationWrite(before);
      await at.konnect.configurations.put({ ...wish, version: '3.15' });
      await followConfiguration(at.konnect, plane, at.run);
      at.demo.forgetRequests();
      const plan: GatewayPlan = { ...ohioPlan, access: 'public' };
      const done = await provisionGateway(at.konnect, { plan, before }, at.run);
      assert.equal(done.kind === 'done' && done.applied.kind, 'moved');
      assert.deepEqual(sent(), []);
    }
  });

  test('limits, regions, zones, ranges, versions and names are judged before anything is sent', async () => {
    assert.deepEqual(
      await problems({
        ...withNetwork({ zones: ['us-east-2a'], cidr: '10.100.0.0/16' }),
        version: '3.9',
      }),
      [
        'Konnect does not offer gateway version 3.9; it offers 3.15, 3.14, 3.13, 3.12, 3.11, 3.10, 3.4.',
        'Network harbour-net: us-east-2 has no zone us-east-2a; it has use2-az1, use2-az2, use2-az3.',
        'Network harbour-net: At least two zones.',
      ],
    );
    assert.deepEqual(await problems(withNetwork({ cidr: '10.100.0.0/16' })), [
      'Network harbour-net: It overlaps 10.100.0.0/16, which is reserved there.',
    ]);
    assert.deepEqual(await problems(withNetwork({ account: '999999999999', region: 'mars-1' })), [
      'Network harbour-net: Konnect has no provider account 999999999999 (aws) for this organisation. Kong makes provider accounts: contact Kong.',
      'Network harbour-net: Konnect does not offer the region mars-1 of aws.',
    ]);
    const plane = { geo: 'us', name: 'office-apps' };
    assert.deepEqual(await problems({ ...ohioPlan, controlPlane: plane }), [
      'The control plane office-apps in us is not one of Dedicated Cloud Gateways (CLUSTER_TYPE_CONTROL_PLANE), and cannot become one. Choose another name.',
    ]);
  });

  test('a limit that is reached stops it before the control plane is made', async () => {
    const [network] = ohioPlan.networks;
    const [group] = ohioPlan.groups;
    assert.ok(network && group);
    const names = [1, 2, 3, 4, 5, 6].map((n) => `harbour-net-${n}`);
    const plan = {
      ...ohioPlan,
      networks: names.map((name) => ({ ...network, name })),
      groups: names.map((name) => ({ ...group, network: name })),
    };
    const stopped = await run(plan);
    assert.ok(stopped.kind === 'stopped');
    assert.deepEqual(stopped.problems, [
      'The organisation may have 14 running networks; with this plan it would have 15. Delete one that is no longer used, reuse one, or ask Kong to raise the limit.',
      'The organisation may have 12 data plane groups; with this plan it would have 14. Remove one that is no longer used, or ask Kong to raise the limit.',
    ]);
    assert.deepEqual(sent(), []);
  });

  test('every body is as described, and so are those of the older documentation as they were meant', {
    skip: 'skip' in openApi && openApi.skip,
  }, async () => {
    if ('skip' in openApi) return;
    const parsed = parseGatewayPlan(documentedPlan, english);
    assert.ok('plan' in parsed);
    await run(parsed.plan);
    await run(ohioPlan);
    const [group] = ohioPlan.groups;
    assert.ok(group);
    const scaled = { kind: 'static', instance_type: 'small', requested_instances: 2 } as const;
    const plane = { geo: 'us', name: 'harbour-static' };
    await run({
      ...ohioPlan,
      controlPlane: plane,
      groups: [{ ...group, autoscale: scaled }],
    });
    const descriptions = [openApiFiles.controlPlanes, openApiFiles.cloudGateways].map(
      (file) => new OpenApi(openApi.folder, file),
    );
    const judged = writes().map(({ operation = '', body, status = 0 }) => {
      const description = descriptions.find(({ operations }) => operations.has(operation));
      return { operation, status, errors: description?.requestErrors(operation, body) };
    });
    assert.deepEqual(
      judged.map(({ operation, status, errors }) => [operation, status < 300, errors]),
      [
        ...Array(2).fill(['create-control-plane', 'create-network', 'create-configuration']),
        ['create-control-plane', 'create-configuration'],
      ]
        .flat()
        .map((operation) => [operation, true, []]),
    );
    assert.deepEqual(writes()[0]?.body, {
      name: 'cloud-gateway-control-plane-1',
      description: 'A test control plane for Cloud Gateways.',
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      cloud_gateway: true,
      proxy_urls: [{ host: 'example.com', port: 443, protocol: 'https' }],
    });
  });
});
