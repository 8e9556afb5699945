// A managed cache, a config store with a secret, and a plugin schema of a self-hosted gateway.

import { uuidOf } from '../world/ids';
import type { World } from '../world/world';
import { controlPlaneId } from './controlPlanes';
import { requestSignerSchema } from './pluginSources';

const moment = '2026-05-06T07:41:09.000Z';
const seconds = Date.parse(moment) / 1000;

export const weatherStoreId = uuidOf('config-store/weather');

export function seedExtras(world: World): void {
  world.addOns.put({
    id: uuidOf('add-on/booking-cache'),
    name: 'booking-cache',
    owner: { kind: 'control-plane', id: controlPlaneId('booking-prod'), geo: 'us' },
    tier: 'small',
    cache_config_id: uuidOf('cache-config/booking-cache'),
    state: 'ready',
    entity_version: 2,
    created_at: moment,
    updated_at: moment,
  });
  const store = {
    id: weatherStoreId,
    control_plane_id: controlPlaneId('booking-prod'),
    name: 'Backend secrets',
    created_at: moment,
    updated_at: moment,
  };
  world.configStores.put(store);
  const key = 'weather-authorization';
  const value = 'Authorization:Bearer demo-not-a-real-secret';
  world.secrets.put({
    id: `${store.id}/${key}`,
    store_id: store.id,
    key,
    value,
    created_at: moment,
    updated_at: moment,
  });
  world.pluginSchemas.put({
    id: uuidOf('plugin-schema/office-signer'),
    control_plane_id: controlPlaneId('office-apps'),
    name: 'office-signer',
    lua_schema: requestSignerSchema.replace('request-signer', 'office-signer'),
    created_at: seconds,
    updated_at: seconds,
  });
}
