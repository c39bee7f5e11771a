import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createGlossary, emptyGlossary, glossaryFor, sensesOf } from '../../../../server/core/glossary/glossary.ts';
import { findChinese, findEnglish, type Match, renderingsIn } from '../../../../server/core/glossary/match/match.ts';
import type { Region, Term } from '../../../../server/core/glossary/term.ts';
import { glossaryOf } from '../terms.ts';

type Find = typeof findEnglish;

/** `expected` is the text with each match in brackets. */
function check(find: Find, lines: readonly string[], expected: string): void {
  test(`${find.name} [${lines.join('; ')}] in ${JSON.stringify(expected)}`, () => {
    const text = expected.replace(/[[\]]/g, '');
    assert.equal(bracketed(text, find(glossaryOf(...lines), text)), expected);
  });
}

function bracketed(text: string, matches: readonly Match[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of matches) {
    result += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return result + text.slice(at);
}

const english = (lines: readonly string[], expected: string) => check(findEnglish, lines, expected);
const chinese = (lines: readonly string[], expected: string) => check(findChinese, lines, expected);

english(['token | 词元'], 'a [token], [Tokens] and [TOKEN]; no tokenizer, no detoken, no token_id');
english(['class | 类'], '[classes] of a [class]; no subclasses, classy or classed');
english(['property | 属性'], '[property] [properties] propertys');
english(['hypothesis | 假设', 'matrix | 矩阵'], '[hypotheses], [matrices]');
english(['stop words | 停用词'], 'a [stop word], [stop-words]');
english(['corpus | 语料库'], '[corpus] [corpuses] corpu');
english(['self-attention | 自注意力'], '[self attention], [self-attention], [Self\nattention]; self - attention');
english(['fully-connected layer | 全连接层'], '[fully connected layers], [fully-connected\n layer]');
english(
  ['neural network | 神经网络', 'network | 网络'],
  'a [neural network], a [network], [neural networks], neuralnetwork',
);
english(['long short-term memory (LSTM) | 长短期记忆网络'], '[LSTM], [LSTMs], no lstm, [Long Short-Term Memory]');
english(['in-DOM | DOM 内'], '[in-DOM], no in-dom');
english(['JavaScript | KEEP'], '[JavaScript], no Javascript');
english(['R | R 语言'], '[R] but r');
english(['Gram matrix | 格拉姆矩阵'], '[gram matrix]');
english(["Zipf's law | 齐普夫定律"], "[Zipf's law], [Zipf’s law]");
english(['C++ | C++ 语言', '.NET | 点网'], '[C++], [.NET]');
english(['token | 词元'], 'the [token]的；\ufdd0[token]\ufdef');
english(['self attention | 自注意力'], 'self\ufdd0attention');
english(['café | 咖啡馆'], '[café], [Cafés]');

chinese(['class | 类', 'classifier | 分类器'], '[类]与[分类器]的[类]');
chinese(['instance | 实例，示例 | 例子'], '[实例][示例][例子]');
chinese(['hierarchical softmax | 层序softmax'], '[层序softmax][层序 Softmax] 层序softmaxes');
chinese(['effect scope | effect 作用域'], '[effect 作用域][effect作用域][Effect\n作用域] sideeffect 作用域');
chinese(['linear model | 线性模型'], '[线性模型][线性\n模型] 线性 模型');
chinese(['web component | Web Component 组件'], '[web component 组件] WebComponent 组件');
chinese(['queue | 把……加入队列'], '把任务[加入队列]');
chinese(['model | 模型'], '模\ufdd0型');
chinese(['rare | 𠮷字'], '[𠮷字]');
chinese(['class | CSS 中不翻译，JS 中译为"类"'], '一个 [class] 就是[类]');

/** As `check`, for one term with fields that a table does not have. */
function checkTerm(find: Find, fields: Partial<Term>, expected: string, isTraditional = false): void {
  test(`${find.name} ${JSON.stringify(fields)} in ${JSON.stringify(expected)}`, () => {
    const glossary = { ...createGlossary([{ ...term('token', '词元'), ...fields }]), isTraditional };
    const text = expected.replace(/[[\]]/g, '');
    assert.equal(bracketed(text, find(glossary, text)), expected);
  });
}

const named = (name: string, fields: Partial<Term>) => ({ source: [name], ...fields });
const rendered = (...renderings: Term['renderings']) => ({ renderings });

checkTerm(findEnglish, { case: 'yes' }, '[token] [tokens] Token TOKEN');
checkTerm(findEnglish, named('Proxy server', { case: 'permissive' }), '[Proxy server] [Proxy Server] proxy server');
checkTerm(findEnglish, named('JavaScript', { case: 'no' }), '[javascript] [JavaScript]');
checkTerm(findEnglish, { inflect: false }, '[token] tokens');
checkTerm(findEnglish, { match: 'prefix' }, '[tokenizer], [tokens], detoken, [token]的');
checkTerm(findEnglish, { match: 'prefix', case: 'yes' }, '[tokenizer], Tokenizer');
checkTerm(findEnglish, named('type', { pos: 'verb' }), '[types] [typed] [type]');
checkTerm(findEnglish, named('stop', { pos: 'verb' }), '[stopped] [stopping] [stops]');
checkTerm(findEnglish, named('copy', { pos: 'verb' }), '[copies] [copied] [copying]');
checkTerm(findEnglish, named('opt in', { pos: 'verb' }), '[opted in] [opt in] opts out');
checkTerm(findEnglish, named('prop', { except: ['prop drilling'] }), 'a [prop], Prop-Drilling, prop drillings, [prop]');
checkTerm(findEnglish, named('DOM', { except: ['shadow DOM'] }), 'shadow DOM and [DOM] and shadow\nDOM, [DOM]');
checkTerm(
  findChinese,
  rendered({ text: '决定性', status: 'forbidden', except: ['决定性能', '非决定性'] }),
  '[决定性]，决定性能，非决定性，[决定性]',
);
checkTerm(findChinese, rendered({ text: '线程', status: 'preferred' }), '[線程] [线程] 執行緒', true);
checkTerm(findChinese, rendered({ text: '執行緒', status: 'preferred' }), '[執行緒]', true);
checkTerm(findChinese, rendered({ text: '线程', status: 'preferred' }), '線程 [线程]');

test('an exception of one term leaves room for another', () => {
  const glossary = createGlossary([{ ...term('prop', 'x'), except: ['prop drilling'] }, term('drilling', '逐级透传')]);
  assert.equal(bracketed('prop drilling', findEnglish(glossary, 'prop drilling')), 'prop [drilling]');
});

test('renderings are told wherever they stand', () => {
  const glossary = glossaryOf('property | 属性', 'computed property | 计算属性', 'class | 类');
  assert.deepEqual(
    [...renderingsIn(glossary, '一个计算属性类似')].map(({ text }) => text),
    ['计算属性', '属性', '类'],
  );
});

test('regions and pages choose the terms', () => {
  const terms: Term[] = [
    { ...term('thread', '线程'), region: 'zh-CN' },
    { ...term('thread', '執行緒'), region: 'zh-TW' },
    { ...term('token', '令牌'), when: { files: ['auth/**'] } },
    term('token', '词元'),
  ];
  const glossary = createGlossary(terms);
  const renderings = (region: Region | undefined, isIn: boolean) =>
    glossaryFor(glossary, { ...(region && { region }), isIn: () => isIn }).terms.map((one) => one.renderings[0]!.text);
  assert.deepEqual(renderings(undefined, true), ['线程', '執行緒', '令牌', '词元']);
  assert.deepEqual(renderings('zh-CN', false), ['线程', '词元']);
  assert.deepEqual(renderings('zh-TW', true), ['執行緒', '令牌', '词元']);
  assert.equal(glossaryFor(glossary, { isIn: () => true }), glossary);
  assert.equal(glossaryFor(glossary, { region: 'zh-HK', isIn: () => true }).isTraditional, true);
});

test('senses stand side by side', () => {
  const glossary = glossaryOf('hydrate | 激活', 'hydration | 激活', 'build (n.) | 构建版本', 'build (v.) | 构建');
  const [active] = findChinese(glossary, '激活');
  assert.deepEqual(
    active?.senses.map(({ term }) => term.source[0]),
    ['hydrate', 'hydration'],
  );
  assert.equal(active?.term, active?.senses[0]?.term);
  assert.equal(active?.rendering?.text, '激活');
  const [build] = findEnglish(glossary, 'Builds');
  assert.deepEqual(
    build?.senses.map(({ term }) => term.pos),
    ['noun', 'verb'],
  );
  assert.equal(build?.rendering, undefined);
  assert.equal(sensesOf(glossary, 'BUILD').length, 2);
  assert.equal(sensesOf(glossary, 'constructor').length, 0);
});

test('case chooses the sense', () => {
  const glossary = glossaryOf('IT | 信息技术', 'it | 它');
  const sources = (text: string) => findEnglish(glossary, text).flatMap((m) => m.senses.map((s) => s.term.source[0]));
  assert.deepEqual(sources('it'), ['it']);
  assert.deepEqual(sources('IT'), ['IT', 'it']);
});

test('an empty glossary finds nothing', () => {
  assert.deepEqual(findChinese(emptyGlossary, '词元 token'), []);
  assert.deepEqual(findEnglish(emptyGlossary, 'token'), []);
});

// The reference tries every name at every place with a regular expression.
const word = '[\\p{Script=Latin}0-9_]';

function naive(patterns: readonly RegExp[], text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < text.length; ) {
    let end = 0;
    for (const pattern of patterns) {
      pattern.lastIndex = at;
      end = Math.max(end, at + (pattern.exec(text)?.[0].length ?? 0));
    }
    if (end > at) found.push([at, end]);
    at = Math.max(end, at + 1);
  }
  return found;
}

