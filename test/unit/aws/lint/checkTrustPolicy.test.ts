// What is found in trust policies, each finding with its place and its mending.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { checkTrustPolicy } from '../../../../src/aws/lint/checkTrustPolicy';
import type { KnownRoles, TrustFinding } from '../../../../src/aws/lint/finding';
import { looksLikeTrustPolicy } from '../../../../src/aws/lint/looksLikeTrustPolicy';
import { roleOfNetwork } from '../../../../src/aws/roleArn';
import { policyText, trustPolicy } from '../../../../src/aws/trustPolicy';
import { english } from '../../../../src/text';

const network = '36ae63d3-efd1-4bec-b246-62aa5d3f5695';
const account = '123456789012';
const arn = `arn:aws:iam::${account}:role/${network}-dataplane`;
const root = `arn:aws:iam::${account}:root`;
const known: KnownRoles = {
  networks: [
    { id: network, name: 'prod', accountId: account, provider: 'aws' },
    { id: 'bbbbbbbb-efd1-4bec-b246-62aa5d3f5695', name: 'azure-net', provider: 'azure' },
  ],
  accounts: [account],
};
const sound = { Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' };

function policy(...statements: readonly object[]): string {
  return policyText({ Version: '2012-10-17', Statement: statements });
}

function check(text: string, roles?: KnownRoles): readonly TrustFinding[] {
  return checkTrustPolicy(text, roles, english);
}

/** Rule, severity, and the text at the place, of each finding. */
function found(text: string, roles?: KnownRoles): readonly string[] {
  return check(text, roles).map(
    ({ rule, severity, start, end }) =>
      `${severity} ${rule} ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  );
}

function mended(text: string, roles?: KnownRoles): string {
  const [first] = check(text, roles).flatMap(({ fix }) => fix ?? []);
  assert.ok(first !== undefined, 'there is a fix');
  return [...first.edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
      text,
    );
}

const condition = (value: string | readonly string[], operator = 'ArnEquals') => ({
  Condition: { [operator]: { 'aws:PrincipalArn': value } },
});

suite('a trust policy that is sound', () => {
  test('has no findings, in either form, with or without a connection', () => {
    for (const variant of ['principal', 'condition'] as const) {
      const role = { kind: 'role', arn, accountId: account, networkId: network } as const;
      const text = policyText(trustPolicy(role, variant));
      assert.deepEqual(found(text), []);
      assert.deepEqual(found(text, known), []);
    }
  });

  test('has none for any network and account', () => {
    const digits = fc.stringMatching(/^\d{12}$/);
    const variant = fc.constantFrom('principal' as const, 'condition' as const);
    fc.assert(
      fc.property(fc.uuid(), digits, variant, (id, accountId, form) => {
        const place = { id, region: 'us-east-2', cloud_gateway_provider_account_id: 'a' };
        const accounts = [{ id: 'a', provider: 'aws', provider_account_id: accountId }];
        const role = roleOfNetwork(place, accounts);
        assert.ok(role.kind === 'role');
        const text = policyText(trustPolicy(role, form));
        const roles = {
          networks: [{ id, name: 'n', accountId, provider: 'aws' }],
          accounts: [accountId],
        };
        assert.deepEqual(found(text, roles), []);
        assert.ok(looksLikeTrustPolicy(text));
      }),
    );
  });

  test('may have other statements, lists, and companions of the action', () => {
    const service = {
      Sid: 'Lambda',
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } },
    };
    const listed = {
      ...sound,
      Principal: { AWS: [arn, 'arn:aws:iam::999999999999:role/ci'] },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
    };
    assert.deepEqual(found(policy(service, listed), known), []);
  });

  test('is found inside a CloudFormation template', () => {
    const statement = { ...sound, Principal: { AWS: '*' } };
    const template = {
      Resources: {
        Role: {
          Properties: {
            AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] },
          },
        },
      },
    };
    assert.deepEqual(found(policyText(template)), ['error trust-wildcard "*"']);
  });
});

suite('who is let in', () => {
  for (const principal of ['*', { AWS: '*' }, { AWS: [arn, '*'] }]) {
    test(`is everybody by ${JSON.stringify(principal)}`, () => {
      assert.deepEqual(found(policy({ ...sound, Principal: principal })), [
        'error trust-wildcard "*"',
      ]);
    });
  }

  test('is everybody as far as a condition goes', () => {
    const text = policy({ ...sound, Principal: '*', ...condition(arn) });
    assert.deepEqual(found(text, known), ['warning trust-wildcard "*"']);
  });

  test('is everybody but one by NotPrincipal', () => {
    const { Principal: _, ...rest } = sound;
    const text = policy({ ...rest, NotPrincipal: { AWS: arn } });
    assert.ok(found(text).includes(`error trust-wildcard { "AWS": "${arn}" }`));
  });

  test('cannot be said with a wildcard inside an ARN', () => {
    const wild = `arn:aws:iam::*:role/${network}-dataplane`;
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: wild } })), [
      `error trust-wildcard "${wild}"`,
    ]);
  });

  test('is a role without -dataplane, which is mended', () => {
    const text = policy({ ...sound, Principal: { AWS: arn.replace('-dataplane', '') } });
    assert.deepEqual(found(text, known), [
      `warning trust-dataplane "${arn.replace('-dataplane', '')}"`,
    ]);
    assert.equal(mended(text, known), policy(sound));
  });

  test('is a role without -dataplane in a condition, which is mended too', () => {
    const text = policy({
      ...sound,
      Principal: { AWS: root },
      ...condition(arn.replace('-dataplane', '')),
    });
    assert.equal(
      mended(text, known),
      policy({ ...sound, Principal: { AWS: root }, ...condition(arn) }),
    );
  });

  test('is a network of another account, which is mended', () => {
    const wrong = arn.replace(account, '999999999999');
    const text = policy({ ...sound, Principal: { AWS: wrong } });
    assert.deepEqual(found(text, known), [`error trust-account "${wrong}"`]);
    assert.equal(mended(text, known), policy(sound));
    assert.deepEqual(found(text), []);
  });

  test('is a network that Konnect does not list', () => {
    const other = arn.replace('36ae63d3', '00000000');
    const text = policy({ ...sound, Principal: { AWS: other } });
    assert.deepEqual(found(text, known), [`warning trust-network "${other}"`]);
    const far = other.replace(account, '999999999999');
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: far } }), known), [
      `warning trust-network "${far}"`,
      `warning trust-account "${far}"`,
    ]);
  });

  test('is a network where there is no role', () => {
    const azure = arn.replace('36ae63d3', 'bbbbbbbb');
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: azure } }), known), [
      `error trust-network "${azure}"`,
    ]);
  });

  test('is all of Kong’s account without a condition, which is mended', () => {
    for (const principal of [root, account]) {
      const text = policy({ ...sound, Principal: { AWS: principal } });
      assert.deepEqual(found(text, known), [`error trust-condition "${principal}"`]);
      assert.deepEqual(found(text), [`warning trust-condition "${principal}"`]);
      const after = mended(text, known);
      assert.deepEqual(JSON.parse(after).Statement[0].Condition, condition(arn).Condition);
      assert.deepEqual(found(after, known), []);
      assert.match(after, /"sts:AssumeRole",\n {6}"Condition"/);
    }
  });

  test('may be all of the user’s own account', () => {
    const own = { ...sound, Principal: { AWS: '999999999999' } };
    assert.deepEqual(found(policy(sound, own), known), []);
  });

  test('is one session of the role, which is mended', () => {
    const session = `arn:aws:sts::${account}:assumed-role/${network}-dataplane/kong`;
    const text = policy({ ...sound, Principal: { AWS: session } });
    assert.deepEqual(found(text, known), [`error trust-principal "${session}"`]);
    assert.equal(mended(text, known), policy(sound));
  });

  test('is a role that was deleted', () => {
    const dead = 'AROAEXAMPLEEXAMPLEEX';
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: dead } }), known), [
      `warning trust-principal "${dead}"`,
    ]);
  });

  for (const text of ['kong', 'arn:aws:iam::12345:root', 'arn:aws:s3:::bucket', '']) {
    test(`is nobody by ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(policy({ ...sound, Principal: { AWS: text } })), [
        `error trust-principal ${JSON.stringify(text)}`,
      ]);
    });
  }

  test('is nobody of the organisation, which is only said', () => {
    const other = { ...sound, Principal: { AWS: 'arn:aws:iam::999999999999:role/ci' } };
    assert.deepEqual(found(policy(other), known), ['information trust-nobody {']);
  });
});

