// Host names as DNS knows them: whatever Konnect or a user wrote is brought to one form, or refused.
import { domainToASCII } from 'node:url';

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const onlyAscii = /^[\x21-\x7e]+$/;
/** The conversion to A-labels would silently drop some of these. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
const longestName = 253;

/** Lower case, A-labels, no dot at the end; undefined for anything that cannot be the name of a host with a domain. */
export function toHostname(text: string): string | undefined {
  if (text.length > longestName * 4 || unseen.test(text)) return undefined;
  const ascii = onlyAscii.test(text) ? text.toLowerCase() : domainToASCII(text);
  const name = ascii.replace(/\.$/, '');
  const labels = name.split('.');
  const isName = labels.length > 1 && labels.every((part) => label.test(part));
  return isName && name.length <= longestName && !endsInNumber(labels) ? name : undefined;
}

/** `192.0.2.1` has the shape of a name but is an address. */
function endsInNumber(labels: readonly string[]): boolean {
  return /^\d+$/.test(labels.at(-1) ?? '');
}
