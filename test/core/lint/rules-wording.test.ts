import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../../server/core/glossary/word-boundaries.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { chineseTypos } from '../../../server/core/lint/rules/wording/chinese-typos.data.ts';
import { englishTypos } from '../../../server/core/lint/rules/wording/english-typos.data.ts';
import { names, namesOfPackages } from '../../../server/core/lint/rules/wording/product-names.data.ts';
import { hongKong, mainland, taiwan } from '../../../server/core/lint/rules/wording/region-terms.data.ts';
import { variantWords } from '../../../server/core/lint/rules/wording/variant-words.data.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { pairs, traditionalOnly } from '../../../server/core/text/han-variants.data.ts';
import { countScripts } from '../../../server/core/text/script.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { onlyRule } from '../../helpers/settings.ts';

const wordBoundaries = createWordBoundaries(createSegmenter([]));

type Settings = Parameters<typeof onlyRule> extends [string, ...infer Rest] ? Rest : never;

/** The text after the first fix of each finding, with the segmenter at work. */
function mended(id: string, text: string, ...settings: Settings): string {
  const lint = createLinter({ ...onlyRule(id, ...settings), wordBoundaries });
  return applyEdits(
    text,
    lint(parseMarkdown(text)).findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

const rows: [rule: string, before: string, after?: string][] = [
  ['common-typo', '我们己经布署了这个服务', '我们已经部署了这个服务'],
  ['common-typo', '既使失败也会重试', '即使失败也会重试'],
  ['common-typo', '既使代码简洁，又使它更快'],
  ['common-typo', '一但出错，令一个线程就象死琐一样，立既返回', '一旦出错，另一个线程就像死锁一样，立即返回'],
  ['common-typo', '第一但不唯一，命令一个人，赋予测试，显示地址，项目地址，盲目地按排序处理，一处发现，自动划分'],
  ['common-typo', '紫罗兰色，夜深人静，更象征着，仅管理，搜素材，对象这样，此处发布，体重够了，书架够大'],
  ['common-typo', '可以经过这里，如以下截图所示，对像素值进行处理'],
  ['common-typo', '来自已有的数据，所以经常如此，你必须要显式地写'],
  ['common-typo', '使用 Jypyter 笔记本与 Tensorfow，前往 Jupiter', '使用 Jupyter 笔记本与 TensorFlow，前往 Jupiter'],
  ['common-typo', '必须再函数内部声明，它再数据库里', '必须在函数内部声明，它在数据库里'],
  ['common-typo', '再一次循环中，再次在函数内部声明，再往里面走，再断言对象里的回调，再加上 Python 中的库'],
  [
    'common-typo',
    '否则会将被忽略，会将被忽略的文件删除，数据将会被忽略',
    '否则将会被忽略，会将被忽略的文件删除，数据将会被忽略',
  ],
  ['doubled-word', '这是最最快的，我们来看看一下', '这是最快的，我们来看一下'],
  ['doubled-word', '要想在在 Vue 中使用，这个指令并不不常用', '要想在 Vue 中使用，这个指令并不常用'],
  ['doubled-word', '编程进行进行降级，可以可以使用，实现泛型泛型的方式', '编程进行降级，可以使用，实现泛型的方式'],
  ['doubled-word', '基本上上与它相同，之前前调用，可变性性', '基本上与它相同，之前调用，可变性'],
  ['doubled-word', '试试看看，常常、一一、种种、人人、天天、往往、仅仅、渐渐、慢慢、大大，哈哈哈，等等'],
  ['doubled-word', '模块的模块的名称，文件的文件路径，依赖依赖于另一些，修改修改这个错误'],
  ['doubled-word', '之前前端已就绪，安全性性能，一个一个来，研究研究再说'],
  ['doubled-word', '因因为没有，直到到最后', '因为没有，直到最后'],
  ['doubled-word', '促使使用一组组件，一对对数据，适配配置，对应应该'],
  ['doubled-word', '模型建立的的数据与目的的达成', '模型建立的数据与目的的达成'],
  ['doubled-word', '我们不用去推测它们的的输入大小', '我们不用去推测它们的输入大小'],
  ['doubled-word', '它可以以相同的方式在在线环境中了解它，是非常常见的'],
  ['doubled-word', '我们一行一行地讨论讨论，天天看看，人人受益'],
  ['doubled-word', '用来计算计算机的开销，测试测试用例'],
  ['doubled-word', '我们使用[使用框架组件](a.md)'],
  ['de-particle', '你需要更多的训练，功能正确的实现，机会很好的利用'],
  ['de-particle', '必须要显式的将其放入', '必须要显式地将其放入'],
  ['redundant-have', '这里具有有许多参数，拥有有不同的值', '这里具有许多参数，拥有不同的值'],
  ['redundant-have', '不存在有问题的数据，存在有人反对，具有有意义的值，它存在，有就是有，含有有效的值'],
  ['redundant-have', '存在有 3 个问题', '存在 3 个问题'],
  ['abbreviation-style', '熟悉 Js、h5 的开发者', '熟悉 JavaScript、HTML5 的开发者'],
  ['region-term', '在伺服器上安装软体', '在服务器上安装软件'],
  ['product-name', '我用 Git Hub 和 open AI 的接口', '我用 GitHub 和 open AI 的接口'],
  ['product-name', '文件 ./Github/a、Github.com、@Github 与 Vscode-icons'],
  ['latin-plural', '创建三个 Pods'],
];

describe('wording', () => {
  for (const [rule, before, after = before] of rows) {
    test(`${rule}: ${before}`, () => assert.equal(mended(rule, before), after));
  }

  test('a project names more plurals, forms to keep and the pronoun', () => {
    assert.equal(mended('latin-plural', '创建三个 Pods', {}, { nouns: ['Pods'] }), '创建三个 Pod');
    assert.equal(mended('product-name', '用 Github 登录', {}, { allow: ['Github'] }), '用 Github 登录');
    assert.equal(mended('pronoun-you', '您好，你们和您', { pronoun: '你' }), '你好，你们和你');
  });

  test('no correction is itself a mistake, and none is given twice', () => {
    for (const data of [chineseTypos, englishTypos, variantWords]) {
      const entries = data.split(/\s+/).filter((entry) => entry.includes('>'));
      const wrong = entries.map((entry) => entry.split('>')[0]!);
      assert.equal(new Set(wrong).size, wrong.length);
      for (const entry of entries) {
        assert.ok(!wrong.includes(entry.split('>')[1]!), entry);
      }
    }
    const all = [...names, ...namesOfPackages].map((entry) => entry.split('|')[0]!.toLowerCase().replace(/[ .]/g, ''));
    assert.equal(new Set(all).size, all.length);
  });

  test('the terms of a region are in its script, and no term for another one is wrong itself', () => {
    for (const [table, script] of [
      [mainland, 'traditional'],
      [taiwan, 'simplified'],
      [hongKong, 'simplified'],
    ] as const) {
      const entries = table.trim().split(/\s+/);
      const wrong = entries.filter((entry) => entry.includes('>')).map((entry) => entry.split('>')[0]!);
      assert.equal(new Set(entries.map((entry) => entry.split('>')[0])).size, entries.length);
      for (const entry of entries) {
        assert.equal(countScripts(entry)[script], 0, entry);
        for (const right of entry.split('>')[1]?.split('/') ?? []) assert.ok(!wrong.includes(right), entry);
      }
    }
  });

  test('no character is both traditional and simplified', () => {
    const entries = `${pairs} ${traditionalOnly}`.trim().split(/\s+/);
    const traditional = new Set(entries.map((pair) => pair[0]!));
    assert.equal(traditional.size, entries.length);
    for (const pair of entries) {
      assert.equal(pair.length, 2);
      assert.ok(!traditional.has(pair[1]!), pair);
    }
  });
});
