// A gateway service, with its own plugins and its routes, and below each route the route's plugins.
import { l10n } from 'vscode';
import type { ControlPlaneRef, KonnectClient, Route, Service } from '../../konnect/client';
import { icons, warningIcon } from '../look/icons';
import { oldDomainIn } from '../look/oldDomain';
import { ResourceNode, type ResourceRow, rowsOf } from '../nodes/resourceNode';
import { pluginRow } from './pluginRow';

/** @param routes those of the whole control plane, which are read once for all services */
export function serviceRow(
  service: Service,
  routes: readonly Route[],
  ref: ControlPlaneRef,
  konnect: KonnectClient,
): ResourceRow {
  const { id, name, host, protocol, port, path, enabled } = service;
  const address = `${protocol ?? 'http'}://${host}:${port ?? 80}${path ?? ''}`;
  const old = oldDomainIn(host);
  const isOff = enabled === false;
  const shown = [address, isOff ? l10n.t('disabled') : undefined, old.mark]
    .filter(Boolean)
    .join(' · ');
  return {
    kind: 'service',
    resourceId: id,
    name: name ?? host,
    source: { geo: ref.geo, path: `/v2/control-planes/${ref.id}/core-entities/services/${id}` },
    terraform: { kind: 'service', resource: service, controlPlane: ref },
    description: shown,
    icon: old.mark === undefined ? icons.services : warningIcon,
    state: isOff ? 'disabled' : 'enabled',
    lines: [[l10n.t('Upstream'), address], old.line, [l10n.t('ID'), id]],
    spoken: l10n.t('Service {0}, upstream {1}', name ?? host, shown),
    empty: l10n.t('No plugins and no routes here'),
    async *children(parent, signal) {
      yield* old.nodes(parent);
      const scope = { of: 'services', id } as const;
      const plugins = konnect.plugins.list(ref, { scope, signal });
      yield* rowsOf(parent, plugins, (one) => pluginRow(one, ref));
      for (const route of routes) {
        if (route.service?.id === id) yield new ResourceNode(parent, routeRow(route, ref, konnect));
      }
    },
  };
}

function routeRow(route: Route, ref: ControlPlaneRef, konnect: KonnectClient): ResourceRow {
  const { id, name, paths, hosts, methods } = route;
  const matches = [methods?.join(' '), hosts?.join(' '), paths?.join(' ')]
    .filter(Boolean)
    .join(' · ');
  return {
    kind: 'route',
    resourceId: id,
    name: name ?? id,
    source: { geo: ref.geo, path: `/v2/control-planes/${ref.id}/core-entities/routes/${id}` },
    terraform: { kind: 'route', resource: route, controlPlane: ref },
    description: matches,
    icon: icons.route,
    lines: [
      [l10n.t('Matches'), matches],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Route {0}, matches {1}', name ?? id, matches),
    empty: l10n.t('No plugins here'),
    children: (parent, signal) => {
      const scope = { of: 'routes', id } as const;
      const plugins = konnect.plugins.list(ref, { scope, signal });
      return rowsOf(parent, plugins, (one) => pluginRow(one, ref));
    },
  };
}
