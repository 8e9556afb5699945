// Runs every scenario under `test/integration` in a VS Code session of its own; an argument names just one of them.
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { createAuthority } from './fakes/certificates';
import { HostError, runMain } from './host/hostError';
import { prepare } from './host/prepare';
import { addSent, type Sent, tellSent } from './host/sent';

/** `scenario.json` in a scenario's folder; it and every part of it may be missing. */
interface ScenarioOptions {
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** True: the folder opens in Restricted Mode (on the prepared VS Code only: the desktop's runner always trusts). */
  readonly workspaceTrust?: boolean;
  /** True: Node finds a certificate authority of this session in the system's store, another in NODE_EXTRA_CA_CERTS. */
  readonly authorities?: boolean;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const sources = resolve('test/integration');
const built = resolve('out/test/integration');
const launcher = resolve('out/test/host/launch.js');
/** `1` for the newest desktop VS Code, or a version such as `1.100.0`. */
const desktop = process.env.VSCODE_TEST_DESKTOP;

runMain(async () => {
  const scenarios = chooseScenarios(process.argv[2]);
  if (!desktop) {
    await prepare();
    chmodSync(launcher, 0o755);
  }
  let [passed, failed] = [0, 0];
  const sent: Sent = new Map();
  for (const scenario of scenarios) {
    console.log(`\n=== ${scenario}`);
    const outcome = await runScenario(scenario, sent);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  if (process.argv[2] === undefined && !tellSent(sent)) failed += 1;
  console.log(`\nintegration: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

function chooseScenarios(only: string | undefined): readonly string[] {
  const all = existsSync(built)
    ? readdirSync(built, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const names = all.map((entry) => entry.name).filter((name) => !only || name === only);
  if (names.length > 0) return names;
  throw new HostError(`There is no built scenario ${only ?? ''} in out/test/integration.`);
}

async function runScenario(scenario: string, sent: Sent): Promise<Outcome> {
  const temporary = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    const outcome = await runIn(temporary, scenario, await readOptions(scenario));
    await addSent(sent, join(temporary, 'sent.txt'));
    return outcome;
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runIn(
  temporary: string,
  scenario: string,
  { settings = {}, env = {}, workspaceTrust = false, authorities = false }: ScenarioOptions,
): Promise<Outcome> {
  const [userData, workspace] = [join(temporary, 'user-data'), join(temporary, 'workspace')];
  const outcomeFile = join(temporary, 'outcome.json');
  const original = join(sources, scenario, 'workspace');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  if (existsSync(original)) await cp(original, workspace, { recursive: true });
  else await mkdir(workspace);
  // A scenario with several workspace folders lists them in this file.
  const several = join(workspace, 'several.code-workspace');
  const [standIns, extensions] = [
    join(sources, scenario, 'extensions'),
    join(temporary, 'extensions'),
  ];
  if (existsSync(standIns)) await cp(standIns, extensions, { recursive: true });
  const verdict = await runTests({
    ...(!desktop && { vscodeExecutablePath: launcher }),
    ...(desktop && desktop !== '1' && { version: desktop }),
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: join(built, 'index'),
    extensionTestsEnv: {
      ...env,
      ...(authorities && (await trustedAuthorities(temporary))),
      INTEGRATION_TESTS: join(built, scenario),
      INTEGRATION_OUTCOME: outcomeFile,
      INTEGRATION_SENT: join(temporary, 'sent.txt'),
    },
    launchArgs: [
      existsSync(several) ? several : workspace,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${extensions}`,
      ...(workspaceTrust ? ['--with-workspace-trust'] : []),
    ],
  }).catch((error: unknown) => String(error));
  const outcome = await readOutcome(outcomeFile);
  if (verdict === 0 && outcome.passed > 0) return outcome;
  if (outcome.failed === 0) console.log(`${scenario} did not finish: ${verdict}`);
  return { passed: outcome.passed, failed: Math.max(outcome.failed, 1) };
}

/** Variables that lead Node to them (on Linux); the third is for the test, which has certificates to issue. */
async function trustedAuthorities(folder: string): Promise<Record<string, string>> {
  const [system, extra] = [createAuthority('system'), createAuthority('extra')];
  const files = {
    SSL_CERT_FILE: join(folder, 'system.pem'),
    NODE_EXTRA_CA_CERTS: join(folder, 'extra.pem'),
  };
  await writeFile(files.SSL_CERT_FILE, system.certificate);
  await writeFile(files.NODE_EXTRA_CA_CERTS, extra.certificate);
  return { ...files, INTEGRATION_AUTHORITIES: JSON.stringify({ system, extra }) };
}

async function readOptions(scenario: string): Promise<ScenarioOptions> {
  const file = join(sources, scenario, 'scenario.json');
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/** Without an outcome the session broke off before mocha was done. */
async function readOutcome(file: string): Promise<Outcome> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : { passed: 0, failed: 0 };
}
