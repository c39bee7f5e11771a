import type { Term } from '../../../glossary/term.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule, type MessageArgument } from '../../rule.ts';
import { eachProse, type Rejected, rejectedIn, sourceOf } from './rejected.ts';
import { listed } from './replacement.ts';

export default defineRule({
  id: 'forbidden-term',
  group: 'glossary',
  level: 'warning',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'Wording that the glossary rejects', zh: '术语表不用的译法' },
  why: {
    en: 'The glossary of the project gives another translation and rejects this one. With one translation for each term, readers can search for it.',
    zh: '项目的术语表规定了另一种译法，并指明不用这一种。术语统一，读者才能检索。',
  },
  message: {
    en: 'The glossary rejects “{wrong}”{term}. Use {right}.',
    zh: '术语表规定不用“{wrong}”{term}，应改用{right}。',
  },
  needs: [HAN],
  exampleGlossary: 'en,zh,forbidden\nself-attention,自注意力机制,自关注机制\nlatent space,隐空间,潜在空间',
  examples: [
    ['这种自关注机制很常见', '这种自注意力机制很常见'],
    ['投影到**潜在空间**中', '投影到**隐空间**中'],
    '这种自注意力机制很常见',
    '`自关注机制`',
  ],
  translatedExamples: [
    { english: 'Self-attention is common.\n', chinese: ['自关注机制很常见。\n', '自注意力机制很常见。\n'] },
    { english: 'Such a mechanism of concern is common.\n', chinese: '这种自关注机制很常见。\n' },
  ],
  prose(prose, context) {
    for (const rejected of rejectedIn(prose, context, isTranslated)) {
      context.report(rejected.place, argumentsOf(rejected), ...rejected.fixes);
    }
  },
  pair({ blocks }, context) {
    const { glossary, report } = context;
    if (glossary.terms.length === 0 || blocks.chinese.length === 0) return;
    const source = sourceOf(glossary, blocks);
    eachProse(blocks.chinese, report, (prose, report) => {
      for (const rejected of rejectedIn(prose, context, isTranslated, source)) {
        report(rejected.place, argumentsOf(rejected), ...rejected.fixes);
      }
    });
  },
});

const isTranslated = ({ doNotTranslate }: Term) => !doNotTranslate;

// A convention about Chinese alone has no English name to mention.
function argumentsOf({ term, wrong, answers }: Rejected) {
  const [name] = term.source;
  const forTerm: MessageArgument = name ? { en: ` for “${name}”`, zh: `译“${name}”` } : '';
  return { wrong, term: forTerm, right: listed(answers) };
}
