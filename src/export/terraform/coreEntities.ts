// Services, routes and streamed custom plugins as resources of the provider.
import type { ControlPlaneRef } from '../../konnect/geo';
import type { CustomPlugin } from '../../konnect/resources/customPlugins';
import type { Route } from '../../konnect/resources/routes';
import type { Service } from '../../konnect/resources/services';
import { hclName } from '../hclName';
import { documentText, Findings, geoNote, type ImportId } from './document';
import type { HclAttributes } from './hcl';
import { parsePairs } from './pluginShape';
import { shapedObject } from './shaped';

// In the notation of `pluginShapes.ts`, from the provider's docs/resources.
const servicePairs =
  'name:s protocol:s host:s port:n path:s retries:n connect_timeout:n read_timeout:n write_timeout:n enabled:b ' +
  'ca_certificates:[s client_certificate:(id:s) tls_verify:b tls_verify_depth:n tls_sans:(dnsnames:[s uris:[s) tags:[s';
const anyRoutePairs =
  'name:s service:(id:s) protocols:[s https_redirect_status_code:n path_handling:s preserve_host:b ' +
  'request_buffering:b response_buffering:b strip_path:b tags:[s';
const routePairs =
  `${anyRoutePairs} methods:[s hosts:[s paths:[s headers:m[s snis:[s regex_priority:n ` +
  'sources:[(ip:s port:n) destinations:[(ip:s port:n)';
const expressionPairs = `${anyRoutePairs} expression:s priority:n`;

/** Konnect makes these. */
const ofKonnect = ['id', 'created_at', 'updated_at'];

export function serviceText(controlPlane: ControlPlaneRef, service: Service): string {
  const label = hclName(service.name ?? `service_${service.id.slice(0, 8)}`);
  return entityText('konnect_gateway_service', label, controlPlane, service, servicePairs);
}

/** With the expressions router a route is another resource. */
export function routeText(controlPlane: ControlPlaneRef, route: Route): string {
  const label = hclName(route.name ?? `route_${route.id.slice(0, 8)}`);
  return typeof route.expression === 'string'
    ? entityText('konnect_gateway_route_expression', label, controlPlane, route, expressionPairs)
    : entityText('konnect_gateway_route', label, controlPlane, route, routePairs);
}

function entityText(
  type: string,
  label: string,
  controlPlane: ControlPlaneRef,
  entity: { readonly id: string; readonly [property: string]: unknown },
  pairs: string,
): string {
  const findings = new Findings(label);
  const attributes = {
    control_plane_id: controlPlane.id,
    ...entityAttributes(entity, pairs, findings),
  };
  const importId = coreImportId(controlPlane, entity.id);
  return documentText({ type, label, attributes, importId }, findings, [geoNote(controlPlane)]);
}

/** An empty list is what the client makes of none. */
export function entityAttributes(
  entity: Readonly<Record<string, unknown>>,
  pairs: string,
  findings: Findings,
): HclAttributes {
  const given = Object.entries(entity).filter(
    ([name, value]) => !ofKonnect.includes(name) && !isEmptyList(value),
  );
  return shapedObject(Object.fromEntries(given), parsePairs(pairs), [], findings);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

export function coreImportId(controlPlane: ControlPlaneRef, id: string): ImportId {
  return { control_plane_id: controlPlane.id, id };
}

export function customPluginText(
  controlPlane: ControlPlaneRef,
  { id, name, handler, schema, tags }: CustomPlugin,
): string {
  const label = hclName(name);
  const attributes = {
    control_plane_id: controlPlane.id,
    name,
    tags: tags?.length ? tags : undefined,
    schema,
    handler,
  };
  const note = geoNote(controlPlane);
  const isComposed = [handler, schema].every((source) => source === source.normalize('NFC'));
  return documentText(
    {
      type: 'konnect_gateway_custom_plugin_streaming',
      label,
      attributes,
      importId: coreImportId(controlPlane, id),
    },
    new Findings(label),
    isComposed
      ? [note]
      : [note, 'Terraform composes characters (Unicode NFC), so it will change a source.'],
  );
}
