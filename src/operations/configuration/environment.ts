// Environment variables of a data plane group: which there are, what Konnect takes, which values not to show (FACTS 5.4).
import type { Translate } from '../../text';
import type { Variable } from './edits';

/** Documented names, each with what it does. */
export function documentedVariables(t: Translate): readonly (readonly [string, string])[] {
  return [
    ['KONG_LOG_LEVEL', t('How much the nodes log: debug, info, notice, warn, error, crit')],
    ['KONG_UNTRUSTED_LUA', t('Sandbox of custom Lua: strict, lax, sandbox, on, off')],
    [
      'KONG_UNTRUSTED_LUA_SANDBOX_REQUIRES',
      t('Modules that the sandbox of gateways up to 3.13 may require, with commas between'),
    ],
    ['KONG_HEADERS', t('Which response headers of its own Kong adds')],
    ['KONG_HEADERS_UPSTREAM', t('Which headers of its own Kong adds to requests to upstreams')],
    ['KONG_SERVER_TOKENS', t('Whether Via and Server headers are sent')],
    ['KONG_LATENCY_TOKENS', t('Whether latency headers are sent')],
    ['KONG_TRUSTED_IPS', t('Addresses whose X-Forwarded-* headers are believed')],
    ['KONG_REAL_IP_HEADER', t('Header that the address of the client is taken from')],
    ['KONG_REAL_IP_RECURSIVE', t('Whether trusted addresses in that header are skipped')],
    ['KONG_ROUTER_FLAVOR', t('Router: traditional_compatible, expressions, traditional')],
    ['KONG_TRACING_INSTRUMENTATIONS', t('What is traced: off, all, request, router, …')],
    ['KONG_TRACING_SAMPLING_RATE', t('Share of requests that are traced, from 0 to 1')],
    ['KONG_ALLOW_DEBUG_HEADER', t('Whether the header Kong-Debug is answered')],
    ['KONG_REQUEST_DEBUG_TOKEN', t('Secret with which a single request can be debugged')],
    [
      'KONG_PDK_RESPONSE_EXIT_HEADER_FILTER_EARLY_EXIT',
      t('Whether kong.response.exit in header_filter ends the phase'),
    ],
    ['OTEL_RESOURCE_ATTRIBUTES', t('Attributes of the OpenTelemetry resource, name=value,…')],
  ];
}

const allowedName = /^(KONG|OTEL)_[a-zA-Z_]+[a-zA-Z0-9_]*$/;

/** The reason why `name` cannot be the name of one more variable beside `others`. */
export function whyNotName(
  name: string,
  others: readonly string[],
  t: Translate,
): string | undefined {
  if (name === '') return t('Type a name, for example {0}.', 'KONG_LOG_LEVEL');
  if (/^(AWS|AZURE|GOOGLE|GCP)_/i.test(name)) {
    return t('Cloud credentials cannot be set: Konnect takes only names with KONG_ or OTEL_.');
  }
  if (!/^(KONG|OTEL)_/.test(name)) return t('It must begin with KONG_ or OTEL_, in capitals.');
  if (name.length < 6) return t('At least {0} characters.', 6);
  if (name.length > 120) return t('At most {0} characters; this has {1}.', 120, name.length);
  if (!allowedName.test(name)) {
    return t('Letters, digits and underscores only; no digit right after the prefix.');
  }
  return others.includes(name) ? t('{0} is set already.', name) : undefined;
}

export function whyNotValue(value: string, t: Translate): string | undefined {
  if (value === '') return t('A value has at least one character; remove the variable instead.');
  if (value.length > 2048) return t('At most {0} characters; this has {1}.', 2048, value.length);
  return undefined;
}

/** By name: its value is not written down, and not shown while it is typed. */
export function isSecretName(name: string): boolean {
  return /TOKEN(?!S)|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PRIVATE|(^|_)KEY(_|$)/i.test(name);
}

/** The first fault of a whole list. */
export function whyNotEnvironment(
  variables: readonly Variable[],
  t: Translate,
): string | undefined {
  const seen: string[] = [];
  for (const { name, value } of variables) {
    const reason = whyNotName(name, seen, t) ?? whyNotValue(value, t);
    if (reason !== undefined) return `${name}: ${reason}`;
    seen.push(name);
  }
  return undefined;
}

export const mask = '••••••••';
