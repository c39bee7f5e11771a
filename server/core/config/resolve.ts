import type { RuleSettings } from '../lint/lint.ts';
import { defaultLevel } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import type { Style } from '../style/style.ts';
import { type PathMatcher, pathMatcher } from '../text/glob.ts';
import type { Config } from './config.ts';

/** The settings of a page, by its path. The settings file takes precedence over the editor, and overrides over both. */
export interface Resolver {
  /** The overrides that apply to a page, as indexes. Pages with the same overrides have the same settings. */
  overridesOf(path: string): readonly number[];
  isIgnored: PathMatcher;
  settings(overrides: readonly number[]): PageSettings;
}

export interface PageSettings {
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** Chosen style points. The rest is learnt from the pages. */
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

/** The settings of all rules: the defaults, then each layer over those before it. */
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
