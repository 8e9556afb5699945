// What a member of the PDK takes, gives and does.
import { pdkEntry } from '../../gateway/pdk';
import { pdkTexts } from '../data/pdkTexts';

export interface PdkText {
  /** `kong.request.get_header` */
  readonly name: string;
  readonly isFunction: boolean;
  /** `name: string`, `max_headers?: number` */
  readonly parameters: readonly string[];
  readonly results: readonly string[];
  readonly description: string;
}

const texts = readTexts();

export function pdkText(name: string): PdkText | undefined {
  return texts.get(name);
}

export function allPdkTexts(): Iterable<PdkText> {
  return texts.values();
}

/** Kong's own code alone has use for it. */
export function isForCore({ description }: PdkText): boolean {
  return description === 'Core use only.';
}

/** `(name: string): string|nil`; nothing for a field. */
export function pdkSignature({ isFunction, parameters, results }: PdkText): string {
  if (!isFunction) return '';
  const gives = results.length === 0 ? '' : `: ${results.join(', ')}`;
  return `(${parameters.join(', ')})${gives}`;
}

/** `kong.tracing:set_should_sample`, where it is called with a colon. */
export function writtenName({ name }: PdkText): string {
  return pdkEntry(name)?.call === ':' ? name.replace(/\.(\w+)$/, ':$1') : name;
}

function readTexts(): ReadonlyMap<string, PdkText> {
  const found = new Map<string, PdkText>();
  const member = /^(\w+)(?:\((.*?)\))?(?: -> (.*?))? -- (.*)$/;
  let table = '';
  for (const line of pdkTexts.trim().split('\n')) {
    const match = member.exec(line);
    if (match === null) {
      table = line;
      continue;
    }
    const [, last = '', parameters, results, description = ''] = match;
    const name = `${table}.${last}`;
    found.set(name, {
      name,
      isFunction: parameters !== undefined,
      parameters: splitList(parameters),
      results: splitList(results),
      description,
    });
  }
  return found;
}

function splitList(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(', ');
}
