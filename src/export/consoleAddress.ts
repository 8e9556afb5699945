// Where Konnect's console shows a resource, as far as its addresses are publicly known [inferred, nowhere documented].
import type { ControlPlaneRef } from '../konnect/geo';

/** A control plane, or what names its control plane as configurations and custom domains do. */
export type InConsole =
  | ControlPlaneRef
  | { readonly control_plane_id: string; readonly control_plane_geo: string };

const home = 'https://cloud.konghq.com';

/**
 * The page of the control plane that a resource is in: the resources in it have no page that is known.
 * Undefined for what is in no control plane, as networks are.
 */
export function consoleAddress(resource: InConsole | undefined): string | undefined {
  if (resource === undefined) return undefined;
  const [geo, id] =
    'geo' in resource
      ? [resource.geo, resource.id]
      : [resource.control_plane_geo, resource.control_plane_id];
  if (!isSegment(geo) || !isSegment(id)) return undefined;
  return `${home}/${geo}/gateway-manager/${id}`;
}

/** Ids and geos are letters, digits and hyphens; anything else would name another page. */
function isSegment(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/i.test(text);
}
