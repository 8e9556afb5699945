// Certificates made on the spot, so that no test needs a program for them and no key is kept in the project.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';

/** Both as PEM. */
export interface Identity {
  readonly name: string;
  readonly certificate: string;
  readonly key: string;
}

/** Signs itself, and may sign others. */
export function createAuthority(name: string): Identity {
  const key = createKey();
  const certificate = certify({ name, key }, { name, key }, [
    extension(oids.basicConstraints, sequence(der(0x01, Buffer.of(0xff)))),
    extension(oids.keyUsage, der(0x03, Buffer.of(2, 0x04))),
  ]);
  return { name, key, certificate };
}

/** For a server of this name; `*.example.com` covers one label. */
export function issue(authority: Identity, host: string): Identity {
  const key = createKey();
  const names = sequence(der(0x82, Buffer.from(host)));
  const certificate = certify({ name: host, key }, authority, [
    extension(oids.subjectAlternativeName, names),
  ]);
  return { name: host, key, certificate };
}

type Named = Pick<Identity, 'name' | 'key'>;

const dayMs = 24 * 60 * 60 * 1000;
/** As they are written in a certificate (RFC 5280, RFC 5758). */
const oids = {
  commonName: '550403',
  keyUsage: '551d0f',
  subjectAlternativeName: '551d11',
  basicConstraints: '551d13',
  ecdsaWithSha256: '2a8648ce3d040302',
} as const;

function createKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function certify(subject: Named, issuer: Named, extensions: readonly Buffer[]): string {
  const algorithm = sequence(oid(oids.ecdsaWithSha256));
  const now = Date.now();
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))), // version 3
    der(0x02, Buffer.of(1), randomBytes(15)), // serial number, positive
    algorithm,
    distinguishedName(issuer.name),
    sequence(time(now - dayMs), time(now + dayMs)),
    distinguishedName(subject.name),
    createPublicKey(createPrivateKey(subject.key)).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, issuer.key));
  const text = sequence(content, algorithm, signature).toString('base64');
  const lines = text.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Every one is marked critical, so a reader that does not know it refuses the certificate. */
function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x01, Buffer.of(0xff)), der(0x04, value));
}

function distinguishedName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid(oids.commonName), der(0x0c, Buffer.from(name)))));
}

/** Two digits of the year are right until 2049. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

/** Tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}
