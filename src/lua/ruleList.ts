// Every rule, in the order in which they run.
import type { Rule } from './rule';
import { basePlugin } from './rules/basePlugin';
import { blockingCall } from './rules/blockingCall';
import { bundledName } from './rules/bundledName';
import { contentLength } from './rules/contentLength';
import { deniedGlobal } from './rules/deniedGlobal';
import { deniedMember } from './rules/deniedMember';
import { deniedRequire } from './rules/deniedRequire';
import { deniedStandardFunction } from './rules/deniedStandardFunction';
import { dynamicRequire } from './rules/dynamicRequire';
import { exitNotReturned } from './rules/exitNotReturned';
import { extraModule } from './rules/extraModule';
import { fileTooLarge } from './rules/fileTooLarge';
import { globalWrite } from './rules/globalWrite';
import { handlerReturn } from './rules/handlerReturn';
import { invalidName } from './rules/invalidName';
import { nameMismatch } from './rules/nameMismatch';
import { noInitWorker } from './rules/noInitWorker';
import { noTimers } from './rules/noTimers';
import { noYield } from './rules/noYield';
import { otherLuaSyntax } from './rules/otherLuaSyntax';
import { pdkColon } from './rules/pdkColon';
import { pdkDot } from './rules/pdkDot';
import { pdkPhase } from './rules/pdkPhase';
import { pdkTooNew } from './rules/pdkTooNew';
import { phaseProtocol } from './rules/phaseProtocol';
import { phaseSelf } from './rules/phaseSelf';
import { priority } from './rules/priority';
import { protectedTable } from './rules/protectedTable';
import { rawBodyNil } from './rules/rawBodyNil';
import { responseBuffers } from './rules/responseBuffers';
import { responseWithFilters } from './rules/responseWithFilters';
import { schemaAttributeType } from './rules/schemaAttributeType';
import { schemaBreakingChange } from './rules/schemaBreakingChange';
import { schemaCheckField } from './rules/schemaCheckField';
import { schemaCheckShape } from './rules/schemaCheckShape';
import { schemaCrashingValidator } from './rules/schemaCrashingValidator';
import { schemaCustomValidator } from './rules/schemaCustomValidator';
import { schemaDefault } from './rules/schemaDefault';
import { schemaDescription } from './rules/schemaDescription';
import { schemaDuplicateField } from './rules/schemaDuplicateField';
import { schemaEmptyRange } from './rules/schemaEmptyRange';
import { schemaFieldShape } from './rules/schemaFieldShape';
import { schemaKongNgx } from './rules/schemaKongNgx';
import { schemaMissingNested } from './rules/schemaMissingNested';
import { schemaNoConfig } from './rules/schemaNoConfig';
import { schemaPattern } from './rules/schemaPattern';
import { schemaReferenceableType } from './rules/schemaReferenceableType';
import { schemaRequire } from './rules/schemaRequire';
import { schemaRequiredDefault } from './rules/schemaRequiredDefault';
import { schemaRequiredKey } from './rules/schemaRequiredKey';
import { schemaReturn } from './rules/schemaReturn';
import { schemaSecret } from './rules/schemaSecret';
import { schemaTopLevelField } from './rules/schemaTopLevelField';
import { schemaTypedef } from './rules/schemaTypedef';
import { schemaUnknownAttribute } from './rules/schemaUnknownAttribute';
import { schemaUnknownKey } from './rules/schemaUnknownKey';
import { schemaUnknownType } from './rules/schemaUnknownType';
import { schemaUnusableField } from './rules/schemaUnusableField';
import { schemaValidatorArgument } from './rules/schemaValidatorArgument';
import { schemaVarargs } from './rules/schemaVarargs';
import { strictRequire } from './rules/strictRequire';
import { syntax } from './rules/syntax';
import { undefinedGlobal } from './rules/undefinedGlobal';
import { unknownConfField } from './rules/unknownConfField';
import { unknownPdk } from './rules/unknownPdk';
import { unknownPhase } from './rules/unknownPhase';
import { unsupportedFile } from './rules/unsupportedFile';
import { unusedLocal } from './rules/unusedLocal';
import { unusedSchemaField } from './rules/unusedSchemaField';
import { version } from './rules/version';

export const rules: readonly Rule[] = [
  syntax,
  otherLuaSyntax,
  fileTooLarge,
  extraModule,
  unsupportedFile,
  nameMismatch,
  invalidName,
  bundledName,
  handlerReturn,
  priority,
  version,
  noInitWorker,
  responseWithFilters,
  unknownPhase,
  phaseSelf,
  basePlugin,
  noTimers,
  deniedRequire,
  strictRequire,
  dynamicRequire,
  deniedGlobal,
  deniedStandardFunction,
  deniedMember,
  globalWrite,
  protectedTable,
  unknownPdk,
  pdkColon,
  pdkDot,
  pdkTooNew,
  pdkPhase,
  noYield,
  blockingCall,
  exitNotReturned,
  undefinedGlobal,
  responseBuffers,
  contentLength,
  rawBodyNil,
  schemaReturn,
  schemaRequiredKey,
  schemaUnknownKey,
  schemaFieldShape,
  schemaNoConfig,
  schemaTopLevelField,
  schemaDuplicateField,
  schemaUnknownType,
  schemaUnknownAttribute,
  schemaMissingNested,
  schemaAttributeType,
  schemaCrashingValidator,
  schemaValidatorArgument,
  schemaEmptyRange,
  schemaPattern,
  schemaDefault,
  schemaRequiredDefault,
  schemaDescription,
  schemaTypedef,
  schemaSecret,
  schemaReferenceableType,
  schemaUnusableField,
  schemaCheckShape,
  schemaCheckField,
  schemaCustomValidator,
  schemaRequire,
  schemaKongNgx,
  schemaVarargs,
  schemaBreakingChange,
  phaseProtocol,
  unknownConfField,
  unusedSchemaField,
  unusedLocal,
];
