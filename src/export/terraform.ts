// Resources of Konnect as resources of the Terraform provider kong/konnect (3.19).
import type { ControlPlaneRef } from '../konnect/geo';
import type { AddOn } from '../konnect/resources/addOns';
import type { Configuration } from '../konnect/resources/configurations';
import type { ControlPlane } from '../konnect/resources/controlPlanes';
import type { CustomDomain } from '../konnect/resources/customDomains';
import type { CustomPlugin } from '../konnect/resources/customPlugins';
import type { Network } from '../konnect/resources/networks';
import type { Plugin } from '../konnect/resources/plugins';
import type { PrivateDns } from '../konnect/resources/privateDns';
import type { Route } from '../konnect/resources/routes';
import type { Service } from '../konnect/resources/services';
import type { TransitGateway } from '../konnect/resources/transitGateways';
import { privateDnsText, transitGatewayText } from './terraform/attachments';
import {
  addOnText,
  configurationText,
  controlPlaneText,
  customDomainText,
  networkText,
} from './terraform/cloudGateways';
import { customPluginText, routeText, serviceText } from './terraform/coreEntities';
import { pluginText } from './terraform/plugins';

interface Of<Kind extends string, Resource> {
  readonly kind: Kind;
  readonly resource: Resource;
}

interface InNetwork {
  readonly networkId: string;
}

interface InControlPlane {
  readonly controlPlane: ControlPlaneRef;
}

export type TerraformSource =
  | Of<'controlPlane', ControlPlane>
  | Of<'configuration', Configuration>
  | Of<'network', Network>
  | Of<'customDomain', CustomDomain>
  | Of<'addOn', AddOn>
  | (Of<'transitGateway', TransitGateway> & InNetwork)
  | (Of<'privateDns', PrivateDns> & InNetwork)
  | (Of<'service', Service> & InControlPlane)
  | (Of<'route', Route> & InControlPlane)
  | (Of<'plugin', Plugin> & InControlPlane)
  | (Of<'customPlugin', CustomPlugin> & InControlPlane);

/** Resource, import block and variables for what is secret; undefined when the provider has no such resource. */
export function terraformOf(source: TerraformSource): string | undefined {
  switch (source.kind) {
    case 'controlPlane':
      return controlPlaneText(source.resource);
    case 'configuration':
      return configurationText(source.resource);
    case 'network':
      return networkText(source.resource);
    case 'customDomain':
      return customDomainText(source.resource);
    case 'addOn':
      return addOnText(source.resource);
    case 'transitGateway':
      return transitGatewayText(source.networkId, source.resource);
    case 'privateDns':
      return privateDnsText(source.networkId, source.resource);
    case 'service':
      return serviceText(source.controlPlane, source.resource);
    case 'route':
      return routeText(source.controlPlane, source.resource);
    case 'plugin':
      return pluginText(source.controlPlane, source.resource);
    case 'customPlugin':
      return customPluginText(source.controlPlane, source.resource);
  }
}
