import type { Bilingual } from '../core/text/bilingual.ts';
import type { PageCoverage, PageState } from './coverage.ts';

export const stateNames: Readonly<Record<PageState, Bilingual>> = {
  inSync: { en: 'in sync', zh: '已同步' },
  behind: { en: 'behind', zh: '落后' },
  incomplete: { en: 'incomplete', zh: '不完整' },
  untranslated: { en: 'not translated', zh: '未翻译' },
  noSource: { en: 'no source', zh: '无原文' },
};

/** The share of the source's blocks that are translated, 0–1; a page without a source counts as nothing. */
export function shareOf(page: Pick<PageCoverage, 'blocks' | 'translated'>): number {
  return page.blocks === 0 ? 0 : page.translated / page.blocks;
}

export function summary(pages: readonly PageCoverage[], isPartial: boolean, language: 'en' | 'zh'): string {
  const count = (state: PageState) => pages.filter((page) => page.state === state).length;
  if (pages.length === 0) return language === 'zh' ? '没有找到译文。' : 'No translation was found.';
  const states = (Object.keys(stateNames) as PageState[]).filter((state) => count(state) > 0);
  const parts = states.map((state) => `${stateNames[state][language]} ${count(state)}`);
  const partial = isPartial ? (language === 'zh' ? '（未看完）' : ' (cancelled)') : '';
  return language === 'zh'
    ? `共 ${pages.length} 页${partial}：${parts.join('，')}。`
    : `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}${partial}: ${parts.join(', ')}.`;
}

/** That changes of the English were not looked for, where the history does not tell them; undefined when they were. */
export function unknownSince(pages: readonly PageCoverage[], language: 'en' | 'zh'): string | undefined {
  const count = pages.filter(({ english, chinese, since }) => english && chinese && since === undefined).length;
  if (count === 0) return undefined;
  return language === 'zh'
    ? `其中 ${count} 页不知道译自英文的哪个版本（没有 git 历史，或历史不完整：git fetch --unshallow），因此无法判断英文此后是否有改动。`
    : `Not known for ${count}: which version of the English was translated, and so whether it has changed since (no git history, or a shallow one: git fetch --unshallow).`;
}
