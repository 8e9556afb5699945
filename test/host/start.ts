// `npm start`: the packaged extension in a real VS Code, connected to the demo Konnect, on a sample workspace.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFront } from './frontServer';
import { HostError, runMain } from './hostError';
import { startOwned } from './ownedProcess';
import { packageVsix } from './packageVsix';
import { cacheFolder, prepare } from './prepare';
import { installVsix, startServer } from './vscodeServer';

const profile = join(cacheFolder, 'start');
const workspace = join(profile, 'sample');
const dataFolder = join(profile, 'data');
const demoTimeoutMs = 15_000;

runMain(async () => {
  const port = readPort();
  endWithNpm();
  const parts = await prepare();
  await installVsix(parts, dataFolder, await packageVsix());
  console.log('Packaged the extension and installed it in VS Code.');
  if (!existsSync(workspace)) await cp('examples', workspace, { recursive: true });
  const demo = startOwned(process.execPath, [join('dist', 'demo.js'), '--port', '0']);
  const [line] = await demo.waitForLine(/^\{.*"apiUrl".*\}$/, demoTimeoutMs);
  console.log(
    `The demo Konnect is at ${JSON.parse(line).apiUrl}; its data lasts until you stop this.`,
  );
  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer(parts, {
    dataFolder,
    connectionToken,
    workspaceTrust: false,
    env: { KONG_CLOUD_GATEWAYS_DEMO: line },
  });
  const secretKey = await readSecretKey();
  const front = await startFront({ port, behind: server.port, connectionToken, secretKey });
  const query = new URLSearchParams({ tkn: connectionToken, folder: workspace });
  console.log(`The sample workspace is ${workspace}; delete it to start afresh. Ctrl+C ends all.`);
  console.log(`\nOpen  http://127.0.0.1:${front}/?${query}`);
  const code = await Promise.race([server.process.ended, demo.ended]);
  throw new HostError(`VS Code's server or the demo Konnect ended (${code}).`);
});

/** A terminated npm does not tell what it started. */
function endWithNpm(): void {
  const parent = process.ppid;
  const check = () => process.ppid !== parent && process.exit(130);
  if (process.env.npm_lifecycle_event) setInterval(check, 1000).unref();
}

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new HostError(`--port ${values.port} is not a port.`);
}

async function readSecretKey(): Promise<Buffer> {
  const file = join(profile, 'secret-key');
  await mkdir(profile, { recursive: true });
  if (!existsSync(file)) await writeFile(file, randomBytes(32), { mode: 0o600 });
  return readFile(file);
}
