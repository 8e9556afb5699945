// The globals and modules of one file as values, one object each.
import { PathValue } from './value';

export class Paths {
  readonly #globals = new Map<string, PathValue>();
  readonly #modules = new Map<string, PathValue>();

  global(name: string): PathValue {
    return lookUp(this.#globals, name, () => new PathValue(name, name));
  }

  module(name: string): PathValue {
    return lookUp(this.#modules, name, () => new PathValue(`"${name}"`, name, undefined, name));
  }

  get modules(): Iterable<PathValue> {
    return this.#modules.values();
  }

  get globals(): Iterable<PathValue> {
    return this.#globals.values();
  }

  /** `ngx.timer.at` or `"resty.http".new`, when the file mentions it. */
  find(path: string): PathValue | undefined {
    const [, module, rest = ''] = /^"([^"]*)"\.?(.*)$/.exec(path) ?? [];
    const [first = '', ...names] =
      module === undefined ? path.split('.') : [module, ...splitPath(rest)];
    let at = (module === undefined ? this.#globals : this.#modules).get(first);
    for (const name of names) at = at && childOf(at, name);
    return at;
  }
}

function splitPath(path: string): string[] {
  return path === '' ? [] : path.split('.');
}

function childOf(parent: PathValue, name: string): PathValue | undefined {
  for (const member of parent.members) if (member.name === name) return member;
  return undefined;
}

function lookUp(map: Map<string, PathValue>, name: string, make: () => PathValue): PathValue {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}
