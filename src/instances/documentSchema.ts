// The JSON schema of all open documents of plugin instances: each finds its own part by the name of its plugin.
import type { ConfigForm, JsonSchema } from '../lua/schema/json/configForm';
import type { Translate } from '../text';

export interface NamedForm {
  readonly name: string;
  readonly form: ConfigForm;
}

/** One name may stand for several plugins, in several control planes: then any of their forms will do. */
export function documentSchema(forms: readonly NamedForm[], t: Translate): JsonSchema {
  const names = [...new Set(forms.map(({ name }) => name))];
  const parts = names.map((name) => {
    const schemas = forms.filter((one) => one.name === name).map(({ form }) => part(form, t));
    const distinct = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()];
    const [only] = distinct;
    return {
      if: { properties: { name: { const: name } }, required: ['name'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
      then: distinct.length === 1 ? only : { anyOf: distinct },
    };
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: common(t),
    required: ['name'],
    additionalProperties: false,
    allOf: parts,
  };
}

function part({ config, protocols }: ConfigForm, t: Translate): JsonSchema {
  const allowed = protocols && { items: { enum: protocols } };
  const description = t('Protocols for which the plugin runs.');
  return {
    properties: {
      config,
      protocols: { type: 'array', uniqueItems: true, markdownDescription: description, ...allowed },
    },
    ...(Array.isArray(config.required) && { required: ['config'] }),
  };
}

function common(t: Translate): JsonSchema {
  const texts = { type: 'array', uniqueItems: true, items: { type: 'string' } };
  return {
    name: { type: 'string', markdownDescription: t('The plugin; it cannot be changed.') },
    instance_name: {
      type: ['string', 'null'],
      markdownDescription: t(
        'A name of its own, which no other instance of the control plane has.',
      ),
    },
    enabled: { type: 'boolean', default: true, markdownDescription: t('Whether it runs.') },
    protocols: {},
    tags: { ...texts, markdownDescription: t('Words to find it by.') },
    ordering: {
      type: 'object',
      markdownDescription: t('Plugins before or after which it runs in a phase.'),
      properties: { before: phases(), after: phases() },
      additionalProperties: false,
    },
    condition: {
      type: ['string', 'null'],
      maxLength: 1024,
      markdownDescription: t('It runs only for requests for which this expression is true.'),
    },
    config: { type: 'object', markdownDescription: t('What the plugin is configured with.') },
  };
}

function phases(): JsonSchema {
  const access = { type: 'array', items: { type: 'string' } };
  return { type: ['object', 'null'], properties: { access }, additionalProperties: false };
}
