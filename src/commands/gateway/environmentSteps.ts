// Editing the environment of a data plane group: a list with masked values, names offered with what they do.
import { l10n } from 'vscode';
import { Cancelled, type Choice } from '../../host/ask';
import type { Prompts } from '../../host/steps';
import type { Variable } from '../../operations/configuration/edits';
import {
  documentedVariables,
  isSecretName,
  mask,
  whyNotName,
  whyNotValue,
} from '../../operations/configuration/environment';
import type { Services } from '../services';

type Wish = 'add' | 'reveal' | 'done' | 'leave' | Variable;

export interface EnvironmentEdit {
  readonly title: string;
  readonly before: readonly Variable[];
  /** Hears of each change. Without it, changes are not dropped before that is asked about. */
  readonly keep?: (variables: readonly Variable[]) => unknown;
}

type Needs = Pick<Services, 'steps' | 'ask'>;

/** A dismissed question about one variable leads back to the list. @throws Cancelled when the list is left */
export async function editEnvironment(
  needs: Needs,
  edit: EnvironmentEdit,
): Promise<readonly Variable[]> {
  const { steps } = needs;
  const { title, before, keep } = edit;
  let variables = before;
  let isRevealed = false;
  for (;;) {
    const wish = await chosen(needs, edit, listOf(variables, isRevealed));
    if (wish === 'done') return variables;
    if (wish === 'leave') await refuseToDrop(needs, edit, variables);
    else if (wish === 'reveal') isRevealed = !isRevealed;
    else {
      const [prompts, so] = [steps.prompts(title, true), variables];
      const work = () => (wish === 'add' ? added(prompts, so) : changed(prompts, so, wish));
      variables = (await steps.unlessBack(() => steps.unlessDismissed(work))) ?? variables;
      await keep?.(variables);
    }
  }
}

/** With a way back where there is something to go back to: what was changed so far counts then. */
async function chosen(
  { steps }: Needs,
  { title, keep }: EnvironmentEdit,
  choices: readonly Choice<Wish>[],
): Promise<Wish> {
  const placeHolder = l10n.t('Environment variables: choose one to change or remove it');
  const ask = () => steps.prompts(title, keep !== undefined).pick<Wish>({ placeHolder, choices });
  const leave = async (): Promise<Wish> => (await steps.unlessDismissed(ask)) ?? 'leave';
  return (await steps.unlessBack(leave)) ?? 'done';
}

/** Goes on with the list unless the user means it. @throws Cancelled then */
async function refuseToDrop(
  { steps, ask }: Needs,
  { title, before, keep }: EnvironmentEdit,
  variables: readonly Variable[],
): Promise<void> {
  if (keep !== undefined || variables === before) throw new Cancelled();
  const drop = l10n.t('Drop the Changes');
  const answer = await steps.unlessDismissed(() =>
    ask.choose(l10n.t('The environment was changed, and nothing of it is sent yet.'), title, [
      drop,
    ]),
  );
  if (answer === drop) throw new Cancelled();
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
