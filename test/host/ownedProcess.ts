// Child processes that do not outlive us: each leads a process group, which ends on close, on our exit and on an interrupt.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HostError } from './hostError';

export interface OwnedProcess {
  /** Settles with the exit code (or signal) once the process itself is gone. */
  readonly ended: Promise<number | string>;
  /** The last lines of output, for error messages. */
  lastLines(): string;
  /** Resolves with the match of the first line of output that matches; rejects when the process ends or takes too long. */
  waitForLine(pattern: RegExp, timeoutMs: number): Promise<RegExpMatchArray>;
  close(): Promise<void>;
}

export interface OwnedProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const keptLines = 30;
const graceMs = 3000;

export function startOwned(
  command: string,
  args: readonly string[],
  options: OwnedProcessOptions = {},
): OwnedProcess {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const recent: string[] = [];
  const watchers = new Set<(line: string) => void>();
  if (options.onLine) watchers.add(options.onLine);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      recent.push(line);
      if (recent.length > keptLines) recent.shift();
      for (const watch of watchers) watch(line);
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const release = endWithUs(child);
  return {
    ended,
    lastLines: () => recent.join('\n'),
    waitForLine: (pattern, timeoutMs) =>
      firstMatch({ pattern, timeoutMs, watchers, ended, lastLines: () => recent.join('\n') }),
    close: async () => {
      release();
      endGroup(child, 'SIGTERM');
      const force = setTimeout(() => endGroup(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(force);
      endGroup(child, 'SIGKILL'); // members that outlived their leader
    },
  };
}

interface Waiting {
  readonly pattern: RegExp;
  readonly timeoutMs: number;
  readonly watchers: Set<(line: string) => void>;
  readonly ended: Promise<number | string>;
  readonly lastLines: () => string;
}

function firstMatch(waiting: Waiting): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      waiting.watchers.delete(watch);
      reject(new HostError(`${why}. Its last lines:\n${waiting.lastLines()}`));
    };
    const timer = setTimeout(
      () => fail(`Not ready after ${waiting.timeoutMs / 1000} s`),
      waiting.timeoutMs,
    );
    const watch = (line: string) => {
      const match = line.match(waiting.pattern);
      if (!match) return;
      clearTimeout(timer);
      waiting.watchers.delete(watch);
      resolve(match);
    };
    waiting.watchers.add(watch);
    waiting.ended.then((code) => {
      clearTimeout(timer);
      fail(`The process ended (${code}) before it was ready`);
    });
  });
}

function endWithUs(child: ChildProcess): () => void {
  const kill = () => endGroup(child, 'SIGKILL');
  const leave = () => process.exit(130); // runs the exit handlers of all that we own
  process.once('exit', kill);
  for (const signal of signals) process.once(signal, leave);
  return () => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, leave);
  };
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
