// The demo Konnect as a process of its own, so that its data outlives a reload of the window.
import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { l10n } from 'vscode';
import { UserError } from '../userError';

export interface DemoAddress {
  /** With `{geo}`, on loopback. */
  readonly apiUrl: string;
  readonly token: string;
}

/** Set by whoever already runs a demo server: the line of JSON that the server prints. */
const addressVariable = 'KONG_CLOUD_GATEWAYS_DEMO';

/** The server ends itself when no window has held a socket to it for this long. */
const lingerSeconds = 60;

export class DemoServer {
  readonly #program: string;
  #heldOpen: Socket | undefined;
  #heldUrl: string | undefined;

  /** @param program path of the demo's bundle */
  constructor(program: string) {
    this.#program = program;
  }

  /** A demo that was started for this window from outside. */
  given(): DemoAddress | undefined {
    const line = process.env[addressVariable];
    return line === undefined ? undefined : parseAddress(line);
  }

  async start(): Promise<DemoAddress> {
    const address = this.given() ?? (await this.#spawn());
    this.hold(address.apiUrl);
    return address;
  }

  /** Whether anything still listens at the address of an earlier demo. */
  isRunning(apiUrl: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(placeOf(apiUrl));
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }

  /** Keeps a socket open, which is what keeps the server alive. */
  hold(apiUrl: string): void {
    if (this.#heldUrl === apiUrl && this.#heldOpen?.destroyed === false) return;
    this.#heldOpen?.destroy();
    this.#heldUrl = apiUrl;
    const socket = connect(placeOf(apiUrl));
    socket.unref();
    socket.on('error', () => socket.destroy());
    this.#heldOpen = socket;
  }

  dispose(): void {
    this.#heldOpen?.destroy();
  }

  async #spawn(): Promise<DemoAddress> {
    const server = spawn(process.execPath, [this.#program, '--linger', String(lingerSeconds)], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    server.on('error', () => server.stdout.destroy());
    server.unref();
    const line = await firstLine(server.stdout);
    const address = line === undefined ? undefined : parseAddress(line);
    if (address === undefined)
      throw new UserError(
        l10n.t('The demo server did not start. Try again, or reload the window.'),
      );
    server.stdout.destroy();
    return address;
  }
}

function placeOf(apiUrl: string): { host: string; port: number } {
  const { hostname, port } = new URL(apiUrl.replace('{geo}', 'us'));
  return { host: hostname, port: Number(port) };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stream })) return line;
  return undefined;
}

/** Only a loopback address is taken: nothing else can be the demo. */
function parseAddress(line: string): DemoAddress | undefined {
  try {
    const { apiUrl, token } = JSON.parse(line) as Partial<DemoAddress>;
    const isDemo =
      typeof apiUrl === 'string' && /^http:\/\/127\.0\.0\.1:\d+\/\{geo\}$/.test(apiUrl);
    return isDemo && typeof token === 'string' ? { apiUrl, token } : undefined;
  } catch {
    return undefined;
  }
}
