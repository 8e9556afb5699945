// Proxies and content networks that are known to stand in front of domains, told by alias or address.
import { BlockList, isIPv6 } from 'node:net';

/** Suffixes of the names that their customers' domains are aliases of. */
const byAlias: readonly (readonly [suffix: string, proxy: string])[] = [
  ['cdn.cloudflare.net', 'Cloudflare'],
  ['cloudfront.net', 'Amazon CloudFront'],
  ['awsglobalaccelerator.com', 'AWS Global Accelerator'],
  ['fastly.net', 'Fastly'],
  ['fastlylb.net', 'Fastly'],
  ['edgekey.net', 'Akamai'],
  ['edgesuite.net', 'Akamai'],
  ['akamaized.net', 'Akamai'],
  ['azurefd.net', 'Azure Front Door'],
  ['azureedge.net', 'Azure CDN'],
  ['trafficmanager.net', 'Azure Traffic Manager'],
];

/** As Cloudflare publishes them: a domain that it proxies shows its addresses in place of an alias. */
const cloudflare = (
  '173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 ' +
  '190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 ' +
  '104.24.0.0/14 172.64.0.0/13 131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 ' +
  '2405:b500::/32 2405:8100::/32 2a06:98c0::/29 2c0f:f248::/32'
).split(' ');

/** The name of the proxy that one of the aliases belongs to. */
export function proxyOfAliases(targets: readonly string[]): string | undefined {
  return byAlias.find(([suffix]) => targets.some((name) => name.endsWith(`.${suffix}`)))?.[1];
}

export function proxyOfAddresses(addresses: readonly string[]): string | undefined {
  const ranges = new BlockList();
  for (const range of cloudflare) {
    const [net = '', bits] = range.split('/');
    ranges.addSubnet(net, Number(bits), family(net));
  }
  const isInside = addresses.every((address) => ranges.check(address, family(address)));
  return isInside && addresses.length > 0 ? 'Cloudflare' : undefined;
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
