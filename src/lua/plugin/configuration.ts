// Follows the plugin's configuration through handler.lua, so that `conf.x` is known for what it is.
import type { Notes } from '../syntax/notes';
import { argumentsOf, isCall, type Variable } from '../syntax/tree';
import type { Resolver } from '../values/resolver';
import type { PathValue, TableValue } from '../values/value';
import { phaseMethods } from './phases';

/** How many helpers deep the configuration is followed. */
const rounds = 4;

/** Makes `conf` of each phase, and of the helpers that only ever get it, the value `configuration`. */
export function followConfiguration(
  module: TableValue | undefined,
  notes: Notes,
  values: Resolver,
  configuration: PathValue,
): void {
  const given = new Map<Variable, PathValue>();
  for (const { phase, scope } of phaseMethods(module, values)) {
    const parameter = scope?.parameters[1];
    // `configure` gets a list of configurations, `init_worker` none.
    if (parameter === undefined || phase === 'configure' || phase === 'init_worker') continue;
    given.set(parameter, configuration);
  }
  if (given.size === 0) return;
  values.give(given);
  for (let round = 0; round < rounds; round += 1) {
    const found = handedOn(notes, values, given);
    if (found.size === 0) return;
    for (const [variable, value] of found) given.set(variable, value);
    values.give(given);
  }
}

/** Parameters of local functions that get the configuration, or a part of it, in every call. */
function handedOn(
  notes: Notes,
  values: Resolver,
  given: ReadonlyMap<Variable, PathValue>,
): Map<Variable, PathValue> {
  const found = new Map<Variable, PathValue | undefined>();
  for (const { call } of notes.calls) {
    const callee = values.valueOf(call.base);
    if (callee?.kind !== 'function') continue;
    const isMethodCall = call.base.type === 'MemberExpression' && call.base.indexer === ':';
    const shift = isMethodCall ? 1 : 0;
    for (const [at, parameter] of callee.scope.parameters.entries()) {
      if (given.has(parameter) || at < shift || parameter.kind !== 'parameter') continue;
      const node = argumentsOf(call)[at - shift];
      const value = node && !isCall(node) ? values.valueOf(node) : undefined;
      const path = value?.kind === 'path' && isConfiguration(value) ? value : undefined;
      const isSame = !found.has(parameter) || found.get(parameter) === path;
      found.set(parameter, isSame ? path : undefined);
    }
  }
  return withValues(found);
}

function withValues(found: ReadonlyMap<Variable, PathValue | undefined>): Map<Variable, PathValue> {
  const result = new Map<Variable, PathValue>();
  for (const [variable, value] of found) if (value !== undefined) result.set(variable, value);
  return result;
}

export function isConfiguration(path: PathValue): boolean {
  return path.root().path === configurationPath;
}

/** Root of the paths of configuration values; no Lua name can be like it. */
export const configurationPath = '<conf>';
