// Asks for the fields of a new plugin, one after the other, until an empty name.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { isSecretName } from '../../lua/rules/schemaSecret';
import {
  defaultProblem,
  type NewField,
  type NewFieldType,
  newFieldProblem,
  parseDefault,
} from '../../plugins/newPlugin/newPlugin';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask'>;

interface Kind {
  readonly type: NewFieldType;
  readonly secret?: boolean;
}

export async function askNewFields({ ask }: Needs, title: string): Promise<readonly NewField[]> {
  const fields: NewField[] = [];
  for (;;) {
    const name = await ask.text({
      title,
      prompt:
        fields.length === 0
          ? l10n.t('Name of a field of its configuration; leave it empty for none')
          : l10n.t('Name of another field; leave it empty when there are no more'),
      placeHolder: 'header_name',
      check: (text) => (text === '' ? undefined : newFieldProblem(text, fields, l10n.t)),
    });
    if (name === '') return fields;
    fields.push(await askField({ ask }, title, name));
  }
}

async function askField({ ask }: Needs, title: string, name: string): Promise<NewField> {
  const kind = await ask.pick(title, l10n.t('Type of {0}', name), kinds(name));
  const preset = await askDefault({ ask }, title, name, kind);
  const required = await ask.pick(title, l10n.t('Must {0} have a value?', name), [
    { label: l10n.t('Required'), value: true },
    { label: l10n.t('Optional'), value: false },
  ]);
  return { name, ...kind, required, ...(preset !== undefined && { default: preset }) };
}

async function askDefault(
  { ask }: Needs,
  title: string,
  name: string,
  { type, secret }: Kind,
): Promise<NewField['default']> {
  // A secret in schema.lua would be one that everybody can read.
  if (secret === true || type === 'map') return undefined;
  const question = l10n.t('Default of {0}', name);
  if (type === 'boolean') {
    return ask.pick<boolean | undefined>(title, question, [
      { label: 'true', value: true },
      { label: 'false', value: false },
      { label: l10n.t('None'), value: undefined },
    ]);
  }
  const typed = await ask.text({
    title,
    prompt:
      type === 'array'
        ? l10n.t('Default of {0}, with commas between the texts; leave it empty for none', name)
        : l10n.t('Default of {0}; leave it empty for none', name),
    check: (text) => defaultProblem(text, type, l10n.t),
  });
  return parseDefault(typed, type);
}

/** A name that says so makes a text a secret. */
function kinds(name: string): readonly Choice<Kind>[] {
  const [text, list] = [l10n.t('Text'), l10n.t('List of texts')];
  const marks = l10n.t('stored encrypted, and may come from a vault');
  const secret = { label: l10n.t('Secret text'), detail: marks };
  const secrets = { label: l10n.t('List of secret texts'), detail: marks };
  const open: readonly Choice<Kind>[] = isSecretName(name)
    ? []
    : [
        { label: text, value: { type: 'string' } },
        { label: list, value: { type: 'array' } },
      ];
  return [
    ...open,
    { ...secret, value: { type: 'string', secret: true } },
    { label: l10n.t('Whole number'), value: { type: 'integer' } },
    { label: l10n.t('Number'), value: { type: 'number' } },
    { label: l10n.t('True or false'), value: { type: 'boolean' } },
    { label: l10n.t('Map of texts'), value: { type: 'map' } },
    { ...secrets, value: { type: 'array', secret: true } },
  ];
}
