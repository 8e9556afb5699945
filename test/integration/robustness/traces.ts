// Counts what the extension holds of VS Code and of Node: listeners, registrations, timers and sockets.
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import { extensionId } from '../support';

export interface Traces {
  /** Where listeners, registrations and things of VS Code were made that are not disposed of. */
  listeners(): readonly string[];
  /** Where timers were set that have neither fired nor been cleared. */
  timers(): readonly string[];
}

const bundles = `${vscode.extensions.getExtension(extensionId)?.extensionPath}/dist`;

type Call = (...args: readonly unknown[]) => unknown;

/** From now on. */
export function traced(): Traces {
  const held = new Map<object, string>();
  // VS Code gives each extension an API of its own.
  const own: typeof vscode = createRequire(`${bundles}/extension.js`)('vscode');
  const { workspace, window, commands, languages, extensions, env } = own;
  for (const part of [workspace, window, commands, languages, extensions, env])
    for (const name of Object.getOwnPropertyNames(part))
      if (/^(on(Did|Will)|register|create)[A-Z]/.test(name)) watch(part, name, held);
  const timers = watchTimers();
  return { listeners: () => [...held.values()], timers: () => [...timers.values()] };
}

function watch(part: object, name: string, held: Map<object, string>): void {
  const original: unknown = Reflect.get(part, name);
  if (typeof original !== 'function') return;
  const counted: Call = function (this: unknown, ...args) {
    const made: unknown = Reflect.apply(original, this, args);
    if (isDisposable(made)) hold(made, `${name} ${placeInBundle()}`, held);
    return made;
  };
  Object.defineProperty(part, name, { configurable: true, value: counted });
}

/** The object stays as it is: what it is made of may be private to it. */
function hold(made: vscode.Disposable, what: string, held: Map<object, string>): void {
  const dispose = made.dispose.bind(made);
  held.set(made, what);
  Object.defineProperty(made, 'dispose', {
    configurable: true,
    value: () => {
      held.delete(made);
      return dispose();
    },
  });
}

function watchTimers(): ReadonlyMap<unknown, string> {
  const running = new Map<unknown, string>();
  for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) {
    const original = Reflect.get(globalThis, name) as Call;
    const counted: Call = (work, ...rest) => {
      const place = placeInBundle();
      if (place === undefined) return original(work, ...rest);
      const timer: unknown = original(
        (...args: readonly unknown[]) => {
          if (name !== 'setInterval') running.delete(timer);
          return (work as Call)(...args);
        },
        ...rest,
      );
      running.set(timer, `${name} ${place}`);
      return timer;
    };
    Reflect.set(globalThis, name, Object.assign(counted, original));
  }
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) {
    const original = Reflect.get(globalThis, name) as Call;
    Reflect.set(globalThis, name, (timer: unknown) => {
      running.delete(timer);
      return original(timer);
    });
  }
  return running;
}

/** The line of ours that called; other extensions run in the same process. */
function placeInBundle(): string | undefined {
  const stack = new Error().stack?.split('\n').slice(3) ?? [];
  const ours = stack.find(
    (line) => line.includes(`${bundles}/`) || /\/src\/\w+\/.*\.ts:/.test(line),
  );
  return ours?.trim();
}

function isDisposable(value: unknown): value is vscode.Disposable {
  return typeof value === 'object' && value !== null && 'dispose' in value;
}
