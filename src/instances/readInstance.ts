// Reads the document of a plugin instance: what is wrong with it and where, or the body to send.
import { type JsonNode, parseJson } from '../aws/lint/json';
import type { PluginWrite } from '../konnect/resources/pluginBody';
import type { ConfigFailure } from '../lua/check';
import type { Translate } from '../text';
import { shownKeys } from './instanceText';
import { type Masked, unmaskSecrets } from './masks';
import { pathParts, placeOf } from './places';

export interface InstanceProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface ReadOptions {
  /** The plugin that the instance is of; another one would be another instance. */
  readonly name: string;
  /** What the marks in the document stand for. */
  readonly masked: Pick<Masked, 'secrets'>;
  /** What the plugin's schema refuses in a configuration. */
  readonly check: (config: unknown) => readonly ConfigFailure[];
  readonly t: Translate;
}

export type InstanceReading =
  | { readonly problems: readonly InstanceProblem[] }
  | { readonly body: Pick<PluginWrite, (typeof shownKeys)[number]> };

export function readInstance(text: string, options: ReadOptions): InstanceReading {
  const { t, name, masked, check } = options;
  const json = parseJson(text);
  if (json.kind === 'invalid') {
    return {
      problems: [{ start: json.at, end: json.at + 1, message: t('This is not valid JSON.') }],
    };
  }
  const { root } = json;
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  if (!isObject(value)) {
    return { problems: [{ ...placeOf(root, []), message: t('An instance is an object {…}.') }] };
  }
  const { value: whole, lost } = unmaskSecrets(value, masked);
  const body = whole as Readonly<Record<string, unknown>>;
  const found: (ConfigFailure & { readonly key?: string })[] = [
    ...shapeFailures(body, name, t),
    ...lost.map((path) => ({
      path: path.join('.'),
      message: t('Nothing is stored under this mark: type the value.'),
    })),
    ...check(body.config).map(({ path, message }) => ({ path: `config.${path}`, message })),
  ];
  if (found.length > 0) return { problems: found.map((one) => problemAt(root, one, masked)) };
  const entries = Object.entries(body).filter(([, inner]) => inner !== null);
  return { body: Object.fromEntries(entries) as Pick<PluginWrite, (typeof shownKeys)[number]> };
}

/** What Konnect says of parts of a document that it has refused. */
export function fieldProblems(
  text: string,
  fields: readonly { readonly field: string; readonly reason: string }[],
): readonly InstanceProblem[] {
  const json = parseJson(text);
  if (json.kind === 'invalid') return [];
  return fields
    .filter(({ field }) => field !== '')
    .map(({ field, reason }) => problemAt(json.root, { path: field, message: reason }));
}

/** A failure at a path of Kong's, in the document; it repeats no stored secret. */
function problemAt(
  root: JsonNode,
  { path, message }: ConfigFailure,
  { secrets }: Pick<Masked, 'secrets'> = { secrets: [] },
): InstanceProblem {
  // The longest first: it may hold another one.
  const texts = secrets.map(({ text }) => text).sort((one, other) => other.length - one.length);
  const clean = texts.reduce((words, text) => words.replaceAll(text, '•••'), message);
  return { ...placeOf(root, pathParts(path)), message: clean };
}

function* shapeFailures(
  body: Readonly<Record<string, unknown>>,
  name: string,
  t: Translate,
): Iterable<ConfigFailure> {
  if (body.name !== name) {
    yield { path: 'name', message: t('This is an instance of {0}; that cannot be changed.', name) };
  }
  for (const key of Object.keys(body)) {
    if (!shownKeys.some((known) => known === key)) {
      yield { path: key, message: t('An instance has no {0} that could be changed here.', key) };
    }
  }
  const shapes: readonly (readonly [
    key: string,
    isRight: (value: unknown) => boolean,
    what: string,
  ])[] = [
    ['instance_name', isText, t('a text')],
    ['enabled', (value) => typeof value === 'boolean', t('true or false')],
    ['protocols', isTexts, t('a list of texts')],
    ['tags', isTexts, t('a list of texts')],
    ['ordering', isObject, t('an object')],
    ['condition', isText, t('a text')],
    ['config', isObject, t('an object')],
  ];
  for (const [key, isRight, what] of shapes) {
    const value = body[key];
    if (value === undefined || value === null || isRight(value)) continue;
    yield { path: key, message: t('{0} is {1}.', key, what) };
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
