// What the customer's own role needs beside its trust policy, and how a plugin is told to use it.
import {
  lambdaPluginConfig,
  permissionsPolicy,
  type ServiceOfAws,
} from '../../aws/permissionsPolicy';
import { policyText } from '../../aws/trustPolicy';
import type { Translate } from '../../text';
import type { Card, CodeForm, Details } from '../protocol';
import { notice } from './pieces';

export function ownRoleCard(t: Translate): Card {
  return {
    kind: 'card',
    id: 'own-role',
    title: t('Your own role'),
    marks: [],
    facts: [],
    loading: false,
    blocks: [
      notice(
        'info',
        t(
          'Beside one of the trust policies above, your role needs permissions, and a plugin needs its name. A session lasts at most one hour, because one role assumes another.',
        ),
      ),
      details('permissions', t('Permissions to start from'), permissionForms(t)),
      details('plugin', t('Fields of the aws-lambda plugin'), [pluginForm(t)]),
      {
        kind: 'actions',
        buttons: [{ label: t('Check a Trust Policy'), does: 'checkTrustPolicy' }],
      },
    ],
  };
}

function details(id: string, label: string, forms: readonly CodeForm[]): Details {
  const code = { kind: 'code', id: `own-role-${id}`, label, forms } as const;
  return { kind: 'details', id: `own-role-${id}-shown`, label, open: false, blocks: [code] };
}

function permissionForms(t: Translate): readonly CodeForm[] {
  const hint = t('Replace the words in capitals, and grant only what your plugins use.');
  const services: readonly (readonly [ServiceOfAws, string])[] = [
    ['lambda', 'Lambda'],
    ['s3', 'S3'],
    ['secretsManager', 'Secrets Manager'],
    ['dynamoDb', 'DynamoDB'],
  ];
  return services.map(([id, label]) => {
    const text = policyText(permissionsPolicy(id));
    return { id, label, hint, versions: [{ id, label, language: 'json', text }] };
  });
}

function pluginForm(t: Translate): CodeForm {
  const text = policyText(lambdaPluginConfig);
  const label = t('Plugin configuration');
  const hint = t(
    'Leave aws_key and aws_secret empty: with them the plugin would not use the role.',
  );
  return { id: 'plugin', label, hint, versions: [{ id: 'plugin', label, language: 'json', text }] };
}
