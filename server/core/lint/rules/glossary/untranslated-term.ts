import { isLeftInEnglish } from '../../../glossary/match/conformity.ts';
import type { Match } from '../../../glossary/match/match.ts';
import { holds } from '../../../glossary/match/match-context.ts';
import { isApproved, type Term } from '../../../glossary/term.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { skipBlanks } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { isAlone, titles } from './alone.ts';
import { chineseMatches, englishMatches } from './matches.ts';
import { levelOf } from './rejected.ts';
import { approvedWordings, listed, replacements } from './replacement.ts';

export default defineRule({
  id: 'untranslated-term',
  group: 'glossary',
  level: 'hint',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'Term of the glossary left in English', zh: '术语表中的术语未译' },
  why: {
    en: 'The glossary gives a translation, and nowhere keeps the English. Names, code, acronyms, titles, and English in brackets or quotation marks are not checked, nor is what the project itself often leaves in English.',
    zh: '术语表给出了译法，且没有说明保留英文。名称、代码、缩写、标题，以及括号和引号内的英文不受影响；项目自身常保留英文的术语也不报告。',
  },
  message: {
    en: 'The glossary translates “{term}” as {right}.',
    zh: '术语表规定“{term}”译为{right}。',
  },
  needs: [HAN, LATIN],
  exampleGlossary: 'en,zh\ntoken,词元\nslot,插槽\nlong short-term memory (LSTM),长短期记忆网络\nclass,类 或 class',
  examples: [
    ['把每个 token 映射为向量', '把每个词元映射为向量'],
    ['这些 slots 都有默认内容', '这些插槽都有默认内容'],
    '把每个词元（token）映射为向量',
    'token（词元）是最小的单位',
    '词元 token 是最小的单位',
    '使用 `token` 参数',
    '使用 Token 库和 LSTM 层',
    '使用 token stream 接口',
    '使用 --token 选项和 token_id 字段',
    '参见 [token](a.md)',
    '所谓“token”是什么',
    '一个 class 就够了',
    'Each token is mapped，每个词元',
  ],
  prose(prose, { glossary, conformity, headings, style, report }) {
    if (glossary.terms.length === 0) return;
    const { text } = prose;
    const scene = headings ? { headings } : {};
    const matches = englishMatches(glossary, prose);
    if (matches.length === 0) return;
    const isChinese = chineseSentences(text);
    const isInTitle = titles(prose);
    const isAnnotated = annotations(prose, chineseMatches(glossary, prose));
    for (const match of matches) {
      const { from, to, senses } = match;
      const terms = senses.map(({ term }) => term).filter((term) => holds(term, scene) !== false);
      const [term] = terms;
      if (!term || term.severity === 'off' || !terms.every(isAlwaysTranslated)) continue;
      if (conformity && terms.some((one) => isLeftInEnglish(conformity, one))) continue;
      const found = text.slice(from, to);
      if (isName(found, term) || !isAlone(text, match) || isInTitle(from) || !isChinese(from)) continue;
      if (isAnnotated(match)) continue;
      const wordings = [...new Set(terms.flatMap(approvedWordings))];
      report(
        { from, to, level: levelOf(term) },
        { term: term.source[0]!, right: listed(wordings) },
        ...replacements(text, match, wordings, { glossary, style }),
      );
    }
  },
});

function isAlwaysTranslated({ doNotTranslate, keptWhere, renderings }: Term): boolean {
  const approved = renderings.filter(isApproved);
  return !doNotTranslate && !keptWhere && approved.length > 0 && approved.every(({ text }) => !/[A-Za-z]/.test(text));
}

/** Whether it has capitals that the glossary lacks, like a class, a product or an acronym. */
function isName(found: string, { source }: Term): boolean {
  return /[A-Z]/.test(found) && (/[A-Z]{2}/.test(found) || !source.some((name) => found.startsWith(name)));
}

/** Returns a test, to be called in order, whether the translation stands next to a match: 词元 token. */
function annotations(prose: Prose, matches: readonly Match[]): (match: Match) => boolean {
  let next = 0;
  const isNear = (from: number, to: number) => from <= to && skipBlanks(prose.text, from) >= to;
  return ({ from, to, senses }) => {
    while (next < matches.length && matches[next]!.to < from - 2) next++;
    for (let at = next; at < matches.length && matches[at]!.from <= to + 2; at++) {
      const other = matches[at]!;
      if (!isNear(other.to, from) && !isNear(to, other.from)) continue;
      if (other.senses.some(({ term }) => senses.some((sense) => sense.term === term))) return true;
    }
    return false;
  };
}
