import { isOftenBroken } from '../../../glossary/match/conformity.ts';
import { inflections } from '../../../glossary/match/inflect.ts';
import { renderingsIn } from '../../../glossary/match/match.ts';
import { holds } from '../../../glossary/match/match-context.ts';
import type { Term } from '../../../glossary/term.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { eachProse, isWhole, levelOf, rejectedIn, sourceOf } from './rejected.ts';

export default defineRule({
  id: 'kept-term',
  group: 'glossary',
  level: 'warning',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'A term that must stay English was translated', zh: '应保留英文的术语被翻译' },
  why: {
    en: 'The glossary keeps the term in English. Readers look for it under that name, and a translation would only add another name. A wording that the glossary rejects for it is a warning. Where the source has the term and the translation does not, it is a hint, since a sentence can do without it.',
    zh: '术语表规定该术语保留英文，读者以原名检索，译出来反而多一个名称。用了术语表不用的译法时为警告；原文有此术语而译文没有时只作提示，因为句子有时可以省去它。',
  },
  message: {
    en: 'The glossary keeps “{term}” in English{instead}. Write the English.',
    zh: '术语表规定“{term}”保留英文{instead}，应写英文原名。',
  },
  needs: [HAN],
  exampleGlossary: 'en,zh,forbidden\nprop,不翻译,道具\nattribute,不翻译,',
  examples: [['每个道具都有默认值', '每个 prop 都有默认值'], '每个 prop 都有默认值', '`道具`'],
  translatedExamples: [
    {
      english: 'Set the attribute to hide it.\n',
      chinese: ['设置特性就能隐藏它。\n', '设置 attribute 就能隐藏它。\n', 'hand'],
    },
    { english: 'Set these attributes.\n', chinese: '设置这些 `attribute`。\n' },
    { english: 'Each prop has a default.\n', chinese: ['每个道具都有默认值。\n', '每个 prop 都有默认值。\n'] },
    { english: 'The stage has props.\n', chinese: '舞台上有 prop。\n' },
  ],
  prose(prose, context) {
    for (const { place, term, wrong, fixes } of rejectedIn(prose, context, isKept)) {
      context.report(place, { term: term.source[0] ?? '', instead: insteadOf(wrong) }, ...fixes);
    }
  },
  pair({ blocks }, context) {
    const { glossary, conformity, headings, place, report } = context;
    if (glossary.terms.length === 0 || blocks.chinese.length === 0) return;
    const source = sourceOf(glossary, blocks);
    eachProse(blocks.chinese, report, (prose, report) => {
      for (const { place, term, wrong, fixes } of rejectedIn(prose, context, isKept, source)) {
        report(place, { term: term.source[0] ?? '', instead: insteadOf(wrong) }, ...fixes);
      }
    });
    if (!source || !isWhole(source)) return;
    const scene = { english: source.text, ...(headings && { headings }) };
    let written: string | undefined;
    for (const [term, anchor] of source.anchors) {
      if (!anchor.isNeeded || term.severity === 'off' || !anchor.terms.every(isKept) || !holds(term, scene)) continue;
      if (conformity && isOftenBroken(conformity, term)) continue;
      written ??= blocks.chinese.map(({ leaf }) => leaf.source.toLowerCase()).join('\n');
      if (term.source.some((name) => stands(name, written!))) continue;
      const present = renderingsIn(glossary, source.chinese);
      if (anchor.terms.some(({ renderings }) => renderings.some((one) => present.has(one)))) continue;
      const level = levelOf(term, true);
      report({ ...place, level, english: anchor.place }, { term: anchor.name, instead: '' });
    }
  },
});

const isKept = ({ doNotTranslate }: Term) => doNotTranslate;

function stands(name: string, text: string): boolean {
  return [name, ...inflections(name)].some((form) => text.includes(form.toLowerCase()));
}

function insteadOf(wrong: string) {
  return { en: ` and rejects “${wrong}”`, zh: `，不译为“${wrong}”` };
}
