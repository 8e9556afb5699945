// What is said of a member of the PDK: signature, purpose, phases, version.
import type { Translate } from '../../../text';
import { pdkEntry } from '../../gateway/pdk';
import { type PdkText, pdkSignature, pdkText, writtenName } from './pdkTexts';

/** @param isShort without the declaration and the purpose, which something else shows */
export function pdkPage(name: string, t: Translate, isShort = false): string | undefined {
  const text = pdkText(name);
  if (text === undefined) return undefined;
  if (isShort) return facts(name, t);
  return [inLua(declaration(text)), text.description, facts(name, t)].join('\n\n');
}

/** A block of Lua code in Markdown. */
export function inLua(code: string): string {
  return `\`\`\`lua\n${code}\n\`\`\``;
}

function declaration(text: PdkText): string {
  const signature = pdkSignature(text);
  return signature === '' ? text.name : `function ${writtenName(text)}${signature}`;
}

function facts(name: string, t: Translate): string {
  const entry = pdkEntry(name);
  const phases = entry?.phases?.map((phase) => `\`${phase}\``).join(', ');
  const where = phases === undefined ? t('Any phase') : t('Phases: {0}', phases);
  const since = entry === undefined || entry.since === '3.4' ? undefined : entry.since;
  return since === undefined ? where : `${where} · ${t('since {0}', since)}`;
}