suite('the action', () => {
  for (const action of ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML', '*']) {
    test(`is not ${action}, which is mended`, () => {
      const text = policy({ ...sound, Action: action });
      assert.deepEqual(found(text), [`error trust-action "${action}"`]);
      assert.equal(mended(text), policy(sound));
    });
  }

  test('need not be wider', () => {
    assert.deepEqual(found(policy({ ...sound, Action: 'sts:*' })), [
      'warning trust-action "sts:*"',
    ]);
  });

  test('is not one of the permissions', () => {
    const text = policy({ ...sound, Action: ['sts:AssumeRole', 'lambda:InvokeFunction'] });
    assert.deepEqual(found(text), ['error trust-action "lambda:InvokeFunction"']);
  });

  test('is missing beside its companions', () => {
    const text = policy({ ...sound, Action: 'sts:TagSession' });
    assert.deepEqual(found(text), ['error trust-action "sts:TagSession"']);
  });

  test('of web identities is right for those', () => {
    const federated = {
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::999999999999:oidc-provider/token.example' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    };
    assert.deepEqual(found(policy(sound, federated), known), []);
  });
});

suite('a statement that is never reached', () => {
  const account2 = arn.replace(account, '999999999999');
  const cases: readonly (readonly [string, object, string])[] = [
    ['compares with another role', condition(account2), `"${account2}"`],
    [
      'compares with the ARN of a session',
      condition(`arn:aws:sts::${account}:assumed-role/${network}-dataplane/kong`),
      `"arn:aws:sts::${account}:assumed-role/${network}-dataplane/kong"`,
    ],
    [
      'takes a wildcard literally',
      condition(`arn:aws:iam::${account}:role/${network}*`, 'StringEquals'),
      `"arn:aws:iam::${account}:role/${network}*"`,
    ],
    [
      'asks for a second factor',
      { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      '"aws:MultiFactorAuthPresent"',
    ],
    [
      'asks for what only services have',
      { Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } },
      '"aws:SourceAccount"',
    ],
  ];
  for (const [name, change, place] of cases) {
    test(name, () => {
      const texts = found(policy({ ...sound, ...change }));
      assert.ok(texts.includes(`error trust-unreachable ${place}`), texts.join('\n'));
    });
  }

  test('is covered by one that denies', () => {
    for (const principal of ['*', { AWS: root }, { AWS: arn }]) {
      const denial = { Effect: 'Deny', Principal: principal, Action: 'sts:*' };
      assert.deepEqual(found(policy(sound, denial), known), ['warning trust-unreachable {']);
    }
  });

  test('is not covered by a denial with a condition, or of another action', () => {
    const other = { Effect: 'Deny', Principal: '*', Action: 'sts:TagSession' };
    const narrow = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      ...condition(arn, 'ArnNotEquals'),
    };
    assert.deepEqual(found(policy(sound, other, narrow), known), []);
  });

  test('repeats another', () => {
    const again = { Sid: 'Again', ...sound, Action: ['STS:AssumeRole'] };
    assert.deepEqual(found(policy(sound, again), known), ['hint trust-unreachable {']);
  });

  test('is none where a pattern fits', () => {
    const wide = condition(`arn:aws:iam::${account}:role/${network}-*`, 'ArnLike');
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: root }, ...wide }), known), []);
    const all = condition(`arn:aws:iam::${account}:role/*`);
    assert.deepEqual(found(policy({ ...sound, Principal: { AWS: root }, ...all }), known), [
      `warning trust-wildcard "arn:aws:iam::${account}:role/*"`,
    ]);
  });
});

