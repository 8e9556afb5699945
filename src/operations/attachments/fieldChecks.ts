// What identifiers of the clouds look like, checked while they are typed; each returns the reason why a text cannot be one.
import type { Translate } from '../../text';
import { clashOf, isAddress, parseCidr } from '../network/cidr';

export type FieldCheck = (text: string, t: Translate) => string | undefined;

/** A text of this form; `example` is told when it is not. */
export function pattern(form: RegExp, example: string): FieldCheck {
  return (text, t) => {
    if (text === '') return t('Type a value, for example {0}.', example);
    return form.test(text) ? undefined : t('It looks like {0}; this does not.', example);
  };
}

export const awsAccount: FieldCheck = (text, t) =>
  /^\d{12}$/.test(text) ? undefined : t('12 digits; zeros at the beginning count.');

export const awsRegion = pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, 'eu-west-1');

export const ramShare = pattern(
  /^arn:aws[\w-]*:ram:[a-z0-9-]+:\d{12}:resource-share\/[\w-]+$/,
  'arn:aws:ram:eu-west-1:123456789012:resource-share/4b7e2c8a-…',
);

export const uuid = pattern(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
);

export const azureGroup = pattern(/^[-\w.()]{0,89}[-\w()]$/, 'rg-network');
export const azureName = pattern(/^[a-z0-9]([-\w.]{0,78}\w)?$/i, 'vnet-prod');
export const googleProject = pattern(
  /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  'my-project-123',
);
export const googleNetwork = pattern(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/, 'vpc-prod');

const hostLabel = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

export const domainName: FieldCheck = (text, t) => {
  if (text === '') return t('Type a domain name, for example {0}.', 'internal.example.com');
  const labels = text.replace(/\.$/, '').split('.');
  const wrong = labels.find((label) => !hostLabel.test(label));
  if (wrong !== undefined) return t('"{0}" cannot be part of a domain name.', wrong);
  return labels.length < 2 || text.length > 253
    ? t('A full domain name, for example {0}.', 'internal.example.com')
    : undefined;
};

/** Ranges of the user's own, with commas between them; none may share addresses with `taken`. */
export function ranges(
  taken: readonly { readonly block: string; readonly of: string }[],
): FieldCheck {
  return (text, t) => {
    const blocks = listOf(text);
    if (blocks.length === 0)
      return t('Type at least one range, with commas between several: {0}', '10.20.0.0/16');
    for (const [index, block] of blocks.entries()) {
      const range = parseCidr(block);
      if (range === undefined) return t('"{0}" is not an IPv4 range in CIDR notation.', block);
      if (!range.isExact) return t('{0} does not begin at its first address.', block);
      if (clashOf(range, blocks.slice(0, index)) !== undefined)
        return t('{0} overlaps another one of these.', block);
      const other = taken.find((one) => clashOf(range, [one.block]) !== undefined);
      if (other !== undefined)
        return t('{0} overlaps {1}, the range of {2}.', block, other.block, other.of);
    }
    return undefined;
  };
}

/** `domain = address, address; domain = address`. */
export const resolvers: FieldCheck = (text, t) => {
  const entries = pairsOf(text);
  const example = 'internal.example.com = 10.0.0.10, 10.0.0.11';
  if (entries.length === 0) return t('Type a domain and its DNS servers: {0}', example);
  for (const { key, value } of entries) {
    const reason = domainName(key, t);
    if (reason !== undefined) return reason;
    const servers = listOf(value);
    if (servers.length === 0) return t('{0} has no DNS server: {1}', key, example);
    const wrong = servers.find((server) => !isAddress(server));
    if (wrong !== undefined) return t('"{0}" is not an IPv4 address.', wrong);
  }
  return twice(entries, t);
};

/** `rcfg-… = domain; rcfg-… = domain`. */
export const resourceMapping: FieldCheck = (text, t) => {
  const entries = pairsOf(text);
  for (const { key, value } of entries) {
    if (!/^rcfg-[0-9a-f]{8,17}$/.test(key))
      return t('"{0}" is not a resource configuration such as {1}.', key, 'rcfg-0123456789abcdef0');
    const reason = domainName(value, t);
    if (reason !== undefined) return reason;
  }
  return twice(entries, t);
};

function twice(entries: readonly Pair[], t: Translate): string | undefined {
  const keys = entries.map(({ key }) => key);
  const again = keys.find((key, index) => keys.indexOf(key) !== index);
  return again && t('{0} stands here twice.', again);
}

export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** `key = value; key = value`. */
export function pairsOf(text: string): readonly Pair[] {
  return text
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [key = '', ...rest] = entry.split('=');
      return { key: key.trim(), value: rest.join('=').trim() };
    });
}

export function listOf(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
