// What plugin instances as files need of the rest.
import type { LogOutputChannel, Memento, Uri } from 'vscode';
import type { ActiveClient } from '../../host/connection/activeClient';
import type { Connections } from '../../host/connection/connections';
import type { Tell } from '../../host/tell';
import type { ControlPlaneRef } from '../../konnect/client';
import type { InstanceFormsOptions } from './instanceForms';

export interface InstanceStoreOptions extends InstanceFormsOptions {
  readonly connections: Connections;
  readonly client: ActiveClient;
  readonly tell: Tell;
  readonly log: LogOutputChannel;
  /** Outlives the window; holds no configuration. */
  readonly memory: Memento;
  /** VS Code has to look at a document's file again. */
  readonly changed: (uri: Uri) => void;
  readonly schemaChanged: () => void;
  /** An instance of the control plane is another thing than before. */
  readonly onSaved: (controlPlane: ControlPlaneRef) => void;
}
