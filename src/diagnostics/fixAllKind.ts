// "Fix all" of this extension alone, as the setting `editor.codeActionsOnSave` names it.
import { CodeActionKind } from 'vscode';

export const fixAllKind = CodeActionKind.SourceFixAll.append('kongCloudGateways');
