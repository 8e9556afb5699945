// Prints the benchmark table: what is measured, what was promised, and by how much a promise is missed. Never fails for
// being slow: figures depend on the machine, ratios much less so. Arguments choose parts by name.
import { activation } from './bench/activation';
import { commandLine } from './bench/commandLine';
import { completion } from './bench/completion';
import { exploring } from './bench/exploring';
import { listing } from './bench/listing';
import { luacheck } from './bench/luacheck';
import { pluginCheck } from './bench/pluginCheck';
import { misses, type Row, table } from './bench/row';
import { largestInputs, sizes } from './bench/sizes';
import { uploading } from './bench/uploading';
import { HostError, runMain } from './host/hostError';
import { packageVsix } from './host/packageVsix';

type Rows = readonly Row[];

/** Each is given the packaged extension. */
const parts: Readonly<Record<string, (vsix: string) => Promise<Rows> | Rows>> = {
  sizes,
  check: pluginCheck,
  completion,
  cli: commandLine,
  luacheck,
  upload: uploading,
  list: async () => [...(await listing(1000)), ...(await listing(10_000))],
  explorer: async () => [...(await exploring(1000)), ...(await exploring(10_000))],
  activation,
};

runMain(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new HostError(
      `No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`,
    );
  const vsix = await packageVsix();
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.error(`measuring ${name} …`);
    rows.push(...(await measure(vsix)));
  }
  console.log(`\n${table(rows)}\n`);
  for (const sentence of misses(rows)) console.log(sentence);
  for (const bundle of ['dist/extension.js', 'dist/konnect.js'])
    console.log(`\nLargest inputs of ${largestInputs(bundle)}`);
  return 0;
});
