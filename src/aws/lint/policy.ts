// The parts of a trust policy that the rules look at, each with its place in the text.
import type { JsonNode, JsonObject, JsonString } from './json';

export interface Statement {
  readonly node: JsonObject;
  readonly effect: string | undefined;
  /** Texts of the principals of each type, `AWS` and others. A bare `"*"` counts as `AWS`. */
  readonly principals: readonly Principal[];
  readonly actions: readonly JsonString[];
  readonly conditions: readonly Condition[];
}

export interface Principal {
  readonly type: string;
  readonly text: JsonString;
}

/** One key of one operator: `ArnEquals`, `aws:PrincipalArn`, and its values. */
export interface Condition {
  readonly operator: JsonString;
  readonly key: JsonString;
  readonly values: readonly JsonString[];
}

export interface Policy {
  readonly node: JsonObject;
  readonly statements: readonly Statement[];
}

/** The root; or what CloudFormation and `aws iam get-role` call the AssumeRolePolicyDocument of a role. */
export function policiesIn(root: JsonNode): readonly JsonObject[] {
  if (root.kind === 'array') return root.items.flatMap(policiesIn);
  if (root.kind !== 'object') return [];
  if (member(root, 'Statement') !== undefined) return [root];
  return root.members.flatMap(({ key, value }) =>
    key.value === 'AssumeRolePolicyDocument' && value.kind === 'object'
      ? [value]
      : policiesIn(value),
  );
}

export function readPolicy(node: JsonObject): Policy {
  const statement = member(node, 'Statement');
  return { node, statements: objectsOf(statement).map(readStatement) };
}

export function member(node: JsonObject, name: string): JsonNode | undefined {
  return node.members.find(({ key }) => key.value === name)?.value;
}

/** One string or a list of them; whatever else is there is said by the shape rules. */
export function textsOf(node: JsonNode | undefined): readonly JsonString[] {
  return itemsOf(node).filter((item) => item.kind === 'string');
}

export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

export function objectsOf(node: JsonNode | undefined): readonly JsonObject[] {
  return itemsOf(node).filter((item) => item.kind === 'object');
}

function readStatement(node: JsonObject): Statement {
  const effect = member(node, 'Effect');
  return {
    node,
    effect: effect?.kind === 'string' ? effect.value : undefined,
    principals: principalsOf(member(node, 'Principal')),
    actions: textsOf(member(node, 'Action')),
    conditions: conditionsOf(member(node, 'Condition')),
  };
}

function principalsOf(node: JsonNode | undefined): readonly Principal[] {
  if (node?.kind === 'string') return [{ type: 'AWS', text: node }];
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key, value }) =>
    textsOf(value).map((text) => ({ type: key.value, text })),
  );
}

function conditionsOf(node: JsonNode | undefined): readonly Condition[] {
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key: operator, value }) =>
    value.kind === 'object'
      ? value.members.map(({ key, value: values }) => ({ operator, key, values: textsOf(values) }))
      : [],
  );
}
