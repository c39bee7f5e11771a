import { ASCII_PUNCTUATION, BLANK, classAt, classBefore, DIGIT, FULL_WIDTH, HAN } from '../../../text/han.ts';
import { isAsideInEnglish, isChineseText } from '../../../text/sentence.ts';
import type { Edit } from '../../../text/span.ts';
import { isInLiteral, skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'straight-quotes',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  style: 'quotes',
  title: { en: 'Chinese quotation marks around Chinese', zh: '引用中文使用中文引号' },
  why: {
    en: 'Chinese is quoted with “ ” in mainland China and with 「 」 in Taiwan and Hong Kong (GB/T 15834-2011; W3C clreq; the guides of MDN, Vue and TiDB). Straight marks are for code and English. The rule follows the pages of the project.',
    zh: '引用中文，大陆用“”，台湾、香港用「」（GB/T 15834-2011；W3C《中文排版需求》；MDN、Vue、TiDB 指南）。直引号用于代码和英文。本规则以项目页面的写法为准。',
  },
  message: {
    en: 'Use {quotes} instead of straight quotation marks.',
    zh: '直引号应改为{quotes}。',
  },
  needs: [HAN, ASCII_PUNCTUATION],
  examples: [
    ['点击"可交互的"按钮', '点击“可交互的”按钮'],
    ['表示对象的 "私有 "成员', '表示对象的“私有”成员'],
    ['读作："如果颜色等于红色"，可以', '读作：“如果颜色等于红色”，可以'],
    ['为"6 个视频"添加', '为“6 个视频”添加'],
    ['用自然语言"a CSS module"时', '用自然语言“a CSS module”时'],
    ["选择'测试'.", '选择‘测试’.'],
    '他说："Hello, world."',
    'description: "了解多页面应用程序"',
    '屏幕 15.6"大小，另一块 20"大小',
    '由描述 "An oil painting" 生成',
    '"没有配对的引号',
    "模型's 输出和 users' 数据",
    "参数 name='张三'，数组 ['甲', '乙', '丙']，对象 { content: '跳过', at: 1 }",
    "| title | '追番列表' |\n| --- | --- |",
    'It converts some terms (e.g., "知识产权" → "智慧財產權") as you like.',
  ],
  styledExamples: {
    corner: [
      ['點擊"可互動的"按鈕', '點擊「可互動的」按鈕'],
      ["點擊'可互動的'按鈕", '點擊『可互動的』按鈕'],
    ],
    straight: ['点击"可交互的"按钮'],
  },
  prose({ text }, { style, report }) {
    const pairs = { curly: ['“”', '‘’'], corner: ['「」', '『』'] }[style.quotes as 'curly'];
    if (!pairs || !(text.includes('"') || text.includes("'"))) return;
    const [marks, singles] = pairs as [string, string];
    for (const [open, close] of quotedSpans(text)) {
      if (!isChineseQuotation(text, open, close) || isAsideInEnglish(text, open, close)) continue;
      if (isInLiteral(text, open)) continue;
      const edits = [openingEdit(text, open, marks[0]!), closingEdit(text, close, marks[1]!)];
      report({ from: open, to: open + 1 }, { quotes: marks }, { edits });
    }
    for (const found of text.matchAll(singleQuoted)) {
      const open = found.index;
      // If there is nothing else, it may be a string of code.
      if (/[.,;:!?]/.test(found[0]) || !isChineseText(found[0]) || found[0] === text.trim()) continue;
      if (isInLiteral(text, open)) continue;
      const close = open + found[0].length - 1;
      const edits = [openingEdit(text, open, singles[0]!), closingEdit(text, close, singles[1]!)];
      report({ from: open, to: open + 1 }, { quotes: singles }, { edits });
    }
  },
});

/** Pairs straight marks line by line. A line with an odd number of them is left alone. */
function quotedSpans(text: string): [open: number, close: number][] {
  const spans: [number, number][] = [];
  let line: number[] = [];
  const endLine = () => {
    if (line.length % 2 === 0) for (let i = 0; i < line.length; i += 2) spans.push([line[i]!, line[i + 1]!]);
    line = [];
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') endLine();
    else if (text[at] === '"') line.push(at);
  }
  endLine();
  return spans;
}

const MAX_QUOTATION = 120;

// Single marks are also apostrophes, feet and code strings. Only those that touch Chinese on the inside count.
const singleQuoted = /(?<![\w=([{"'])'(?=[\u3400-\u9fff])[^'"=<>{}[\]\n]{1,119}(?<=[\u3400-\u9fff])'(?![\w"'\])}])/g;

// An English quotation keeps its marks unless Chinese touches it on both sides. So do inches and YAML strings.
function isChineseQuotation(text: string, open: number, close: number): boolean {
  if (close - open < 2 || close - open > MAX_QUOTATION || /^[\w-]+: $/.test(text.slice(0, open))) return false;
  const content = text.slice(open + 1, close);
  if (classBefore(text, open) & DIGIT || /[{}[\]=<>]/.test(content)) return false;
  if (isChineseText(content)) return true;
  return (classBefore(text, open) & classAt(text, close + 1) & HAN) !== 0 && !/[.,;:!?]/.test(content);
}

// The spaces on both sides of a straight mark go with it. “ ” need none.
function openingEdit(text: string, at: number, mark: string): Edit {
  const from = skipBlanksBack(text, at);
  const keeps = from === 0 || text[from - 1] === '\n' || !(classBefore(text, from) & (HAN | FULL_WIDTH));
  return { from: keeps ? at : from, to: skipBlanks(text, at + 1), insert: mark };
}

function closingEdit(text: string, at: number, mark: string): Edit {
  const to = skipBlanks(text, at + 1);
  const keeps = !(classAt(text, to) & (HAN | FULL_WIDTH)) || (classAt(text, at + 1) & BLANK) === 0;
  return { from: skipBlanksBack(text, at), to: keeps ? at + 1 : to, insert: mark };
}
