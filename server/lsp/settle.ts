import { CONFIG_NAME, isProfile, isStyleValue } from '../core/config/config.ts';
import {
  chooseProfile,
  forgetRule,
  type SettingsEdits,
  setLevel,
  setOption,
  settlePoint,
} from '../core/config/edit.ts';
import { firstSettings } from '../core/config/first-settings.ts';
import { type Level, levels } from '../core/lint/rule.ts';
import { rules } from '../core/lint/rules/index.ts';
import { styleIds } from '../core/style/points.ts';
import type { Language } from '../core/text/bilingual.ts';
import type { Project } from '../workspace/project/project.ts';
import type { EntryResult, SettleParams } from './protocol.ts';
import { type EditSupport, settingsEdit } from './settings-edits.ts';

/** The edit of the settings file that settles what a person has chosen, or why there is none. */
export function settled(project: Project, params: SettleParams, language: Language, support: EditSupport): EntryResult {
  const { uri: file, text } = project.settingsFile;
  const refuse = (why: keyof typeof refusals): EntryResult => ({ file, refused: refusals[why][language] });
  if ('first' in params && text !== undefined) return refuse('exists');
  if (file.startsWith('untitled:')) return refuse('unsaved');
  if (text === undefined && !support.create) return refuse('missing');
  const change = changeOf(project, params);
  const edit = change && settingsEdit(project, change, support);
  return edit ? { edit, file } : refuse('impossible');
}

function changeOf(project: Project, params: SettleParams): ((text: string) => SettingsEdits) | undefined {
  if ('first' in params) return () => [{ from: 0, to: 0, insert: firstSettings(project.learnt?.style ?? {}) }];
  if ('point' in params) {
    const id = styleIds.find((one) => one === params.point);
    const { value } = params;
    return id && (value === null || isStyleValue(id, value))
      ? (text) => settlePoint(text, id, value ?? undefined)
      : undefined;
  }
  if ('profile' in params) {
    const { profile } = params;
    if (profile === null) return (text) => chooseProfile(text, undefined);
    return isProfile(profile) ? (text) => chooseProfile(text, profile) : undefined;
  }
  const rule = rules.find(({ id }) => id === params.rule);
  if (!rule) return undefined;
  if ('option' in params) {
    const { option, value } = params;
    const { level } = project.ruleSettings.get(rule.id)!;
    return option in rule.options ? (text) => setOption(text, rule.id, level, option, value) : undefined;
  }
  if (params.level === null) return (text) => forgetRule(text, rule.id);
  const level = levels.find((one): one is Level => one === params.level);
  return level && ((text) => setLevel(text, rule.id, level));
}

const refusals = {
  exists: {
    en: `There is a ${CONFIG_NAME} already. Settle single points of style, or edit the file.`,
    zh: `已有 ${CONFIG_NAME}。可逐项指定风格，或直接编辑该文件。`,
  },
  unsaved: {
    en: `A page that was never saved has no folder for ${CONFIG_NAME}. Save the page first.`,
    zh: `尚未保存的页面没有可存放 ${CONFIG_NAME} 的文件夹。请先保存页面。`,
  },
  missing: {
    en: `This editor cannot create ${CONFIG_NAME}. Make the file, or run “yijiao init”.`,
    zh: `此编辑器无法创建 ${CONFIG_NAME}。请新建该文件，或运行“yijiao init”。`,
  },
  impossible: {
    en: `Nothing can be changed in ${CONFIG_NAME}: it says so already, or it has a fault. Open it and mend it by hand.`,
    zh: `${CONFIG_NAME} 无法修改：已是如此，或文件有错。请打开文件手动修改。`,
  },
};
