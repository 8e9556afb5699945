// Every rule, in the order in which they run.
import type { Rule } from './rule';
import { fileTooLarge } from './rules/fileTooLarge';
import { nameMismatch } from './rules/nameMismatch';
import { noInitWorker } from './rules/noInitWorker';
import { noTimers } from './rules/noTimers';
import { priority } from './rules/priority';
import { syntax } from './rules/syntax';
import { version } from './rules/version';

export const rules: readonly Rule[] = [
  syntax,
  fileTooLarge,
  nameMismatch,
  priority,
  version,
  noInitWorker,
  noTimers,
];
