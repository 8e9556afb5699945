// Add an instance of a plugin: which plugin and where, then its configuration as a JSON document that is sent when it is saved.
import { l10n, WorkspaceEdit, workspace } from 'vscode';
import type { InstanceScope } from '../../documents/instances/instanceUri';
import { newInstanceText } from '../../instances/instanceText';
import type { AddInstanceTarget } from '../../manifest';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';
import { instanceAddress } from './instanceAddress';
import { pickPluginName } from './pickPluginName';
import { pickScope } from './pickScope';

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'instances' | 'checks'
>;

export async function addInstance(needs: Needs, target?: AddInstanceTarget): Promise<void> {
  const title = l10n.t('Add Plugin Instance');
  const given = givenBy(target);
  const { geo, id, name } = target?.controlPlane ?? (await pickControlPlane(needs, title));
  const controlPlane = { geo, id };
  const address = await instanceAddress(needs, controlPlane);
  const plugin = given.plugin ?? (await pickPluginName(needs, title, controlPlane));
  const scope = given.scope ?? (await pickScope(needs, title, controlPlane));
  const store = await needs.instances.get();
  store.forms.forget(controlPlane, plugin);
  const form = await needs.tell.progress(l10n.t('Reading the schema of {0}', plugin), () =>
    store.forms.of(controlPlane, plugin),
  );
  const number = Date.now().toString(36);
  const label = l10n.t('new {0}', plugin);
  const document = await store.open({ ...address, plugin, scope, number }, name ?? geo, label);
  // From the start there is something to save, and something that VS Code asks about before it is lost.
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), newInstanceText(plugin, form));
  await workspace.applyEdit(edit);
}

interface Given {
  readonly plugin?: string;
  readonly scope?: readonly InstanceScope[];
}

const scopesByPath: Readonly<Record<string, InstanceScope['field']>> = {
  services: 'service',
  routes: 'route',
  consumers: 'consumer',
  consumer_groups: 'consumer_group',
};

/** A row says what it is by the path that it is read from. */
function givenBy(target: AddInstanceTarget | undefined): Given {
  const [, kind = '', id = ''] =
    /\/core-entities\/([\w-]+)\/([^/]+)$/.exec(target?.source?.path ?? '') ?? [];
  const field = scopesByPath[kind];
  if (field !== undefined) return { scope: [{ field, id }] };
  return kind === 'custom-plugins' && target?.name !== undefined ? { plugin: target.name } : {};
}
