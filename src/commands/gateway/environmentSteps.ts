// Editing the environment of a data plane group: a list with masked values, names offered with what they do.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { Prompts, Steps } from '../../host/steps';
import type { Variable } from '../../operations/configuration/edits';
import {
  documentedVariables,
  isSecretName,
  mask,
  whyNotName,
  whyNotValue,
} from '../../operations/configuration/environment';

type Wish = 'add' | 'reveal' | 'done' | Variable;

/** Back at the list ends in `unlessBack` of the caller, where there is one. */
export async function editEnvironment(
  steps: Steps,
  title: string,
  before: readonly Variable[],
  hasBack: boolean,
): Promise<readonly Variable[]> {
  let variables = before;
  let isRevealed = false;
  for (;;) {
    const wish = await steps.prompts(title, hasBack).pick<Wish>({
      placeHolder: l10n.t('Environment variables: choose one to change or remove it'),
      choices: listOf(variables, isRevealed),
    });
    if (wish === 'done') return variables;
    if (wish === 'reveal') isRevealed = !isRevealed;
    else {
      const prompts = steps.prompts(title, true);
      const edited = await steps.unlessBack(() =>
        wish === 'add' ? added(prompts, variables) : changed(prompts, variables, wish),
      );
      variables = edited ?? variables;
    }
  }
}

function listOf(variables: readonly Variable[], isRevealed: boolean): readonly Choice<Wish>[] {
  return [
    ...variables.map((variable) => ({
      label: variable.name,
      description: isRevealed ? variable.value : mask,
      value: variable,
    })),
    { label: l10n.t('$(add) Add a variable…'), value: 'add' },
    ...(variables.length > 0
      ? ([
          {
            label: isRevealed ? l10n.t('$(eye-closed) Hide values') : l10n.t('$(eye) Show values'),
            value: 'reveal',
          },
        ] as const)
      : []),
    { label: l10n.t('$(check) Done'), value: 'done' },
  ];
}

async function added(
  prompts: Prompts,
  variables: readonly Variable[],
): Promise<readonly Variable[]> {
  const names = variables.map(({ name }) => name);
  const other = { label: l10n.t('$(edit) Another name…'), value: undefined };
  const documented = documentedVariables(l10n.t)
    .filter(([name]) => !names.includes(name))
    .map(([name, detail]) => ({ label: name, detail, value: name }));
  const picked = await prompts.pick<string | undefined>({
    placeHolder: l10n.t('Name of the variable'),
    choices: [...documented, other],
  });
  const name =
    picked ??
    (await prompts.text({
      prompt: l10n.t('Name: KONG_… or OTEL_…'),
      check: (text) => whyNotName(text, names, l10n.t),
    }));
  return [...variables, { name, value: await valueFor(prompts, name, '') }];
}

async function changed(
  prompts: Prompts,
  variables: readonly Variable[],
  { name, value }: Variable,
): Promise<readonly Variable[]> {
  const action = await prompts.pick({
    placeHolder: name,
    choices: [
      { label: l10n.t('$(edit) Change its value…'), value: 'change' },
      { label: l10n.t('$(trash) Remove it'), value: 'remove' },
    ],
  });
  if (action === 'remove') return variables.filter((one) => one.name !== name);
  const next = await valueFor(prompts, name, isSecretName(name) ? '' : value);
  return variables.map((one) => (one.name === name ? { name, value: next } : one));
}

/** A secret is not shown while it is typed. */
export function valueFor(prompts: Prompts, name: string, value: string): Promise<string> {
  return prompts.text({
    prompt: l10n.t('Value of {0}', name),
    value,
    password: isSecretName(name),
    check: (text) => whyNotValue(text, l10n.t),
  });
}
