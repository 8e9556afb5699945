// The gateway panels of a window: one for each control plane, opened by a command or restored with the window.
import { randomBytes } from 'node:crypto';
import {
  type Disposable,
  env,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { nodeLookup } from '../dns/doctor/nodeLookup';
import type { DnsServers } from '../host/dnsServers';
import { execute } from '../host/runCommand';
import type { ControlPlaneRef } from '../konnect/client';
import { panelViewType } from '../manifest';
import type { Translate } from '../text';
import type { Resolvers } from './domainChecks';
import { parsePanelMemory } from './messages';
import { panelHtml } from './panelHtml';
import { PanelSession, type PanelSources } from './panelSession';
import type { PanelAction, PanelSubject } from './protocol';

export interface GatewayPanelsOptions
  extends Pick<PanelSources, 'konnect' | 'connection' | 'probe'> {
  /** Folder of the extension. */
  readonly extensionUri: Uri;
  readonly t: Translate;
  readonly dnsServers: DnsServers;
  /** Hears of defects; failures of requests are shown in the panel. */
  readonly onError?: (error: unknown) => void;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  readonly session: PanelSession;
}

export class GatewayPanels implements Disposable {
  readonly #options: GatewayPanelsOptions;
  readonly #open = new Map<string, OpenPanel>();

  constructor(options: GatewayPanelsOptions) {
    this.#options = options;
  }

  /** Brings the panel of this control plane to the front, with fresh values. */
  open(ref: ControlPlaneRef): void {
    void this.#front(ref).refresh();
  }

  /** The same, with the domain of that id in sight and its DNS checked. */
  async checkDns(ref: ControlPlaneRef, domainId: string): Promise<void> {
    await this.#front(ref).checkDomain(domainId);
  }

  #front({ id, geo }: ControlPlaneRef): PanelSession {
    const open = this.#open.get(keyOf({ id, geo }));
    if (open !== undefined) {
      open.panel.reveal();
      return open.session;
    }
    const title = this.#options.t('Gateway');
    const panel = window.createWebviewPanel(panelViewType, title, ViewColumn.Active, {
      enableFindWidget: true,
    });
    return this.#adopt(panel, { id, geo });
  }

  /** Fills a panel that VS Code reopened; `state` is what its page had remembered. */
  restore(panel: WebviewPanel, state: unknown): void {
    const subject = parsePanelMemory(state);
    const open = subject && this.#open.get(keyOf(subject));
    if (subject !== undefined && open === undefined) {
      void this.#adopt(panel, subject).refresh();
      return;
    }
    panel.dispose();
    open?.panel.reveal();
  }

  /** Reads all open panels anew, or that of one control plane; for after a change or another sign-in. */
  refresh(ref?: ControlPlaneRef): void {
    for (const [key, { session }] of this.#open) {
      if (ref === undefined || key === keyOf(ref)) void session.refresh();
    }
  }

  dispose(): void {
    for (const { panel } of [...this.#open.values()]) panel.dispose();
  }

  #adopt(panel: WebviewPanel, subject: PanelSubject): PanelSession {
    const session = this.#session(panel, subject);
    const key = keyOf(subject);
    this.#open.set(key, { panel, session });
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message) => session.receive(message)),
      panel.onDidChangeViewState(() => session.visibilityChanged()),
    ];
    panel.onDidDispose(() => {
      this.#open.delete(key);
      session.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    });
    this.#fill(panel);
    return session;
  }

  #session(panel: WebviewPanel, subject: PanelSubject): PanelSession {
    const { konnect, connection, t, onError, probe } = this.#options;
    const host = {
      // A hidden page is not there to hear; it asks for its state when it is shown again.
      post: (message: unknown) => void (isOpen() && panel.webview.postMessage(message)),
      setTitle: (title: string) => {
        if (isOpen() && panel.title !== title) panel.title = title;
      },
      isVisible: () => isOpen() && panel.visible,
      copy: (text: string) => env.clipboard.writeText(text),
      openText,
      run: runAction,
      chooseDnsServers,
    };
    const isOpen = () => this.#open.get(keyOf(subject))?.panel === panel;
    return new PanelSession(subject, host, {
      konnect,
      connection,
      t,
      schedule,
      probe,
      resolvers: () => resolversFor(this.#options.dnsServers.named),
      onError: onError ?? (() => {}),
    });
  }

  #fill(panel: WebviewPanel): void {
    const { extensionUri, t } = this.#options;
    const dist = Uri.joinPath(extensionUri, 'dist');
    const media = Uri.joinPath(extensionUri, 'media');
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    panel.iconPath = {
      light: Uri.joinPath(media, 'panel-light.svg'),
      dark: Uri.joinPath(media, 'panel-dark.svg'),
    };
    webview.html = panelHtml({
      cspSource: webview.cspSource,
      nonce: randomBytes(18).toString('base64url'),
      scriptUri: webview.asWebviewUri(Uri.joinPath(dist, 'page.js')).toString(),
      styleUri: webview.asWebviewUri(Uri.joinPath(media, 'panel.css')).toString(),
      language: env.language,
      title: t('Gateway'),
    });
  }
}

function keyOf({ id, geo }: ControlPlaneRef): string {
  return `${geo}/${id}`;
}

/** VS Code shows a language that it does not know as plain text. */
async function openText(content: string, language: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
}

function runAction(action: PanelAction, { id, geo }: PanelSubject): Thenable<unknown> {
  switch (action) {
    case 'createCustomDomain':
      return execute('kongCloudGateways.customDomain.create', { controlPlane: { id, geo } });
    case 'checkTrustPolicy':
      return execute('kongCloudGateways.trustPolicy.check');
    case 'signIn':
      return execute('kongCloudGateways.connection.signIn');
    case 'showLog':
      return execute('kongCloudGateways.log.show');
  }
}

/** A command resolves to false when it was dismissed. */
async function chooseDnsServers(): Promise<boolean> {
  return (await execute('kongCloudGateways.customDomain.chooseDnsServers')) === true;
}

/** The servers that the user named, with those of this machine for comparison; otherwise these alone. */
function resolversFor(servers: readonly string[]): Resolvers {
  const system = nodeLookup();
  return servers.length === 0
    ? { servers, lookup: system }
    : { servers, lookup: nodeLookup({ servers }), system };
}

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
