// What a role of the customer's own may do: small policies to start from, with names to be filled in.

export type ServiceOfAws = 'lambda' | 's3' | 'secretsManager' | 'dynamoDb';

export interface PermissionsPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly [
    { readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: string },
  ];
}

/** One thing, read or called; IAM refuses the words in capitals until they are replaced. */
const grants: Readonly<Record<ServiceOfAws, readonly [resource: string, ...actions: string[]]>> = {
  lambda: ['arn:aws:lambda:REGION:ACCOUNT_ID:function:FUNCTION_NAME', 'lambda:InvokeFunction'],
  s3: ['arn:aws:s3:::BUCKET_NAME/*', 's3:GetObject'],
  // Secrets Manager adds a hyphen and six characters to the name.
  secretsManager: [
    'arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:SECRET_NAME-??????',
    'secretsmanager:GetSecretValue',
  ],
  dynamoDb: [
    'arn:aws:dynamodb:REGION:ACCOUNT_ID:table/TABLE_NAME',
    'dynamodb:GetItem',
    'dynamodb:Query',
  ],
};

export function permissionsPolicy(service: ServiceOfAws): PermissionsPolicy {
  const [resource, ...actions] = grants[service];
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }],
  };
}

/** Fields of the aws-lambda plugin for a role in the customer's own account; key and secret stay empty (FACTS 7.3). */
export const lambdaPluginConfig = {
  aws_assume_role_arn: 'arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME',
  aws_role_session_name: 'kong-gateway',
  aws_region: 'REGION',
  function_name: 'FUNCTION_NAME',
} as const;
