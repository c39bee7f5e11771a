import { isKeptTo } from '../../../glossary/match/conformity.ts';
import { inflections } from '../../../glossary/match/inflect.ts';
import { renderingsIn } from '../../../glossary/match/match.ts';
import { holds } from '../../../glossary/match/match-context.ts';
import { isApproved, type Term } from '../../../glossary/term.ts';
import { defineRule } from '../../rule.ts';
import { isWhole, levelOf, sourceOf } from './rejected.ts';
import { approvedWordings, listed } from './replacement.ts';

export default defineRule({
  id: 'missing-term',
  group: 'glossary',
  level: 'hint',
  fix: 'none',
  needsTerms: true,
  title: { en: 'A term of the source was not translated', zh: '原文的术语没有译出' },
  why: {
    en: 'The source has a term, and the translation has none of its approved wordings. A good translation can do without a word, so only terms that the project itself keeps in at least 95% of cases are checked.',
    zh: '原文有这个术语，译文却没有任何一种规定的译法。译文有时可以省去一个词，因此只检查本项目自身在 95% 以上的情况下都照译的术语。',
  },
  message: {
    en: 'The source has “{term}”, which this project translates as {right}. Check the wording.',
    zh: '原文有“{term}”，本项目译为{right}。请检查此处的译法。',
  },
  exampleGlossary: 'en,zh\ndirective,指令\nslot,插槽',
  translatedExamples: [
    { english: 'A directive is applied.\n', chinese: ['应用了一个命令。\n', '应用了一个指令。\n'] },
    { english: 'A slot is filled.\n', chinese: '填入插槽。\n' },
    { english: 'A slot is filled.\n', chinese: '填入 slot。\n' },
    { english: 'It is filled.\n', chinese: '填入槽位。\n' },
  ],
  pair({ state, blocks }, { glossary, conformity, headings, place, report }) {
    if (state !== 'aligned' || !conformity || glossary.terms.length === 0) return;
    const source = sourceOf(glossary, blocks);
    if (!source || !isWhole(source)) return;
    const scene = { english: source.text, ...(headings && { headings }) };
    for (const anchor of new Set(source.anchors.values())) {
      const terms = anchor.terms.filter((term) => holds(term, scene) !== false);
      const [term] = terms;
      if (!term || !anchor.isFree || !terms.every((one) => isAskedFor(one) && isKeptTo(conformity, one))) continue;
      const present = renderingsIn(glossary, source.chinese);
      // Other rules report rejected renderings, and names left in English.
      if (terms.some(({ renderings }) => renderings.some((one) => present.has(one)))) continue;
      const written = blocks.chinese.map(({ leaf }) => leaf.source.toLowerCase()).join('\n');
      if (terms.some((one) => one.source.some((name) => stands(name, written)))) continue;
      const right = listed([...new Set(terms.flatMap(approvedWordings))]);
      report({ ...place, level: levelOf(term), english: anchor.place }, { term: anchor.name, right });
    }
  },
});

function isAskedFor({ doNotTranslate, renderings, severity }: Term): boolean {
  return !doNotTranslate && severity !== 'off' && renderings.some(isApproved);
}

function stands(name: string, text: string): boolean {
  return [name, ...inflections(name)].some((form) => text.includes(form.toLowerCase()));
}
