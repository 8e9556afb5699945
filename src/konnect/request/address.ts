// Builds the address of a request; nothing put into it can change the host or which resource is meant.
import type { Translate } from '../../text';
import { InvalidRequestError } from '../errors';
import { type Geo, isGeo } from '../geo';

/** A value that is absent is left out; `filter[name][eq]` and the like are plain keys. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Target {
  readonly geo: Geo;
  /** Template such as `/v2/control-planes/{controlPlaneId}`. */
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Query;
}

/** Throws InvalidRequestError when a token must not be sent there, or a parameter cannot stand in a path. */
export function requestUrl(t: Translate, apiUrl: string, target: Target): URL {
  const base = apiBase(t, apiUrl, target.geo);
  const path = filledPath(t, target.path, target.parameters ?? {});
  return new URL(`${base}${path}${queryText(target.query ?? {})}`);
}

function apiBase(t: Translate, apiUrl: string, geo: Geo): string {
  if (!isGeo(geo)) throw refused(t, t('“{0}” cannot be a geo', geo));
  const address = apiUrl.replaceAll('{geo}', geo);
  if (!URL.canParse(address)) throw refused(t, t('the API address “{0}” is no address', apiUrl));
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    throw refused(t, t('the API address must not hold a name or a password'));
  }
  if (!isSafe(url)) {
    throw refused(t, t('the API address “{0}” is not encrypted; use https', url.origin));
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Without encryption a token goes to this machine only. */
function isSafe({ protocol, hostname }: URL): boolean {
  const isLoopback =
    hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

function filledPath(
  t: Translate,
  template: string,
  parameters: Readonly<Record<string, string>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = parameters[name] ?? '';
    if (!isSegment(value)) throw refused(t, t('“{0}” cannot be used as {1}', value, name));
    return encodeURIComponent(value);
  });
}

/** `.` and `..` mean other folders even when encoded; a lone surrogate cannot be encoded. */
function isSegment(value: string): boolean {
  return value !== '' && value !== '.' && value !== '..' && !/\p{Surrogate}/u.test(value);
}

/** Spaces become %20, brackets %5B and %5D. */
function queryText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function refused(t: Translate, said: string): InvalidRequestError {
  return new InvalidRequestError(t, { said });
}
