import type { Glossary } from '../../../glossary/glossary.ts';
import { numbersOf } from '../../../glossary/match/inflect.ts';
import type { Match } from '../../../glossary/match/match.ts';
import type { Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { defineRule, type Knowledge, type ProseContext } from '../../rule.ts';
import { isAlone, titles } from './alone.ts';
import { englishMatches } from './matches.ts';
import { eachProse, levelOf } from './rejected.ts';
import { replacements } from './replacement.ts';

export default defineRule({
  id: 'kept-number',
  group: 'glossary',
  level: 'hint',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'Singular or plural of a name kept in English', zh: '保留的英文名称单复数不符' },
  why: {
    en: 'Chinese nouns have no plural. For each name that stays in English, a team decides whether to write the singular (tensor), the plural (props), or what the source has. The glossary says so with `plural`; names without it are not checked.',
    zh: '中文名词没有复数，保留英文的名称用单数（tensor）、复数（props）还是与原文一致，由各团队约定，在术语表中以 `plural` 写明；未写明的不作检查。',
  },
  message: {
    en: 'The glossary asks for “{right}” here, not “{wrong}”.',
    zh: '术语表规定此处写作“{right}”，而非“{wrong}”。',
  },
  needs: [HAN, LATIN],
  exampleGlossary:
    '- { source: tensor, doNotTranslate: true, plural: singular }\n- { source: prop, doNotTranslate: true, plural: plural }\n- { source: index, doNotTranslate: true, plural: keep }',
  examples: [
    ['这些 tensors 相加', '这些 tensor 相加'],
    ['组件的 prop 有默认值', '组件的 props 有默认值'],
    '这些 tensor 相加，组件的 props 有默认值',
    '使用 `tensors` 与（tensors）',
    '[tensors](a.md)',
    'All tensors are added，相加',
  ],
  translatedExamples: [
    { english: 'The indexes are sorted.\n', chinese: ['这些 index 已排序。\n', '这些 indexes 已排序。\n'] },
    { english: 'The index is sorted.\n', chinese: ['这些 indices 已排序。\n', '这些 index 已排序。\n'] },
    { english: 'An index of the indices is sorted.\n', chinese: '这些 index 已排序。\n' },
    { english: 'All tensors are added.\n', chinese: ['这些 tensors 相加。\n', '这些 tensor 相加。\n'] },
  ],
  prose(prose, { glossary, style, report }) {
    look(prose, { glossary, style }, () => undefined, report);
  },
  pair({ blocks }, { glossary, style, report }) {
    const ofSource = (term: Term) => numberIn(blocks.english, glossary, term);
    eachProse(blocks.chinese, report, (prose, report) => look(prose, { glossary, style }, ofSource, report));
  },
});

type GrammaticalNumber = 'singular' | 'plural';

function hasNumber({ plural, severity }: Term): boolean {
  return plural !== undefined && severity !== 'off';
}

function look(
  prose: Prose,
  knowledge: Pick<Knowledge, 'glossary' | 'style'>,
  ofSource: (term: Term) => GrammaticalNumber | undefined,
  report: ProseContext<'wrong' | 'right'>['report'],
): void {
  const { text } = prose;
  const matches = englishMatches(knowledge.glossary, prose).filter(({ term }) => hasNumber(term));
  if (matches.length === 0) return;
  const isChinese = chineseSentences(text);
  const isInTitle = titles(prose);
  for (const match of matches) {
    const { from, to, term } = match;
    const wanted = term.plural === 'keep' ? ofSource(term) : term.plural;
    const form = formOf(text, match);
    if (!wanted || !form || form.number === wanted) continue;
    if (isInTitle(from) || !isAlone(text, match) || !isChinese(from)) continue;
    const wrong = text.slice(from, to);
    const right = form.other;
    report({ from, to, level: levelOf(term) }, { wrong, right }, ...replacements(text, match, [right], knowledge));
  }
}

/** The number (singular or plural) of a name at a place, and the name in the other number, in the same case. */
function formOf(text: string, { from, to, term }: Match): { number: GrammaticalNumber; other: string } | undefined {
  const found = text.slice(from, to);
  for (const name of term.source) {
    const numbers = numbersOf(name);
    if (!numbers) continue;
    const { singular, plurals } = numbers;
    if (isSame(found, singular)) return { number: 'singular', other: likeIn(found, plurals[0]!) };
    if (plurals.some((plural) => isSame(found, plural))) return { number: 'plural', other: likeIn(found, singular) };
  }
  return undefined;
}

function isSame(found: string, name: string): boolean {
  return found.toLowerCase() === name.toLowerCase();
}

function likeIn(found: string, name: string): string {
  let same = 0;
  while (same < found.length && found[same]!.toLowerCase() === name[same]?.toLowerCase()) same++;
  return found.slice(0, same) + name.slice(same);
}

/** The number in which the source writes a term; undefined if it uses both. */
function numberIn(blocks: readonly Block[], glossary: Glossary, term: Term): GrammaticalNumber | undefined {
  const found = new Set<GrammaticalNumber | undefined>();
  for (const { leaf } of blocks) {
    for (const prose of leaf.prose) {
      for (const match of englishMatches(glossary, prose)) {
        if (match.senses.some((sense) => sense.term === term)) found.add(formOf(prose.text, match)?.number);
      }
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
