// Turns what is known of a gateway into what the panel shows; each part is there, on its way, or failed with its reason.
import type { Translate } from '../text';
import type { DomainCheck } from './domainChecks';
import type { ProbedEdge } from './edgeProbes';
import { type Failure, type GatewayParts, loaded } from './gatewayParts';
import type {
  Fact,
  Mark,
  Notice,
  PanelLabels,
  PanelState,
  PanelSubject,
  Section,
} from './protocol';
import type { RunResults } from './runs';
import { addressesSection } from './sections/addressesSection';
import { attachmentsSection } from './sections/attachmentsSection';
import { domainsSection } from './sections/domainsSection';
import { flowSection } from './sections/flowSection';
import { namesSection } from './sections/namesSection';
import { fact, failureNotice } from './sections/pieces';
import { rolesSection } from './sections/rolesSection';
import { isMoving } from './sections/states';
import { shownName } from './shownName';

export interface PanelConnection {
  /** Name of the organisation. */
  readonly label: string;
  readonly demo: boolean;
}

export interface PanelContext {
  readonly controlPlane: PanelSubject;
  readonly connection: PanelConnection | undefined;
  readonly busy: boolean;
  readonly checks: RunResults<DomainCheck>;
  /** By id of the data plane group. */
  readonly probes: RunResults<readonly ProbedEdge[]>;
  /** Why nothing could be asked at all, for example because nobody is signed in. */
  readonly failure?: Failure | undefined;
  readonly t: Translate;
}

export function panelState(parts: GatewayParts, context: PanelContext): PanelState {
  const { controlPlane, busy, t } = context;
  const notice = pageNotice(parts, context);
  return {
    controlPlane,
    title: panelTitle(parts, t),
    marks: marks(context),
    facts: facts(parts, context),
    busy,
    ...(notice && { notice }),
    sections: hasNothing(parts, context) ? [] : sections(parts, context),
    labels: labels(t),
  };
}

function sections(
  parts: GatewayParts,
  { checks, probes, connection, t }: PanelContext,
): readonly Section[] {
  const addresses = addressesSection(parts, probes, t);
  const attachments = attachmentsSection(parts, t);
  return [
    flowSection(parts, t),
    domainsSection(parts, { checks, isDemo: connection?.demo === true, t }),
    namesSection(parts, t),
    ...(addresses === undefined ? [] : [addresses]),
    rolesSection(parts, t),
    ...(attachments === undefined ? [] : [attachments]),
  ];
}

function labels(t: Translate): PanelLabels {
  return {
    refresh: t('Refresh'),
    refreshing: t('Refreshing…'),
    copy: t('Copy'),
    copied: t('Copied'),
    openInEditor: t('Open in Editor'),
    format: t('Format'),
  };
}

/** Also the title of the editor tab. */
export function panelTitle(parts: GatewayParts, t: Translate): string {
  return shownName(loaded(parts.controlPlane)?.name ?? t('Gateway'));
}

/** Something will change by itself, so it is worth asking again. */
export function isInTransition(parts: GatewayParts): boolean {
  const groups = loaded(parts.configuration)?.dataplane_groups ?? [];
  const networks = [...parts.networks.values()].flatMap((part) => loaded(part) ?? []);
  const domains = loaded(parts.domains) ?? [];
  const attachments = [...parts.attachments.values()].flatMap((part) => loaded(part) ?? []);
  return [...groups, ...networks, ...domains, ...attachments].some(({ state }) => isMoving(state));
}

function hasNothing({ controlPlane }: GatewayParts, { failure }: PanelContext): boolean {
  const isGone = controlPlane.state === 'failed' && controlPlane.failure.kind === 'not-found';
  return isGone || (failure !== undefined && controlPlane.state !== 'loaded');
}

function pageNotice(
  { controlPlane }: GatewayParts,
  { failure, t }: PanelContext,
): Notice | undefined {
  if (failure !== undefined) return failureNotice(t('Konnect could not be asked.'), failure, t);
  if (controlPlane.state !== 'failed') return undefined;
  return failureNotice(t('The control plane could not be read.'), controlPlane.failure, t);
}

function marks({ connection, t }: PanelContext): readonly Mark[] {
  if (connection?.demo !== true) return [];
  const explanation = t('Data of the demo Konnect on this machine. Nothing here is real.');
  return [{ text: t('Demo'), tone: 'badge', explanation }];
}

function facts(
  parts: GatewayParts,
  { controlPlane, connection, t }: PanelContext,
): readonly Fact[] {
  const configuration = loaded(parts.configuration);
  const found: (readonly [string, string | null | undefined])[] = [
    [t('Geo'), controlPlane.geo],
    [t('Organisation'), connection?.label],
    [t('Gateway version'), configuration?.version],
    [t('Access'), accessText(configuration?.api_access, t)],
  ];
  return found.flatMap(([label, value]) => (value ? [fact(label, value)] : []));
}

function accessText(access: string | null | undefined, t: Translate): string | null | undefined {
  switch (access) {
    case 'public':
      return t('public');
    case 'private':
      return t('private');
    case 'private+public':
      return t('private and public');
    default:
      return access;
  }
}
