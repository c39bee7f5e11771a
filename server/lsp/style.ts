import { levelMeanings } from '../core/config/schema.ts';
import { rulesOfPoint } from '../core/lint/asks.ts';
import { defaultLevel, levels, type Rule } from '../core/lint/rule.ts';
import { rules } from '../core/lint/rules/index.ts';
import { type StyleId, styleIds, stylePoints } from '../core/style/points.ts';
import { MIXED, type ProfileName, profiles, teams } from '../core/style/style.ts';
import { meaningOf, shortMeaning, valuesOf } from '../core/style/texts.ts';
import type { Language } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Files } from '../workspace/files/files.ts';
import type { Project } from '../workspace/project/project.ts';
import { excerptOf, styleExamples } from '../workspace/project/style-examples.ts';
import { type PointInForce, pointInForce, profileBeside } from '../workspace/project/style-points.ts';
import { rangeOf } from './convert.ts';
import type { ProfileInfo, RuleInfo, RulesResult, StyleExampleInfo, StylePointInfo, StyleResult } from './protocol.ts';
import { shownOf, silence, told, wakingOf } from './style-texts.ts';

/** What the project does and why, point by point. */
export function styleOf(project: Project, language: Language): StyleResult {
  const { root, config, editor, learnt, settingsFile } = project;
  const pages = learnt?.pages.length ?? 0;
  const points = styleIds.map((id) => pointInForce(project, id));
  const profile = config.profile ?? editor.profile;
  return {
    root,
    ...(settingsFile.text === undefined ? {} : { settings: settingsFile.uri }),
    pages,
    isEnough: pages >= ENOUGH_PAGES && points.some(({ verdict }) => verdict.value !== undefined),
    ...(profile ? { profile } : {}),
    points: points.map((point) => pointInfo(project, point, pages, language)),
    profiles: (Object.keys(profiles) as ProfileName[]).map((name) => profileInfo(project, name, language)),
  };
}

/** Fewer pages may be the way of one translator, not that of the project. */
const ENOUGH_PAGES = 3;

function pointInfo(project: Project, point: PointInForce, pages: number, language: Language): StylePointInfo {
  const { id, value, origin, verdict } = point;
  const followers = rulesOfPoint(id).map((rule) => {
    const { level } = project.ruleSettings.get(rule.id)!;
    const silent = silence(rule, level, point);
    return { id: rule.id, title: rule.title[language], level, ...(silent ? { silent: silent[language] } : {}) };
  });
  const isWaiting = followers.some(({ silent, level }) => silent !== undefined && level !== 'off');
  const wakes = isWaiting ? wakingOf(point) : undefined;
  const overrides = project.config.overrides.flatMap(({ files, style }) =>
    style[id] === undefined ? [] : [{ files: files.join(', '), shown: shortMeaning(id, style[id])[language] }],
  );
  return {
    id,
    name: stylePoints[id].name[language],
    title: stylePoints[id].title[language],
    value,
    shown: shownOf(point)[language],
    origin,
    told: told(point, pages)[language],
    ...(wakes ? { wakes: wakes[language] } : {}),
    values: valuesOf(id).map((one) => ({
      value: one,
      shown: shortMeaning(id, one)[language],
      meaning: meaningOf(id, one)[language],
      ...(one === MIXED ? {} : { count: point.counts[one] ?? 0 }),
      profiles: namesAskingFor(id, one),
    })),
    total: verdict.total,
    rules: followers,
    overrides,
  };
}

function namesAskingFor(id: StyleId, value: string): string[] {
  return Object.entries(profiles).flatMap(([name, profile]) =>
    (profile as Record<string, string>)[id] === value ? [name] : [],
  );
}

function profileInfo(project: Project, name: ProfileName, language: Language): ProfileInfo {
  const { agrees, differs } = profileBeside(project, name);
  return {
    name,
    team: teams[name][language],
    points: Object.keys(profiles[name]).length,
    agrees: agrees.length,
    differs: differs.map((id) => stylePoints[id].title[language]),
  };
}

export async function examplesOf(
  files: Files,
  { learnt }: Project,
  point: string,
  value: string,
): Promise<StyleExampleInfo[]> {
  const id = styleIds.find((one) => one === point);
  const examples = id && learnt ? await styleExamples(files, learnt.pages, id, value) : [];
  return examples.map((example) => ({
    uri: example.uri,
    range: rangeOf(lineIndex(example.text), example.place),
    ...excerptOf(example),
  }));
}

/** Every rule, with what holds for it where no override says otherwise. */
export function rulesIn(project: Project, language: Language): RulesResult {
  return {
    rules: rules.map((rule) => ruleInfo(project, rule, language)),
    levels: levels.map((level) => ({ level, meaning: levelMeanings[level][language] })),
  };
}

function ruleInfo({ config, ruleSettings }: Project, rule: Rule, language: Language): RuleInfo {
  const { level, options } = ruleSettings.get(rule.id)!;
  return {
    id: rule.id,
    title: rule.title[language],
    group: rule.group,
    level,
    defaultLevel: defaultLevel(rule),
    isSet: config.rules[rule.id] !== undefined,
    isOverridden: config.overrides.some((one) => one.rules[rule.id] !== undefined),
    options: Object.entries(rule.options).map(([name, defaultValue]) => ({
      name,
      help: rule.optionHelp?.[name]?.[language] ?? '',
      value: options[name] ?? defaultValue,
      defaultValue,
    })),
  };
}
