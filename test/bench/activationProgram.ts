// Runs inside VS Code's extension host: lets the extensions start as they do, then reads VS Code's own figures about it.
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Activation, Activations } from './activation';

const waitedFor = [
  'cloud-gateways.kong-cloud-gateways',
  'vscode.git-base',
  'vscode.emmet',
  'vscode.json-language-features',
];

export async function run(): Promise<void> {
  for (const file of await vscode.workspace.findFiles('*')) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  }
  for (const id of waitedFor) await vscode.extensions.getExtension(id)?.activate();
  const figures = await startupPerformance();
  await writeFile(process.env.BENCH_OUTCOME ?? '', JSON.stringify(activations(figures)));
}

/** The document that "Developer: Startup Performance" opens; it is filled some time after. */
function startupPerformance(): Promise<string> {
  return new Promise((resolve) => {
    const look = (document: vscode.TextDocument | undefined): boolean => {
      const text = document?.uri.scheme === 'perf' ? document.getText() : '';
      if (!text.includes(heading)) return false;
      resolve(text);
      return true;
    };
    const opened = vscode.workspace.onDidOpenTextDocument((document) => look(document) && end());
    const changed = vscode.workspace.onDidChangeTextDocument(
      ({ document }) => look(document) && end(),
    );
    const end = (): void => {
      opened.dispose();
      changed.dispose();
    };
    void vscode.commands.executeCommand('perfview.show');
  });
}

const heading = '## Extension Activation Stats';

/** Rows: Extension, Eager, Load Code, Call Activate, Finish Activate, Event, By. */
function activations(text: string): Activations {
  const found: Record<string, Activation> = {};
  const [, after = ''] = text.split(heading);
  for (const line of after.split('\n## ')[0]?.split('\n') ?? []) {
    const [, id = '', , load, call, finish] = line.split('|').map((cell) => cell.trim());
    const [loadMs, callMs] = [Number(load), Number(call)];
    const totalMs = loadMs + callMs + Number(finish);
    if (id.includes('.') && !Number.isNaN(totalMs)) found[id] = { loadMs, callMs, totalMs };
  }
  return found;
}
