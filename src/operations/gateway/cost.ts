// What data plane groups cost an hour, as far as Konnect publishes it.
import type { InstanceType } from '../../konnect/resources/availability';
import type { AutoscaleWrite } from '../../konnect/resources/configurationBody';
import type { Translate } from '../../text';

/** A price is published for static instances only. */
export function costWords(
  scalings: readonly AutoscaleWrite[],
  types: readonly InstanceType[],
  t: Translate,
): readonly string[] {
  const fixed = scalings.filter((scaling) => scaling.kind === 'static');
  const prices = fixed.map(({ instance_type, requested_instances }) => {
    const price = types.find(({ name }) => name === instance_type)?.hourly_cost;
    return price === undefined || price === null ? undefined : Number(price) * requested_instances;
  });
  const known = prices.filter((price) => price !== undefined && Number.isFinite(price));
  const total = known.reduce<number>((sum, price) => sum + (price ?? 0), 0);
  return [
    ...(known.length > 0
      ? [t('Static instances cost {0} an hour, by Konnect’s price list.', `$${total.toFixed(2)}`)]
      : []),
    ...(fixed.length < scalings.length
      ? [t('Autopilot groups cost by use; Konnect publishes no price for them here.')]
      : []),
  ];
}
