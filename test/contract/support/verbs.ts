// The verbs of the client, found by looking at the object, and which of them a call uses.

/** By name, such as `networks.list`. */
export function verbsOf(holder: object, prefix = ''): readonly string[] {
  const own = Object.entries(holder).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? verbsOf(value, `${prefix}${name}.`) : [],
  );
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(holder))
    .filter((name) => name !== 'constructor' && typeof Reflect.get(holder, name) === 'function')
    .map((name) => `${prefix}${name}`);
  return [...methods, ...own].filter((name) => name !== 'read' && name !== 'close');
}

/** Passes calls on and writes down their names. */
export function watched<T extends object>(holder: T, used: Set<string>, prefix = ''): T {
  return new Proxy(holder, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'object' && value !== null)
        return watched(value, used, `${prefix}${String(name)}.`);
      if (typeof value !== 'function') return value;
      used.add(`${prefix}${String(name)}`);
      return value.bind(target);
    },
  });
}
