// Text for people: pure code makes each message from a template and arguments through a `Translate` it is given.

/** Same contract as `vscode.l10n.t`: `{0}`, `{1}` … are replaced by the arguments. */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;

/** The untranslated text; used outside VS Code (command line, demo, tests). */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const argument = args[Number(index)];
    return argument === undefined ? placeholder : String(argument);
  });
