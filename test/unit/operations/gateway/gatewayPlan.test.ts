import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { costWords } from '../../../../src/operations/gateway/cost';
import { gatewayPlanText, parseGatewayPlan } from '../../../../src/operations/gateway/gatewayPlan';
import { english } from '../../../../src/text';
import { ohioPlan } from './plans';

const problems = (value: unknown) => {
  const parsed = parseGatewayPlan(JSON.stringify(value), english);
  return 'problems' in parsed ? parsed.problems : [];
};

suite('a gateway plan as JSON', () => {
  test('is read as it was saved', () => {
    assert.deepEqual(parseGatewayPlan(gatewayPlanText(ohioPlan), english), { plan: ohioPlan });
  });

  test('is saved without the values of secrets', () => {
    const [group] = ohioPlan.groups;
    assert.ok(group);
    const environment = [{ name: 'KONG_REQUEST_DEBUG_TOKEN', value: 's3cr3t-value' }];
    const text = gatewayPlanText({ ...ohioPlan, groups: [{ ...group, environment }] });
    assert.equal(text.includes('s3cr3t-value'), false);
    const parsed = parseGatewayPlan(text, english);
    assert.deepEqual('plan' in parsed && parsed.plan.groups[0]?.environment, [
      { name: 'KONG_REQUEST_DEBUG_TOKEN' },
    ]);
  });

  test('says what does not fit, in words and by its path', () => {
    const parsed = parseGatewayPlan('{ no', english);
    assert.match('problems' in parsed ? (parsed.problems[0] ?? '') : '', /^It is not JSON: /);
    assert.deepEqual(problems({ ...ohioPlan, version: 3.14 }), [
      'version must be a text, such as "3.14": as a number 3.10 would be 3.1.',
    ]);
    assert.deepEqual(problems({ name: 'x' }), [
      'This is no gateway plan of this version: "gatewayPlan" must be 1.',
      'controlPlane is missing.',
      'version is missing.',
      'access is missing.',
      'networks is missing.',
      'groups is missing.',
      'The plan: cannot hold name.',
    ]);
    assert.deepEqual(problems({ ...ohioPlan, access: 'open', groups: [] }), [
      'access: must be one of private, public, private+public.',
      'groups: at least 1.',
    ]);
    const [group] = ohioPlan.groups;
    const scalings = [
      { kind: 'manual', base_rps: 1 },
      { kind: 'autopilot', base_rps: 0 },
      { kind: 'autopilot', base_rps: 1.5 },
    ];
    assert.deepEqual(
      scalings.flatMap((autoscale) => problems({ ...ohioPlan, groups: [{ ...group, autoscale }] })),
      [
        'groups.0.autoscale.kind: must be one of autopilot, static.',
        'groups.0.autoscale.base_rps: at least 1.',
        'groups.0.autoscale.base_rps: must be of type int.',
      ],
    );
  });

  test('tells the cost an hour where it is published', () => {
    const types = [{ name: 'small', hourly_cost: '0.72' }];
    const fixed = { kind: 'static', instance_type: 'small', requested_instances: 2 } as const;
    const autopilot = { kind: 'autopilot', base_rps: 100 } as const;
    assert.deepEqual(costWords([fixed, autopilot], types, english), [
      'Static instances cost $1.44 an hour, by Konnect’s price list.',
      'Autopilot groups cost by use; Konnect publishes no price for them here.',
    ]);
  });
});
