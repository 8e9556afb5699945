// What the scenarios share: the extension's parts, answers to its dialogs, and a demo Konnect of the test's own.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Services } from '../../src/commands/services';
import { type DemoOptions, type DemoServer, startDemo } from '../../src/demo/server';
import type { TestAccess } from '../../src/extension';
import { connect } from '../../src/host/connection/connect';
import type { TreeNode } from '../../src/tree/nodes/node';
import { judged } from './judged';

export const extensionId = 'cloud-gateways.kong-cloud-gateways';

export async function activated(): Promise<TestAccess> {
  const extension = vscode.extensions.getExtension<TestAccess>(extensionId);
  assert.ok(extension !== undefined, `${extensionId} is not installed`);
  const access = await extension.activate();
  assert.ok(access !== undefined, 'the extension gives its parts to a test run');
  return access;
}

/** One answer to one prompt: text for an input box, the label of a choice (of several: `a, b`), the title of a button, or undefined to dismiss. */
export type Answer = string | undefined;

export interface Asked {
  readonly kind: 'input' | 'pick' | 'confirm';
  readonly text: string;
  readonly detail?: string | undefined;
  /** Of an input box: why the answer cannot be used. */
  readonly refusal?: string | undefined;
}

/** Answers the extension's next prompts in order; what was asked is in the list that comes back. */
export function answerWith(access: TestAccess, ...answers: Answer[]): Asked[] {
  const asked: Asked[] = [];
  const next = (question: Asked): Answer => {
    asked.push(question);
    assert.ok(answers.length > 0, `unexpected prompt: ${question.text}`);
    return answers.shift();
  };
  Object.assign(access.dialogs, {
    showInputBox: async (options: vscode.InputBoxOptions = {}) => {
      const answer = next({ kind: 'input', text: options.prompt ?? '' });
      const refusal = answer === undefined ? undefined : await options.validateInput?.(answer);
      if (refusal === undefined || refusal === null) return answer;
      asked.push({ kind: 'input', text: options.prompt ?? '', refusal: String(refusal) });
      return undefined;
    },
    showQuickPick: async (
      items: Thenable<readonly vscode.QuickPickItem[]>,
      options: vscode.QuickPickOptions = {},
    ) => {
      const choices = await items;
      const label = next({ kind: 'pick', text: options.placeHolder ?? '' });
      if (label === undefined) return undefined;
      if (options.canPickMany) {
        const labels = label.split(', ');
        const all = choices.filter((choice) => labels.includes(choice.label));
        assert.equal(all.length, labels.length, `not all of ${label} can be chosen`);
        return all;
      }
      const picked = choices.find((choice) => choice.label === label);
      assert.ok(
        picked,
        `no choice ${label} among ${choices.map((choice) => choice.label).join(', ')}`,
      );
      return picked;
    },
    showWarningMessage: async (
      text: string,
      options: vscode.MessageOptions,
      ...buttons: string[]
    ) => {
      const button = next({ kind: 'confirm', text, detail: options.detail });
      assert.ok(
        button === undefined || buttons.includes(button),
        `no button ${button} among ${buttons.join(', ')}`,
      );
      return button;
    },
  });
  Object.assign(access.dialogs, stepDialogs(next, asked));
  return asked;
}

/** What presses the button that leads one question back. */
export const back = '<back>';

