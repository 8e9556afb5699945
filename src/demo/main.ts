// The demo's bundle: the server for the extension and for tests, and a program that serves it alone.

import { readArguments, type ServeOptions } from './arguments';
import { startDemo } from './server';

export { type DemoOptions, type DemoServer, startDemo } from './server';

async function serve(options: ServeOptions): Promise<void> {
  const { apiUrl, token, closed } = await startDemo(options);
  process.stdout.write(`${JSON.stringify({ apiUrl, token })}\n`);
  await closed;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

if (require.main === module) {
  const options = readArguments(process.argv.slice(2));
  if (typeof options === 'string') fail(options);
  else serve(options).catch((error: unknown) => fail(`Cannot serve the demo: ${String(error)}`));
}
