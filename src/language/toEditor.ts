// Descriptions, signatures, outlines and definitions in VS Code's form.
import {
  DocumentSymbol,
  Hover,
  type LocationLink,
  MarkdownString,
  ParameterInformation,
  SignatureHelp,
  SignatureInformation,
  SymbolKind,
  type Uri,
} from 'vscode';
import { toRange } from '../diagnostics/toDiagnostic';
import type { Definition } from '../lua/assist/definition';
import type { OutlineItem } from '../lua/assist/outline';
import type { Description, Signature } from '../lua/assist/request';

const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  phase: SymbolKind.Event,
  function: SymbolKind.Function,
  constant: SymbolKind.Constant,
  field: SymbolKind.Field,
  record: SymbolKind.Struct,
};

export function toHover({ markdown, range }: Description): Hover {
  return new Hover(new MarkdownString(markdown, true), toRange(range));
}

export function toSignatureHelp({ label, parameters, active, markdown }: Signature): SignatureHelp {
  const information = new SignatureInformation(label, new MarkdownString(markdown, true));
  information.parameters = parameters.map(([start, end]) => new ParameterInformation([start, end]));
  const help = new SignatureHelp();
  help.signatures = [information];
  help.activeSignature = 0;
  help.activeParameter = active;
  return help;
}

export function toSymbol(item: OutlineItem): DocumentSymbol {
  const { name, detail, kind, range, selection, children } = item;
  const [whole, own] = [toRange(range), toRange(selection)];
  const symbol = new DocumentSymbol(name, detail, symbolKinds[kind], whole, own);
  symbol.children = children.map(toSymbol);
  return symbol;
}

export function toLink({ origin, target }: Definition, file: Uri): LocationLink {
  const range = toRange(target);
  return {
    originSelectionRange: toRange(origin),
    targetUri: file,
    targetRange: range,
    targetSelectionRange: range,
  };
}
