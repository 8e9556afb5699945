// The plan of a whole gateway as plain data: control plane, networks and data plane groups, by names and not by ids.
import * as z from 'zod/mini';
import type { Translate } from '../../text';
import { isSecretName } from '../configuration/environment';

const positive = z.int().check(z.minimum(1));
const autoscale = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('autopilot'), base_rps: positive }),
  /** Deprecated by Konnect. */
  z.strictObject({
    kind: z.literal('static'),
    instance_type: z.string(),
    requested_instances: positive,
  }),
]);
const network = z.strictObject({
  name: z.string(),
  provider: z.string(),
  /** The cloud's own id of the account, as Konnect's list of provider accounts shows it. */
  account: z.string(),
  region: z.string(),
  zones: z.readonly(z.array(z.string())),
  cidr: z.string(),
  /** `offline` reserves it; Konnect builds it when a configuration first uses it. */
  state: z.optional(z.enum(['initializing', 'offline'])),
});
const group = z.strictObject({
  /** Name of one of `networks`, which also says where the group is. */
  network: z.string(),
  autoscale,
  /** The value of a secret is not written down: it is asked for when the plan is run. */
  environment: z.optional(
    z.readonly(z.array(z.strictObject({ name: z.string(), value: z.optional(z.string()) }))),
  ),
});
const proxyUrl = z.strictObject({ host: z.string(), port: positive, protocol: z.string() });
const schema = z.strictObject({
  /** Version of this format. */
  gatewayPlan: z.literal(1),
  controlPlane: z.strictObject({
    geo: z.string(),
    name: z.string(),
    description: z.optional(z.string()),
    proxyUrls: z.optional(z.readonly(z.array(proxyUrl))),
  }),
  version: z.string(),
  access: z.enum(['private', 'public', 'private+public']),
  networks: z.readonly(z.array(network)),
  groups: z.readonly(z.array(group).check(z.minLength(1))),
});

export type GatewayPlan = Readonly<z.infer<typeof schema>>;
export type PlannedNetwork = GatewayPlan['networks'][number];
export type PlannedGroup = GatewayPlan['groups'][number];
export type Access = GatewayPlan['access'];

export type ParsedPlan = { readonly plan: GatewayPlan } | { readonly problems: readonly string[] };

export function parseGatewayPlan(text: string, t: Translate): ParsedPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [t('It is not JSON: {0}', (error as Error).message)] };
  }
  const result = z.safeParse(schema, value);
  if (result.success) return { plan: result.data };
  return { problems: result.error.issues.map((issue) => problemWords(issue, value, t)) };
}

/** Without the values of secrets. */
export function gatewayPlanText(plan: GatewayPlan): string {
  return `${JSON.stringify(withoutSecrets(plan), undefined, 2)}\n`;
}

export function withoutSecrets(plan: GatewayPlan): GatewayPlan {
  const groups = plan.groups.map(({ environment, ...rest }) => ({
    ...rest,
    ...(environment && {
      environment: environment.map(({ name, value }) =>
        value === undefined || isSecretName(name) ? { name } : { name, value },
      ),
    }),
  }));
  return { ...plan, groups };
}

function problemWords(issue: z.core.$ZodIssue, value: unknown, t: Translate): string {
  const path = issue.path.map(String).join('.');
  const at = path === '' ? t('The plan') : path;
  const found = issue.path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
  if (path === 'version' && typeof found === 'number') {
    return t('version must be a text, such as "{0}": as a number 3.10 would be 3.1.', found);
  }
  if (path === 'gatewayPlan') {
    return t('This is no gateway plan of this version: "gatewayPlan" must be {0}.', 1);
  }
  if (issue.code === 'unrecognized_keys')
    return t('{0}: cannot hold {1}.', at, issue.keys.join(', '));
  if (found === undefined) return t('{0} is missing.', at);
  if (issue.code === 'invalid_type') return t('{0}: must be of type {1}.', at, issue.expected);
  if (issue.code === 'invalid_value')
    return t('{0}: must be one of {1}.', at, issue.values.map(String).join(', '));
  if (issue.code === 'too_small') return t('{0}: at least {1}.', at, Number(issue.minimum));
  if (path.endsWith('kind')) return t('{0}: must be one of {1}.', at, 'autopilot, static');
  return t('{0}: has a value that does not fit.', at);
}
