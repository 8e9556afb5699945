// The custom domains, each with the DNS records that it needs.
import type { DomainRecords } from '../../dns/domainRecords';
import type { CustomDomain } from '../../konnect/client';
import type { Translate } from '../../text';
import { type DomainCheck, recordsOfDomain } from '../domainChecks';
import { type GatewayParts, loaded } from '../gatewayParts';
import type { Block, Button, Card, Section } from '../protocol';
import type { RunResults } from '../runs';
import { shownName, shownSentence } from '../shownName';
import { checkBlocks } from './checkBlocks';
import { failureNotice, notice } from './pieces';
import { noRecordsNotice, recordBlocks } from './recordBlocks';
import { stateMark } from './states';

export interface DomainsContext {
  readonly checks: RunResults<DomainCheck>;
  readonly isDemo: boolean;
  readonly t: Translate;
}

export function domainsSection(parts: GatewayParts, context: DomainsContext): Section {
  const { t } = context;
  const { domains, controlPlane, configuration } = parts;
  // Records depend on all three, and records that change while they are read would be worse than a short wait.
  const loading = [domains, controlPlane, configuration].some(({ state }) => state === 'loading');
  return {
    id: 'domains',
    title: t('Custom Domains'),
    intro: t('Create these records where the DNS of the domain is managed.'),
    loading,
    blocks: loading ? [] : blocks(parts, context),
  };
}

function blocks(parts: GatewayParts, context: DomainsContext): readonly Block[] {
  const { t } = context;
  const { domains } = parts;
  if (domains.state === 'failed') {
    return [failureNotice(t('The custom domains could not be read.'), domains.failure, t)];
  }
  const found = loaded(domains) ?? [];
  if (found.length === 0) return [notice('empty', t('No custom domains yet.'), createButton(t))];
  return [
    ...found.map((domain) => card(domain, recordsOfDomain(parts, domain), context)),
    { kind: 'actions', buttons: [createButton(t)] },
  ];
}

function createButton(t: Translate): Button {
  return { label: t('Create Custom Domain'), does: 'createCustomDomain' };
}

function card(
  domain: CustomDomain,
  result: DomainRecords,
  { checks, isDemo, t }: DomainsContext,
): Card {
  return {
    kind: 'card',
    id: domain.id,
    title: shownName(domain.domain),
    marks: [stateMark(domain.state, t)],
    facts: [],
    loading: false,
    blocks: [
      ...reasonBlocks(domain, t),
      ...(result.kind === 'records'
        ? [
            ...recordBlocks(domain, result, t),
            ...checkBlocks(domain.id, checks.get(domain.id), isDemo, t),
          ]
        : [noRecordsNotice(result.reason, t)]),
    ],
  };
}

function reasonBlocks({ state, state_metadata }: CustomDomain, t: Translate): readonly Block[] {
  const reason = state_metadata?.reason ?? '';
  if (reason !== '') return [notice('warning', t('Konnect reports: {0}', shownSentence(reason)))];
  return state === 'error' ? [notice('warning', t('Konnect does not say what went wrong.'))] : [];
}