function patternOf(parts: readonly string[], separator: (a: string, b: string) => string): RegExp {
  const body = parts.reduce((left, part, index) => left + (index ? separator(parts[index - 1]!, part) : '') + part, '');
  const [start, end] = [body[0]!, body.at(-1)!].map((unit) => new RegExp(word, 'u').test(unit));
  return new RegExp(`${start ? `(?<!${word})` : ''}${body}${end ? `(?!${word})` : ''}`, 'yiu');
}

function term(source: string, rendering: string): Term {
  const origin = { file: '', line: 0, from: 0, to: 0 };
  return { source: [source], renderings: [{ text: rendering, status: 'preferred' }], doNotTranslate: false, origin };
}

const spans = (matches: readonly Match[]) => matches.map(({ from, to }) => [from, to]);
const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }).map((units) => units.join(''));
const noise = fc.constantFrom('a', 'b', 'c', 'A', 'B', ' ', '-', '\n', '甲', '乙', '，', '\ufdd0', '_', '1');
const text = fc.array(noise, { maxLength: 40 }).map((units) => units.join(''));

test('English matches are those of the reference', () => {
  const name = fc.array(letters, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), text, (names, text) => {
      const glossary = createGlossary(names.map((parts) => term(parts.join('-'), '甲')));
      const patterns = names.map((parts) => patternOf(parts, () => '(?:[ \\n]+|-)'));
      assert.deepEqual(spans(findEnglish(glossary, text)), naive(patterns, text));
    }),
    { numRuns: 500 },
  );
});

