// Egress addresses as allow lists for what stands behind the gateway.
import { isIPv4, isIPv6 } from 'node:net';
import { quoted } from './terraform/hcl';

/** Only addresses, each once, in the order given: whatever else is in a list must not reach a rule. */
export function addressesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => isIPv4(text) || isIPv6(text)))];
}

/** One address as a range of one. */
export function addressRange(address: string): string {
  return `${address}/${isIPv6(address) ? 128 : 32}`;
}

/** For a `server` or `location` block. */
export function nginxAllow(addresses: readonly string[]): string {
  return `${addresses.map((address) => `allow ${address};\n`).join('')}deny all;\n`;
}

/** For a shell; `SECURITY_GROUP_ID` is to be replaced. */
export function securityGroupCommand(addresses: readonly string[], description: string): string {
  const permission = {
    IpProtocol: 'tcp',
    FromPort: 443,
    ToPort: 443,
    ...(addresses.some(isIPv4) && {
      IpRanges: addresses.filter(isIPv4).map((address) => ({
        CidrIp: addressRange(address),
        Description: ruleText(description),
      })),
    }),
    ...(addresses.some(isIPv6) && {
      Ipv6Ranges: addresses.filter(isIPv6).map((address) => ({
        CidrIpv6: addressRange(address),
        Description: ruleText(description),
      })),
    }),
  };
  return [
    'aws ec2 authorize-security-group-ingress \\',
    '  --group-id SECURITY_GROUP_ID \\',
    `  --ip-permissions '${JSON.stringify([permission])}'`,
    '',
  ].join('\n');
}

export function securityGroupTerraform(addresses: readonly string[], description: string): string {
  return addresses
    .map((address) =>
      [
        `resource "aws_vpc_security_group_ingress_rule" "kong_${address.replace(/[.:]/g, '_')}" {`,
        '  security_group_id = var.security_group_id',
        `  ${isIPv6(address) ? 'cidr_ipv6' : 'cidr_ipv4'}         = ${quoted(addressRange(address))}`,
        '  ip_protocol       = "tcp"',
        '  from_port         = 443',
        '  to_port           = 443',
        `  description       = ${quoted(ruleText(description))}`,
        '}',
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** What EC2 allows in the description of a rule, at most 255 characters; nothing that could end a shell's quotes. */
function ruleText(text: string): string {
  return text.replace(/[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, '').slice(0, 255);
}
