// What a change of a configuration will do, one short sentence for each thing.
import type {
  AutoscaleWrite,
  DataPlaneGroupWrite,
} from '../../konnect/resources/configurationBody';
import type { Translate } from '../../text';
import type { Difference, GroupChange, VariableChange } from './difference';

export function planWords(difference: Difference, t: Translate): readonly string[] {
  const { added, changed, destroyed, kept } = difference;
  return [
    ...destroyed.map((group) =>
      t('Destroys {0}: its traffic stops, and its addresses are lost.', placeWords(group)),
    ),
    ...accessWords(difference, t),
    ...versionWords(difference, t),
    ...added.map((group) =>
      t('Adds {0}: {1}.', placeWords(group), scalingWords(group.autoscale, t)),
    ),
    ...changed.flatMap((change) => changeWords(change, t)),
    ...(kept.length > 0 && added.length + changed.length + destroyed.length > 0
      ? [t('Stays as it is: {0}.', kept.map(placeWords).join(', '))]
      : []),
  ];
}

export function placeWords({
  provider,
  region,
}: Pick<DataPlaneGroupWrite, 'provider' | 'region'>): string {
  return `${region} (${provider})`;
}

export function scalingWords(scaling: AutoscaleWrite | undefined, t: Translate): string {
  if (scaling === undefined) return t('no scaling given');
  if (scaling.kind === 'autopilot') return t('autopilot from {0} requests/s', scaling.base_rps);
  const { requested_instances, instance_type } = scaling;
  return t('{0} × {1} (static, deprecated)', requested_instances, instance_type);
}

function accessWords({ access }: Difference, t: Translate): readonly string[] {
  if (access === undefined) return [];
  if (access.isOpened) {
    return [
      t(
        'API access {0} → {1}: the gateway opens to the internet.',
        access.before ?? '–',
        access.after,
      ),
    ];
  }
  if (access.before === undefined) {
    return access.after === 'private'
      ? [t('API access private: reachable from attached networks only.')]
      : [t('API access {0}: reachable from the internet.', access.after)];
  }
  return access.after === 'private'
    ? [
        t(
          'API access {0} → private: clients on the internet cannot reach it any more.',
          access.before,
        ),
      ]
    : [t('API access {0} → {1}: Konnect treats both alike.', access.before, access.after)];
}

function versionWords({ version }: Difference, t: Translate): readonly string[] {
  if (version === undefined) return [];
  const after = version.after ?? t('none given');
  if (version.before === undefined) return [t('Gateway version {0}.', after)];
  return version.isDowngrade
    ? [
        t(
          'Gateway version {0} → {1}, a downgrade: what needs the newer version stops working.',
          version.before,
          after,
        ),
      ]
    : [t('Gateway version {0} → {1}: nodes are replaced one by one.', version.before, after)];
}

function changeWords(
  { group, scaling, environment }: GroupChange,
  t: Translate,
): readonly string[] {
  const place = placeWords(group);
  return [
    ...(scaling
      ? [
          t(
            'Scales {0}: {1} → {2}.',
            place,
            scalingWords(scaling.before, t),
            scalingWords(scaling.after, t),
          ),
        ]
      : []),
    ...(environment.length > 0
      ? [t('Environment of {0}: {1}.', place, environmentWords(environment, t))]
      : []),
  ];
}

/** Names only. */
function environmentWords(changes: readonly VariableChange[], t: Translate): string {
  return changes
    .map(({ name, before, after }) => {
      if (before === undefined) return t('{0} added', name);
      return after === undefined ? t('{0} removed', name) : t('{0} changed', name);
    })
    .join(', ');
}
