// A file or folder that VS Code's own menus pass to a command.
import { Uri } from 'vscode';

/** Undefined for anything that is not a file: a tree node, or nothing. */
export function uriOf(target: unknown): Uri | undefined {
  return target instanceof Uri ? target : undefined;
}