/** Lists and boxes of questions with a way back; the test answers once they are filled. */
function stepDialogs(next: (question: Asked) => Answer, asked: Asked[]) {
  const input = () => {
    const [accepted, changed, hidden, pressed] = [0, 1, 2, 3].map(
      () => new vscode.EventEmitter<unknown>(),
    ) as [Emitter, Emitter, Emitter, Emitter];
    const events = {
      onDidAccept: accepted.event,
      onDidChangeValue: changed.event,
      onDidHide: hidden.event,
      onDidTriggerButton: pressed.event,
    };
    const leave = (answer: Answer): boolean => {
      if (answer === undefined) hidden.fire(undefined);
      if (answer === back) pressed.fire(undefined);
      return answer === undefined || answer === back;
    };
    /** A wrong answer is told by what was asked, and ends the command. */
    const later = (work: () => void) =>
      setImmediate(() => {
        try {
          work();
        } catch (error) {
          asked.push({ kind: 'input', text: String(error) });
          hidden.fire(undefined);
        }
      });
    return { events, accepted, changed, leave, hidden, later };
  };
  const createInputBox = () => {
    const { events, accepted, changed, leave, hidden, later } = input();
    const box = {
      ...events,
      value: '',
      prompt: '',
      validationMessage: undefined as { readonly message: string } | undefined,
      dispose: () => undefined,
      show: () =>
        later(() => {
          const answer = next({ kind: 'input', text: box.prompt });
          if (leave(answer)) return;
          // An empty answer keeps what is proposed.
          if (answer) box.value = answer;
          changed.fire(box.value);
          accepted.fire(undefined);
          const refusal = box.validationMessage?.message;
          if (refusal === undefined) return;
          asked.push({ kind: 'input', text: box.prompt, refusal });
          hidden.fire(undefined);
        }),
    };
    return box;
  };
  const createQuickPick = () => {
    const { events, accepted, leave, later } = input();
    let items: readonly vscode.QuickPickItem[] = [];
    const list = {
      ...events,
      placeholder: '',
      canSelectMany: false,
      activeItems: [] as readonly vscode.QuickPickItem[],
      selectedItems: [] as readonly vscode.QuickPickItem[],
      dispose: () => undefined,
      show: () => undefined,
      get items() {
        return items;
      },
      set items(filled: readonly vscode.QuickPickItem[]) {
        items = filled;
        later(() => {
          const choices = items.map(({ label }) => label).join(', ');
          const answer = next({ kind: 'pick', text: list.placeholder, detail: choices });
          if (leave(answer)) return;
          const labels = list.canSelectMany ? (answer ?? '').split(', ') : [answer];
          const chosen = items.filter(({ label }) => labels.includes(label));
          assert.equal(chosen.length, labels.length, `no choice ${answer} among ${choices}`);
          list.selectedItems = chosen;
          accepted.fire(undefined);
        });
      },
    };
    return list;
  };
  return { createInputBox, createQuickPick };
}

type Emitter = vscode.EventEmitter<unknown>;

/** Starts a demo Konnect and connects the extension to it. */
export async function connectedDemo(
  services: Services,
  options?: DemoOptions,
): Promise<DemoServer> {
  const demo = judged(await startDemo(options));
  await connect(services, { apiUrl: demo.apiUrl, token: demo.token, demo: true });
  return demo;
}

/** For what VS Code does in its own time and tells nobody. */
export async function until(isTrue: () => boolean | Thenable<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isTrue())) {
    assert.ok(Date.now() < deadline, `never came true: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The explorer's rows as indented text: what a user reads, row by row. */
export async function rows(
  { explorer }: Services,
  node?: TreeNode,
  depth = 0,
  deepest = 9,
): Promise<string[]> {
  const found: string[] = [];
  for (const child of await explorer.tree.getChildren(node)) {
    const { label, description, collapsibleState } = explorer.tree.getTreeItem(child);
    const icon = explorer.tree.getTreeItem(child).iconPath;
    const name = icon instanceof vscode.ThemeIcon ? `[${icon.id}] ` : '';
    found.push(
      `${'  '.repeat(depth)}${name}${label}${description ? ` — ${withoutDate(String(description))}` : ''}`,
    );
    const isOpen =
      collapsibleState !== undefined && collapsibleState !== vscode.TreeItemCollapsibleState.None;
    if (isOpen && depth < deepest)
      found.push(...(await rows({ explorer } as Services, child, depth + 1, deepest)));
  }
  return found;
}

/** Dates are written as the machine's language and time zone want them. */
function withoutDate(text: string): string {
  return text.replace(/^uploaded .*$/, 'uploaded <date>');
}

export async function nodeOf(
  { explorer }: Services,
  ...labels: readonly string[]
): Promise<TreeNode> {
  let node: TreeNode | undefined;
  for (const label of labels) {
    const children: readonly TreeNode[] = await explorer.tree.getChildren(node);
    node = children.find((child) => explorer.tree.getTreeItem(child).label === label);
    assert.ok(
      node,
      `no row ${label} among ${children.map((child) => explorer.tree.getTreeItem(child).label).join(', ')}`,
    );
  }
  assert.ok(node);
  return node;
}

export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the scenario has a workspace');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Resolves with the diagnostics of a file once they satisfy the condition. */
export function diagnosticsOf(
  file: vscode.Uri,
  isDone: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'kong');
      if (!isDone(found)) return false;
      resolve(found);
      return true;
    };
    if (look()) return;
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (look()) listening.dispose();
    });
  });
}

/** `line:column rule` of each diagnostic, lines and columns 1-based as the editor shows them. */
export function summary(found: readonly vscode.Diagnostic[]): string[] {
  return found
    .map(({ range, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return `${range.start.line + 1}:${range.start.character + 1} ${rule}`;
    })
    .sort();
}
