// Reads the compact lists in this folder: lines of `prefix: entries`.

export function* decodeLists(text: string): Iterable<readonly [prefix: string, entry: string]> {
  for (const line of text.trim().split('\n')) {
    const [, prefix = '', entries = ''] = /^(?:(\S+): )?(.*)$/.exec(line) ?? [];
    for (const entry of entries.split(' ')) yield [prefix, entry];
  }
}

/** Full names: prefix and entry joined by a dot. */
export function* decodeNames(text: string): Iterable<string> {
  for (const [prefix, entry] of decodeLists(text))
    yield prefix === '' ? entry : `${prefix}.${entry}`;
}
