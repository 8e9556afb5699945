// What is kept of work that goes on in Konnect: enough to look at it again, and to say what it was.
import type { ControlPlane } from '../../konnect/client';

export type GatewayRef = Pick<ControlPlane, 'id' | 'geo' | 'name'>;

export interface FollowedGateway {
  readonly controlPlane: GatewayRef;
  /** Title of the notification while it is under way. */
  readonly progress: string;
  /** What is told when all is well. */
  readonly done: string;
  /** What is offered then. */
  readonly next?: 'panel' | 'delete';
}

export interface NetworkNote {
  readonly kind: 'network';
  readonly id: string;
  readonly name: string;
}

export interface AttachmentNote {
  readonly kind: 'transitGateway' | 'privateDns';
  readonly networkId: string;
  readonly id: string;
  readonly name: string;
}

export type OpenWorkNote =
  | ({ readonly kind: 'gateway' } & FollowedGateway)
  | NetworkNote
  | AttachmentNote
  /** Of a control plane: it goes in several steps, which end with the window. */
  | {
      readonly kind: 'deletion';
      readonly controlPlane: GatewayRef;
    };

export function keyOf(note: OpenWorkNote): string {
  const { kind } = note;
  return 'controlPlane' in note
    ? `${kind} ${note.controlPlane.geo}/${note.controlPlane.id}`
    : `${kind} ${note.id}`;
}
