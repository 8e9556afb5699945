// The command line of the demo: `[--port N] [--linger SECONDS]`.

export interface ServeOptions {
  readonly port?: number;
  readonly linger?: number;
}

const usage = 'Usage: node demo.js [--port N] [--linger SECONDS]';

const options: Readonly<
  Record<
    string,
    { readonly name: keyof ServeOptions; readonly accepts: RegExp; readonly max: number }
  >
> = {
  '--port': { name: 'port', accepts: /^\d{1,5}$/, max: 65535 },
  '--linger': { name: 'linger', accepts: /^\d{1,7}(\.\d+)?$/, max: 2_000_000 },
};

/** What was asked for, or why it cannot be understood. */
export function readArguments(given: readonly string[]): ServeOptions | string {
  let read: ServeOptions = {};
  for (let index = 0; index < given.length; index += 2) {
    const [flag = '', value = ''] = given.slice(index, index + 2);
    const option = Object.hasOwn(options, flag) ? options[flag] : undefined;
    if (!option) return `Unknown option '${flag}'. ${usage}`;
    if (!option.accepts.test(value) || Number(value) > option.max)
      return `'${value}' is no value for ${flag}. ${usage}`;
    read = { ...read, [option.name]: Number(value) };
  }
  return read;
}
