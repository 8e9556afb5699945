// Reads what comes from outside the extension's own code: the page's messages and what a restored window remembers.
import * as z from 'zod/mini';
import type { FromPanel, PanelSubject } from './protocol';

/** Far above any text that the page shows. */
const longestText = 200_000;

const id = z.int().check(z.nonnegative());
const text = z.string().check(z.minLength(1), z.maxLength(longestText));
const language = z.enum(['json', 'yaml', 'terraform', 'shellscript', 'plaintext', 'csv', 'nginx']);
const action = z.enum(['createCustomDomain', 'checkTrustPolicy', 'signIn', 'showLog']);
const resourceId = z.string().check(z.maxLength(100));

const fromPanel = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), id }),
  z.strictObject({ type: z.literal('refresh'), id }),
  z.strictObject({ type: z.literal('copy'), id, text }),
  z.strictObject({ type: z.literal('open'), id, text, language }),
  z.strictObject({ type: z.literal('checkDns'), id, domainId: resourceId }),
  z.strictObject({ type: z.literal('checkDnsElsewhere'), id, domainId: resourceId }),
  z.strictObject({ type: z.literal('probe'), id, groupId: resourceId }),
  z.strictObject({ type: z.literal('run'), id, action }),
]) satisfies z.ZodMiniType<FromPanel>;

const memory = z.object({
  controlPlane: z.object({
    id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    geo: z.string().check(z.regex(/^[a-z0-9-]{1,32}$/)),
  }),
});

/** Undefined for anything that is not exactly one of the page's messages. */
export function parseFromPanel(value: unknown): FromPanel | undefined {
  return fromPanel.safeParse(value).data;
}

/** The gateway that a restored panel showed; undefined when its state is of another version or damaged. */
export function parsePanelMemory(value: unknown): PanelSubject | undefined {
  return memory.safeParse(value).data?.controlPlane;
}
