// One change of Konnect: the question with its consequences, a preview instead, then the work with its progress.
import { l10n, window, workspace } from 'vscode';
import { curlOf, secretMarker } from '../export/curl';
import type { TerraformSource } from '../export/terraform';
import { Cancelled } from '../host/ask';
import { notConnected } from '../host/connection/activeClient';
import { type Connection, connectionKey } from '../host/connection/connections';
import { type PreviewedRequests, placeholderId } from '../host/connection/previewedRequests';
import { UserError } from '../host/userError';
import type { KonnectClient } from '../konnect/client';
import { type Clock, systemClock } from '../konnect/clock';
import type { Run } from '../operations/run';
import type { Services } from './services';

export interface Change<T> {
  /** With the kind and the name: `Delete the network tokyo-net?` */
  readonly question: string;
  /** What it costs, cuts or leaves behind; one sentence each. */
  readonly consequences: readonly string[];
  /** Undefined for what belongs to the organisation as a whole. */
  readonly geo?: string;
  readonly button: string;
  /** Title of the notification while it is under way. */
  readonly progress: string;
  /** Of something that goes for good: the setting `deleteConfirmation` decides whether it has to be typed. */
  readonly nameToType?: string;
  /** True: it has to be typed whatever the setting says. */
  readonly mustType?: boolean;
  /** A page to read before: what it would do. */
  readonly plan?: {
    readonly show: (withValues: boolean) => Promise<void>;
    /** True when it masks something. */
    readonly hasValues: boolean;
  };
  /** What it creates or changes, as it will be; its id is empty while there is none. */
  readonly terraform?: TerraformSource | readonly TerraformSource[];
  /** What a preview shows of a body that may hold secrets. */
  readonly shown?: (body: unknown) => unknown;
  /** Also run for the preview, with a client that sends no change: it must not wait before its first change. */
  readonly work: (konnect: KonnectClient, run: Run) => Promise<T>;
}

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'terraform'
> & {
  readonly clock?: Clock;
};

/** @throws Cancelled also when the user chose a preview: nothing was changed then */
export async function makeChange<T>(needs: Needs, change: Change<T>): Promise<T> {
  const { clock = systemClock } = needs;
  const connection = await needs.connections.active();
  if (connection === undefined) throw notConnected();
  const [curl, terraform] = [l10n.t('Preview as curl'), l10n.t('Preview as Terraform')];
  const buttons = [change.button, curl, ...(change.terraform ? [terraform] : [])];
  const answer = await askWithPlan(needs, change, connection, buttons);
  if (answer === curl) return previewAsCurl(needs, change);
  if (answer === terraform) return preview(await terraformText(needs, change), 'terraform');
  const isTyped = change.mustType === true || needs.settings.deleteConfirmation === 'name';
  if (change.nameToType !== undefined && isTyped) {
    await needs.ask.typeName(change.question, change.nameToType);
  }
  await refuseOtherConnection(needs, connection);
  const konnect = await needs.client.get();
  return needs.tell.progress(change.progress, (signal, report) =>
    change.work(konnect, { signal, report, clock, t: l10n.t }),
  );
}

/** The modal stays short; who wants to read more gets the page, and the question again when it is read. */
async function askWithPlan<T>(
  { ask }: Pick<Needs, 'ask'>,
  { question, consequences, geo, plan }: Change<T>,
  connection: Connection,
  buttons: readonly string[],
): Promise<string> {
  const [first = '', ...rest] = buttons;
  const show = l10n.t('Show Plan');
  const detail = [...consequences, placeOf(connection, geo)].join('\n');
  const offered = plan === undefined ? buttons : [first, show, ...rest];
  for (;;) {
    const answer = await ask.choose(question, detail, offered);
    if (answer !== show || plan === undefined) return answer;
    await plan.show(false);
    const [goOn, values] = [l10n.t('Go On…'), l10n.t('Show Values')];
    const next = plan.hasValues ? [goOn, values] : [goOn];
    if ((await ask.meanwhile(question, next)) === values) {
      await plan.show(true);
      await ask.meanwhile(question, [goOn]);
    }
  }
}

/** Where it happens, for a prompt that changes something. */
export function placeOf({ organization }: Connection, geo?: string): string {
  return geo === undefined
    ? l10n.t('In the organisation {0}.', organization.name)
    : l10n.t('In the organisation {0}, geo {1}.', organization.name, geo);
}

/**
 * Questions take as long as the user does: meanwhile another connection may have come into use, or a lock.
 * @throws UserError then
 */
export async function refuseOtherConnection(
  { connections }: Pick<Services, 'connections'>,
  before: Pick<Connection, 'apiUrl' | 'organization'>,
): Promise<void> {
  const active = await connections.active();
  if (active === undefined || connectionKey(active) !== connectionKey(before)) {
    throw new UserError(
      l10n.t('Another connection came into use meanwhile; nothing was changed. Start again.'),
    );
  }
  if (active.readOnly) {
    throw new UserError(
      l10n.t('{0} was locked meanwhile; nothing was changed.', active.organization.name),
    );
  }
}

/** What the work would send, as a document instead. @throws Cancelled: nothing was changed */
export async function previewAsCurl<T>(
  needs: Pick<Services, 'client' | 'tell'>,
  change: Pick<Change<T>, 'work' | 'shown'>,
): Promise<never> {
  return preview(await curlText(needs, change), 'shellscript');
}

async function curlText<T>(
  { client, tell }: Pick<Services, 'client' | 'tell'>,
  change: Pick<Change<T>, 'work' | 'shown'>,
): Promise<string> {
  const { konnect, recorded } = await client.preview();
  const run = { report: () => undefined, clock: systemClock, t: l10n.t, isPreview: true };
  try {
    await tell.progress(l10n.t('Preparing the preview'), (signal) =>
      change.work(konnect, { ...run, signal }),
    );
  } catch (error) {
    // What depends on an answer that nobody gave ends the preview, not what was written down before.
    if (recorded.requests.length === 0) throw error;
  } finally {
    await konnect.close();
  }
  if (recorded.requests.length === 0) {
    throw new UserError(l10n.t('As things are in Konnect now, nothing would be sent.'));
  }
  return recorded.requests
    .map((request, index) => {
      const { body } = request;
      const seen = change.shown && body !== undefined ? change.shown(body) : body;
      return `${remark(index + 1, recorded)}${curlOf({ ...request, body: seen })}`;
    })
    .join('\n');
}

function remark(n: number, { requests }: PreviewedRequests): string {
  const id = placeholderId(n);
  const isUsed = requests.slice(n).some((later) => JSON.stringify(later).includes(id));
  const isSecret = JSON.stringify(requests[n - 1]).includes(secretMarker);
  const remarks = [
    ...(isUsed ? [l10n.t('{0} below is the id in the answer to this request.', id)] : []),
    ...(isSecret ? [l10n.t('$SECRET is the value to send; set it before: read -rs SECRET')] : []),
  ];
  return remarks.map((text) => `# ${text}\n`).join('');
}

async function terraformText<T>({ terraform }: Needs, { terraform: source }: Change<T>) {
  const sources = source === undefined ? [] : [source].flat();
  const { terraformOf } = await terraform.get();
  const texts = sources.flatMap((one) => terraformOf(one) ?? []);
  if (texts.length > 0) return texts.join('\n');
  throw new UserError(l10n.t('The Terraform provider has no resource for this.'));
}

async function preview(content: string, language: string): Promise<never> {
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { preview: true });
  throw new Cancelled();
}
