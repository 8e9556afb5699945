// Who is asking and where Konnect is: organisation, user, and the regions that the organisation may use.

import { type Operation, ok } from '../http/operation';
import type { World } from '../world/world';

export function identityOperations(world: World): readonly Operation[] {
  const organization = () => ok({ ...world.organization });
  return [
    {
      id: 'get-organizations-me',
      method: 'GET',
      path: '/v3/organizations/me',
      home: 'global',
      handle: organization,
    },
    {
      // Kong's decK tests its token here.
      id: 'get-organizations-me-v2',
      method: 'GET',
      path: '/v2/organizations/me',
      home: 'everywhere',
      undescribed: true,
      handle: organization,
    },
    {
      id: 'get-users-me',
      method: 'GET',
      path: '/v3/users/me',
      home: 'global',
      handle: () => ok({ ...world.user }),
    },
    {
      id: 'available-regions',
      method: 'GET',
      path: '/v3/available-regions',
      home: 'global',
      open: true,
      undescribed: true,
      handle: () =>
        ok({
          regions: { stable: ['us', 'eu', 'au', 'me', 'in'], stable_opt_in: ['sg'], beta: [] },
        }),
    },
  ];
}
