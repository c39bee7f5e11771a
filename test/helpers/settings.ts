import { createGlossary, emptyGlossary } from '../../server/core/glossary/glossary.ts';
import { readGlossary } from '../../server/core/glossary/read/index.ts';
import { createWordBoundaries } from '../../server/core/glossary/words.ts';
import type { LintSettings, RuleSettings } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { defaultStyle, type Style } from '../../server/core/style/style.ts';

export const defaults: LintSettings = {
  rules: new Map(),
  glossary: emptyGlossary,
  words: createWordBoundaries(undefined),
  style: defaultStyle,
};

/** Settings under which a single rule is at work. */
export function onlyRule(id: string, style: Partial<Style> = {}, options?: RuleSettings['options']): LintSettings {
  const csv = rules.find((rule) => rule.id === id)?.exampleGlossary ?? '';
  return {
    ...defaults,
    style: { ...defaultStyle, ...style },
    glossary: createGlossary(readGlossary(csv, 'example.csv').terms),
    rules: new Map(
      rules.map((rule) => [
        rule.id,
        { level: rule.id === id ? rule.level : 'off', options: options ?? rule.options } satisfies RuleSettings,
      ]),
    ),
  };
}
