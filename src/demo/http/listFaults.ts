// Spoils lists and values in an answer as ordered: repeated pages, endless lists, values that nobody knows.

import { isObject, type Json, type JsonObject } from '../world/json';
import type { Fault } from './faults';
import type { Incoming, Outgoing, Service } from './service';

const unknownValue = 'something-new';
const valueNames = [
  'state',
  'cluster_type',
  'provider',
  'api_access',
  'cname',
  'ssl',
  'resource',
  'qualifier',
];

/** The answer of `service` to `incoming`, spoilt by `fault` where it concerns what is answered. */
export function spoiltAnswer(
  service: Service,
  incoming: Incoming,
  fault: Fault | undefined,
): Outgoing {
  const outgoing = service.answer(incoming);
  if (!isObject(outgoing.body) || outgoing.status !== 200) return outgoing;
  if (fault?.kind === 'unknownValues') {
    const values =
      fault.values ?? Object.fromEntries(valueNames.map((name) => [name, unknownValue]));
    return { ...outgoing, body: withValues(outgoing.body, values) };
  }
  if (fault?.kind !== 'duplicatePages' && fault?.kind !== 'cursorLoop') return outgoing;
  const first = service.answer({ ...incoming, url: firstPage(incoming.url) }).body;
  if (!isObject(first)) return outgoing;
  return {
    ...outgoing,
    body: fault.kind === 'cursorLoop' ? endless(first) : repeated(outgoing.body, first),
  };
}

function withValues(value: Json, values: Readonly<Record<string, string>>): Json {
  if (Array.isArray(value)) return value.map((one) => withValues(one, values));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    const other = Object.hasOwn(values, name) && typeof one === 'string' ? values[name] : undefined;
    return [name, other ?? withValues(one ?? null, values)];
  });
  return Object.fromEntries(entries);
}

function firstPage(url: URL): URL {
  const first = new URL(url);
  for (const name of ['page[number]', 'page[after]', 'offset']) first.searchParams.delete(name);
  return first;
}

/** The items of the first page with the paging of the page that was asked for. */
function repeated(page: JsonObject, first: JsonObject): JsonObject {
  return {
    ...page,
    ...(first.data && { data: first.data }),
    ...(first.items && { items: first.items }),
  };
}

/** Cursors of a first page lead to the second, for ever; a numbered list gets a total that nobody reaches. */
function endless(first: JsonObject): JsonObject {
  const page = isObject(first.meta) ? first.meta.page : undefined;
  if (!isObject(page) || typeof page.total !== 'number') return first;
  return { ...first, meta: { page: { ...page, total: 1_000_000 } } };
}
