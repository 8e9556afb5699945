// Context values: `kind;fact;fact`, which `when` clauses in package.json match as `viewItem =~ /;fact;/`.

/**
 * Facts in use: `resource` (has an id, a name and JSON of its own), `controlPlane` (knows its control plane),
 * `geo` (knows its geo).
 */
export type Fact = 'resource' | 'controlPlane' | 'geo';

export function contextValue(kind: string, ...facts: readonly Fact[]): string {
  return `${[kind, ...facts].join(';')};`;
}
