import { defineRule } from '../../rule.ts';
import { firstLine, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'heading-level-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Heading level differs from the source', zh: '标题级别与原文不一致' },
  why: {
    en: 'The levels of headings make the outline of the page. A page whose headings are all shifted alike is left alone.',
    zh: '标题级别构成全文的层次。若所有标题都移动了相同的级数，则不报告。',
  },
  message: {
    en: 'This heading has level {found}; in the source it has level {expected}.',
    zh: '这个标题是 {found} 级，原文是 {expected} 级。',
  },
  translatedExamples: [
    {
      english: '# One\n\n## Two\n\n## Three\n',
      chinese: ['# 一\n\n## 二\n\n### 三\n', '# 一\n\n## 二\n\n## 三\n'],
    },
    { english: '# One\n\n## Two\n', chinese: '## 一\n\n### 二\n' },
  ],
  translation({ comparison: { pairs } }, { report }) {
    const headings = pairs.flatMap((pair, at) => {
      const [chinese, english] = [pair.blocks.chinese[0], pair.blocks.english[0]];
      if (!isTranslated(pair) && pair.state !== 'untranslated') return [];
      if (chinese?.leaf.kind !== 'heading' || english?.leaf.kind !== 'heading') return [];
      const sure = [pairs[at - 1], pair, pairs[at + 1]].every((one) => !one || (one.chinese && one.english));
      return [{ chinese, english, shift: chinese.leaf.level - english.leaf.level, sure }];
    });
    const usual = mostCommon(headings.map(({ shift }) => shift));
    for (const { chinese, english, shift, sure } of headings) {
      // Next to a missing or extra block, the headings of two sections may have been paired.
      if (shift === usual || !sure) continue;
      const level = Math.min(6, Math.max(1, english.leaf.level + usual));
      const marks = /^#+/.exec(chinese.leaf.source)?.[0];
      const edit = marks && { from: chinese.from, to: chinese.from + marks.length, insert: '#'.repeat(level) };
      report(
        { ...firstLine([chinese]), english: { from: english.from, to: english.to } },
        { found: String(chinese.leaf.level), expected: String(level) },
        ...(edit ? [{ edits: [edit], changesMarkup: true as const }] : []),
      );
    }
  },
});

/** The shift of more than half of at least two headings, else 0. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  for (const [number, count] of counts) if (count >= 2 && count * 2 > numbers.length) return number;
  return 0;
}
