// Reads what Konnect says when it refuses: problem documents, core-entity errors, plain messages, and what proxies send.

/** One defect of a request; `field` is a dotted path with array indexes or a query parameter. */
export interface ProblemField {
  readonly field: string;
  readonly reason: string;
  readonly rule?: string;
}

export interface Problem {
  readonly title?: string;
  /** One readable text; empty when nothing readable was sent. */
  readonly text: string;
  readonly fields: readonly ProblemField[];
  readonly traceId?: string;
  /** Core entities answer with gRPC codes: 3 invalid, 5 not found, 6 exists already, 7 forbidden. */
  readonly code?: number;
}

const longestText = 2000;

/** `clean` takes secrets out of each text. */
export function readProblem(body: string, clean: (text: string) => string): Problem {
  const value = parseJson(body, clean);
  if (!isRecord(value)) return { text: plainText(clean(body)), fields: [] };
  const fields = [...invalidParameters(value), ...entityDetails(value)];
  const title = string(value.title);
  const traceId = traceIdOf(value.instance);
  const code = typeof value.code === 'number' ? value.code : undefined;
  return {
    ...(title === '' ? {} : { title }),
    text: readableText(value, title, fields),
    fields,
    ...(traceId === undefined ? {} : { traceId }),
    ...(code === undefined ? {} : { code }),
  };
}

/** A trace id is shown and logged, so only what looks like one is taken. */
export function traceIdOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w:.+/=-]{1,128}$/.test(value) ? value : undefined;
}

/** `detail` with its fields, else the fields, else `message` (text or list), else the title: FACTS 2.5. */
function readableText(
  value: Readonly<Record<string, unknown>>,
  title: string,
  fields: readonly ProblemField[],
): string {
  const intro = string(value.detail) || messageText(value.message) || title;
  const reasons = fields.map(({ field, reason }) =>
    field === '' || repeats(reason, field) ? reason : `${field}: ${reason}`,
  );
  return tidy([intro, ...new Set(reasons)].filter((part) => part !== '').join('; '));
}

/** Most reasons begin with the field's name already. */
function repeats(reason: string, field: string): boolean {
  return reason.startsWith(`${field} `) || reason.startsWith(`"${field}" `);
}

function* invalidParameters(value: Readonly<Record<string, unknown>>): Generator<ProblemField> {
  for (const entry of list(value.invalid_parameters)) {
    if (!isRecord(entry)) continue;
    const rule = string(entry.rule);
    yield {
      field: string(entry.field),
      reason: string(entry.reason),
      ...(rule === '' ? {} : { rule }),
    };
  }
}

function* entityDetails(value: Readonly<Record<string, unknown>>): Generator<ProblemField> {
  for (const entry of list(value.details)) {
    if (!isRecord(entry)) continue;
    const reason = messageText(entry.messages);
    const rule = string(entry.type);
    if (reason === '') continue;
    yield { field: string(entry.field), reason, ...(rule === '' ? {} : { rule }) };
  }
}

function messageText(value: unknown): string {
  return list(value).map(string).filter(Boolean).join(', ') || string(value);
}

/** HTML is told by its title, JSON that is cut off by nothing, other text by its beginning. */
function plainText(body: string): string {
  if (!/<(?:!doctype|html|head|body)\b/i.test(body.slice(0, 1000))) {
    return /^\s*[{["]/.test(body) ? '' : tidy(body).slice(0, 200);
  }
  const title = /<title[^>]*>([^<]{1,200})/i.exec(body)?.[1];
  return tidy(title ?? '');
}

function tidy(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  const visible = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return visible.length > longestText ? `${visible.slice(0, longestText)}…` : visible;
}

function parseJson(text: string, clean: (text: string) => string): unknown {
  try {
    return JSON.parse(text, (_key, value) => (typeof value === 'string' ? clean(value) : value));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
