import { forbiddenIn } from '../../../glossary/forbidden.ts';
import { isApproved } from '../../../glossary/term.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'forbidden-term',
  group: 'glossary',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Wording that the glossary rejects', zh: '术语表不用的译法' },
  why: {
    en: 'The glossary of the project names another translation and rejects this one. One term, one translation: readers must be able to search for it.',
    zh: '项目的术语表规定了另一种译法，并指明不用这一种。术语统一，读者才能检索。',
  },
  message: {
    en: 'The glossary rejects “{wrong}” for “{term}”. Use {right}.',
    zh: '术语表规定“{term}”不译为“{wrong}”，应译为{right}。',
  },
  needs: [HAN],
  exampleGlossary: 'en,zh,forbidden\nself-attention,自注意力机制,自关注机制\nlatent space,隐空间,潜在空间',
  examples: [
    ['这种自关注机制很常见', '这种自注意力机制很常见'],
    ['投影到**潜在空间**中', '投影到**隐空间**中'],
    '这种自注意力机制很常见',
    '`自关注机制`',
  ],
  prose(prose, { glossary, words, wantWords, report }) {
    if (glossary.terms.length === 0) return;
    const boundaries = (text: string, from: number, to: number) => {
      const answer = words(text, from, to);
      if (answer === undefined) wantWords();
      return answer;
    };
    for (const { from, to, term } of forbiddenIn(glossary, prose.text, boundaries)) {
      const approved = term.renderings.filter(isApproved).map((rendering) => rendering.text);
      if (term.doNotTranslate) approved.push(...term.source.slice(0, 1));
      const fixes = approved.map((text) => ({
        title: { en: `Replace with “${text}”`, zh: `改为“${text}”` },
        edits: [{ from, to, insert: text }],
      }));
      const right = approved.map((text) => `“${text}”`).join(' / ');
      report(
        { from, to },
        { wrong: prose.text.slice(from, to), term: term.source[0] ?? approved[0] ?? '', right },
        ...fixes,
      );
    }
  },
});
