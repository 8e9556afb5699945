// Packages the built extension the way `npm run package` does.
import { resolve } from 'node:path';
import { HostError } from './hostError';
import { runProgram } from './runProgram';

/** `dist` must have been built. Returns the path of the `.vsix`. */
export async function packageVsix(): Promise<string> {
  try {
    await runProgram('npm', ['run', '--silent', 'vsix']);
  } catch (error) {
    throw new HostError(`The extension could not be packaged. ${(error as Error).message}`);
  }
  return resolve('kong-cloud-gateways.vsix');
}
