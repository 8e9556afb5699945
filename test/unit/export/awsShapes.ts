// Shapes of AWS as JSON Schemas: the change batch of Route 53's API, and the grammar of IAM policies, as far as we use them.

const name = { type: 'string', pattern: '^[ -~]{1,1024}\\.$' } as const;

/** ChangeResourceRecordSets, API version 2013-04-01. */
export const route53ChangeBatch = {
  type: 'object',
  required: ['Changes'],
  additionalProperties: false,
  properties: {
    Comment: { type: 'string', maxLength: 256 },
    Changes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['Action', 'ResourceRecordSet'],
        additionalProperties: false,
        properties: {
          Action: { enum: ['CREATE', 'DELETE', 'UPSERT'] },
          ResourceRecordSet: {
            type: 'object',
            required: ['Name', 'Type', 'TTL', 'ResourceRecords'],
            additionalProperties: false,
            properties: {
              Name: name,
              Type: { enum: ['CNAME'] },
              TTL: { type: 'integer', minimum: 0, maximum: 2147483647 },
              ResourceRecords: {
                type: 'array',
                minItems: 1,
                maxItems: 1,
                items: {
                  type: 'object',
                  required: ['Value'],
                  additionalProperties: false,
                  properties: { Value: { type: 'string', maxLength: 4000 } },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

const action = { type: 'string', pattern: '^[a-zA-Z0-9-]+:[a-zA-Z0-9]+$' } as const;
const actions = { anyOf: [action, { type: 'array', minItems: 1, items: action }] } as const;
const policy = (statement: object) => ({
  type: 'object',
  required: ['Version', 'Statement'],
  additionalProperties: false,
  properties: {
    Version: { enum: ['2012-10-17'] },
    Statement: { type: 'array', minItems: 1, items: statement },
  },
});

/** Reference of IAM JSON policies: a principal that IAM takes has no wildcard, and a trust policy no resource. */
export const iamTrustPolicy = policy({
  type: 'object',
  required: ['Effect', 'Principal', 'Action'],
  additionalProperties: false,
  properties: {
    Effect: { enum: ['Allow', 'Deny'] },
    Principal: {
      type: 'object',
      required: ['AWS'],
      additionalProperties: false,
      properties: {
        AWS: {
          type: 'string',
          pattern: '^arn:aws:iam::[0-9]{12}:(root|role/[a-zA-Z0-9+=,.@_-]{1,64})$',
        },
      },
    },
    Action: { enum: ['sts:AssumeRole'] },
    Condition: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'string' },
      },
    },
  },
});

export const iamPermissionsPolicy = policy({
  type: 'object',
  required: ['Effect', 'Action', 'Resource'],
  additionalProperties: false,
  properties: {
    Effect: { enum: ['Allow', 'Deny'] },
    Action: actions,
    Resource: { type: 'string', pattern: '^arn:aws:[a-z0-9]+:[A-Za-z0-9_-]*:[A-Z0-9_]*:.+$' },
  },
});
