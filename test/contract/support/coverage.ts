// How much of the API descriptions is served: the parts that this project uses, counted and told as a table.

import type { Operation } from '../../../src/demo/http/operation';
import type { Judged } from './demoCaller';
import type { OpenApi, openApiFiles } from './openApi';

interface Part {
  readonly file: keyof typeof openApiFiles;
  /** Paths of the file that the project has to do with; all when absent. */
  readonly paths?: RegExp;
  readonly except?: RegExp;
}

const coreKinds =
  'services|routes|consumers|consumer_groups|plugins|custom-plugins|plugin-schemas|vaults|schemas/plugins|schemas/\\{';

export const usedParts: readonly Part[] = [
  { file: 'cloudGateways' },
  { file: 'controlPlanes', paths: /^\/control-planes(\/\{controlPlaneId\})?$/ },
  {
    file: 'controlPlanesConfig',
    paths: new RegExp(
      `^/control-planes/[^/]+/(nodes|expected-config|config-stores|core-entities/(${coreKinds}))`,
    ),
    // Credentials, GraphQL, and who is in which consumer group.
    except: /graphql|-auth|\/(acls|jwt)|ConsumerGroupId\}\/consumers|ConsumerId\}\/consumer_groups/,
  },
  { file: 'identity', paths: /^\/(organizations|users)\/me$/ },
];

/** One line per file, and one that names what the files lack. */
export function coverageTable(
  files: readonly OpenApi[],
  served: readonly Operation[],
  judged: readonly Judged[],
): readonly string[] {
  const covered = new Set(judged.map(({ operation }) => operation));
  const lines = files.map((file, index) => {
    const { file: name = '', paths, except } = usedParts[index] ?? {};
    const used = [...file.operations.values()].filter(
      ({ path }) => (paths?.test(path) ?? true) && !except?.test(path),
    );
    const missing = used.filter(({ id }) => !covered.has(id)).map(({ id }) => id);
    const answers = new Set(
      judged
        .filter(({ operation }) => file.operations.has(operation))
        .map(({ operation, status }) => `${operation} ${status}`),
    );
    const rest = missing.length > 0 ? `; not served: ${missing.join(', ')}` : '';
    return `${name.padEnd(20)} ${used.length - missing.length} of ${used.length} operations (${file.operations.size} in the file), ${answers.size} statuses compared${rest}`;
  });
  const undescribed = served.filter((operation) => operation.undescribed).map(({ id }) => id);
  return [...lines, `in no description     ${undescribed.join(', ')}`];
}
