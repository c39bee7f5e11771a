import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'pronoun-you',
  group: 'wording',
  level: 'hint',
  fix: 'suggest',
  heeds: 'pronoun',
  title: { en: 'One form of “you” on a page', zh: '“你”与“您”统一' },
  why: {
    en: 'A page that says 你 here and 您 there changes its tone towards the reader. The guides of Kubernetes, MDN, Vue and TiDB ask for 你. The rule follows what the project has settled on (style point pronoun) and, where it has not, the form that the page uses most.',
    zh: '一页之中时而“你”、时而“您”，语气前后不一。Kubernetes、MDN、Vue 和 TiDB 的指南都用“你”；本规则以项目的约定（风格项 pronoun）为准；没有约定时，以页面中占多数的一种为准。',
  },
  message: {
    en: 'Elsewhere the reader is “{right}”, but here “{wrong}”. Use one of them.',
    zh: '其他地方用“{right}”称呼读者，这里却用“{wrong}”，应当统一。',
  },
  examples: [
    ['你先安装，你再运行，然后你查看结果，你会发现您的模型', '你先安装，你再运行，然后你查看结果，你会发现你的模型'],
    ['您先安装，您再运行，然后您查看结果，您会发现你的模型', '您先安装，您再运行，然后您查看结果，您会发现您的模型'],
    '你先安装，您再运行',
    '您先安装，您再运行，然后您查看结果，您会发现迷你模型说“你好”，问候你们',
    '你先安装，你再运行，然后你查看结果，你会发现 `您`',
  ],
  document({ blocks }, { style, report }) {
    const places: { you: string; from: number }[] = [];
    for (const { leaf, from } of blocks) {
      for (const prose of leaf.prose) {
        if (!(prose.classes & HAN) || !(prose.text.includes('你') || prose.text.includes('您'))) continue;
        for (const { 0: you, index } of prose.text.matchAll(address)) {
          places.push({ you, from: from + prose.start(index) });
        }
      }
    }
    const polite = places.filter(({ you }) => you === '您').length;
    const right = preferred(style.pronoun, places.length, polite);
    for (const { you, from } of places) {
      if (right === undefined || you === right) continue;
      const span = { from, to: from + 1 };
      report(span, { wrong: you, right }, { edits: [{ ...span, insert: right }] });
    }
  },
});

/** 迷你 and 你好 contain no pronoun, and 你们 has no polite form. */
const address = /您|(?<!迷)你(?!们|好)/g;

function preferred(wanted: string, all: number, polite: number): string | undefined {
  if (wanted === '你' || wanted === '您') return wanted;
  if (all < 5) return undefined;
  if (polite * 5 >= all * 4) return '您';
  return (all - polite) * 5 >= all * 4 ? '你' : undefined;
}
