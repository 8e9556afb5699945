// States as icons: shape and colour together, so that colour is never alone; the colours are ones that high contrast has too.
import { ThemeColor, ThemeIcon } from 'vscode';

/** Konnect's states of networks, data plane groups, custom domains and attachments; unknown ones count as "in progress". */
const settledIcons: Readonly<Record<string, readonly [icon: string, color: string]>> = {
  ready: ['pass-filled', 'testing.iconPassed'],
  error: ['error', 'problemsErrorIcon.foreground'],
  offline: ['circle-slash', 'disabledForeground'],
  terminated: ['circle-slash', 'disabledForeground'],
  'pending-acceptance': ['bell-dot', 'problemsWarningIcon.foreground'],
  'pending-association': ['bell-dot', 'problemsWarningIcon.foreground'],
  'pending-user-action': ['bell-dot', 'problemsWarningIcon.foreground'],
};

export function stateIcon(state: string): ThemeIcon {
  const [icon, color] = settledIcons[state] ?? ['sync', 'charts.blue'];
  return new ThemeIcon(icon, new ThemeColor(color));
}

/** Nothing more happens by itself. */
export function isAtRest(state: string): boolean {
  return state in settledIcons;
}

/** The state stays what it was when something goes wrong; only `state_metadata` tells. */
export const warningIcon = new ThemeIcon(
  'warning',
  new ThemeColor('problemsWarningIcon.foreground'),
);

export const icons = {
  geo: new ThemeIcon('globe'),
  controlPlane: new ThemeIcon('server-environment'),
  controlPlaneGroup: new ThemeIcon('layers'),
  dataPlaneGroups: new ThemeIcon('server'),
  customDomains: new ThemeIcon('link'),
  plugins: new ThemeIcon('plug'),
  customPlugins: new ThemeIcon('file-code'),
  services: new ThemeIcon('server-process'),
  route: new ThemeIcon('git-merge'),
  nodes: new ThemeIcon('vm'),
  networks: new ThemeIcon('type-hierarchy'),
  attachment: new ThemeIcon('plug'),
  account: new ThemeIcon('account'),
  quota: new ThemeIcon('dashboard'),
  addOn: new ThemeIcon('extensions'),
  inSync: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  pluginOn: new ThemeIcon('plug'),
  pluginOff: new ThemeIcon('debug-disconnect', new ThemeColor('disabledForeground')),
  more: new ThemeIcon('chevron-down'),
  create: new ThemeIcon('add'),
  info: new ThemeIcon('info'),
  failure: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
} as const;
