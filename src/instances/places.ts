// Finds the place in a JSON document that a path of Kong's means: `config.add.headers[0]`.
import type { JsonNode, Range } from '../aws/lint/json';

/** The key of a member where the path ends at one, else the value; the nearest thing there is where the rest is not. */
export function placeOf(root: JsonNode, path: readonly string[]): Range {
  let at = root;
  let place: Range = at.kind === 'object' ? { start: at.start, end: at.start + 1 } : at;
  for (const part of path) {
    const next = step(at, part);
    if (next === undefined) return place;
    place = next.place;
    at = next.value;
  }
  return place;
}

function step(node: JsonNode, part: string): { place: Range; value: JsonNode } | undefined {
  if (node.kind === 'object') {
    const member = node.members.find(({ key }) => key.value === part);
    return member && { place: member.key, value: member.value };
  }
  const item = node.kind === 'array' && /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
  return item && { place: item, value: item };
}

export function pathParts(path: string): readonly string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== '');
}
