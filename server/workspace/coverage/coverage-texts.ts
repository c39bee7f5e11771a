import type { PairState } from '../../core/bilingual/state/compare.ts';
import { type Bilingual, inEach, type Language } from '../../core/text/bilingual.ts';
import type { UnknownReason } from '../history/revision.ts';
import type { PageCoverage, PageState } from './coverage.ts';

export const stateNames: Readonly<Record<PageState, Bilingual>> = {
  inSync: { en: 'in sync', zh: '已同步' },
  behind: { en: 'behind', zh: '落后' },
  incomplete: { en: 'incomplete', zh: '不完整' },
  unknown: { en: 'not known', zh: '未知' },
  untranslated: { en: 'not translated', zh: '未翻译' },
  noSource: { en: 'no source', zh: '无原文' },
};

/** What a report says of a block. */
export const blockStates: Readonly<Record<PairState | 'changed', Bilingual>> = {
  aligned: { en: 'aligned', zh: '对齐' },
  missing: { en: 'missing', zh: '缺失' },
  extra: { en: 'extra', zh: '多出' },
  untranslated: { en: 'still English', zh: '尚未翻译' },
  moved: { en: 'moved', zh: '有移动' },
  changed: { en: 'English changed', zh: '英文有改动' },
};

export const severalWays: Bilingual = {
  en: 'The same English, translated in several ways',
  zh: '同一段英文有不同的译法',
};

/** The translated share of the source's blocks, 0–1; 0 for a page without a source. */
export function shareOf(page: Pick<PageCoverage, 'blocks' | 'translated'>): number {
  return page.blocks === 0 ? 0 : page.translated / page.blocks;
}

export function summary(pages: readonly PageCoverage[], isPartial: boolean, language: Language): string {
  const count = (state: PageState) => pages.filter((page) => page.state === state).length;
  if (pages.length === 0) return texts.none[language];
  const states = (Object.keys(stateNames) as PageState[]).filter((state) => count(state) > 0);
  const parts = states.map((state) => inEach((one) => `${stateNames[state][one]} ${count(state)}`));
  return texts.sum(pages.length, parts, isPartial)[language];
}

const texts = {
  none: { en: 'No translation was found.', zh: '没有找到译文。' },
  sum: (pages: number, parts: readonly Bilingual[], isPartial: boolean) => ({
    en: `${pages} ${pages === 1 ? 'page' : 'pages'}${isPartial ? ' (cancelled)' : ''}: ${parts.map(({ en }) => en).join(', ')}.`,
    zh: `共 ${pages} 页${isPartial ? '（未看完）' : ''}：${parts.map(({ zh }) => zh).join('，')}。`,
  }),
  unknown: (pages: number, { en, zh }: Bilingual) => ({
    en: `${pages} ${pages === 1 ? 'page' : 'pages'}: it is not known whether the English has changed since the translation. ${en}`,
    zh: `${pages} 页不知道英文在翻译之后是否有改动。${zh}`,
  }),
};

/** Why it is unknown whether the English has changed since a page was translated, and what to do about it. */
export const unknownReasons: Readonly<Record<UnknownReason, Bilingual>> = {
  shallow: {
    en: 'The clone is shallow and does not go back far enough to tell. Complete it with “git fetch --unshallow” (in CI: fetch-depth: 0).',
    zh: '此克隆是浅克隆，缺少判断所需的提交。请用“git fetch --unshallow”补全（CI 中设 fetch-depth: 0）。',
  },
  partial: {
    en: 'The clone is partial and does not hold earlier versions of the files. Clone again without “--filter”.',
    zh: '此克隆是部分克隆，不含文件的早先版本。请重新克隆，不加“--filter”。',
  },
  uncommitted: {
    en: 'No commit holds the page yet. Commit it, or name the revision of the source as “sourceCommit” in its front matter.',
    zh: '页面尚未提交。请提交，或在文件头元数据中用“sourceCommit”写明原文的版本。',
  },
  unknownMark: {
    en: 'The page names a revision of its source that is not a commit of this repository. Correct it, or use “Mark as Synced”.',
    zh: '页面写明的原文版本不是此仓库中的提交。请更正，或使用“标记为已同步”。',
  },
  otherCheckout: {
    en: 'The source lies in another repository (a clone or submodule of its own), whose revision the page does not name. Name it as “sourceCommit” in the front matter.',
    zh: '原文在另一个仓库中（单独的克隆或子模块），而页面没有写明其版本。请在文件头元数据中用“sourceCommit”写明。',
  },
  noSourceThen: {
    en: 'The source is not in the revision from which the page was translated. Name the right one as “sourceCommit” in the front matter.',
    zh: '页面所译的版本中没有原文。请在文件头元数据中用“sourceCommit”写明正确的版本。',
  },
  untrusted: {
    en: 'Git is asked only in a workspace that you trust. Trust this workspace.',
    zh: '仅在受信任的工作区中查询 git。请信任此工作区。',
  },
  noGit: {
    en: 'Git cannot be run here. Install git, and see that it is on the PATH.',
    zh: '这里无法运行 git。请安装 git，并确认它在 PATH 中。',
  },
  noHistory: {
    en: 'There is no git history here. Compare in a git checkout.',
    zh: '这里没有 git 历史。请在 git 检出的目录中比较。',
  },
  notOwned: {
    en: 'Git refuses this checkout, which belongs to another user. Allow it with “git config --global --add safe.directory <folder>”.',
    zh: '此检出目录属于其他用户，git 拒绝读取。请用“git config --global --add safe.directory <文件夹>”允许。',
  },
  timeout: {
    en: 'Git did not answer in time. Try again, or compare a smaller folder.',
    zh: 'git 未及时回应。请重试，或比较较小的文件夹。',
  },
  failed: {
    en: 'Git could not read the history. See whether “git log” and “git fsck” work here.',
    zh: 'git 无法读取历史。请检查“git log”和“git fsck”能否在此运行。',
  },
};

/** For each reason why changes are unknown: how many pages it concerns, and what to do. */
export function unknownSince(pages: readonly PageCoverage[], language: Language): string[] {
  const counts = new Map<UnknownReason, number>();
  for (const { unknown } of pages) if (unknown) counts.set(unknown, (counts.get(unknown) ?? 0) + 1);
  return [...counts].map(([reason, count]) => texts.unknown(count, unknownReasons[reason])[language]);
}
