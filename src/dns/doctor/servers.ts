// DNS servers that a user names: addresses, each with a port if it is not 53.
import { isIPv4, isIPv6 } from 'node:net';

export type ServersResult =
  | { readonly kind: 'servers'; readonly servers: readonly string[] }
  | { readonly kind: 'unusable'; readonly text: string };

const mostServers = 6;

/** `1.1.1.1, [2606:4700::1111]:53` in the form that Node's resolver takes; the first piece that is no address otherwise. */
export function parseServers(text: string): ServersResult {
  const pieces = text.split(/[\s,;]+/).filter((piece) => piece !== '');
  const servers: string[] = [];
  for (const piece of pieces) {
    const server = serverOf(piece);
    if (server === undefined || servers.length === mostServers) {
      return { kind: 'unusable', text: piece };
    }
    if (!servers.includes(server)) servers.push(server);
  }
  return { kind: 'servers', servers };
}

function serverOf(text: string): string | undefined {
  if (isIPv4(text) || isIPv6(text)) return text;
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const isAddress = bracketed === undefined ? isIPv4(plain ?? '') : isIPv6(bracketed);
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  return isAddress && isPort ? text : undefined;
}
