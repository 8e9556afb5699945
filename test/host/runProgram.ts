// Runs a program to its end; when it fails, the first useful line of what it said becomes the error.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const run = promisify(execFile);

export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  try {
    const { stdout } = await run(program, args, { ...options, maxBuffer: 2 ** 24 });
    return stdout;
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string } & Error;
    throw new Error((stderr || stdout || message).trim());
  }
}
