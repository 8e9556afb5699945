// A change of a configuration as a page to read before it is sent: what comes, changes, goes and stays.
import type { AutoscaleWrite, DataPlaneGroupWrite } from '../konnect/resources/configurationBody';
import type { Difference, VariableChange } from '../operations/configuration/difference';
import type { Translate } from '../text';
import { markdownCode, markdownTable, markdownText } from './markdown';

export interface PlanPage {
  readonly title: string;
  /** Organisation, geo and gateway. */
  readonly place: string;
  readonly difference: Difference;
  /** In short sentences. */
  readonly words: readonly string[];
  readonly scaling: (scaling: AutoscaleWrite | undefined) => string;
  /** Undefined where a network cannot be read: its id is shown then. */
  readonly networkName: (id: string) => string | undefined;
  /** Instead of the values of variables; undefined shows them. */
  readonly mask: string | undefined;
  /** What else is worth knowing before: steps that come first, cost, limits. */
  readonly notes?: readonly string[];
}

export function configurationPlanText(page: PlanPage, t: Translate): string {
  const { title, place, difference, words, notes = [] } = page;
  return [
    `# ${markdownText(title)}\n`,
    `${markdownText(place)} ${t('A plan: what will be done, not what has been done.')}\n`,
    bullets(words),
    groupsText(page, t),
    environmentText(page, t),
    notes.length > 0 ? `## ${t('Good to know')}\n\n${bullets(notes)}` : '',
    `## ${t('How it is sent')}\n`,
    t(
      'Konnect takes the whole configuration in one request and destroys what is not in it. It is read again right before; if somebody else has changed it meanwhile, nothing is sent.',
    ) + (difference.destroyed.length > 0 ? ` ${t('A group cannot be brought back.')}` : ''),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${markdownText(line)}\n`).join('');
}

function groupsText({ difference, scaling, networkName }: PlanPage, t: Translate): string {
  const { added, changed, destroyed, kept } = difference;
  const row = (mark: string, group: DataPlaneGroupWrite, scale: string): readonly string[] => {
    const id = group.cloud_gateway_network_id ?? '';
    return [
      `**${mark}**`,
      markdownCode(group.region),
      group.provider,
      markdownCode(networkName(id) ?? id),
      markdownText(scale),
    ];
  };
  const rows = [
    ...destroyed.map((group) => row(t('destroy'), group, scaling(group.autoscale))),
    ...added.map((group) => row(t('add'), group, scaling(group.autoscale))),
    ...changed.map((change) =>
      row(
        t('change'),
        change.group,
        change.scaling
          ? `${scaling(change.scaling.before)} → ${scaling(change.scaling.after)}`
          : scaling(change.group.autoscale),
      ),
    ),
    ...kept.map((group) => row(t('keep'), group, scaling(group.autoscale))),
  ];
  if (rows.length === 0) return '';
  const head = [t('Plan'), t('Region'), t('Provider'), t('Network'), t('Scaling')];
  return `## ${t('Data plane groups')}\n\n${markdownTable([head, ...rows])}`;
}

function environmentText({ difference, mask }: PlanPage, t: Translate): string {
  const value = (text: string | undefined): string =>
    text === undefined ? '–' : markdownCode(mask ?? text);
  const rows = (place: string, changes: readonly VariableChange[]) =>
    changes.map(({ name, before, after }) => [
      markdownCode(place),
      markdownCode(name),
      value(before),
      value(after),
    ]);
  const all = [
    ...difference.changed.flatMap(({ group, environment }) => rows(group.region, environment)),
    ...difference.added.flatMap((group) =>
      rows(
        group.region,
        (group.environment ?? []).map(({ name, value: after }) => ({
          name,
          before: undefined,
          after,
        })),
      ),
    ),
  ];
  if (all.length === 0) return '';
  const head = [t('Region'), t('Variable'), t('Now'), t('Then')];
  return `## ${t('Environment')}\n\n${markdownTable([head, ...all])}`;
}
