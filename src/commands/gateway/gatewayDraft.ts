// A gateway plan that is being made, as the questions have filled it so far.

import type { ProxyUrl } from '../../operations/controlPlane/fields';
import type { Access } from '../../operations/gateway/gatewayPlan';
import { type GatewayPlan, withoutSecrets } from '../../operations/gateway/gatewayPlan';
import type { GroupDraft } from './groupDraft';
import type { PlannedPlace } from './plannedPlace';

export interface GatewayDraft {
  /** Version of this form. */
  readonly format: 1;
  readonly start?: 'new' | 'existing' | 'file';
  readonly geo?: string;
  readonly name?: string;
  readonly description?: string;
  readonly proxyUrls?: readonly ProxyUrl[];
  /** The group that is being asked about. */
  readonly group: GroupDraft;
  /** Groups that are complete. */
  readonly places: readonly PlannedPlace[];
  readonly version?: string;
  readonly access?: Access;
  /** It was left and is taken up again. */
  readonly isResumed?: boolean;
}

export const emptyDraft: GatewayDraft = { format: 1, group: {}, places: [] };

/** What was kept, if it is of this version. */
export function draftOf(kept: unknown): GatewayDraft | undefined {
  const isDraft = typeof kept === 'object' && kept !== null && Reflect.get(kept, 'format') === 1;
  return isDraft ? (kept as GatewayDraft) : undefined;
}

export function isWorthKeeping({ start, name, group }: GatewayDraft): boolean {
  return start !== 'file' && start !== undefined && (name ?? group.account) !== undefined;
}

/** Without the values of secrets: it goes to the disk. */
export function keptDraft(draft: GatewayDraft): GatewayDraft {
  const { groups } = withoutSecrets(planOf(draft));
  const places = draft.places.map((place, index) => ({
    ...place,
    group: groups[index] ?? place.group,
  }));
  return { ...draft, places };
}

export function planOf({
  geo = '',
  name = '',
  description,
  proxyUrls = [],
  version = '',
  access,
  places,
}: GatewayDraft): GatewayPlan {
  return {
    gatewayPlan: 1,
    controlPlane: {
      geo,
      name,
      ...(description && { description }),
      ...(proxyUrls.length > 0 && { proxyUrls }),
    },
    version,
    access: access ?? 'private',
    networks: places.map(({ network }) => network),
    groups: places.map(({ group }) => group),
  };
}
