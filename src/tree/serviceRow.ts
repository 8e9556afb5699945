// A gateway service, with its own plugins and its routes, and below each route the route's plugins.
import { l10n } from 'vscode';
import type { ControlPlaneRef, KonnectClient, Route, Service } from '../konnect/client';
import { icons } from './icons';
import { MessageNode } from './messageNode';
import type { TreeNode } from './node';
import { pluginRow } from './pluginRow';
import { collectRows, ResourceNode, type ResourceRow } from './resourceNode';

/** @param routes those of the whole control plane, which are read once for all services */
export function serviceRow(
  service: Service,
  routes: readonly Route[],
  ref: ControlPlaneRef,
  konnect: KonnectClient,
): ResourceRow {
  const { id, name, host, protocol, port, path, enabled } = service;
  const address = `${protocol ?? 'http'}://${host}:${port ?? 80}${path ?? ''}`;
  const shown = enabled === false ? l10n.t('{0} · disabled', address) : address;
  return {
    kind: 'service',
    resourceId: id,
    name: name ?? host,
    source: { geo: ref.geo, path: `/v2/control-planes/${ref.id}/core-entities/services/${id}` },
    terraform: { kind: 'service', resource: service, controlPlane: ref },
    description: shown,
    icon: icons.services,
    lines: [
      [l10n.t('Upstream'), address],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Service {0}, upstream {1}', name ?? host, shown),
    children: async (parent, signal) => {
      const scope = { of: 'services', id } as const;
      const plugins = await collectRows(
        parent,
        konnect.plugins.list(ref, { scope, signal }),
        (one) => pluginRow(one, ref),
      );
      const own = routes.filter((route) => route.service?.id === id);
      return orNothing(parent, [
        ...plugins,
        ...own.map((route) => new ResourceNode(parent, routeRow(route, ref, konnect))),
      ]);
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
    children: async (parent, signal) => {
      const scope = { of: 'routes', id } as const;
      return orNothing(
        parent,
        await collectRows(parent, konnect.plugins.list(ref, { scope, signal }), (one) =>
          pluginRow(one, ref),
        ),
      );
    },
  };
}

function orNothing(parent: TreeNode, rows: readonly TreeNode[]): readonly TreeNode[] {
  return rows.length > 0
    ? rows
    : [new MessageNode(parent, l10n.t('No plugins here'), { failed: false })];
}
