// Reads one resource by a path that is filled in already, for showing it as it is.
import { InvalidRequestError } from '../errors';
import type { Geo } from '../geo';
import type { Cancellable, Http } from '../http';

export interface RawSource {
  readonly geo: Geo;
  /** Path with version, such as `/v2/control-planes/<id>`. */
  readonly path: string;
}

/** Segments that are part of the API; everything else in a path is an id or a name and is not logged. */
const words = new Set(
  'v2 v3 control-planes core-entities custom-plugins cloned-plugins plugin-schemas plugins services routes consumers vaults nodes expected-config-hash config-stores secrets cloud-gateways availability.json provider-accounts networks transit-gateways private-dns configuration-references configurations custom-domains online-status resource-quotas default-resource-quotas resource-configurations default-resource-configurations add-ons organizations users me'.split(
    ' ',
  ),
);

/** Throws InvalidRequestError for what is not a plain path of the API. */
export async function readRaw(
  http: Http,
  { geo, path }: RawSource,
  { signal }: Cancellable,
): Promise<unknown> {
  const [empty, version, ...segments] = path.split('/');
  const isPath = empty === '' && /^v\d+$/.test(version ?? '') && segments.length > 0;
  const values = segments.map(decoded);
  if (!isPath || values.includes(undefined)) {
    throw new InvalidRequestError(http.t, { said: http.t('“{0}” is no path of Konnect', path) });
  }
  const parameters: Record<string, string> = {};
  const template = values.map((value, index) => {
    if (value !== undefined && words.has(value)) return value;
    parameters[`id${index}`] = value ?? '';
    return `{id${index}}`;
  });
  const whole = `/${version}/${template.join('/')}`;
  return http.send({ method: 'GET', geo, path: whole, parameters, signal });
}

/** Undefined for what would be more than one segment. */
function decoded(segment: string): string | undefined {
  if (/[?#\\]/.test(segment)) return undefined;
  try {
    const value = decodeURIComponent(segment);
    return /[/\\]/.test(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
