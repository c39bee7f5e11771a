import { headingIdsIn as idsIn, slugOf } from '../../../bilingual/facts/heading-ids.ts';
import { plainId } from '../../../bilingual/facts/links.ts';
import type { Piece } from '../../../bilingual/facts/pieces.ts';
import { isOneSlip } from '../../../text/edit-distance.ts';
import { defineRule } from '../../rule.ts';
import { being, firstLine, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'heading-id-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Heading id differs from the source', zh: '标题的 id 与原文不一致' },
  why: {
    en: 'Links to a section end in the id of its heading ({#id} or {/*id*/}). With another id they lead nowhere.',
    zh: '指向章节的链接以标题的 id（{#id} 或 {/*id*/}）结尾，id 变了，链接就失效了。',
  },
  message: {
    en: 'The id of this heading is {expected} in the source; here it is {found}.',
    zh: '这个标题的 id 在原文中是 {expected}，此处{found}。',
  },
  translatedExamples: [
    {
      english: '## Passing data {#passing-data}\n',
      chinese: ['## 传递数据 {#passing-date}\n', '## 传递数据 {#passing-data}\n'],
    },
    {
      english: '## Passing props {/*passing-props*/}\n',
      chinese: ['## 传递 props\n', '## 传递 props {/*passing-props*/}\n'],
    },
    { english: '## Set up\n', chinese: ['## 设置 {#set-uo}\n', '## 设置 {#set-up}\n'] },
    { english: '## Node\n', chinese: ['## Node {#nide}\n', '## Node {#node}\n'] },
    {
      english: '## Using [Clean-CSS](https://a.com/clean)\n',
      chinese: [
        '## 使用 [Clean-CSS](https://a.com/clean) {#using-cleen-css}\n',
        '## 使用 [Clean-CSS](https://a.com/clean) {#using-clean-css}\n',
      ],
    },
    { english: '## Set up\n', chinese: '## 设置 {#installation}\n' },
    { english: '## Options {#options}\n', chinese: '## 选项 {/* options */}\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair) && pair.state !== 'untranslated') return;
    const [chinese, english] = [pair.blocks.chinese[0], pair.blocks.english[0]];
    if (chinese?.leaf.kind !== 'heading' || english?.leaf.kind !== 'heading') return;
    const found = idsIn([chinese])[0];
    const expected = idsIn([english])[0];
    if (found && expected && plainId(found.key) === plainId(expected.key)) return;
    if (found && expected) {
      const at = found.from + found.text.indexOf(found.key);
      report(
        { from: found.from, to: found.to, english: { from: expected.from, to: expected.to } },
        { expected: expected.key, found: being(found.key) },
        { edits: [{ from: at, to: at + found.key.length, insert: expected.key }], changesMarkup: true },
      );
    } else if (found && !expected) {
      const slug = slugOf(english);
      if (!slug || !isSlip(found, slug)) return;
      const at = found.from + found.text.indexOf(found.key);
      report(
        { from: found.from, to: found.to, english: { from: english.from, to: english.to } },
        { expected: slug, found: being(found.key) },
        { edits: [{ from: at, to: at + found.key.length, insert: slug }], changesMarkup: true },
      );
    } else if (expected && !found && !/\bid=/.test(chinese.leaf.source)) {
      const span = firstLine([chinese]);
      const end = span.from + chinese.leaf.source.slice(0, span.to - span.from).trimEnd().length;
      report(
        { ...span, english: { from: expected.from, to: expected.to } },
        { expected: expected.key, found: { en: 'missing', zh: '没有' } },
        { edits: [{ from: end, to: end, insert: ` ${expected.text}` }], changesMarkup: true },
      );
    }
  },
});

function isSlip({ key }: Piece, slug: string): boolean {
  const id = key.toLowerCase();
  // A short word with one letter more is often another word.
  if (id === slug || slug.length < 3 || (slug.length < 5 && id.length !== slug.length)) return false;
  return isOneSlip(id, slug) || isOneSlip(id.replace(/-/g, ''), slug.replace(/-/g, ''));
}
