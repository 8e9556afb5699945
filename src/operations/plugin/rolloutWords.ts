// What the nodes made of a change, in words: success only where each of them runs it.
import type { NodeIssue } from '../../konnect/client';
import type { Translate } from '../../text';
import type { NodeStanding, Rollout } from './followRollout';

export interface RolloutWords {
  /** `good`: each node runs it. `none`: there is no node that could. */
  readonly outcome: 'good' | 'none' | 'bad';
  readonly summary: string;
  /** One sentence for each node that does not run it, in the order of urgency. */
  readonly troubles: readonly string[];
  /** Kong's page about the first issue. */
  readonly documentation?: string;
}

export function rolloutWords({ nodes, isTimedOut }: Rollout, t: Translate): RolloutWords {
  const total = nodes.length;
  if (total === 0) {
    const summary = t('There are no nodes: it runs nowhere until a data plane group has some.');
    return { outcome: 'none', summary, troubles: [] };
  }
  const late = nodes.filter(({ state }) => state !== 'runs').sort(byUrgency);
  if (late.length === 0) {
    const summary = total === 1 ? t('Its only node has it.') : t('All {0} nodes have it.', total);
    return { outcome: 'good', summary, troubles: [] };
  }
  const troubles = late.map((node) => troubleOf(node, isTimedOut, t));
  const pages = late.flatMap(({ issues }) => issues.map((issue) => issue.documentation_url ?? ''));
  const documentation = pages.find((page) => page.startsWith('https://'));
  return {
    outcome: 'bad',
    summary: t('{0} of {1} nodes still on the old configuration.', late.length, total),
    troubles,
    ...(documentation !== undefined && { documentation }),
  };
}

const urgency: readonly NodeStanding['state'][] = ['refuses', 'waits', 'silent', 'runs'];

function byUrgency(one: NodeStanding, other: NodeStanding): number {
  return urgency.indexOf(one.state) - urgency.indexOf(other.state);
}

function troubleOf(node: NodeStanding, isTimedOut: boolean, t: Translate): string {
  const { name, state, issues } = node;
  if (issues.length > 0) {
    const reasons = issues.map((issue) => issueWords(issue, node.version, t)).join(' ');
    return t('{0} refuses it. {1}', name, reasons);
  }
  if (state === 'silent')
    return t('{0} has not been heard of for minutes; it takes the code up when it is back.', name);
  return isTimedOut
    ? t('{0} has not taken it up in time and gives no reason; its log may.', name)
    : t('{0} has not taken it up yet.', name);
}

/** Codes as on Kong's page on version compatibility; what is not known here comes in Konnect's own words. */
export function issueWords(
  { code, description, resolution, documentation_url }: NodeIssue,
  version: string | undefined,
  t: Translate,
): string {
  const runs = version ?? '?';
  switch (code) {
    case 'P307':
      return t(
        'P307: it runs Kong Gateway {0}, and custom plugins need 3.9 or newer. Upgrade its data plane group.',
        runs,
      );
    case 'P309':
      return t(
        'P309: it does not stream custom plugins. Set KONG_CUSTOM_PLUGIN_STREAMING_ENABLED=on in the environment of its data plane group.',
      );
    case 'D609':
      return t(
        'D609: it runs Kong Gateway {0}, and the cloned plugins of this control plane need 3.15 or newer. Upgrade its data plane group, or remove the cloned plugins.',
        runs,
      );
    default: {
      const said = [description, resolution].filter(Boolean).map((text) => sentence(text ?? ''));
      const page = documentation_url ? t('See {0}', documentation_url) : '';
      const words = [...said, page].filter(Boolean).join(' ');
      return words === '' ? t('It gives the code {0}.', code ?? '?') : `${code ?? '?'}: ${words}`;
    }
  }
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
