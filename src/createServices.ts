// Builds the parts of the extension inward-out. Nothing is requested, read or awaited here.
import * as vscode from 'vscode';
import { refreshInstances } from './commands/instance/refreshInstances';
import type { Services } from './commands/services';
import { KnownRolesReader } from './diagnostics/knownRoles';
import { LuaDiagnostics } from './diagnostics/luaDiagnostics';
import { LuaServer } from './diagnostics/luaServer';
import { PluginChecks } from './diagnostics/pluginChecks';
import { Sandboxes } from './diagnostics/sandboxes';
import { TrustPolicies } from './diagnostics/trustPolicies';
import { InstanceFiles, InstanceTexts } from './documents/instances/instanceFiles';
import type { InstanceStore } from './documents/instances/instanceStore';
import { PluginDocuments } from './documents/pluginDocuments';
import { Reports } from './documents/reports';
import { ResourceDocuments } from './documents/resourceDocuments';
import { Ask, type Dialogs } from './host/ask';
import { Background } from './host/background';
import { ActiveClient, type ActiveClientOptions } from './host/connection/activeClient';
import { resume } from './host/connection/connect';
import { ConnectionStatus } from './host/connection/connectionStatus';
import { type Connection, Connections } from './host/connection/connections';
import { DemoServer } from './host/connection/demoServer';
import { certificates, Network } from './host/connection/network';
import type { DisposableStore } from './host/disposables';
import { DnsServers } from './host/dnsServers';
import { GatewayDrafts } from './host/gatewayDrafts';
import { Lazy } from './host/lazy';
import { createLog } from './host/log';
import { OpenWork } from './host/openWork';
import { PluginBackups } from './host/plugins/pluginBackups';
import { PluginStates } from './host/plugins/pluginStates';
import { UploadTargets } from './host/plugins/uploadTargets';
import { Settings } from './host/settings';
import { soon } from './host/soon';
import { Steps } from './host/steps';
import { Tell } from './host/tell';
import { systemClock } from './konnect/clock';
import { secretsOfProxy } from './konnect/request/signedProxy';
import { Explorer } from './tree/explorer';

export function createServices(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  dialogs: Dialogs,
): Services {
  const log = owned.add(createLog());
  const tell = new Tell();
  const settings = owned.add(new Settings());
  const loadClient = () => import('./konnect/client');
  const network = owned.add(new Network({ fetch: globalThis.fetch, settings, load: loadClient }));
  const connection = createConnection(context, owned, { log, settings, network, load: loadClient });
  const { client, connections, resumed } = connection;
  const explorer = owned.add(new Explorer({ connections, client, settings, log, resume: resumed }));
  const basis = { client, connections, settings, log, tell, explorer };
  const dnsServers = new DnsServers();
  const backups = new PluginBackups(context.globalStorageUri);
  const plugins = createPluginHelp(context, owned, basis);
  const { targets } = plugins;
  return {
    ...basis,
    ...plugins,
    ...createInstances(context, owned, basis),
    demo: connection.demo,
    clock: systemClock,
    ask: new Ask(dialogs),
    steps: new Steps(dialogs),
    drafts: new GatewayDrafts(context.globalState),
    backups,
    pluginStates: owned.add(
      new PluginStates({ connections, client, targets, now: () => Date.now() }),
    ),
    pluginDocuments: owned.add(new PluginDocuments(client, backups)),
    background: owned.add(new Background()),
    // After what it is asked by, so that it is over before that is stopped.
    openWork: owned.add(new OpenWork(context.workspaceState, connections)),
    documents: owned.add(new ResourceDocuments(client)),
    panels: createPanels(context, owned, { ...basis, resumed, dnsServers, network }),
    dnsServers,
    reports: owned.add(new Reports()),
    terraform: new Lazy(() => import('./export/terraform')),
  };
}

