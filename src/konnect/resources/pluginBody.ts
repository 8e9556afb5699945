// The body of a plugin instance: all that Konnect takes, and nothing else.
import * as z from 'zod/mini';
import { arrayOf } from './write';

const reference = z.optional(z.strictObject({ id: z.string() }));
const phases = z.optional(z.strictObject({ access: z.optional(arrayOf(z.string())) }));
const partial = z.strictObject({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  path: z.optional(z.string()),
});

export const pluginWriteSchema = z.strictObject({
  name: z.string(),
  instance_name: z.optional(z.string()),
  enabled: z.optional(z.boolean()),
  config: z.optional(z.record(z.string(), z.unknown())),
  service: reference,
  route: reference,
  consumer: reference,
  consumer_group: reference,
  protocols: z.optional(arrayOf(z.string())),
  tags: z.optional(arrayOf(z.string())),
  ordering: z.optional(z.strictObject({ before: phases, after: phases })),
  condition: z.optional(z.string()),
  partials: z.optional(arrayOf(partial)),
});

export type PluginWrite = z.infer<typeof pluginWriteSchema>;
