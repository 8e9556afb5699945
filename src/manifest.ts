// Every id that package.json also names, with its types; `test/unit/manifest.test.ts` compares the two both ways.
import type { TerraformSource } from './export/terraform';
import type { ControlPlaneRef } from './konnect/client';

/** Where a node's JSON comes from: one GET on the host of `geo`. */
export interface ApiSource {
  readonly geo: string;
  /** Path with version, for example `/v2/control-planes/<id>`. */
  readonly path: string;
}

/** The parts of any tree node that the commands on "any resource" use. */
export interface ResourceTarget {
  readonly name: string;
  readonly resourceId: string;
  readonly source: ApiSource;
  /** What it is for Terraform; undefined for what the provider does not know. */
  readonly terraform?: TerraformSource | undefined;
}

/** A service, a route or anything else of a control plane, for a secret that its backends get. */
export interface SecretTarget {
  readonly controlPlane: ControlPlaneRef | undefined;
  readonly resourceId?: string;
  readonly name?: string;
  readonly terraform?: TerraformSource | undefined;
}

/** A file or folder, as the editor title and VS Code's file explorer pass it. */
export interface FileTarget {
  readonly scheme: string;
  readonly path: string;
  toString(): string;
}

/** A custom plugin in Konnect, as its row in the explorer passes it. */
export interface CustomPluginTarget {
  readonly controlPlane?: (ControlPlaneRef & { readonly name: string }) | undefined;
  readonly terraform?: TerraformSource | undefined;
}

/** A plugin instance, as its row in the explorer passes it. */
export interface InstanceTarget {
  readonly resourceId: string;
  readonly controlPlane?: (ControlPlaneRef & { readonly name?: string }) | undefined;
}

/** Where an instance is added: a control plane, or a service, route or custom plugin of it. */
export interface AddInstanceTarget {
  readonly name?: string;
  readonly source?: ApiSource;
  readonly controlPlane?: (ControlPlaneRef & { readonly name?: string }) | undefined;
}

/** A custom plugin whose previous code comes back at once. */
export interface UndoTarget {
  readonly controlPlane: ControlPlaneRef;
  readonly plugin: string;
}

/** Instances of one custom plugin that move to another of the same control plane. */
export interface MoveTarget {
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName: string;
  readonly from: string;
  readonly to: string;
  /** A configuration, as JSON, that one of them gets on the way. */
  readonly mended?: { readonly instance: string; readonly config: string };
}

/** Where an upload of a folder goes, when not to where it went last. */
export interface UploadWish {
  /** Asks. */
  readonly elsewhere?: boolean;
  readonly controlPlane?: ControlPlaneRef;
  /** Shown instead of sent. */
  readonly asCurl?: boolean;
}