test('Chinese matches are those of the reference', () => {
  const wording = fc.array(fc.oneof(letters, fc.constantFrom('甲', '乙', '甲乙')), { minLength: 1, maxLength: 4 });
  const isLatin = (part: string) => /[a-z]/.test(part);
  const separator = (a: string, b: string) => {
    if (isLatin(a) && isLatin(b)) return '[ \\n]+';
    return isLatin(a) || isLatin(b) ? '[ \\n]*' : '(?: *\\n[ \\n]*)?';
  };
  fc.assert(
    fc.property(fc.array(wording, { maxLength: 8 }), text, (wordings, text) => {
      const parts = wordings.map((wording) => wording.flatMap((part) => (isLatin(part) ? [part] : [...part])));
      const glossary = createGlossary(parts.map((wording) => term('x', wording.join(' '))));
      const patterns = parts.map((wording) => patternOf(wording, separator));
      assert.deepEqual(spans(findChinese(glossary, text)), naive(patterns, text));
    }),
    { numRuns: 500 },
  );
});

test('no text makes matching throw', () => {
  const glossary = glossaryOf('a b | 甲 a', 'C++ | 乙');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const find of [findChinese, findEnglish]) {
        for (const { from, to } of find(glossary, text)) assert.ok(0 <= from && from < to && to <= text.length);
      }
    }),
  );
});

test('no term makes indexing throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (source, rendering) => {
      const glossary = createGlossary([term(source, rendering)]);
      for (const find of [findChinese, findEnglish]) find(glossary, `${source}\n${rendering}`);
    }),
  );
});
