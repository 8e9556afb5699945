// Why something of the gateway cannot be used at a place: the sandbox, the phase, the version.
import { type PdkEntry, pdkEntry } from '../../gateway/pdk';
import { denial, moduleAccess } from '../../gateway/sandbox';
import { compareVersions } from '../../gateway/versions';
import type { AssistRequest } from '../request';

export type Gateway = Pick<AssistRequest, 't' | 'sandbox' | 'sandboxOrigin' | 'gatewayVersion'>;

/** `chain`: the names from a global on. Nothing where it can be used in one of the phases at least. */
export function memberRefusal(
  chain: readonly string[],
  phases: readonly string[],
  gateway: Gateway,
): string | undefined {
  const { t, sandbox, gatewayVersion } = gateway;
  const denied = denial(chain, sandbox);
  if (denied?.isInLax) return needsLax(gateway);
  if (denied !== undefined) return t('Not in the sandbox.');
  const entry = pdkEntry(chain.join('.'));
  if (entry === undefined) return undefined;
  if (isTooNew(entry, gatewayVersion)) {
    return t('Documented from {0} on; the gateway runs {1}.', entry.since, gatewayVersion ?? '');
  }
  const allowed = entry.phases;
  if (allowed === undefined || phases.length === 0) return undefined;
  if (phases.some((phase) => allowed.includes(phase))) return undefined;
  return t('Not in {0}, only in {1}.', phases.join(', '), allowed.join(', '));
}

/** Given by no sandbox that has names: not worth to be offered. */
export function isNowhere(chain: readonly string[], { sandbox }: Gateway): boolean {
  return denial(chain, sandbox) !== undefined && denial(chain, 'lax') !== undefined;
}

export function moduleRefusal(module: string, gateway: Gateway): string | undefined {
  const access = moduleAccess(module, gateway.sandbox);
  if (access === 'allowed') return undefined;
  return access === 'lax' ? needsLax(gateway) : gateway.t('Not in the sandbox.');
}

function needsLax({ t, sandboxOrigin }: Gateway): string {
  return t('Not with the sandbox strict ({0}); needs KONG_UNTRUSTED_LUA=lax.', sandboxOrigin);
}

/** The documentation begins with 3.4: what it has there may be older. */
function isTooNew({ since }: PdkEntry, version: string | undefined): boolean {
  return version !== undefined && since !== '3.4' && compareVersions(since, version) > 0;
}