export interface CommandArguments {
  'kongCloudGateways.connection.signIn': [];
  'kongCloudGateways.connection.signOut': [];
  'kongCloudGateways.connection.switch': [];
  'kongCloudGateways.connection.startDemo': [];
  'kongCloudGateways.connection.toggleReadOnly': [];
  'kongCloudGateways.explorer.refresh': [target?: { readonly id: string }];
  'kongCloudGateways.explorer.filter': [];
  'kongCloudGateways.explorer.clearFilter': [];
  /** The node whose list goes on. */
  'kongCloudGateways.explorer.loadMore': [target?: { readonly id: string }];
  'kongCloudGateways.resource.copyId': [target?: ResourceTarget];
  'kongCloudGateways.resource.copyName': [target?: ResourceTarget];
  'kongCloudGateways.resource.openJson': [target?: ResourceTarget];
  'kongCloudGateways.resource.copyAsCurl': [target?: ResourceTarget];
  'kongCloudGateways.resource.copyAsTerraform': [target?: ResourceTarget];
  'kongCloudGateways.resource.openInKonnect': [
    target?: { readonly controlPlane: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.controlPlane.create': [target?: { readonly geo: string }];
  'kongCloudGateways.gateway.provision': [
    target?: FileTarget | { readonly geo: string } | { readonly controlPlane: ControlPlaneRef },
  ];
  'kongCloudGateways.dataPlaneGroup.add': [
    target?: { readonly controlPlane?: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.dataPlaneGroup.scale': [
    target?: {
      readonly resourceId?: string;
      readonly controlPlane?: ControlPlaneRef | undefined;
    },
  ];
  'kongCloudGateways.dataPlaneGroup.editEnvironment': [
    target?: {
      readonly resourceId?: string;
      readonly controlPlane?: ControlPlaneRef | undefined;
    },
  ];
  'kongCloudGateways.dataPlaneGroup.remove': [
    target?: {
      readonly resourceId?: string;
      readonly controlPlane?: ControlPlaneRef | undefined;
    },
  ];
  'kongCloudGateways.configuration.upgrade': [
    target?: { readonly controlPlane?: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.configuration.setAccess': [
    target?: { readonly controlPlane?: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.configuration.tearDown': [
    target?: { readonly controlPlane?: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.customDomain.create': [target?: { readonly controlPlane: ControlPlaneRef }];
  'kongCloudGateways.customDomain.checkDns': [
    target?: { readonly resourceId: string; readonly controlPlane: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.customDomain.checkAllDns': [];
  'kongCloudGateways.customDomain.chooseDnsServers': [];
  'kongCloudGateways.plugin.addDefinitions': [];
  'kongCloudGateways.plugin.check': [target?: FileTarget];
  'kongCloudGateways.plugin.upload': [
    target?: FileTarget | { readonly controlPlane: ControlPlaneRef },
    wish?: UploadWish,
  ];
  'kongCloudGateways.plugin.uploadAsCurl': [
    target?: FileTarget | { readonly controlPlane: ControlPlaneRef },
  ];
  'kongCloudGateways.trustPolicy.check': [target?: FileTarget];
  'kongCloudGateways.plugin.compare': [target?: FileTarget | CustomPluginTarget];
  'kongCloudGateways.plugin.download': [target?: CustomPluginTarget];
  'kongCloudGateways.plugin.undoUpload': [target?: FileTarget | CustomPluginTarget | UndoTarget];
  'kongCloudGateways.plugin.toggleInstance': [target?: InstanceTarget];
  'kongCloudGateways.plugin.addInstance': [target?: AddInstanceTarget];
  'kongCloudGateways.plugin.editInstance': [target?: InstanceTarget];
  'kongCloudGateways.plugin.revealSecrets': [target?: FileTarget];
  'kongCloudGateways.plugin.removeInstance': [target?: InstanceTarget];
  'kongCloudGateways.plugin.delete': [target?: CustomPluginTarget];
  'kongCloudGateways.plugin.new': [target?: FileTarget];
  'kongCloudGateways.plugin.showState': [target?: FileTarget];
  'kongCloudGateways.controlPlane.delete': [target?: { readonly controlPlane: ControlPlaneRef }];
  'kongCloudGateways.customDomain.delete': [
    target?: { readonly resourceId: string; readonly controlPlane: ControlPlaneRef | undefined },
  ];
  'kongCloudGateways.network.rename': [target?: ResourceTarget];
  'kongCloudGateways.network.delete': [target?: ResourceTarget];
  'kongCloudGateways.transitGateway.delete': [target?: ResourceTarget];
  'kongCloudGateways.privateDns.delete': [target?: ResourceTarget];
  'kongCloudGateways.plugin.moveInstances': [target?: CustomPluginTarget | MoveTarget];
  'kongCloudGateways.network.create': [];
  'kongCloudGateways.transitGateway.create': [target?: ResourceTarget];
  'kongCloudGateways.transitGateway.edit': [target?: ResourceTarget];
  'kongCloudGateways.privateDns.create': [target?: ResourceTarget];
  'kongCloudGateways.privateDns.edit': [target?: ResourceTarget];
  'kongCloudGateways.controlPlane.edit': [target?: { readonly controlPlane: ControlPlaneRef }];
  'kongCloudGateways.service.injectSecret': [target?: SecretTarget];
  'kongCloudGateways.transitGateway.nextSteps': [target?: ResourceTarget];
  'kongCloudGateways.privateDns.nextSteps': [target?: ResourceTarget];
  'kongCloudGateways.panel.open': [target?: { readonly controlPlane: ControlPlaneRef }];
  'kongCloudGateways.log.show': [];
}

export type CommandId = keyof CommandArguments;

/** What each command does to Konnect. One that changes it runs neither in Restricted Mode nor on a locked connection. */
export const commandEffects = {
  'kongCloudGateways.connection.signIn': 'reads',
  'kongCloudGateways.connection.signOut': 'reads',
  'kongCloudGateways.connection.switch': 'reads',
  'kongCloudGateways.connection.startDemo': 'reads',
  'kongCloudGateways.connection.toggleReadOnly': 'reads',
  'kongCloudGateways.explorer.refresh': 'reads',
  'kongCloudGateways.explorer.filter': 'reads',
  'kongCloudGateways.explorer.clearFilter': 'reads',
  'kongCloudGateways.explorer.loadMore': 'reads',
  'kongCloudGateways.resource.copyId': 'reads',
  'kongCloudGateways.resource.copyName': 'reads',
  'kongCloudGateways.resource.openJson': 'reads',
  'kongCloudGateways.resource.copyAsCurl': 'reads',
  'kongCloudGateways.resource.copyAsTerraform': 'reads',
  'kongCloudGateways.resource.openInKonnect': 'reads',
  'kongCloudGateways.controlPlane.create': 'changes',
  'kongCloudGateways.gateway.provision': 'changes',
  'kongCloudGateways.dataPlaneGroup.add': 'changes',
  'kongCloudGateways.dataPlaneGroup.scale': 'changes',
  'kongCloudGateways.dataPlaneGroup.editEnvironment': 'changes',
  'kongCloudGateways.dataPlaneGroup.remove': 'changes',
  'kongCloudGateways.configuration.upgrade': 'changes',
  'kongCloudGateways.configuration.setAccess': 'changes',
  'kongCloudGateways.configuration.tearDown': 'changes',
  'kongCloudGateways.customDomain.create': 'changes',
  'kongCloudGateways.customDomain.checkDns': 'reads',
  'kongCloudGateways.customDomain.checkAllDns': 'reads',
  'kongCloudGateways.customDomain.chooseDnsServers': 'reads',
  'kongCloudGateways.plugin.addDefinitions': 'reads',
  'kongCloudGateways.plugin.check': 'reads',
  'kongCloudGateways.plugin.upload': 'changes',
  'kongCloudGateways.plugin.uploadAsCurl': 'reads',
  'kongCloudGateways.trustPolicy.check': 'reads',
  'kongCloudGateways.plugin.compare': 'reads',
  'kongCloudGateways.plugin.download': 'reads',
  'kongCloudGateways.plugin.undoUpload': 'changes',
  'kongCloudGateways.plugin.toggleInstance': 'changes',
  'kongCloudGateways.plugin.addInstance': 'changes',
  'kongCloudGateways.plugin.editInstance': 'reads',
  'kongCloudGateways.plugin.revealSecrets': 'reads',
  'kongCloudGateways.plugin.removeInstance': 'changes',
  'kongCloudGateways.plugin.delete': 'changes',
  'kongCloudGateways.plugin.new': 'reads',
  'kongCloudGateways.plugin.showState': 'reads',
  'kongCloudGateways.controlPlane.delete': 'changes',
  'kongCloudGateways.customDomain.delete': 'changes',
  'kongCloudGateways.network.rename': 'changes',
  'kongCloudGateways.network.delete': 'changes',
  'kongCloudGateways.transitGateway.delete': 'changes',
  'kongCloudGateways.privateDns.delete': 'changes',
  'kongCloudGateways.plugin.moveInstances': 'changes',
  'kongCloudGateways.network.create': 'changes',
  'kongCloudGateways.transitGateway.create': 'changes',
  'kongCloudGateways.transitGateway.edit': 'changes',
  'kongCloudGateways.privateDns.create': 'changes',
  'kongCloudGateways.privateDns.edit': 'changes',
  'kongCloudGateways.controlPlane.edit': 'changes',
  'kongCloudGateways.service.injectSecret': 'changes',
  'kongCloudGateways.transitGateway.nextSteps': 'reads',
  'kongCloudGateways.privateDns.nextSteps': 'reads',
  'kongCloudGateways.panel.open': 'reads',
  'kongCloudGateways.log.show': 'reads',
} as const satisfies Readonly<Record<CommandId, 'reads' | 'changes'>>;

/** Settings and the type of their values, without the prefix. */
export interface SettingTypes {
  apiUrl: string;
  geos: readonly string[];
  deleteConfirmation: 'name' | 'button';
  'plugins.sandbox': string;
  'plugins.gatewayVersion': string;
  'plugins.rules': Readonly<Record<string, string>>;
}

export const settingsPrefix = 'kongCloudGateways';
export const explorerView = 'kongCloudGateways.explorer';
export const panelViewType = 'kongCloudGateways.gateway';
export const documentScheme = 'kongCloudGateways';
export const reportScheme = 'kongCloudGateways-report';
/** Letters only: VS Code's JSON support takes a scheme with a dash for a file name. */
export const instanceScheme = 'kongCloudGatewaysInstance';
export const instanceTextScheme = 'kongCloudGateways-instance-text';
export const instanceSchemaUri = 'kongCloudGateways-instance-text:///schema.json';
export const pluginScheme = 'kongCloudGateways-plugin';

/** Context keys and their values; `when` clauses in package.json read them. */
export interface ContextKeys {
  /** What the explorer has to say when it has no rows. */
  'kongCloudGateways.explorerState':
    | 'signedOut'
    | 'empty'
    | 'failed'
    | 'refused'
    | 'unreachable'
    | 'demoEnded'
    | 'resources';
  'kongCloudGateways.connected': boolean;
  /** The explorer leaves rows out. */
  'kongCloudGateways.filtered': boolean;
}
