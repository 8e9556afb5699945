// How traffic flows through the gateway, from clients to upstream services, with the state of each step.
import { accessOf } from '../../dns/access';
import { addressesOf } from '../../export/allowLists';
import type { Translate } from '../../text';
import { type GatewayParts, loaded, type Part } from '../gatewayParts';
import type { FlowStep, Section, Tone } from '../protocol';
import { isMoving } from './states';

export function flowSection(parts: GatewayParts, t: Translate): Section {
  const steps = [
    domainsStep(parts, t),
    namesStep(parts, t),
    dataPlanesStep(parts, t),
    upstreamsStep(parts, t),
  ];
  return {
    id: 'flow',
    title: t('How Traffic Flows'),
    loading: false,
    blocks: [{ kind: 'flow', start: t('Clients'), end: t('Your services'), steps }],
  };
}

/** What is not there yet keeps its room, so that nothing jumps when it comes. */
function step(
  label: string,
  section: string,
  part: Part<unknown>,
  t: Translate,
  known: () => readonly [text: string, tone: Tone],
): FlowStep {
  if (part.state === 'loading') return { label, section, text: '…', tone: 'plain' };
  if (part.state === 'failed') return { label, section, text: t('could not be read'), tone: 'bad' };
  const [text, tone] = known();
  return { label, section, text, tone };
}

function domainsStep({ domains }: GatewayParts, t: Translate): FlowStep {
  return step(t('Custom domains'), 'domains', domains, t, () => {
    const all = loaded(domains) ?? [];
    if (all.length === 0) return [t('none'), 'plain'];
    return [readyText(all, t), toneOf(all)];
  });
}

function namesStep({ configuration }: GatewayParts, t: Translate): FlowStep {
  return step(t('Public names'), 'names', configuration, t, () => {
    if (loaded(configuration) === undefined) return [t('no data planes yet'), 'plain'];
    switch (accessOf(loaded(configuration)?.api_access)) {
      case 'public':
        return [t('public'), 'plain'];
      case 'private':
        return [t('private: none'), 'plain'];
      case 'unknown':
        return [t('not known'), 'plain'];
    }
  });
}

function dataPlanesStep({ configuration }: GatewayParts, t: Translate): FlowStep {
  const groups = loaded(configuration)?.dataplane_groups ?? [];
  const section = groups.length === 0 ? 'names' : 'addresses';
  return step(t('Data plane groups'), section, configuration, t, () =>
    groups.length === 0 ? [t('none'), 'warning'] : [readyText(groups, t), toneOf(groups)],
  );
}

function upstreamsStep({ configuration, attachments }: GatewayParts, t: Translate): FlowStep {
  const groups = loaded(configuration)?.dataplane_groups ?? [];
  const gateways = [...attachments.values()].flatMap((part) => loaded(part) ?? []);
  const waiting = gateways.filter(({ state }) => state.startsWith('pending-')).length;
  const section = waiting > 0 ? 'attachments' : groups.length === 0 ? 'names' : 'addresses';
  return step(t('Way out'), section, configuration, t, () => {
    if (waiting > 0) return [t('waits for you: {0}', waiting), 'warning'];
    const addresses = addressesOf(groups.flatMap((group) => group.egress_ip_addresses)).length;
    return addresses === 0
      ? [t('no addresses yet'), 'plain']
      : [t('egress addresses: {0}', addresses), 'plain'];
  });
}

function readyText(all: readonly { readonly state: string }[], t: Translate): string {
  return t('{0} of {1} ready', all.filter(({ state }) => state === 'ready').length, all.length);
}

function toneOf(all: readonly { readonly state: string }[]): Tone {
  if (all.some(({ state }) => state === 'error')) return 'bad';
  return all.some(({ state }) => isMoving(state)) ? 'busy' : 'good';
}
