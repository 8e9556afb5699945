// Checks the two files of a plugin with every rule.
import type { Translate } from '../text';
import type { Finding, Severity } from './finding';
import { pluginName } from './plugin/pluginName';
import type { Problem, Rule, RuleContext, SandboxName } from './rule';
import { rules } from './ruleList';
import { LuaSource } from './source';
import { readSuppressions } from './suppressions';

export type { Finding, Position, Severity, TextEdit, TextRange } from './finding';
export type { SandboxName } from './rule';
export type { ConfigFailure } from './schema/configFailure';

export interface PluginSource {
  readonly handler?: string;
  readonly schema?: string;
  /** From a path `kong/plugins/<name>/`, or the name the folder was uploaded under. */
  readonly expectedName?: string;
  /** What else lies in the plugin's folder: paths from there, with `/`. */
  readonly otherFiles?: readonly string[];
  /** The schema under which the plugin is in use now. */
  readonly remoteSchema?: string;
}

export interface CheckOptions {
  readonly t: Translate;
  /** Rule name to severity, instead of the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Default `strict`. */
  readonly sandbox?: SandboxName;
  /** Where the sandbox comes from, in words, for the messages of findings that depend on it. */
  readonly sandboxOrigin?: string;
  readonly gatewayVersion?: string;
}

export interface CheckResult {
  readonly handler: readonly Finding[];
  readonly schema: readonly Finding[];
  /** The name in schema.lua, when it is a constant. */
  readonly name?: string;
}

export function checkPlugin(plugin: PluginSource, options: CheckOptions): CheckResult {
  const handler =
    plugin.handler === undefined ? undefined : new LuaSource('handler', plugin.handler);
  const schema = plugin.schema === undefined ? undefined : new LuaSource('schema', plugin.schema);
  const context: RuleContext = {
    t: options.t,
    handler,
    schema,
    expectedName: plugin.expectedName,
    otherFiles: plugin.otherFiles ?? [],
    remoteSchema:
      plugin.remoteSchema === undefined
        ? undefined
        : new LuaSource('schema', plugin.remoteSchema).pluginSchema,
    sandbox: options.sandbox ?? 'strict',
    sandboxOrigin: options.sandboxOrigin ?? options.t('the default'),
    gatewayVersion: options.gatewayVersion,
  };
  const name = schema && pluginName(schema)?.text;
  return {
    handler: handler ? checkSource(handler, context, options) : [],
    schema: schema ? checkSource(schema, context, options) : [],
    ...(name !== undefined && { name }),
  };
}

function checkSource(source: LuaSource, context: RuleContext, options: CheckOptions): Finding[] {
  const suppressions = readSuppressions(source);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    if (rule.file !== 'both' && rule.file !== source.file) continue;
    const setting = options.severities?.[rule.name];
    if ((setting ?? rule.severity) === 'off') continue;
    for (const problem of rule.check(source, context)) {
      // What a helper builds several times is reported once.
      const place = `${rule.name} ${problem.at.join('-')} ${problem.message}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const finding = toFinding(rule, problem, source, context, setting);
      if (!suppressions.covers(rule.name, finding.range.start.line)) findings.push(finding);
    }
  }
  return findings.sort(inOrder);
}

function toFinding(
  rule: Rule,
  problem: Problem,
  { lines }: LuaSource,
  context: RuleContext,
  setting: Severity | 'off' | undefined,
): Finding {
  const { at, message, tags, related, fix } = problem;
  const severity = (setting ?? problem.severity ?? rule.severity) as Severity;
  const placed = related?.flatMap(({ at: place, ...rest }) => {
    const range = context[rest.file]?.lines.range(place);
    return range === undefined ? [] : [{ ...rest, range }];
  });
  const edits = fix?.edits.map(({ at: place, text }) => ({ range: lines.range(place), text }));
  return {
    rule: rule.name,
    severity,
    message,
    range: lines.range(at),
    ...(tags !== undefined && { tags }),
    ...(placed !== undefined && { related: placed }),
    ...(fix !== undefined &&
      edits !== undefined && {
        fix: { title: fix.title, edits, isCertain: fix.isCertain === true },
      }),
  };
}

function inOrder(a: Finding, b: Finding): number {
  const [left, right] = [a.range.start, b.range.start];
  return left.line - right.line || left.column - right.column || (a.rule < b.rule ? -1 : 1);
}
