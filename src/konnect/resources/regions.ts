// The geos that Konnect offers; undocumented, as Kong's own command line tool asks for them (FACTS 1.1).
import * as z from 'zod/mini';
import { isKonnectError } from '../errors';
import { type Geo, globalGeo, isGeo, knownGeos } from '../geo';
import type { Cancellable } from '../http';
import type { Api } from '../pagination';
import { listOf, type Shape } from '../shape';

const names = listOf(z.string());
const schema = z.looseObject({
  regions: z.looseObject({ stable: names, stable_opt_in: names, beta: names }),
});

const shape: Shape<z.infer<typeof schema>> = { name: 'list of regions', schema };

export class Regions {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Needs no token. The documented geos when Konnect cannot be asked or its answer holds none. */
  async list({ signal }: Cancellable = {}): Promise<readonly Geo[]> {
    const path = '/v3/available-regions';
    try {
      const request = { method: 'GET', geo: globalGeo, path, anonymous: true, signal } as const;
      const { regions } = this.#api.reader.read(shape, await this.#api.http.send(request));
      const offered = [...regions.stable, ...regions.stable_opt_in, ...regions.beta].filter(isGeo);
      const geos = [...new Set(offered)].filter((geo) => geo !== globalGeo);
      return geos.length > 0 ? geos : knownGeos;
    } catch (error) {
      if (isKonnectError(error) && error.kind !== 'cancelled') return knownGeos;
      throw error;
    }
  }
}
