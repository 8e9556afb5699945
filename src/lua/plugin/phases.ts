// The phases of a request, the methods of a plugin that run in them, and what those methods call in turn.
import type { Notes } from '../syntax/notes';
import type { FunctionScope } from '../syntax/tree';
import type { Resolver } from '../values/resolver';
import type { FieldDefinition, TableValue } from '../values/value';

/** Phases in which Kong calls plugins while it handles traffic. */
export const requestPhases = [
  'certificate',
  'rewrite',
  'access',
  'response',
  'header_filter',
  'body_filter',
  'log',
  'preread',
  'ws_handshake',
  'ws_client_frame',
  'ws_upstream_frame',
  'ws_close',
] as const;

/** Every method of a plugin that Kong calls. */
export const allPhases: readonly string[] = [...requestPhases, 'init_worker', 'configure'];

export interface PhaseMethod {
  readonly phase: string;
  readonly definition: FieldDefinition;
  /** The function, where it stands in this file. */
  readonly scope: FunctionScope | undefined;
}

/** `true`: the function is the phase's own method; `false`: it is called from there. */
export type PhaseReach = ReadonlyMap<FunctionScope, ReadonlyMap<string, boolean>>;

export function phaseMethods(module: TableValue | undefined, values: Resolver): PhaseMethod[] {
  return allPhases.flatMap((phase) =>
    (module?.fields.get(phase) ?? []).flatMap((definition) => {
      const value = definition.value && values.valueOf(definition.value);
      if (value !== undefined && value.kind !== 'function' && value.kind !== 'path') return [];
      return [{ phase, definition, scope: value?.kind === 'function' ? value.scope : undefined }];
    }),
  );
}

/** Follows calls of functions that stand in this file; a function handed to others is not followed. */
export function findReach(
  module: TableValue | undefined,
  notes: Notes,
  values: Resolver,
): PhaseReach {
  const callees = findCallees(notes, values);
  const reach = new Map<FunctionScope, Map<string, boolean>>();
  for (const { phase, scope } of phaseMethods(module, values)) {
    const pending = scope === undefined ? [] : [scope];
    const seen = new Set(pending);
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const phases = reach.get(at) ?? new Map<string, boolean>();
      phases.set(phase, phases.get(phase) === true || at === scope);
      reach.set(at, phases);
      for (const callee of callees.get(at) ?? []) {
        if (seen.has(callee)) continue;
        seen.add(callee);
        pending.push(callee);
      }
    }
  }
  return reach;
}

function findCallees({ calls }: Notes, values: Resolver): Map<FunctionScope, Set<FunctionScope>> {
  const callees = new Map<FunctionScope, Set<FunctionScope>>();
  for (const { call, scope } of calls) {
    const value = values.valueOf(call.base);
    if (value?.kind !== 'function') continue;
    const known = callees.get(scope);
    if (known === undefined) callees.set(scope, new Set([value.scope]));
    else known.add(value.scope);
  }
  return callees;
}
