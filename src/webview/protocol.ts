// What the panel's page and the extension host say to each other, and the values that the page shows.

/** Asks the host to do something; the host settles each id exactly once with `done` or `failed`. */
export type FromPanel = PanelRequest & { readonly id: number };

export type PanelRequest =
  /** The page is there and wants its state. */
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'copy'; readonly text: string }
  /** As a new document, for the user to save. */
  | { readonly type: 'open'; readonly text: string; readonly language: CodeLanguage }
  | { readonly type: 'checkDns'; readonly domainId: string }
  /** Asks the user first which DNS servers to ask. */
  | { readonly type: 'checkDnsElsewhere'; readonly domainId: string }
  /** Sends a request to the public names of this data plane group. */
  | { readonly type: 'probe'; readonly groupId: string }
  | { readonly type: 'run'; readonly action: PanelAction };

/** Commands that a button of the page may start; the host knows which and with which arguments. */
export type PanelAction = 'createCustomDomain' | 'checkTrustPolicy' | 'signIn' | 'showLog';

export type ToPanel =
  | { readonly type: 'state'; readonly state: PanelState }
  /** Brings a card into sight. */
  | { readonly type: 'reveal'; readonly card: string }
  /** For screen readers: what came of something that the user asked for. */
  | { readonly type: 'announce'; readonly text: string }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** Everything on the page, already in the user's language. */
export interface PanelState {
  readonly controlPlane: PanelSubject;
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly facts: readonly Fact[];
  /** Something is being read; what is shown stays until the new values are there. */
  readonly busy: boolean;
  /** What keeps the whole page from showing anything. */
  readonly notice?: Notice;
  readonly sections: readonly Section[];
  readonly labels: PanelLabels;
}

/** Which gateway this is; all that a restored window needs to know. */
export interface PanelSubject {
  readonly id: string;
  readonly geo: string;
}

export interface PanelLabels {
  readonly copy: string;
  readonly openInEditor: string;
  readonly format: string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly copied: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export type Tone = 'plain' | 'good' | 'busy' | 'warning' | 'bad' | 'derived' | 'badge';

export interface Mark {
  readonly text: string;
  readonly tone: Tone;
  /** A longer word about it, shown on hover and read by screen readers. */
  readonly explanation?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** Nothing to show yet: the page keeps the room. */
  readonly loading: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Notice | Actions | Card | Values | Records | Code | Details | Flow;

/** The way from `start` to `end`. */
export interface Flow {
  readonly kind: 'flow';
  readonly start: string;
  readonly end: string;
  readonly steps: readonly FlowStep[];
}

export interface FlowStep {
  readonly label: string;
  /** Id of the section that tells more. */
  readonly section: string;
  readonly text: string;
  readonly tone: Tone;
}

export interface Notice {
  readonly kind: 'notice';
  /** `error` is a failure of the panel; `bad` is bad news about what it shows. */
  readonly tone: 'good' | 'info' | 'warning' | 'bad' | 'step' | 'error' | 'empty';
  readonly text: string;
  readonly buttons?: readonly Button[];
}

export interface Actions {
  readonly kind: 'actions';
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly label: string;
  readonly does: ButtonDoes;
  /** What it acts on: the id of a domain for `checkDns`, of a group for `probe`. */
  readonly subject?: string;
  readonly isBusy?: boolean;
}

export type ButtonDoes = PanelAction | 'refresh' | 'checkDns' | 'checkDnsElsewhere' | 'probe';

/** One resource of several, with a heading of its own. */
export interface Card {
  readonly kind: 'card';
  readonly id: string;
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly facts: readonly Fact[];
  readonly loading: boolean;
  readonly blocks: readonly Block[];
}

/** What takes room; the page remembers whether it was opened or closed. */
export interface Details {
  readonly kind: 'details';
  readonly id: string;
  readonly label: string;
  /** At first. */
  readonly open: boolean;
  readonly blocks: readonly Block[];
}

/** Single values, one under the other. */
export interface Values {
  readonly kind: 'values';
  readonly items: readonly {
    readonly label: string;
    readonly value: CopyText;
    readonly mark?: Mark;
  }[];
}

/** A text in monospace with a button that copies exactly it. */
export interface CopyText {
  readonly text: string;
  /** What the button says to a screen reader. */
  readonly copyLabel: string;
}

/** DNS records. A cell that is a plain string has no copy button. */
export interface Records {
  readonly kind: 'records';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | CopyText)[])[];
  readonly mark: Mark;
  readonly copyAll: { readonly label: string; readonly text: string };
}

/** Text to paste elsewhere, in one or several forms to choose from. */
export interface Code {
  readonly kind: 'code';
  readonly id: string;
  readonly label: string;
  readonly forms: readonly CodeForm[];
}

export interface CodeForm {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** The same in several languages; the first is shown at first. */
  readonly versions: readonly [CodeVersion, ...CodeVersion[]];
}

export interface CodeVersion {
  readonly id: string;
  readonly label: string;
  readonly language: CodeLanguage;
  readonly text: string;
}

/** Language ids of VS Code; an unknown one is shown as plain text. */
export type CodeLanguage =
  | 'json'
  | 'yaml'
  | 'terraform'
  | 'shellscript'
  | 'plaintext'
  | 'csv'
  | 'nginx';
