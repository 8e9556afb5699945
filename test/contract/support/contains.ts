// Whether one JSON value has all that another has; what it has beyond that does not matter.

type Tree = Readonly<Record<string, unknown>>;

/** Where `wanted` is missing in `actual`. */
export function contains(actual: unknown, wanted: unknown, at = ''): readonly string[] {
  if (typeof wanted !== 'object' || wanted === null) {
    return actual === wanted
      ? []
      : [`${at}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`];
  }
  if (typeof actual !== 'object' || actual === null) return [`${at}: nothing`];
  return Object.entries(wanted).flatMap(([key, one]) =>
    contains((actual as Tree)[key], one, `${at}/${key}`),
  );
}
