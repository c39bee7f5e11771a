import type { Glossary } from '../../../glossary/glossary.ts';
import { isApproved, type Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import type { Style } from '../../../style/style.ts';
import { inBlock } from '../../places.ts';
import { defineRule } from '../../rule.ts';
import { isWordAt } from '../wording/word-at.ts';
import { chineseMatches, englishMatches } from './matches.ts';
import { levelOf } from './rejected.ts';
import { approvedWordings } from './replacement.ts';

export default defineRule({
  id: 'first-use',
  group: 'glossary',
  level: 'hint',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'First use of a term without the other language', zh: '术语首次出现未附另一种语言' },
  why: {
    en: 'The glossary asks a page to give the term in both languages where it first uses it, so that readers know the English behind it. Headings and tables need not, but what they give counts.',
    zh: '术语表要求该术语在一页中首次出现时附上另一种语言，读者才知道对应的英文是什么。标题和表格可以不附，附了也算。',
  },
  message: {
    en: 'This is the first use of “{term}” on the page. Write “{right}”.',
    zh: '“{term}”在本页首次出现，应写作“{right}”。',
  },
  exampleGlossary: 'en,zh\nhydration,激活（首次出现时附英文）\nslot,插槽',
  examples: [
    ['然后是激活的过程。\n\n激活之后', '然后是激活（hydration）的过程。\n\n激活之后'],
    ['# 激活\n\n**激活**会报错', '# 激活\n\n**激活**（hydration）会报错'],
    '# 激活（Hydration）\n\n激活会报错',
    '这叫“激活” (hydration)，激活会报错',
    '这叫 hydration（激活），激活会报错',
    '# 激活\n\n插槽',
    '`激活`',
  ],
  document({ blocks }, { glossary, style, wordBoundaries, report, wantSegmenter }) {
    const wanted = new Set(glossary.terms.filter(isWanted));
    if (wanted.size === 0) return;
    for (const block of blocks) {
      const isBody = block.leaf.kind === 'paragraph' || block.leaf.kind === 'footnote';
      for (const prose of block.leaf.prose) {
        if (wanted.size === 0) return;
        for (const use of usesIn(glossary, prose, wanted)) {
          const { term, from, to } = use;
          if (!wanted.has(term)) continue;
          if (isGiven(prose.text, use)) wanted.delete(term);
          if (!isBody || !wanted.has(term)) continue;
          const isWord = use.isEnglish || isWordAt(wordBoundaries, prose.text, from, to);
          if (isWord === undefined) wantSegmenter();
          // If this may be the term, a later use is not certainly the first one.
          if (isWord !== false) wanted.delete(term);
          if (isWord) reportFirst(block, prose, use);
        }
      }
    }

    function reportFirst(block: Block, prose: Prose, { term, from, to, other }: Use): void {
      const found = prose.text.slice(from, to);
      const [open, close] = bracketsOf(style);
      const insert = `${open}${other}${close}${open === ' (' && /\p{Script=Han}/u.test(prose.text[to] ?? '') ? ' ' : ''}`;
      inBlock(block, prose, report)(
        { from, to, level: levelOf(term) },
        { term: found, right: `${found}${open}${other}${close}` },
        {
          title: { en: `Add “${other}” in brackets`, zh: `附上“${other}”` },
          edits: [{ from: to, to, insert }],
        },
      );
    }
  },
});

interface Use {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  readonly isEnglish: boolean;
  /** What belongs in the brackets. */
  readonly other: string;
}

function isWanted({ firstUse, source, renderings, severity }: Term): boolean {
  if (!firstUse || firstUse === 'none' || severity === 'off') return false;
  return source.length > 0 && renderings.some(isApproved);
}

/** The uses of the wanted terms in the language that comes before the brackets, in order. */
function usesIn(glossary: Glossary, prose: Prose, wanted: ReadonlySet<Term>): Use[] {
  const uses: Use[] = [];
  for (const { from, to, senses } of chineseMatches(glossary, prose)) {
    for (const { term, rendering } of senses) {
      if (term.firstUse !== 'zh（en）' || !wanted.has(term) || !rendering || !isApproved(rendering)) continue;
      uses.push({ term, from, to, isEnglish: false, other: term.source[0]! });
    }
  }
  for (const { from, to, senses } of englishMatches(glossary, prose)) {
    for (const { term } of senses) {
      if (term.firstUse !== 'en（zh）' || !wanted.has(term)) continue;
      uses.push({ term, from, to, isEnglish: true, other: approvedWordings({ ...term, doNotTranslate: false })[0]! });
    }
  }
  return uses.sort((a, b) => a.from - b.from);
}

/** Whether the other language stands next to a use: 激活（hydration）, **激活** (hydration), hydration（激活）, 激活 hydration. */
function isGiven(text: string, { term, from, to, isEnglish }: Use): boolean {
  const after = text.slice(to, to + REACH);
  const before = text.slice(Math.max(0, from - REACH), from);
  const inside = /^[”"’」』\s]{0,3}[（(]([^（()）]{1,80})[)）]/.exec(after)?.[1];
  const others = isEnglish ? term.renderings.filter(isApproved).map((one) => one.text) : term.source;
  const names = (part: string) => others.some((other) => part.toLowerCase().includes(other.toLowerCase()));
  if (inside && names(inside)) return true;
  // The use may itself be in brackets after the other language.
  const outside = /([^（()）]{1,80})[（(]["“「]?$/.exec(before)?.[1];
  if (outside && names(outside)) return true;
  return others.some((other) => after.trimStart().toLowerCase().startsWith(other.toLowerCase()));
}

const REACH = 100;

function bracketsOf({ brackets }: Style): readonly [string, string] {
  return brackets === 'half' ? [' (', ')'] : ['（', '）'];
}
