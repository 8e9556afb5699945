// A file as it stands now: in an open editor, else on disk.
import { FileSystemError, type Uri, workspace } from 'vscode';

export interface FileText {
  readonly text: string;
  /** Of the open document. */
  readonly version: number | undefined;
}

/** Nothing where there is no such file. */
export async function readText(file: Uri): Promise<FileText | undefined> {
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === file.toString(),
  );
  if (open !== undefined) return { text: open.getText(), version: open.version };
  try {
    const bytes = await workspace.fs.readFile(file);
    return { text: new TextDecoder().decode(bytes), version: undefined };
  } catch (error) {
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}
