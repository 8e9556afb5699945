// Change the name or the servers of an outbound resolver; of a zone Konnect changes nothing.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { ResourceTarget } from '../../manifest';
import { privateDnsUpdate, serversText } from '../../operations/attachments/bodies';
import { servers } from '../../operations/attachments/fields';
import { kindOf, privateDnsKinds } from '../../operations/attachments/kinds';
import { collect } from '../../operations/collect';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { freeName } from '../network/names';
import { privateDnsOf } from '../network/pickNetwork';
import { refreshNetwork } from '../network/refreshNetwork';
import { refuseSame } from '../transitGateway/editTransitGateway';

export async function editPrivateDns(needs: DeletionNeeds, target?: ResourceTarget): Promise<void> {
  const title = l10n.t('Edit Private DNS');
  const { networkId, resource } = await privateDnsOf(needs, title, target);
  const { kind } = resource.private_dns_attachment_config;
  if (kindOf(privateDnsKinds, kind)?.change === undefined) throw unchangeable(resource, target);
  const edit = await askFor(needs, `${title}: ${resource.name}`, networkId, resource);
  const isNamed = edit.name !== resource.name;
  refuseSame(!isNamed && edit.servers === edit.before, resource.name);
  const update = privateDnsUpdate(kind, isNamed ? edit.name : undefined, edit.servers);
  await makeChange(needs, {
    question: l10n.t('Change the private DNS {0}?', resource.name),
    consequences: [
      ...(isNamed ? [l10n.t('It is called {0} from then on.', edit.name)] : []),
      l10n.t('So far: {0}', edit.before),
      l10n.t('Then: {0}', edit.servers),
      l10n.t('Domains that are left out are no longer resolved for the gateways of its network.'),
    ],
    button: l10n.t('Change'),
    progress: l10n.t('Changing private DNS {0}', resource.name),
    terraform: {
      kind: 'privateDns',
      networkId,
      resource: {
        ...resource,
        name: edit.name,
        private_dns_attachment_config: update.private_dns_attachment_config,
      } as PrivateDns,
    },
    work: (konnect, { signal }) =>
      konnect.privateDns.update(networkId, resource.id, update, { signal }),
  });
  refreshNetwork(needs, networkId);
  needs.tell.info(l10n.t('Private DNS {0} is changed.', edit.name));
}

async function askFor(
  { ask, client }: DeletionNeeds,
  title: string,
  networkId: string,
  { id, name: current, private_dns_attachment_config: config }: PrivateDns,
): Promise<{ readonly name: string; readonly servers: string; readonly before: string }> {
  const { privateDns } = await client.get();
  const others = (await collect(privateDns.list(networkId))).filter((one) => one.id !== id);
  const name = await ask.text({
    title,
    prompt: l10n.t('Name of the private DNS, unique in its network'),
    value: current,
    check: freeName(others.map((one) => one.name)),
  });
  const before = serversText(config.dns_config ?? {});
  const typed = await ask.text({
    title,
    prompt: servers.prompt(l10n.t),
    placeHolder: servers.example,
    value: before,
    check: (text) => servers.check(text, l10n.t),
  });
  return { name, servers: typed, before };
}

function unchangeable({ name }: PrivateDns, target: ResourceTarget | undefined): UserError {
  return new UserError(
    l10n.t(
      'Konnect changes nothing of the private DNS {0}: a zone has to be deleted and created anew. Its names are not resolved meanwhile.',
      name,
    ),
    { title: l10n.t('Delete…'), run: () => execute('kongCloudGateways.privateDns.delete', target) },
  );
}
