// Lets code of the explorer run in plain Node, for measuring: import it before anything that imports `vscode`.
import Module from 'node:module';

class Text {
  value = '';
  constructor(
    readonly label?: unknown,
    readonly collapsibleState?: number,
  ) {}
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  appendText(text: string): this {
    return this.appendMarkdown(text);
  }
}

class Icon {
  static readonly File = new Icon('file');
  constructor(
    readonly id: string,
    readonly color?: { readonly label?: unknown },
  ) {}
}

function uri(parts: object): object {
  return { ...parts, with: (change: object) => uri({ ...parts, ...change }) };
}

const standIn = {
  l10n: {
    t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(args[at])),
  },
  TreeItem: Text,
  MarkdownString: Text,
  ThemeIcon: Icon,
  ThemeColor: Text,
  EventEmitter: Text,
  Uri: { from: uri },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  commands: {},
  env: {},
};

const load: (request: string, ...rest: unknown[]) => unknown = Reflect.get(Module, '_load');
Reflect.set(Module, '_load', (request: string, ...rest: unknown[]) =>
  request === 'vscode' ? standIn : load.call(Module, request, ...rest),
);
