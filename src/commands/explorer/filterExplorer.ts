// Filter the explorer by text, by state, or both.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { isFiltering, noFilter } from '../../tree/filter';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'explorer'>;
type Kind = { readonly state: string | undefined } | 'text' | 'clear';

export async function filterExplorer({ ask, explorer }: Needs): Promise<void> {
  const { filter } = explorer;
  const title = l10n.t('Filter the Gateways');
  const chosen = await ask.pick(
    title,
    l10n.t('Show only what contains a text, or is in a state'),
    choices(explorer),
  );
  if (chosen === 'clear') {
    await explorer.setFilter(noFilter);
  } else if (chosen === 'text') {
    const text = await ask.text({
      title,
      prompt: l10n.t('Part of a name, a domain, an id or an address. Leave it empty to see all.'),
      value: filter.text,
      check: () => undefined,
    });
    await explorer.setFilter({ ...filter, text });
  } else {
    await explorer.setFilter({ ...filter, state: chosen.state });
  }
}

async function choices(explorer: Needs['explorer']): Promise<readonly Choice<Kind>[]> {
  const { text, state } = explorer.filter;
  const byText: Choice<Kind> = {
    label: l10n.t('Text…'),
    description: text === '' ? '' : l10n.t('now “{0}”', text),
    value: 'text',
  };
  const states = [...(await explorer.states())]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]): Choice<Kind> => {
      const isNow = name === state ? l10n.t('the filter now') : undefined;
      const found = l10n.t('state of {0}', count);
      return {
        label: name,
        description: [found, isNow].filter(Boolean).join(' · '),
        value: { state: name },
      };
    });
  const anyState: Choice<Kind> = { label: l10n.t('Any state'), value: { state: undefined } };
  const clear: Choice<Kind> = { label: l10n.t('Clear filter'), value: 'clear' };
  return [
    byText,
    ...states,
    ...(state === undefined ? [] : [anyState]),
    ...(isFiltering(explorer.filter) ? [clear] : []),
  ];
}
