// Names that nobody defines: nil at run time.
import { nearest } from '../gateway/nearest';
import { isMissingGlobal, isSandboxGlobal } from '../gateway/sandbox';
import type { Rule } from '../rule';
import type { LuaSource, PathUse } from '../source';
import type { Span } from '../syntax/tree';
import type { PathValue } from '../values/value';

export const undefinedGlobal: Rule = {
  name: 'undefined-global',
  severity: 'error',
  file: 'handler',
  *check(source, { t }) {
    for (const [path, uses] of source.uses) {
      const root = path.root();
      if (root.module !== undefined || isDefined(source, root.path)) continue;
      const { path: name } = root;
      const places = uses.map((use) => placeOf(source, use, root)).filter((at) => at !== undefined);
      const [first] = places;
      if (first === undefined) continue;
      const meant = nearest(name, namesInSight(source, first[0]), name.length < 4 ? 1 : 2);
      const message = meant
        ? t('"{0}" is not defined; did you mean "{1}"?', name, meant)
        : t('"{0}" is not defined', name);
      for (const at of places) {
        const fix = { title: t('Change to {0}', meant ?? ''), edits: [{ at, text: meant ?? '' }] };
        yield { at, message, ...(meant !== undefined && { fix }) };
      }
    }
  },
};

/** The name itself, where it is used and not only asked for. */
function placeOf(source: LuaSource, use: PathUse, root: PathValue): Span | undefined {
  const { role, node } = use.mention;
  if (role === 'test' || use.isAlias || source.isGuarded(use, root)) return undefined;
  const at: Span = [node.range[0], node.range[0] + root.path.length];
  return source.slice(at) === root.path ? at : undefined;
}

function isDefined(source: LuaSource, name: string): boolean {
  if (isSandboxGlobal(name) || isMissingGlobal(name) || source.isLost(name)) return true;
  const path = source.values.paths.find(name);
  return (path && source.uses.get(path))?.some(({ mention }) => mention.role === 'write') ?? false;
}

/** Locals declared further up: most of them are still in scope. */
function namesInSight({ variables }: LuaSource, before: number): Set<string> {
  return new Set(
    variables.flatMap(({ name, declaration }) =>
      declaration !== undefined && declaration.range[0] < before ? [name] : [],
    ),
  );
}
