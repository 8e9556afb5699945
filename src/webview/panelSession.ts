// One open panel, apart from VS Code: reads its gateway, answers its page, and keeps both up to date.

import { nextStep } from '../dns/doctor/nextStep';
import { nextStepWords } from '../dns/doctor/nextStepWords';
import type { ProbeTools } from '../dns/healthProbe';
import { isUserError } from '../host/userError';
import { isKonnectError } from '../konnect/errors';
import type { Translate } from '../text';
import { checkDomain, type DomainCheck, type Resolvers, recordsOfDomain } from './domainChecks';
import { edgesOfGroup, type ProbedEdge, probeEdges } from './edgeProbes';
import { type Failure, type GatewayParts, loaded, nothingRead } from './gatewayParts';
import { LiveRefresh, type LiveRefreshOptions } from './liveRefresh';
import { parseFromPanel } from './messages';
import { isInTransition, type PanelConnection, panelState, panelTitle } from './panelState';
import type { CodeLanguage, FromPanel, PanelAction, PanelSubject, ToPanel } from './protocol';
import { type GatewaySource, readGateway } from './readGateway';
import { Runs } from './runs';
import { healthWords } from './sections/healthWords';

/** What the session asks of the editor. */
export interface PanelHost {
  readonly post: (message: ToPanel) => void;
  readonly setTitle: (title: string) => void;
  readonly isVisible: () => boolean;
  readonly copy: (text: string) => PromiseLike<void>;
  readonly openText: (text: string, language: CodeLanguage) => PromiseLike<unknown>;
  readonly run: (action: PanelAction, subject: PanelSubject) => PromiseLike<unknown>;
  /** Asks the user which DNS servers to ask; false when they do not say. */
  readonly chooseDnsServers: () => PromiseLike<boolean>;
}

export interface PanelSources {
  /** Rejects when nobody is signed in. */
  readonly konnect: () => Promise<GatewaySource>;
  readonly connection: () => Promise<PanelConnection | undefined> | PanelConnection | undefined;
  readonly t: Translate;
  readonly schedule: LiveRefreshOptions['schedule'];
  readonly resolvers: () => Resolvers;
  readonly probe: ProbeTools;
  /** Hears of failures that are defects; everything else is shown on the page. */
  readonly onError: (error: unknown) => void;
}

/** After these, what is shown may be out of date. */
const changing: ReadonlySet<PanelAction> = new Set(['createCustomDomain', 'signIn']);

export class PanelSession {
  readonly subject: PanelSubject;
  readonly #host: PanelHost;
  readonly #sources: PanelSources;
  readonly #live: LiveRefresh;
  #konnect: GatewaySource | undefined;
  #connection: PanelConnection | undefined;
  #parts: GatewayParts = nothingRead;
  #failure: Failure | undefined;
  readonly #checks = new Runs<DomainCheck>(() => this.#show());
  readonly #probes = new Runs<readonly ProbedEdge[]>(() => this.#show());
  /** A card to be brought into sight as soon as it is there. */
  #reveal: string | undefined;
  #isPageReady = false;
  #reading: AbortController | undefined;

