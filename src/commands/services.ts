// Everything that commands may need; each command names its own share with `Pick`.
import type { LogOutputChannel } from 'vscode';
import type { LuaDiagnostics } from '../diagnostics/luaDiagnostics';
import type { PluginChecks } from '../diagnostics/pluginChecks';
import type { TrustPolicies } from '../diagnostics/trustPolicies';
import type { PluginDocuments } from '../documents/pluginDocuments';
import type { Reports } from '../documents/reports';
import type { ResourceDocuments } from '../documents/resourceDocuments';
import type { TerraformSource } from '../export/terraform';
import type { ActiveClient } from '../host/activeClient';
import type { Ask } from '../host/ask';
import type { Background } from '../host/background';
import type { Connections } from '../host/connections';
import type { DemoServer } from '../host/demoServer';
import type { DnsServers } from '../host/dnsServers';
import type { GatewayDrafts } from '../host/gatewayDrafts';
import type { Lazy } from '../host/lazy';
import type { PluginBackups } from '../host/pluginBackups';
import type { PluginStates } from '../host/pluginStates';
import type { Settings } from '../host/settings';
import type { Steps } from '../host/steps';
import type { Tell } from '../host/tell';
import type { UploadTargets } from '../host/uploadTargets';
import type { Clock } from '../konnect/clock';
import type { PluginLanguage } from '../language/pluginLanguage';
import type { Explorer } from '../tree/explorer';
import type { GatewayPanels } from '../webview/gatewayPanel';

export interface Services {
  /** Waiting and looking again go by it. */
  readonly clock: Clock;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly steps: Steps;
  readonly drafts: GatewayDrafts;
  readonly log: LogOutputChannel;
  readonly settings: Settings;
  readonly connections: Connections;
  readonly client: ActiveClient;
  readonly demo: DemoServer;
  readonly explorer: Explorer;
  readonly checks: PluginChecks;
  readonly diagnostics: LuaDiagnostics;
  readonly language: Lazy<PluginLanguage>;
  readonly targets: UploadTargets;
  readonly backups: PluginBackups;
  readonly pluginStates: PluginStates;
  readonly pluginDocuments: PluginDocuments;
  readonly background: Background;
  readonly documents: ResourceDocuments;
  readonly panels: Lazy<GatewayPanels>;
  readonly dnsServers: DnsServers;
  readonly trustPolicies: TrustPolicies;
  readonly reports: Reports;
  readonly terraform: Lazy<{ terraformOf: (source: TerraformSource) => string | undefined }>;
}
