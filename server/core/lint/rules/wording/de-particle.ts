import { maskOf } from '../../../lexicon/lexicon.ts';
import { createMatcher } from '../../../lexicon/pattern.ts';
import { clauseAt, type Divider, type Word } from '../../../lexicon/tag.ts';
import { HAN } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { couldBeWrong, edges } from './de-candidates.ts';
import { particles } from './de-patterns.data.ts';

export default defineRule({
  id: 'de-particle',
  group: 'wording',
  level: 'info',
  fix: 'suggest',
  title: { en: '的, 地 and 得', zh: '“的”“地”“得”' },
  why: {
    en: 'An adverb is joined to its verb by 地 and a verb to its degree by 得; 的 belongs to nouns. Only where grammar leaves no choice is this reported: where a verb has to follow (可以很方便的访问, 让我们仔细的检查, 被错误的使用), where a verb has its object (我们详细的介绍了用法), in set phrases (更具体的说) and where a clause ends with a degree (设的大一点, 运行的很快). What could be a noun is left alone: 更好的理解, 需要仔细的检查.',
    zh: '副词修饰动词用“地”，动词后的程度补语用“得”，“的”用于修饰名词。只报告语法上没有第二种可能的地方：后面必须是动词（可以很方便的访问、让我们仔细的检查、被错误的使用），动词带有宾语（我们详细的介绍了用法），固定短语（更具体的说），以及以程度补语结尾的分句（设的大一点、运行的很快）。可能是名词的不报告，如“更好的理解”“需要仔细的检查”。',
  },
  message: {
    en: 'The particle in “{wrong}” should be “{right}”.',
    zh: '“{wrong}”中的助词应为“{right}”。',
  },
  needs: [HAN],
  examples: [
    ['我们可以很方便的访问参数', '我们可以很方便地访问参数'],
    ['这样能显著的减小模型', '这样能显著地减小模型'],
    ['更具体的说，它是一个函数', '更具体地说，它是一个函数'],
    ['类似的，我们也可以', '类似地，我们也可以'],
    ['把学习率设的大一点', '把学习率设得大一点'],
    ['训练会变的更快', '训练会变得更快'],
    ['它被错误的使用，并显式的将其加载', '它被错误地使用，并显式地将其加载'],
    ['尽可能的避免一遍又一遍的执行', '尽可能地避免一遍又一遍地执行'],
    ['这样可以快捷的查询数据，必须严格的遵守规范', '这样可以快捷地查询数据，必须严格地遵守规范'],
    ['我们详细的介绍了用法，程序运行的很快', '我们详细地介绍了用法，程序运行得很快'],
    ['也可以快速得构建，强大地功能', '也可以快速地构建，强大的功能'],
    '这个功能简单的使用方法，更好的理解，最简单的将会取胜，一次又一次的尝试',
    '可以使用更快的访问方式，设置的大小',
    '它们都是类似的，可变的更大的值',
    '可以很方便地访问 `可以很方便的访问`',
  ],
  prose({ text }, { wordBoundaries, wantSegmenter, report }) {
    for (let i = 0; i < edges.length; i++) {
      const { wrong, pairs } = edges[i]!;
      for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
        if (!couldBeWrong(text, at, pairs)) continue;
        const fault = faultIn(text, at, wordBoundaries);
        if (fault === undefined) wantSegmenter();
        if (!fault) continue;
        const { from, to, right } = fault;
        report(
          { from, to: at + 1 },
          { wrong: text.slice(from, to), right },
          { edits: [{ from: at, to: at + 1, insert: right }] },
        );
      }
    }
  },
});

const kinds = particles.map(({ wrong, right, where }) => ({ wrong, right, matches: createMatcher(where) }));

interface Fault extends Span {
  readonly right: string;
}

/** `null` if nothing is wrong; undefined if only a segmenter can tell and none is loaded. */
function faultIn(text: string, at: number, divider: Divider): Fault | null | undefined {
  // Our own words nearly always suffice to see that nothing is wrong, without a segmenter.
  if (!faultAt(clauseAt(text, at), at)) return null;
  const clause = clauseAt(text, at, divider);
  return clause && (faultAt(clause, at) ?? null);
}

/**
 * Whether another particle should replace the one at `at`. The fault extends from the word
 * before it to the one after it.
 */
function faultAt(clause: readonly Word[], at: number): Fault | undefined {
  const place = clause.findIndex((word) => word.from === at && word.to === at + 1);
  const particle = clause[place]?.text;
  const kind = kinds.find(({ wrong, matches }) => wrong === particle && matches(clause, place));
  if (!kind) return undefined;
  let first = place - 1;
  while ((clause[first - 1]?.parts ?? 0) & DEGREE && clause[first]!.parts & GRADED) first--;
  return { from: clause[first]!.from, to: clause[place + 1]!.to, right: kind.right };
}

const DEGREE = maskOf(['degree']);
const GRADED = maskOf(['degree', 'manner', 'grade']);
