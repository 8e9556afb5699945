// What calls give while schema.lua is evaluated: functions of the file, `require`, typedefs.
import { argumentsOf, type Call, type FunctionScope } from '../../syntax/tree';
import type { PathValue } from '../../values/value';
import { type Data, Entry, Frame, type FunctionData, TableData, tableOf } from './datum';
import type { Evaluation } from './evaluation';
import { Library } from './library';

/** More runs of functions than any schema needs. */
const maximumRuns = 3000;
/** More of them inside each other: two functions that call one another may be reached in ways that no frame tells. */
const maximumNested = 50;

export class CallData {
  readonly #evaluator: Evaluation;
  readonly #library: Library;
  #runs = 0;
  #nested = 0;

  constructor(evaluator: Evaluation) {
    this.#evaluator = evaluator;
    this.#library = new Library(evaluator.certainty);
  }

  dataOf(call: Call, frame: Frame): Data | undefined {
    const callee = this.#evaluator.dataOf(call.base, frame);
    if (callee?.kind === 'function') return this.#run(callee, call, frame);
    if (callee?.kind === 'table')
      return callee.isCallable ? this.#merge(callee, call, frame) : undefined;
    const value = this.#evaluator.values.valueOf(call.base);
    return value?.kind === 'path' ? this.#known(value.path, call, frame) : undefined;
  }

  run(call: Call, frame: Frame, isConditional: boolean): void {
    const callee = this.#evaluator.dataOf(call.base, frame);
    if (callee?.kind === 'function') this.#run(callee, call, frame, isConditional);
  }

  /** `"kong.db.schema.typedefs".url` and the like. */
  moduleMember(path: PathValue): Data | undefined {
    if (path.module !== undefined) return this.#library.module(path.module);
    const owner = path.parent && this.moduleMember(path.parent);
    return owner?.kind === 'table' ? owner.find(path.name)?.data : undefined;
  }

  #known(path: string, call: Call, frame: Frame): Data | undefined {
    const [first] = argumentsOf(call);
    const given = this.#evaluator.dataOf(first, frame);
    switch (path) {
      case 'require': {
        const name = this.#evaluator.textOf(first, frame);
        return name === undefined ? undefined : this.#library.module(name);
      }
      case 'assert':
        return given;
      case 'setmetatable':
        tableOf(given)?.open();
        return given;
      case 'tostring':
        return given?.kind === 'constant' && typeof given.value === 'string' ? given : undefined;
      case '"kong.db.schema".define':
        if (given?.kind === 'table') given.isCallable = true;
        return given;
      default:
        return undefined;
    }
  }

  /** A function with a single `return` gives what stands there. */
  #run(
    { scope, frame: home }: FunctionData,
    call: Call,
    frame: Frame,
    isConditional = frame.isConditional,
  ): Data | undefined {
    if (scope === undefined || home === undefined || this.#runs >= maximumRuns) return undefined;
    if (isRunning(scope, frame) || this.#nested >= maximumNested) return undefined;
    this.#runs += 1;
    const run = new Frame(scope, home, isConditional);
    const all = argumentsOf(call);
    const shift = call.base.type === 'MemberExpression' && call.base.indexer === ':' ? 1 : 0;
    for (const [at, parameter] of scope.parameters.entries()) {
      const node = all[at - shift];
      if (node !== undefined) run.parameters.set(parameter, this.#evaluator.evaluate(node, frame));
      else if (at >= shift && !mayBeMore(all)) {
        run.parameters.set(parameter, { data: { kind: 'constant', value: null }, node: undefined });
      }
    }
    this.#nested += 1;
    const given = this.#given(scope, run);
    this.#nested -= 1;
    return given;
  }

  #given(scope: FunctionScope, run: Frame): Data | undefined {
    this.#evaluator.applyEffects(run);
    const [only, ...others] = scope.returns;
    if (only === undefined) return { kind: 'constant', value: null };
    return others.length > 0 ? undefined : this.#evaluator.dataOf(only.arguments[0], run);
  }

  /** As typedefs do: what the argument does not say is taken over. */
  #merge(base: TableData, call: Call, frame: Frame): Data {
    const [node] = argumentsOf(call);
    const given = this.#evaluator.dataOf(node, frame);
    const own = tableOf(given);
    const merged = new TableData(this.#evaluator.certainty, own?.node);
    if (own === undefined ? node !== undefined && given?.kind !== 'constant' : own.isOpen)
      merged.open();
    if (base.isOpen) merged.open();
    for (const entry of own?.entries() ?? []) merged.define(entry.key, entry);
    for (const entry of base.entries()) {
      if (merged.find(entry.key) !== undefined) continue;
      merged.define(entry.key, merged.isOpen ? mayBeOther(entry) : entry);
    }
    merged.items.push(...(own?.items ?? []));
    return merged;
  }
}

/** The argument that is not known may say otherwise, except what a field is. */
function mayBeOther(entry: Entry): Entry {
  if (entry.key !== undefined && /^(?:type|fields|elements|keys|values)$/.test(entry.key))
    return entry;
  return new Entry(entry.key, undefined, undefined, () => ({ data: undefined, node: undefined }));
}

function mayBeMore(all: readonly { readonly type: string }[]): boolean {
  const last = all.at(-1)?.type ?? '';
  return last === 'VarargLiteral' || last.includes('Call');
}

function isRunning(scope: FunctionData['scope'], frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.scope === scope) return true;
  }
  return false;
}
