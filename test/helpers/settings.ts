import { readGlossary } from '../../server/core/glossary/format/read.ts';
import { createGlossary, emptyGlossary } from '../../server/core/glossary/glossary.ts';
import { createWordBoundaries } from '../../server/core/glossary/word-boundaries.ts';
import type { LintSettings, RuleSettings } from '../../server/core/lint/lint.ts';
import { defaultLevel, exampleFormat } from '../../server/core/lint/rule.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { stylePoints } from '../../server/core/style/points.ts';
import { defaultStyle, type Style } from '../../server/core/style/style.ts';

/** What holds without settings, and the rules that are off, too: what is promised of all rules is tried of them as well. */
export const defaults: LintSettings = {
  rules: new Map(
    rules.flatMap((rule) =>
      defaultLevel(rule) === 'off' ? [[rule.id, { level: rule.level, options: rule.options }]] : [],
    ),
  ),
  glossary: emptyGlossary,
  wordBoundaries: createWordBoundaries(undefined),
  style: defaultStyle,
};

/** Settings with a single active rule. */
export function onlyRule(id: string, style: Partial<Style> = {}, options?: RuleSettings['options']): LintSettings {
  const rule = rules.find((one) => one.id === id);
  const { terms } = readGlossary(rule?.exampleGlossary ?? '', `example.${exampleFormat(rule ?? {})}`);
  // The examples of a rule show the first value of its style point.
  const point = rule?.style;
  return {
    ...defaults,
    style: { ...defaultStyle, ...(point ? { [point]: stylePoints[point].values[0] } : {}), ...style },
    glossary: createGlossary(terms),
    // A project that follows all of them.
    conformity: {
      usage: new Map(terms.map((term) => [term, { uses: 100, followed: 100, answered: 100, kept: 0 }])),
      strays: new Set(),
    },
    rules: new Map(
      rules.map((one) => [
        one.id,
        { level: one.id === id ? one.level : 'off', options: options ?? one.options } satisfies RuleSettings,
      ]),
    ),
  };
}