  constructor(subject: PanelSubject, host: PanelHost, sources: PanelSources) {
    this.subject = subject;
    this.#host = host;
    this.#sources = sources;
    this.#live = new LiveRefresh({
      isWanted: () =>
        host.isVisible() && this.#reading === undefined && isInTransition(this.#parts),
      refresh: () => void this.#read(),
      schedule: sources.schedule,
    });
  }

  /** Reads everything anew; what is shown stays until the new values are there. Never rejects. */
  async refresh(): Promise<void> {
    this.#checks.clear();
    this.#probes.clear();
    await this.#read();
    this.#live.restart();
  }

  /** Reads everything anew, then checks the DNS of this domain in the user's sight. Never rejects. */
  async checkDomain(domainId: string): Promise<void> {
    this.#reveal = domainId;
    await this.refresh();
    await this.#checkDns(domainId);
  }

  /** The panel came to the front or went out of sight. */
  visibilityChanged(): void {
    if (this.#host.isVisible()) this.#live.restart();
    else this.#live.update();
  }

  /** Settles every request of the page once; anything else that arrives is ignored. */
  async receive(message: unknown): Promise<void> {
    const request = parseFromPanel(message);
    if (request === undefined) return;
    const { id } = request;
    try {
      await this.#answer(request);
      this.#host.post({ type: 'done', id });
    } catch (error) {
      this.#host.post({ type: 'failed', id, message: this.#explain(error).reason });
    }
  }

  dispose(): void {
    this.#live.dispose();
    this.#reading?.abort();
  }

  async #answer(request: FromPanel): Promise<void> {
    switch (request.type) {
      case 'ready':
        this.#isPageReady = true;
        return this.#show();
      case 'refresh':
        return this.refresh();
      case 'copy':
        return this.#host.copy(request.text);
      case 'open':
        await this.#host.openText(request.text, request.language);
        return;
      case 'checkDns':
        return this.#checkDns(request.domainId);
      case 'checkDnsElsewhere':
        if (await this.#host.chooseDnsServers()) await this.#checkDns(request.domainId);
        return;
      case 'probe':
        return this.#probe(request.groupId);
      case 'run':
        await this.#host.run(request.action, this.subject);
        return changing.has(request.action) ? this.refresh() : undefined;
    }
  }

  /** Only for a domain that is shown, so that a page cannot ask for any name. */
  async #checkDns(domainId: string): Promise<void> {
    const { resolvers, t } = this.#sources;
    const domain = loaded(this.#parts.domains)?.find(({ id }) => id === domainId);
    const konnect = this.#konnect;
    if (domain === undefined || konnect === undefined) return;
    const sources = {
      konnect,
      resolvers: resolvers(),
      explain: (error: unknown) => this.#explain(error),
    };
    const records = recordsOfDomain(this.#parts, domain);
    const check = await this.#checks.start(domainId, () => checkDomain(sources, domain, records));
    if (check === undefined) return;
    this.#host.post({ type: 'announce', text: nextStepWords(nextStep(check), t) });
  }

  /** Only for a group that is shown, and only to the names that are derived or returned for it. */
  async #probe(groupId: string): Promise<void> {
    const groups = loaded(this.#parts.configuration)?.dataplane_groups ?? [];
    const group = groups.find(({ id }) => id === groupId);
    if (group === undefined) return;
    const edges = edgesOfGroup(this.#parts, group);
    const probed = await this.#probes.start(groupId, () => probeEdges(edges, this.#sources.probe));
    const text = (probed ?? []).map((edge) => healthWords(edge, this.#sources.t).text).join(' ');
    if (text !== '') this.#host.post({ type: 'announce', text });
  }

  /** A newer reading stops the one under way. */
  async #read(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#show();
    const failure = await this.#readParts(reading.signal);
    if (reading.signal.aborted) return;
    this.#failure = failure;
    this.#reading = undefined;
    this.#show();
    this.#live.update();
  }

  async #readParts(signal: AbortSignal): Promise<Failure | undefined> {
    try {
      const connection = await this.#sources.connection();
      const konnect = await this.#sources.konnect();
      if (signal.aborted) return undefined;
      // Values of another organisation must not stay in sight while this one is asked.
      if (konnect !== this.#konnect) this.#parts = nothingRead;
      this.#konnect = konnect;
      this.#connection = connection;
      this.#failure = undefined;
      this.#show();
      await readGateway(konnect, this.subject, {
        before: this.#parts,
        signal,
        explain: (error) => this.#explain(error),
        onProgress: (parts) => {
          this.#parts = parts;
          this.#show();
        },
      });
      return undefined;
    } catch (error) {
      if (!signal.aborted) this.#parts = nothingRead;
      return this.#explain(error);
    }
  }

  #show(): void {
    const { t } = this.#sources;
    const state = panelState(this.#parts, {
      controlPlane: this.subject,
      connection: this.#connection,
      busy: this.#reading !== undefined,
      checks: this.#checks.results,
      probes: this.#probes.results,
      failure: this.#failure,
      t,
    });
    this.#host.setTitle(panelTitle(this.#parts, t));
    this.#host.post({ type: 'state', state });
    const isThere = this.#isPageReady && loaded(this.#parts.domains) !== undefined;
    if (this.#reveal === undefined || !isThere || this.#reading !== undefined) return;
    this.#host.post({ type: 'reveal', card: this.#reveal });
    this.#reveal = undefined;
  }

  #explain(error: unknown): Failure {
    if (isKonnectError(error)) return { reason: error.message, kind: error.kind };
    // Written for people; decided by name because the class is part of another bundle.
    if (isUserError(error)) {
      return { reason: error.message, kind: 'authentication' };
    }
    this.#sources.onError(error);
    return {
      reason: this.#sources.t('This is a defect of the extension. Its log has the details.'),
    };
  }
}
