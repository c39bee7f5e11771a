import { classAt, classBefore, HAN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { codeOf } from './characters.ts';

export default defineRule({
  id: 'kangxi-radical',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No radicals in place of characters', zh: '不以部首代替汉字' },
  why: {
    en: 'Unicode has separate codes for radicals, the headings of a dictionary. In text copied from a PDF they often take the place of the character that looks the same, and then search, glossaries and fonts fail. Replacements follow Unicode (NFKC; Equivalent_Unified_Ideograph). A radical that stands alone is taken to be meant.',
    zh: 'Unicode 为字典的部首另设了编码。从 PDF 复制的文字中，常有部首顶替形状相同的汉字，致使搜索、术语匹配和字体失效。替换依据 Unicode（NFKC 与 Equivalent_Unified_Ideograph）。单独出现的部首视为有意为之。',
  },
  message: {
    en: '“{bad}” ({badCode}) is a radical. Use the character “{good}” ({goodCode}).',
    zh: '“{bad}”（{badCode}）是部首，应改为汉字“{good}”（{goodCode}）。',
  },
  needs: [HAN, UNUSUAL],
  examples: [
    ['使\u2f64\u2f00个模型', '使用一个模型'],
    ['\u2edc速\u2ed3大', '飞速长大'],
    ['使\u2f64\u2f00\u2f00个', '使用一一个'],
    '部首 \u2f00\u2f01\u2f02 等',
    '部首“\u2f64”与“⺮”',
    '使用一个模型',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const { index: from, 0: bad } of text.matchAll(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g)) {
      const good = characterOf(bad);
      const to = from + 1;
      if (good === undefined || !isInWord(text, from, to)) continue;
      const args = { bad, good, badCode: codeOf(bad), goodCode: codeOf(good) };
      report({ from, to }, args, { edits: [{ from, to, insert: good }] });
    }
  },
});

function isInWord(text: string, from: number, to: number): boolean {
  const left = classBefore(text, from) & HAN && !isRadical(text[from - 1]);
  const right = classAt(text, to) & HAN && !isRadical(text[to]);
  return Boolean(left || right);
}

function isRadical(character = ''): boolean {
  return /^[\u2e80-\u2fd5]/.test(character);
}

/** The equivalents of U+2E80 and following (Equivalent_Unified_Ideograph); a hyphen if there is none. */
const supplement = [
  ...'-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日',
  ...'月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂',
  ...'肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝',
  ...'雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];

function characterOf(radical: string): string | undefined {
  const normal = radical.normalize('NFKC');
  if (normal !== radical) return normal;
  const character = supplement[radical.charCodeAt(0) - 0x2e80];
  return character === '-' ? undefined : character;
}
