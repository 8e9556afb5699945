// In which phases a place in handler.lua runs.
import { allPhases } from '../../plugin/phases';
import type { LuaSource } from '../../source';
import type { FunctionScope } from '../../syntax/tree';

/** Nothing where it is not known: then nothing is forbidden. */
export function phasesAt(source: LuaSource, offset: number): readonly string[] {
  const around = source.notes.functions
    .filter(
      ({ node: { type, range } }) => type !== 'Chunk' && range[0] <= offset && offset < range[1],
    )
    .reverse();
  for (const scope of around) {
    const reached = source.reach.get(scope);
    if (reached !== undefined) return [...reached.keys()];
  }
  return around.flatMap((scope) => phaseByName(scope) ?? []);
}

/** For a file that returns no table yet: `function Plugin:access(conf)`, `Plugin.access = function`. */
export function phaseByName({ node }: FunctionScope): string | undefined {
  if (node.type !== 'FunctionDeclaration' || node.identifier?.type !== 'MemberExpression') {
    return undefined;
  }
  const { name } = node.identifier.identifier;
  return allPhases.includes(name) ? name : undefined;
}
