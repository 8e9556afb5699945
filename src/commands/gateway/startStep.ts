// Where a gateway plan begins: a new control plane, one without data planes, a plan that was left, or one in a file.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { Step } from '../../host/steps';
import type { ControlPlane, Geo, KonnectClient } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import {
  parseProxyUrls,
  proxyUrlsText,
  whyNotDescription,
  whyNotProxyUrls,
} from '../../operations/controlPlane/fields';
import { whyNotControlPlaneName } from '../../operations/gateway/planProblems';
import { findControlPlane } from '../../operations/gateway/survey';
import { geosOf } from '../pick';
import { emptyDraft, type GatewayDraft } from './gatewayDraft';
import { collect } from './world';

export interface Starting {
  readonly konnect: KonnectClient;
  readonly geos: readonly Geo[];
  /** The plan that was left, if there is one. */
  readonly kept: GatewayDraft | undefined;
}

export function startSteps(starting: Starting): readonly Step<GatewayDraft>[] {
  return [startStep(starting), ...identitySteps(starting)];
}

/** Of a control plane that is to be made. */
export function identitySteps(starting: Starting): readonly Step<GatewayDraft>[] {
  return [geoStep(starting), nameStep(starting)];
}

/** What it may have besides; Konnect only shows it. */
export function detailSteps(): readonly Step<GatewayDraft>[] {
  return [
    {
      ask: async (draft, prompts) => {
        const description = await prompts.text({
          prompt: l10n.t('Description of the control plane; may be empty'),
          value: draft.description,
          check: (text) => whyNotDescription(text, l10n.t),
        });
        return { ...draft, description };
      },
    },
    {
      ask: async (draft, prompts) => {
        const text = await prompts.text({
          prompt: l10n.t(
            'Addresses under which its gateway is reached, at most 5, with commas between them. Konnect only shows them.',
          ),
          placeHolder: 'https://api.example.com:443',
          value: proxyUrlsText(draft.proxyUrls ?? []),
          check: (typed) => whyNotProxyUrls(typed, l10n.t),
        });
        return { ...draft, proxyUrls: parseProxyUrls(text) };
      },
    },
  ];
}

function startStep({ konnect, geos, kept }: Starting): Step<GatewayDraft> {
  return {
    isAsked: ({ start }) => start === undefined || start === 'file',
    ask: async (_draft, prompts) => {
      const choices = idleControlPlanes(konnect, geos).then((idle) => [
        ...(kept === undefined ? [] : [keptChoice(kept)]),
        {
          label: l10n.t('$(add) New control plane…'),
          value: { ...emptyDraft, start: 'new' } as const,
        },
        ...idle.map(existingChoice),
        {
          label: l10n.t('$(folder-opened) Run a saved plan…'),
          description: l10n.t('a JSON file'),
          value: { ...emptyDraft, start: 'file' } as const,
        },
      ]);
      const placeHolder = l10n.t('Control plane of the gateway');
      return prompts.pick<GatewayDraft>({ placeHolder, choices });
    },
  };
}

function keptChoice(kept: GatewayDraft): Choice<GatewayDraft> {
  const { name, group, places } = kept;
  const regions = [...places.map(({ network }) => network.region), group.region ?? ''];
  return {
    label: l10n.t('$(history) Go on with the unfinished plan'),
    description: [name, ...regions].filter(Boolean).join(' · '),
    value: { ...kept, isResumed: true },
  };
}

function existingChoice({ name, geo, description }: ControlPlane): Choice<GatewayDraft> {
  return {
    label: name,
    description: l10n.t('{0} · has no data planes yet', geo),
    detail: description ?? '',
    value: { ...emptyDraft, start: 'existing', geo, name },
  };
}

/** Those that cannot be read are not offered. */
async function idleControlPlanes(
  konnect: KonnectClient,
  chosen: readonly Geo[],
): Promise<readonly ControlPlane[]> {
  const geos = await geosOf(konnect, chosen);
  const [configurations, ...lists] = await Promise.all([
    orNone(collect(konnect.configurations.list())),
    ...geos.map((geo) => orNone(collect(konnect.controlPlanes.list(geo, { cloudGateway: true })))),
  ]);
  const busy = new Set(
    configurations
      .filter(
        ({ dataplane_groups: all, dataplane_group_config: asked }) => all.length + asked.length > 0,
      )
      .map(({ control_plane_id }) => control_plane_id),
  );
  return lists.flat().filter(({ id }) => !busy.has(id));
}

async function orNone<T>(reading: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await reading;
  } catch (error) {
    if (isKonnectError(error)) return [];
    throw error;
  }
}

const isNew = ({ start }: GatewayDraft): boolean => start === 'new';

function geoStep({ konnect, geos }: Starting): Step<GatewayDraft> {
  return {
    isAsked: isNew,
    isAnswered: ({ geo }) => geo !== undefined,
    ask: async (draft, prompts) => {
      const choices = geosOf(konnect, geos).then((all) =>
        all.map((geo) => ({ label: geo, value: geo })),
      );
      const geo = await prompts.pick({
        placeHolder: l10n.t('Geo: where Konnect keeps the control plane; data planes run anywhere'),
        choices,
        active: draft.geo,
      });
      return { ...draft, geo };
    },
  };
}

function nameStep({ konnect }: Starting): Step<GatewayDraft> {
  return {
    isAsked: isNew,
    isAnswered: ({ name }) => name !== undefined,
    ask: async (draft, prompts) => {
      let taken: string | undefined;
      for (;;) {
        const refused = taken;
        const name = await prompts.text({
          prompt: l10n.t('Name of the new control plane in {0}', draft.geo ?? ''),
          value: refused ?? draft.name,
          check: (text) =>
            text === refused
              ? l10n.t('A control plane of that name exists already.')
              : whyNotControlPlaneName(text, l10n.t),
        });
        const found = await findControlPlane(konnect, draft.geo ?? '', name);
        if (found === undefined) return { ...draft, name };
        taken = name;
      }
    },
  };
}
