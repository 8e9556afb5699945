// The guided way from nothing to a running gateway: back and forward, left and taken up, saved and run again.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { fillNetworks } from '../limits';
import { type Answer, answerWith, back } from '../support';
import { type AtHand, atHand } from './support';

const command = 'kongCloudGateways.gateway.provision';
const place = ['aws 418820993155', 'us-east-2', '$(add) New network…', 'harbour-net'] as const;
const network = [...place, 'use2-az1, use2-az2', '10.60.0.0/22', 'Build it now'] as const;
const group = [...network, 'autopilot', '100'] as const;
const guided = [
  '$(add) New control plane…',
  'eu',
  'harbour-east',
  ...group,
  '3.14',
  'private',
] as const;
const [run, all] = [
  ['$(rocket) Provision…', 'Provision'] as const,
  ['POST control-planes 201', 'POST networks 201', 'PUT configurations 200'] as const,
];

suite('provisioning a gateway', () => {
  let at: AtHand;

  beforeEach(async () => {
    at = await atHand();
  });
  afterEach(async () => {
    await at.close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const provision = (...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  const idle = () => at.access.services.background.idle();
  const said = () => at.messages.all.map(({ kind, text }) => `${kind}: ${text}`);

  test('is asked for step by step, shown, and ends with a gateway that runs', async () => {
    const asked = answerWith(at.access, ...guided, ...run);
    assert.equal(await provision(), true, JSON.stringify(asked.slice(-2)));
    await idle();
    assert.deepEqual(at.writes(), all);
    const { text, detail } = asked.at(-1) ?? {};
    assert.equal(text, 'Provision the gateway harbour-east?');
    assert.equal(
      detail,
      [
        'Creates the control plane harbour-east.',
        'Creates the network harbour-net (us-east-2, 10.60.0.0/22): 30 to 40 minutes.',
        'API access private: reachable from attached networks only.',
        'Gateway version 3.14.',
        'Adds us-east-2 (aws): autopilot from 100 requests/s.',
        'Autopilot groups cost by use; Konnect publishes no price for them here.',
        'In the organisation Tidewater Ferries (Demo), geo eu.',
      ].join('\n'),
    );
    assert.deepEqual(said(), ['info: The gateway harbour-east runs in us-east-2.']);
  });

  test('back changes an earlier answer; what depends on it is asked anew', async () => {
    const answers: readonly Answer[] = [
      ...['$(add) New control plane…', 'eu', 'harbour-east'],
      ...[
        'aws 418820993155',
        'us-east-2',
        back,
        back,
        'azure 6f2d5b1e-93c4-4c1b-8f0a-2d7be1a4c960',
      ],
      ...['westeurope', 'netherlands-payments', 'autopilot', '50', '3.14', 'private', ...run],
    ];
    const asked = answerWith(at.access, ...answers);
    assert.equal(await provision(), true, JSON.stringify(asked.slice(-2)));
    await idle();
    assert.deepEqual(at.writes(), ['POST control-planes 201', 'PUT configurations 200']);
    const [wish] = at.lastWish()?.dataplane_groups ?? [];
    assert.deepEqual([wish?.provider, wish?.region], ['azure', 'westeurope']);
  });

  test('each answer can still be changed in the finished plan; going back leaves it as it was', async () => {
    const asked = answerWith(
      at.access,
      ...guided,
      ...['$(versions) Gateway version…', '3.15'],
      ...['$(globe) API access…', back],
      '$(server) Data plane group in us-east-2…',
      ...['aws 418820993155', 'us-west-2', '$(add) New network…', 'harbour-west'],
      ...['usw2-az1, usw2-az2', '10.61.0.0/22', 'Build it now', 'autopilot', '250'],
      ...['$(server-environment) Name and geo…', 'us', 'harbour-west'],
      ...run,
    );
    assert.equal(await provision(), true, JSON.stringify(asked.slice(-2)));
    await idle();
    const [plane, net] = at.bodies();
    assert.deepEqual(plane, {
      name: 'harbour-west',
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      cloud_gateway: true,
    });
    assert.equal((net as { readonly region?: string }).region, 'us-west-2');
    assert.deepEqual(at.writes(), all);
    const { version, api_access, control_plane_geo, dataplane_groups } = at.lastWish() ?? {};
    assert.deepEqual([version, api_access, control_plane_geo], ['3.15', 'private', 'us']);
    assert.deepEqual(
      dataplane_groups?.map(({ region, autoscale }) => [region, autoscale]),
      [['us-west-2', { kind: 'autopilot', base_rps: 250 }]],
    );
  });

  test('the two requests of the older documentation, typed as they are meant, end in valid ones', async () => {
    const asked = answerWith(
      at.access,
      ...['$(add) New control plane…', 'us', 'cloud-gateway-control-plane-1'],
      ...['aws 007314650218', 'ap-northeast-1', '$(add) New network…', 'tokyo-net'],
      ...['apne1-az1, apne1-az2, apne1-az4', '10.64.0.0/16', 'Build it now'],
      ...['autopilot', '100', '3.11', 'private+public'],
      '$(note) Description and proxy URLs…',
      ...['A test control plane for Cloud Gateways.', 'https://example.com'],
      '$(symbol-variable) Environment of ap-northeast-1…',
      ...['$(add) Add a variable…', 'KONG_LOG_LEVEL', 'info', back],
      ...run,
    );
    assert.equal(await provision(), true, JSON.stringify(asked.slice(-2)));
    await idle();
    const [plane] = at.bodies();
    assert.deepEqual(plane, {
      name: 'cloud-gateway-control-plane-1',
      description: 'A test control plane for Cloud Gateways.',
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      cloud_gateway: true,
      proxy_urls: [{ host: 'example.com', port: 443, protocol: 'https' }],
    });
    assert.deepEqual(at.writes(), all);
    const { control_plane_id, dataplane_groups = [], ...wish } = at.lastWish() ?? {};
    assert.deepEqual(wish, {
      control_plane_geo: 'us',
      kind: 'dedicated.v0',
      version: '3.11',
      api_access: 'private+public',
    });
    assert.deepEqual(
      dataplane_groups.map(({ cloud_gateway_network_id: _, ...group }) => group),
      [
        {
          provider: 'aws',
          region: 'ap-northeast-1',
          autoscale: { kind: 'autopilot', base_rps: 100 },
          environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
        },
      ],
    );
    assert.ok(control_plane_id);
  });

  test('leaving the environment keeps what was changed in it', async () => {
    answerWith(
      at.access,
      ...guided,
      '$(symbol-variable) Environment of us-east-2…',
      ...['$(add) Add a variable…', 'KONG_LOG_LEVEL', 'info'],
      ...['$(add) Add a variable…', undefined, undefined],
    );
    assert.equal(await provision(), false);
    answerWith(at.access, '$(history) Go on with the unfinished plan', ...run);
    assert.equal(await provision(), true);
    await idle();
    at.writes();
    const [group] = at.lastWish()?.dataplane_groups ?? [];
    assert.deepEqual(group?.environment, [{ name: 'KONG_LOG_LEVEL', value: 'info' }]);
  });

  test('left at any question it sends nothing, and is taken up where it was left', async () => {
    for (const left of guided.keys()) {
      answerWith(at.access, ...guided.slice(0, left), undefined);
      assert.equal(await provision(), false);
      const { drafts, connections } = at.access.services;
      const active = await connections.active();
      assert.ok(active);
      const { connectionKey } = await import('../../../src/host/connection/connections');
      if (left < 3) continue;
      const asked = answerWith(
        at.access,
        '$(history) Go on with the unfinished plan',
        ...guided.slice(left),
        undefined,
      );
      await provision();
      assert.equal(asked.at(-1)?.kind, 'pick', `left at ${left}: ${JSON.stringify(asked)}`);
      assert.match(asked.at(-1)?.text ?? '', /harbour-east in eu, gateway 3.14, private/);
      await drafts.drop(connectionKey(active));
    }
    assert.deepEqual(at.writes(), []);
  });

  test('addresses are judged as they are typed, with the reason', async () => {
    for (const [typed, reason] of [
      ['10.100.0.0/16', 'It overlaps 10.100.0.0/16, which is reserved there.'],
      ['10.60.0.0/24', '/24 is too small: 2 zones need at least a /23.'],
      ['8.8.0.0/16', /^It must lie within one of/],
    ] as const) {
      const upTo = guided.indexOf('10.60.0.0/22');
      const asked = answerWith(at.access, ...guided.slice(0, upTo), typed);
      await provision();
      const refusal = asked.at(-1)?.refusal ?? '';
      if (typeof reason === 'string') assert.equal(refusal, reason);
      else assert.match(refusal, reason);
    }
  });

  test('several groups, one with its environment; the plan is saved as JSON and run again from it', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const base = folder?.uri ?? vscode.Uri.file((await import('node:os')).tmpdir());
    const file = vscode.Uri.joinPath(base, `harbour-${Date.now()}.gateway.json`);
    const asked = answerWith(
      at.access,
      ...guided,
      '$(add) Add a data plane group…',
      ...['aws 007314650218', 'ap-northeast-1', 'tokyo-prod', 'autopilot', '40'],
      '$(symbol-variable) Environment of us-east-2…',
      ...['$(add) Add a variable…', 'KONG_REQUEST_DEBUG_TOKEN', 's3cr3t-value', '$(check) Done'],
      '$(save) Save as JSON…',
      undefined,
    );
    Object.assign(at.access.dialogs, { showSaveDialog: async () => file });
    await provision();
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.equal(text.includes('s3cr3t'), false, JSON.stringify(asked.at(-1)));
    assert.deepEqual(at.writes(), []);
    for (const expected of [[...all], []]) {
      answerWith(
        at.access,
        's3cr3t-value',
        ...(expected.length > 0 ? ['Provision'] : ['Provision']),
      );
      await provision(file);
      await idle();
      assert.deepEqual(at.writes(), expected);
    }
    assert.equal(at.lastWish()?.dataplane_groups.length, 2);
    assert.deepEqual(said().slice(-2), [
      'info: The gateway harbour-east runs in us-east-2, ap-northeast-1.',
      'info: harbour-east is so already: nothing was sent.',
    ]);
    await vscode.workspace.fs.delete(file);
  });

  test('a failure in mid-flow is taken up by running it again: one of each is made', async () => {
    at.demo.faults.order({
      method: 'PUT',
      path: '/global/v2/cloud-gateways/configurations',
      times: 1,
      fault: { kind: 'status', status: 500 },
    });
    answerWith(at.access, ...guided, ...run);
    assert.equal(await provision(), false);
    assert.equal(at.messages.last?.kind, 'error');
    assert.deepEqual(at.writes(), [...all.slice(0, 2), 'PUT configurations 500']);
    // As after a reload of the window: nothing but the kept plan is left.
    answerWith(at.access, '$(history) Go on with the unfinished plan', ...run);
    assert.equal(await provision(), true);
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
  });

  test('too many requests in mid-flow are waited out: one of each is made', async () => {
    for (const [method, path] of [
      ['POST', '/global/v2/cloud-gateways/networks'],
      ['PUT', '/global/v2/cloud-gateways/configurations'],
    ] as const) {
      const fault = { kind: 'status', status: 429, retryAfter: 0 } as const;
      at.demo.faults.order({ method, path, times: 1, fault });
    }
    answerWith(at.access, ...guided, ...run);
    assert.equal(await provision(), true);
    await idle();
    assert.deepEqual(at.writes(), [
      'POST control-planes 201',
      'POST networks 429',
      'POST networks 201',
      'PUT configurations 429',
      'PUT configurations 200',
    ]);
  });

  test('a limit that is reached while the question is open stops it before anything is made', async () => {
    answerWith(at.access, ...guided, run[0]);
    Object.assign(at.access.dialogs, {
      showWarningMessage: async () => {
        await fillNetworks(at.access.services);
        at.demo.forgetRequests();
        return 'Provision';
      },
    });
    assert.equal(await provision(), false);
    assert.deepEqual(at.writes(), []);
    assert.match(
      said().at(-1) ?? '',
      /nothing was sent\. The organisation may have 14 running networks; with this plan it would have 15\./,
    );
    assert.deepEqual(at.messages.last?.actions[0]?.title, 'Change the Plan…');
  });

  test('a preview shows all requests, later ones with the ids of earlier ones', async () => {
    answerWith(at.access, ...guided, '$(rocket) Provision…', 'Preview as curl');
    assert.equal(await provision(), false);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.deepEqual(text.match(/--request \w+/g), [
      '--request POST',
      '--request POST',
      '--request PUT',
    ]);
    assert.ok(text.includes('"control_plane_id": "NEW_ID_1"'), text);
    assert.ok(text.includes('"cloud_gateway_network_id": "NEW_ID_2"'), text);
    assert.deepEqual(at.writes(), []);
    answerWith(
      at.access,
      '$(history) Go on with the unfinished plan',
      '$(rocket) Provision…',
      'Preview as Terraform',
    );
    await provision();
    const hcl = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.deepEqual(hcl.match(/^resource "\w+"/gm), [
      'resource "konnect_gateway_control_plane"',
      'resource "konnect_cloud_gateway_network"',
      'resource "konnect_cloud_gateway_configuration"',
    ]);
    assert.deepEqual(at.writes(), []);
  });

  test('what cannot be carried out is said before anything is sent', async () => {
    const plan = {
      gatewayPlan: 1,
      controlPlane: { geo: 'us', name: 'booking-prod' },
      version: '3.9',
      access: 'private',
      networks: [
        {
          ...{ name: 'tokyo-prod', provider: 'aws', account: '007314650218' },
          ...{ region: 'ap-northeast-1', cidr: '10.8.0.0/16' },
          zones: ['apne1-az1', 'apne1-az2', 'apne1-az4'],
        },
      ],
      groups: [{ network: 'tokyo-prod', autoscale: { kind: 'autopilot', base_rps: 250 } }],
    };
    const content = JSON.stringify(plan);
    const { uri } = await vscode.workspace.openTextDocument({ content, language: 'json' });
    await provision(uri);
    assert.match(said().at(-1) ?? '', /does not offer gateway version 3.9; it offers 3.15/);
    assert.match(said().at(-1) ?? '', /would destroy them/);
    assert.deepEqual(at.writes(), []);
  });
});
