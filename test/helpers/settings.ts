import type { LintSettings, RuleSettings } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';

export const noGlossary = {} as LintSettings['glossary'];

export const defaults: LintSettings = { rules: new Map(), glossary: noGlossary };

/** Settings under which a single rule is at work. */
export function onlyRule(id: string, options?: RuleSettings['options']): LintSettings {
  return {
    glossary: noGlossary,
    rules: new Map(
      rules.map((rule) => [
        rule.id,
        { level: rule.id === id ? rule.level : 'off', options: options ?? rule.options } satisfies RuleSettings,
      ]),
    ),
  };
}
