// The body that replaces a configuration: all that `create-configuration` takes, and nothing else.
import * as z from 'zod/mini';
import { arrayOf } from './write';

const autopilot = z.strictObject({ kind: z.literal('autopilot'), base_rps: z.int() });
const fixed = z.strictObject({
  kind: z.literal('static'),
  instance_type: z.string(),
  requested_instances: z.int(),
});

const group = z.strictObject({
  provider: z.string(),
  region: z.string(),
  cloud_gateway_network_id: z.optional(z.string()),
  autoscale: z.optional(z.discriminatedUnion('kind', [autopilot, fixed])),
  environment: z.optional(arrayOf(z.strictObject({ name: z.string(), value: z.string() }))),
});

export const configurationWriteSchema = z.strictObject({
  control_plane_id: z.string(),
  control_plane_geo: z.string(),
  kind: z.optional(z.string()),
  version: z.optional(z.string()),
  api_access: z.optional(z.string()),
  dataplane_groups: arrayOf(group),
});

export type ConfigurationWrite = z.infer<typeof configurationWriteSchema>;
export type DataPlaneGroupWrite = z.infer<typeof group>;
export type AutoscaleWrite = NonNullable<DataPlaneGroupWrite['autoscale']>;
