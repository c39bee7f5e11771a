import { CONFIG_NAME } from '../core/config/config.ts';
import { asksUnder } from '../core/lint/asks.ts';
import type { Level, Rule } from '../core/lint/rule.ts';
import { stylePoints } from '../core/style/points.ts';
import { MIXED, teams } from '../core/style/style.ts';
import { meaningOf, shortMeaning } from '../core/style/texts.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import type { PointInForce } from '../workspace/project/style-points.ts';

/** Where the value of a point comes from, and what would change it. `pages`: how many were looked at. */
export function told(point: PointInForce, pages: number): Bilingual {
  const { id, value, origin, profile, verdict } = point;
  const { first, count, total, wanted } = verdict;
  const of = { en: pages === 1 ? '1 page' : `${pages} pages`, zh: `${pages} 个页面` };
  const meaning = meaningOf(id, value);
  const most = first === undefined ? meaning : shortMeaning(id, first);
  const shown = {
    en:
      total === 0
        ? 'No place in the pages shows it.'
        : `${countOf(point)} of ${total} places in ${of.en} are written so.`,
    zh: total === 0 ? '页面中没有这样的地方。' : `${of.zh}的 ${total} 处中有 ${countOf(point)} 处这样写。`,
  };
  const by = (en: string, zh: string): Bilingual => ({
    en: `${en}: ${meaning.en}${value === MIXED ? '' : ` ${shown.en}`}`,
    zh: `${zh}：${meaning.zh}${value === MIXED ? '' : shown.zh}`,
  });
  const tooFew = {
    en: `Too few places in ${of.en} to tell: ${total} of at least ${wanted}.`,
    zh: `${of.zh}中依据不足：只有 ${total} 处，至少需要 ${wanted} 处。`,
  };
  switch (origin) {
    case 'settings':
      return by(`Settled in ${CONFIG_NAME}`, `由 ${CONFIG_NAME} 指定`);
    case 'editor':
      return by('Settled in the settings of the editor', '由编辑器设置指定');
    case 'profile':
      return by(`From the profile ${profile} (${teams[profile!].en})`, `来自预设 ${profile}（${teams[profile!].zh}）`);
    case 'pages':
      return {
        en: `${countOf(point)} of ${total} places in ${of.en} are written so: ${meaning.en}`,
        zh: `${of.zh}的 ${total} 处中有 ${countOf(point)} 处这样写：${meaning.zh}`,
      };
    case 'divided':
      return {
        en: `The pages are divided: “${most.en}” in ${count} of ${total} places. Rules that only follow the pages are silent until ${wanted} of ${total} agree, or until you settle it.`,
        zh: `页面写法不一：${total} 处中有 ${count} 处为“${most.zh}”。达到 ${wanted} 处一致，或指定其中一种之前，跟随页面的规则不作报告。`,
      };
    case 'default':
      return { en: `${tooFew.en} The default holds: ${meaning.en}`, zh: `${tooFew.zh}采用默认：${meaning.zh}` };
    case 'undecided':
      return {
        en: `${tooFew.en} It is a matter of taste: either is left alone until more pages show it, or until you settle it.`,
        zh: `${tooFew.zh}两种写法均可：更多页面体现其写法，或指定其中一种之前，不作报告。`,
      };
  }
}

/** How many places are written as is asked. */
export function countOf({ counts, value }: PointInForce): number {
  return counts[value] ?? 0;
}

/** The value in force in a few words, with what the pages show. */
export function shownOf(point: PointInForce): Bilingual {
  const { id, value, origin, verdict, counts } = point;
  const { total } = verdict;
  if (origin === 'divided') {
    const sides = Object.values(counts).sort((a, b) => b - a);
    return { en: `divided · ${sides.join(' : ')}`, zh: `写法不一 · ${sides.join(' : ')}` };
  }
  if (origin === 'undecided') return { en: `too few places (${total})`, zh: `依据不足（${total} 处）` };
  const short = shortMeaning(id, value);
  if (value === MIXED || total === 0) return short;
  const ratio = `${countOf(point)}/${total}`;
  return { en: `${short.en} · ${ratio}`, zh: `${short.zh} · ${ratio}` };
}

/** Why a rule that is on says nothing of this point; undefined where it does. */
export function silence(rule: Rule, level: Level, { value, origin }: PointInForce): Bilingual | undefined {
  if (level === 'off') return { en: 'off', zh: '已关闭' };
  if (asksUnder(rule, value)) return undefined;
  if (value !== MIXED) return { en: 'silent: asks nothing of this side', zh: '不报告：对这种写法没有要求' };
  if (origin === 'divided') return { en: 'silent: the pages are divided', zh: '不报告：页面写法不一' };
  if (origin === 'undecided') return { en: 'silent: too few places to tell', zh: '不报告：依据不足' };
  return { en: 'silent: either is allowed', zh: '不报告：两种写法均可' };
}

/** What would wake the rules that are silent because nothing is decided. */
export function wakingOf({ origin, verdict: { total, wanted } }: PointInForce): Bilingual | undefined {
  if (origin === 'divided')
    return { en: `silent until ${wanted} of ${total} places agree`, zh: `${total} 处中有 ${wanted} 处一致后才报告` };
  if (origin === 'undecided') return { en: `silent until ${wanted} places show it`, zh: `有 ${wanted} 处体现后才报告` };
  return undefined;
}

/** What a finding of a rule that follows the style tells of the reason: its point, and where that comes from. */
export function reasonOf(point: PointInForce, pages: number): Bilingual {
  const { title } = stylePoints[point.id];
  const { en, zh } = told(point, pages);
  return { en: `${title.en}: ${en}`, zh: `${title.zh}：${zh}` };
}
