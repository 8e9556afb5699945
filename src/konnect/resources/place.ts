// Where resources live, below a control plane in its geo or in the one cloud gateways API, and where an answer holds them.

import { type ControlPlaneRef, globalGeo } from '../geo';
import type { Place } from './endpoint';

/** Cloud gateways answer on the global host only, whatever geo their control plane has. */
export const everywhere: Place = { geo: globalGeo };

export const cloudGateways = '/v2/cloud-gateways';
export const controlPlane = '/v2/control-planes/{controlPlaneId}';
export const coreEntities = `${controlPlane}/core-entities`;

export function below({ id, geo }: ControlPlaneRef): Place {
  return { geo, parameters: { controlPlaneId: id } };
}

export function inNetwork(networkId: string): Place {
  return { geo: globalGeo, parameters: { networkId } };
}

/** Single reads come as `{item: …}`. */
export function itemOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'item' in answer ? answer.item : answer;
}
