// Create a Dedicated Cloud Gateways control plane; it costs nothing until it gets data plane groups.
import { l10n } from 'vscode';
import { createOnce } from '../../operations/createOnce';
import { findControlPlane } from '../../operations/gateway/survey';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import { pickGeo } from '../pick';
import type { Services } from '../services';

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'explorer' | 'terraform'
>;

export async function createControlPlane(
  needs: Needs,
  target?: { readonly geo: string },
): Promise<void> {
  const { ask, tell, explorer } = needs;
  const title = l10n.t('Create Control Plane');
  const geo = target?.geo ?? (await pickGeo(needs, title));
  const name = await ask.text({
    title: l10n.t('{0} in {1}', title, geo),
    prompt: l10n.t('Name of the control plane, unique in the organisation'),
    check: checkName,
  });
  const wish = { name, cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE', cloud_gateway: true } as const;
  const { cluster_type, cloud_gateway } = wish;
  const created = await makeChange(needs, {
    question: l10n.t('Create the control plane {0}?', name),
    consequences: [l10n.t('It costs nothing until it gets data plane groups.')],
    geo,
    button: l10n.t('Create'),
    progress: l10n.t('Creating control plane {0}', name),
    terraform: {
      kind: 'controlPlane',
      resource: { id: '', geo, name, config: { cluster_type, cloud_gateway, proxy_urls: [] } },
    },
    work: (konnect, { signal }) =>
      createOnce(
        () => findControlPlane(konnect, geo, name, signal),
        () => konnect.controlPlanes.create(geo, wish, { signal }),
      ),
  });
  explorer.refresh({ id: rowId.geo(geo) });
  tell.info(
    l10n.t(
      'Control plane {0} is created in {1}. It has no data plane groups yet.',
      created.name,
      geo,
    ),
  );
}

/** control-planes v2, `create-control-plane`: 2 to 256 characters. */
function checkName(name: string): string | undefined {
  if (name.length < 2) return l10n.t('At least 2 characters.');
  if (name.length > 256) return l10n.t('At most 256 characters; this has {0}.', name.length);
  return undefined;
}
