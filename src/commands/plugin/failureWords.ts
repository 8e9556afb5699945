// What a schema refuses in an instance's configuration, each in a few words.

export function failureWords(
  failures: readonly { readonly path: string; readonly message: string }[],
): readonly string[] {
  return failures.map(({ path, message }) =>
    path === '' ? message : `config.${path}: ${message}`,
  );
}