/** Who is signed in where, and the client for it. */
function createConnection(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  {
    log,
    settings,
    network,
    load,
  }: Pick<Services, 'log' | 'settings'> &
    Pick<ActiveClientOptions, 'load'> & {
      readonly network: Network;
    },
): Pick<Services, 'connections' | 'demo' | 'client'> & {
  readonly resumed: () => Promise<Connection | undefined>;
} {
  const connections = owned.add(new Connections(context.secrets));
  const demo = owned.add(new DemoServer(context.asAbsolutePath('dist/demo.js')));
  const client = owned.add(
    new ActiveClient({
      connections,
      log,
      fetch: network.fetch,
      certificates: () => certificates(settings),
      secrets: () => secretsOfProxy(settings),
      onUse: (connection) => connection.demo && demo.hold(connection.apiUrl),
      load,
    }),
  );
  const status = owned.add(new ConnectionStatus(connections, settings));
  // A demo lives for as long as a window holds it, also while the explorer is out of sight.
  const greet = async () => {
    const connection = await connections.active();
    if (connection?.demo) demo.hold(connection.apiUrl);
    await status.show();
  };
  owned.add(soon(() => void greet()));
  const resumed = async () => {
    const connection = await resume({ client, connections, demo });
    await status.show();
    return connection;
  };
  return { connections, demo, client, resumed };
}

/** What helps while plugin files and trust policies are written. */
function createPluginHelp(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  basis: Pick<Services, 'client' | 'connections' | 'settings' | 'log' | 'tell'>,
): Pick<Services, 'targets' | 'checks' | 'diagnostics' | 'language' | 'trustPolicies'> {
  const { client, connections, settings, log, tell } = basis;
  const targets = owned.add(new UploadTargets(context.workspaceState));
  const sandboxes = owned.add(new Sandboxes({ settings, targets, connections, client }));
  const engine = () => import('./lua/engine');
  const checks = new PluginChecks({ settings, targets, sandboxes, load: engine });
  const definitions = vscode.Uri.joinPath(context.globalStorageUri, 'lua-definitions');
  const luaServer = owned.add(new LuaServer(settings, definitions));
  const trustPolicies = owned.add(
    new TrustPolicies({
      known: owned.add(new KnownRolesReader({ connections, client })),
      linter: new Lazy(() => import('./aws/lint/checkTrustPolicy')),
      log,
    }),
  );
  const extensionId = context.extension.id;
  const diagnostics = owned.add(
    new LuaDiagnostics({ checks, settings, sandboxes, luaServer, log, extensionId }),
  );
  const language = new Lazy(async () => {
    const { PluginLanguage } = await import('./language/pluginLanguage');
    const memory = context.globalState;
    const parts = { sandboxes, luaServer, diagnostics, settings, tell, log, memory };
    return new PluginLanguage({ ...parts, load: engine });
  });
  return { targets, checks, diagnostics, language, trustPolicies };
}

/** The gateway panels, loaded with the first one. */
function createPanels(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  parts: Pick<Services, 'client' | 'connections' | 'log' | 'dnsServers'> & {
    readonly resumed: () => Promise<Connection | undefined>;
    readonly network: Network;
  },
): Services['panels'] {
  const { client, connections, log, dnsServers, resumed, network } = parts;
  const panels = new Lazy(async () => {
    const { GatewayPanels } = await import('./webview/gatewayPanel');
    return owned.add(
      new GatewayPanels({
        extensionUri: context.extensionUri,
        konnect: () => client.get(),
        connection: async () => {
          const connection = await resumed();
          return connection && { label: connection.organization.name, demo: connection.demo };
        },
        t: vscode.l10n.t,
        dnsServers,
        probe: { fetch: network.fetch, now: () => performance.now() },
        onError: (error) => log.error('panel', error instanceof Error ? error : String(error)),
      }),
    );
  });
  owned.add(connections.onDidChange(() => panels.ifMade((made) => made.refresh())));
  return panels;
}

/** Plugin instances as files; what reads and writes them is loaded with the first. */
function createInstances(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  parts: Pick<Services, 'client' | 'connections' | 'tell' | 'log' | 'explorer'>,
): Pick<Services, 'instances' | 'instanceFiles' | 'instanceTexts'> {
  const instances: Lazy<InstanceStore> = new Lazy(async () => {
    const { InstanceStore } = await import('./documents/instances/instanceStore');
    const store = new InstanceStore({
      ...parts,
      engine: () => import('./lua/engine'),
      memory: context.workspaceState,
      changed: (uri) => instanceFiles.changed(uri),
      schemaChanged: () => instanceTexts.schemaChanged(),
      onSaved: (controlPlane) => refreshInstances(parts.explorer, controlPlane),
    });
    return owned.add(store);
  });
  const instanceFiles = owned.add(new InstanceFiles(() => instances.get()));
  const instanceTexts = owned.add(new InstanceTexts(() => instances.get()));
  return { instances, instanceFiles, instanceTexts };
}
