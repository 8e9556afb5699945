// The browser that shows VS Code in tests: the pinned headless Chromium, or an installed one that CHROME_PATH names.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { HostError } from './hostError';
import { runProgram } from './runProgram';

export interface Browser {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

const installedNames = ['google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir prefix="relative">fonts</dir></fontconfig>
`;

/** `folder` is where `unpackBrowser` put the pinned one, which npm has for x64 only. */
export function findBrowser(folder: string): Browser {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named))
      throw new HostError(`CHROME_PATH names ${named}, which does not exist.`);
    return { executablePath: named, env: process.env };
  }
  const pinned = join(folder, 'chromium');
  if (existsSync(pinned)) return { executablePath: pinned, env: environment(folder) };
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of installedNames) {
      const executablePath = join(directory, name);
      if (existsSync(executablePath)) return { executablePath, env: process.env };
    }
  }
  throw new HostError(
    `npm has no browser for ${process.arch}. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.`,
  );
}

/**
 * `@sparticuz/chromium` unpacks itself into the folder for temporary files, on Node 22 or newer. Pretending to be the
 * service it was made for brings the libraries along that a bare system lacks (nss, nspr, expat).
 */
export async function unpackBrowser(node: string, parts: string): Promise<void> {
  const folder = join(parts, 'browser');
  const unpack = 'import("@sparticuz/chromium").then(({ default: it }) => it.executablePath())';
  await runProgram(node, ['--eval', `fs.mkdirSync(${JSON.stringify(folder)}); ${unpack}`], {
    cwd: parts,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontSettings);
  const chromium = join(folder, 'chromium');
  const bringsAll = runProgram(chromium, ['--version'], { env: process.env });
  const systemHasAll = await bringsAll.then(
    () => true,
    () => false,
  );
  if (systemHasAll) await rm(join(folder, 'al2023'), { recursive: true });
  else await runProgram(chromium, ['--version'], { env: environment(folder) });
}

function environment(folder: string): NodeJS.ProcessEnv {
  const libraries = join(folder, 'al2023', 'lib');
  const hasFonts = existsSync('/etc/fonts/fonts.conf') && existsSync('/usr/share/fonts');
  return {
    ...process.env,
    ...(existsSync(libraries) && { LD_LIBRARY_PATH: libraries }),
    ...(!hasFonts && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
