// Asking for a secret header: its name, its form, and the secret typed hidden, from the clipboard, or generated.
import { randomBytes } from 'node:crypto';
import { env, l10n } from 'vscode';
import { UserError } from '../../host/userError';
import {
  type HeaderSecret,
  whyNotHeader,
  whyNotSecret,
} from '../../operations/secret/headerSecret';
import type { Services } from '../services';

type Ask = Services['ask'];

export interface AskedSecret extends HeaderSecret {
  /** Without the scheme: what the user knows it as. */
  readonly secret: string;
  readonly source: 'typed' | 'clipboard' | 'generated';
}

interface Form {
  readonly label: string;
  readonly detail: string;
  readonly valueOf: (secret: string) => string;
}

export async function askSecret(ask: Ask, title: string): Promise<AskedSecret> {
  const header = await askHeader(ask, title);
  const isAuthorization = header.toLowerCase() === 'authorization';
  const form = isAuthorization ? await askForm(ask, title) : plainForm();
  const check = (text: string) =>
    whyNotSecret({ header, value: text }, l10n.t) ??
    whyNotSecret({ header, value: form.valueOf(text) }, l10n.t);
  const source = await askSource(ask, title);
  const secret = await secretFrom(source, ask, { title, header, check });
  return { header, secret, value: form.valueOf(secret), source };
}

async function askHeader(ask: Ask, title: string): Promise<string> {
  const known = ['Authorization', 'X-API-Key'];
  const other = { label: l10n.t('Another header…'), value: '' };
  const picked = await ask.pick(title, l10n.t('Header that the backend wants'), [
    ...known.map((value) => ({ label: value, value })),
    other,
  ]);
  if (picked !== '') return picked;
  return ask.text({
    title,
    prompt: l10n.t('Name of the header'),
    placeHolder: 'X-Backend-Token',
    check: (text) => whyNotHeader(text, l10n.t),
  });
}

function plainForm(): Form {
  return {
    label: l10n.t('As it is'),
    detail: l10n.t('The secret is the whole value.'),
    valueOf: (secret) => secret,
  };
}

async function askForm(ask: Ask, title: string): Promise<Form> {
  const forms: readonly Form[] = [
    {
      label: 'Bearer',
      detail: l10n.t('“Bearer”, a space, and the secret.'),
      valueOf: (secret) => `Bearer ${secret}`,
    },
    {
      label: 'Basic',
      detail: l10n.t('The secret is name:password; it is encoded for you.'),
      valueOf: (secret) => `Basic ${Buffer.from(secret).toString('base64')}`,
    },
    plainForm(),
  ];
  const choices = forms.map((value) => ({ label: value.label, detail: value.detail, value }));
  return ask.pick(title, l10n.t('Form of the value'), choices);
}

function askSource(ask: Ask, title: string): Promise<AskedSecret['source']> {
  return ask.pick(title, l10n.t('Where the secret comes from'), [
    { label: l10n.t('Type it, hidden'), value: 'typed' },
    { label: l10n.t('Take it from the clipboard'), value: 'clipboard' },
    {
      label: l10n.t('Generate one'),
      detail: l10n.t('256 random bits; you can copy it afterwards, for the backend.'),
      value: 'generated',
    },
  ]);
}

interface SecretQuestion {
  readonly title: string;
  readonly header: string;
  readonly check: (text: string) => string | undefined;
}

async function secretFrom(
  source: AskedSecret['source'],
  ask: Ask,
  { title, header, check }: SecretQuestion,
): Promise<string> {
  if (source === 'typed')
    return ask.secret({ title, prompt: l10n.t('Secret for the header {0}', header), check });
  if (source === 'generated') return randomBytes(32).toString('base64url');
  const copied = await env.clipboard.readText();
  // What a terminal copies ends with a line end.
  const secret = copied.replace(/\r?\n$/, '');
  const reason = check(secret);
  if (reason === undefined) return secret;
  throw new UserError(l10n.t('What is in the clipboard cannot be used: {0}', reason));
}