suite('the form of a policy', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['JSON that ends early', '{"Statement": [', ['error trust-json [']],
    ['a trailing comma', '{"Statement": [],}', ['error trust-json }']],
    ['no policy', '{"a": 1}', ['error trust-shape {']],
    ['nothing', '', ['error trust-json ']],
    ['no statement', '{"Version":"2012-10-17","Statement":[]}', ['error trust-shape []']],
    ['a statement of text', '{"Version":"2012-10-17","Statement":"x"}', ['error trust-shape "x"']],
    [
      'an unknown version',
      policyText({ Version: '2025-01-01', Statement: [sound] }),
      ['error trust-shape "2025-01-01"'],
    ],
    [
      'an old version',
      policyText({ Version: '2008-10-17', Statement: [sound] }),
      ['warning trust-shape "2008-10-17"'],
    ],
    ['a resource', policy({ ...sound, Resource: '*' }), ['error trust-shape "Resource"']],
    ['a misspelt element', policy({ ...sound, condition: {} }), ['error trust-shape "condition"']],
    ['another effect', policy({ ...sound, Effect: 'allow' }), ['error trust-shape "allow"']],
    [
      'an unknown operator',
      policy({ ...sound, ...condition(arn, 'ArnIs') }),
      ['error trust-shape "ArnIs"'],
    ],
    ['a principal of text', policy({ ...sound, Principal: arn }), [`error trust-shape "${arn}"`]],
    [
      'no effect, principal and action',
      policy({}),
      ['error trust-shape {', 'error trust-shape {', 'error trust-shape {'],
    ],
    ['an action of a number', policy({ ...sound, Action: 1 }), ['error trust-shape 1']],
  ];
  for (const [name, text, expected] of cases) {
    test(`with ${name} is told`, () => assert.deepEqual(found(text), expected));
  }

  test('may be anything: there is always an answer with places inside the text', () => {
    const keys = fc.constantFrom(
      ...'Version Statement Effect Principal NotPrincipal Action Condition AWS ArnEquals aws:PrincipalArn x'.split(
        ' ',
      ),
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        arn,
        root,
        account,
        '*',
        'Allow',
        'Deny',
        'sts:AssumeRole',
        'sts:*',
        '2012-10-17',
      ),
      fc.string(),
      fc.integer(),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        for (const { start, end } of check(text, known)) {
          assert.ok(start >= 0 && start <= end && end <= Math.max(1, text.length));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is judged in an instant, however many wildcards it has', () => {
    const pattern = `arn:aws:iam::${account}:role/${'*a'.repeat(2000)}`;
    const started = performance.now();
    found(policy({ ...sound, Principal: { AWS: root }, ...condition(pattern, 'ArnLike') }), known);
    assert.ok(performance.now() - started < 500);
  });
});

suite('what looks like a trust policy', () => {
  for (const [name, text, expected] of [
    ['of a gateway', policy(sound), true],
    ['that mentions Konnect', policy({ ...sound, Sid: 'Konnect', Principal: { AWS: root } }), true],
    [
      'of a Lambda function',
      policy({ ...sound, Principal: { Service: 'lambda.amazonaws.com' } }),
      false,
    ],
    [
      'is no permissions policy',
      '{"Statement":[{"Action":"s3:GetObject","Resource":"arn:aws:s3:::kong"}]}',
      false,
    ],
    ['is not of any length', `${policy(sound)}${' '.repeat(300_000)}`, false],
  ] as const) {
    test(name, () => assert.equal(looksLikeTrustPolicy(text), expected));
  }
});
