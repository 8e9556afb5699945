// Everything that the demo answers.

import type { Operation } from '../http/operation';
import type { World } from '../world/world';
import { addOnOperations } from './addOns';
import { availabilityOperations } from './availability';
import { configStoreSecretOperations } from './configStoreSecrets';
import { configStoreOperations } from './configStores';
import { configurationOperations } from './configurations';
import { controlPlaneOperations } from './controlPlanes';
import { coreOperations } from './coreEntities';
import { customDomainOperations } from './customDomains';
import { entitySchemaOperations } from './entitySchemas';
import { identityOperations } from './identity';
import { networkOperations } from './networks';
import { nodeOperations } from './nodes';
import { pluginSchemaOperations } from './pluginSchemas';
import { privateDnsOperations } from './privateDns';
import { providerAccountOperations } from './providerAccounts';
import { quotaOperations } from './quotas';
import { transitGatewayOperations } from './transitGateways';

export function allOperations(world: World): readonly Operation[] {
  return [
    ...identityOperations(world),
    ...controlPlaneOperations(world),
    ...nodeOperations(world),
    ...coreOperations(world),
    ...availabilityOperations(),
    ...providerAccountOperations(world),
    ...networkOperations(world),
    ...configurationOperations(world),
    ...customDomainOperations(world),
    ...addOnOperations(world),
    ...configStoreOperations(world),
    ...configStoreSecretOperations(world),
    ...entitySchemaOperations(world),
    ...pluginSchemaOperations(world),
    ...privateDnsOperations(world),
    ...quotaOperations(world),
    ...transitGatewayOperations(world),
  ];
}
