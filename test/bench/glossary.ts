import { createGlossary, type Glossary } from '../../server/core/glossary/glossary.ts';
import { findChinese, findEnglish } from '../../server/core/glossary/match/match.ts';
import type { Term } from '../../server/core/glossary/term.ts';
import { pageOf } from './keystroke.ts';

export interface MatchingTime {
  readonly terms: number;
  readonly 'page (KB)': number;
  readonly matches: number;
  readonly 'index (ms)': number;
  readonly 'matching (ms)': number;
}

/** The best of some runs: what else the machine does is not of interest. */
export function matchingTime(count: number, kilobytes: number, runs = 7): Record<'chinese' | 'english', MatchingTime> {
  const terms = termsOf(count);
  const page = pageOf(kilobytes * 1024);
  const english = englishPage(terms, kilobytes * 1024);
  const measure = (find: typeof findChinese, text: string): MatchingTime => {
    let index = Number.POSITIVE_INFINITY;
    let matching = Number.POSITIVE_INFINITY;
    let matches = 0;
    for (let run = 0; run < runs; run++) {
      const glossary: Glossary = createGlossary(terms);
      const start = performance.now();
      find(glossary, '');
      const built = performance.now();
      matches = find(glossary, text).length;
      index = Math.min(index, built - start);
      matching = Math.min(matching, performance.now() - built);
    }
    const rounded = (ms: number) => Number(ms.toFixed(1));
    return {
      terms: count,
      'page (KB)': kilobytes,
      matches,
      'index (ms)': rounded(index),
      'matching (ms)': rounded(matching),
    };
  };
  return { chinese: measure(findChinese, page), english: measure(findEnglish, english) };
}

/** Terms of two words and two to five Han, of which some have the words of the page in them. */
function termsOf(count: number): Term[] {
  const heads = ['image', 'noise', 'model', 'sampling', 'training', 'latent', 'guidance', 'class', 'token', 'pipeline'];
  const han = '图像噪声模型采样训练隐空间引导类别词元管线条件扩散步骤预测生成文本编码器损失函数参数数据集';
  return Array.from({ length: count }, (_, i) => {
    const rest = `${(i * 7919).toString(36)}${i}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
    const source = i < heads.length ? heads[i]! : `${heads[i % heads.length]} ${rest}`;
    const at = (i * 13) % (han.length - 6);
    const length = 2 + (i % 4);
    const text =
      han.slice(at, at + length) + (i < 200 ? '' : han[(i * 31) % han.length]! + han[(i * 17) % han.length]!);
    return {
      source: [source],
      renderings: [{ text, status: 'preferred' }],
      doNotTranslate: false,
      origin: { file: 'bench', line: i, from: 0, to: 0 },
    };
  });
}

function englishPage(terms: readonly Term[], bytes: number): string {
  const words = 'the of a with we then use which each from into over new value shows how to make it better'.split(' ');
  const parts: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++) {
    const part = i % 9 === 0 ? terms[(i * 31) % terms.length]!.source[0]! : words[(i * 7) % words.length]!;
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join(' ');
}
