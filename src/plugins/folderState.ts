// How a plugin folder stands against what Konnect holds of it.

export type FolderState =
  /** Konnect holds none, and this folder sent none there. */
  | 'notUploaded'
  /** This folder was uploaded, and Konnect holds it no more. */
  | 'goneFromKonnect'
  | 'inSync'
  /** Changed here since it was sent. */
  | 'localAhead'
  /** Changed in Konnect since it was sent. */
  | 'remoteAhead'
  /** Changed in both places, or never sent from here: which one is newer cannot be told. */
  | 'bothChanged';

/** Digests of handler and schema together. */
export interface FolderDigests {
  /** What was last sent from here, or last written here from Konnect. */
  readonly sent: string | undefined;
  /** Undefined where a file is missing or cannot be read. */
  readonly local: string | undefined;
  /** Undefined where Konnect holds none. */
  readonly remote: string | undefined;
}

export function folderState({ sent, local, remote }: FolderDigests): FolderState {
  if (remote === undefined) return sent === undefined ? 'notUploaded' : 'goneFromKonnect';
  if (local === remote) return 'inSync';
  if (remote === sent) return 'localAhead';
  return local !== undefined && local === sent ? 'remoteAhead' : 'bothChanged';
}
