// Shows both files of a plugin side by side with another state of them.
import { commands, type Uri } from 'vscode';

export interface ComparedFile {
  readonly before: Uri;
  readonly after: Uri;
}

export async function openComparison(title: string, files: readonly ComparedFile[]): Promise<void> {
  await commands.executeCommand(
    'vscode.changes',
    title,
    files.map(({ before, after }) => [after, before, after]),
  );
}
