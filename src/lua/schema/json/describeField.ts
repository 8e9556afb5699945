// What hovering over a field of a configuration says.
import type { Translate } from '../../../text';
import type { FieldSpec } from '../fieldSpec';
import { isMissing } from '../validateValue';
import { numberIn, valuesIn } from './plainValue';

/** Markdown; empty where nothing is known. */
export function describeField(spec: FieldSpec, preset: unknown, t: Translate): string {
  const element = spec.nested('elements') ?? spec.nested('values');
  const is = (mark: string) => spec.isTrue(mark) || element?.isTrue(mark) === true;
  const shown = preset === undefined || preset === null ? undefined : JSON.stringify(preset);
  const [low, high] = valuesIn(spec.get('between')) ?? [];
  const above = numberIn(spec.get('gt'));
  const facts = [
    isMissing(spec) ? t('Required.') : undefined,
    shown === undefined || shown.length > 200 ? undefined : t('Default: {0}', `\`${shown}\``),
    typeof low === 'number' && typeof high === 'number'
      ? t('From {0} to {1}.', low, high)
      : undefined,
    above === undefined ? undefined : t('Greater than {0}.', above),
    is('encrypted') ? t('Secret: stored encrypted.') : undefined,
    is('referenceable')
      ? t('May be a reference into a vault: {0}', '`{vault://<prefix>/<key>}`')
      : undefined,
    spec.get('deprecation') === undefined ? undefined : t('Deprecated.'),
  ];
  const text = spec.get('description')?.text;
  const lines = facts.filter((fact) => fact !== undefined);
  return [text, lines.join('  \n')].filter(Boolean).join('\n\n');
}
