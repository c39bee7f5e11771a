import type { RuleSettings } from '../lint/lint.ts';
import { defaultLevel } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import type { Style } from '../style/style.ts';
import { type PathMatcher, pathMatcher } from '../text/glob.ts';
import type { Config } from './config.ts';

/** What holds for a page, by its path; the settings file goes before the editor's settings, overrides before both. */
export interface Resolver {
  /** Which overrides apply to a page: pages with the same ones have the same settings. */
  overridesOf(path: string): readonly number[];
  isIgnored: PathMatcher;
  settings(overrides: readonly number[]): PageSettings;
}

export interface PageSettings {
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** What is settled; the rest is found in the pages. */
  readonly style: Partial<Style>;
  readonly glossary: readonly string[];
}

export function createResolver(editor: Config, own: Config): Resolver {
  const matchers = own.overrides.map(({ files }) => pathMatcher(files));
  return {
    isIgnored: pathMatcher([...editor.ignore, ...own.ignore]),
    overridesOf: (path) => matchers.flatMap((matches, i) => (matches(path) ? [i] : [])),
    settings(overrides) {
      const applying = overrides.map((i) => own.overrides[i]!);
      const layers = [editor, own, ...applying];
      const glossary = own.glossary.length > 0 ? own.glossary : editor.glossary;
      return {
        rules: ruleSettings(...layers),
        style: Object.assign({}, ...layers.map(({ style }) => style)),
        glossary: applying.findLast((one) => one.glossary)?.glossary ?? glossary,
      };
    },
  };
}

/** The settings that hold for the rules: what `layers` say, later ones over earlier ones, over the rules' defaults. */
export function ruleSettings(...layers: readonly Pick<Config, 'rules'>[]): ReadonlyMap<string, RuleSettings> {
  return new Map(
    rules.map((rule) => {
      let level = defaultLevel(rule);
      let options = rule.options;
      for (const { rules: entries } of layers) {
        const entry = entries[rule.id];
        if (entry === undefined) continue;
        level = typeof entry === 'string' ? entry : entry[0];
        if (typeof entry !== 'string' && entry[1]) options = { ...options, ...entry[1] };
      }
      return [rule.id, { level, options }];
    }),
  );
}
