import { compare } from '../../server/core/bilingual/state/compare.ts';
import { createGlossary, type Glossary, wordings } from '../../server/core/glossary/glossary.ts';
import { type Conformity, isKeptTo, type Usage } from '../../server/core/glossary/match/conformity.ts';
import { findChinese, findEnglish } from '../../server/core/glossary/match/match.ts';
import { createSegmenter } from '../../server/core/glossary/segmentit.ts';
import { isApproved, type Rendering, type Term } from '../../server/core/glossary/term.ts';
import { createWordBoundaries, type WordBoundaries } from '../../server/core/glossary/word-boundaries.ts';
import type { Linter } from '../../server/core/lint/lint.ts';
import { blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { countHan } from '../../server/core/text/han.ts';
import { applyEdits, type Edit, type Span } from '../../server/core/text/span.ts';
import { percent } from './edits.ts';
import { conformityOf, glossaryOf, type PagePair, pagesOf, termLinter } from './glossary.ts';

export interface PlantedScore {
  planted: number;
  found: number;
  'found %': number;
  /** So many more flags of the same rules elsewhere than the page had before. */
  'others flagged': number;
}

const projects = [
  { repos: /^vuejs\//, glossary: 'vue_terminology.md' },
  { repos: /^d2l-ai\//, glossary: 'd2l-zh_TERMINOLOGY.md' },
  { repos: /^huggingface\//, glossary: 'd2l-zh_TERMINOLOGY.md' },
];

/** Faults put into pages that had none: how many of them are found, beside the source and without it. */
export function scorePlantedTerms(corpus: string): Record<string, PlantedScore> {
  const scores: Record<string, PlantedScore> = {};
  const add = (name: string, planted: number, { found, others }: Found) => {
    scores[name] ??= { planted: 0, found: 0, 'found %': 0, 'others flagged': 0 };
    scores[name].planted += planted;
    scores[name].found += found;
    scores[name]['others flagged'] += others;
  };
  for (const { repos, glossary: file } of projects) {
    const glossary = glossaryOf(corpus, file);
    const { terms } = glossary;
    const pages = pagesOf(corpus, repos);
    const conformity = conformityOf(glossary, pages);
    const rejecting = createGlossary(
      terms.map((term, i) => ({ ...term, renderings: [...term.renderings, ...rejectedFor(term, i)] })),
    );
    const words = createWordBoundaries(createSegmenter(wordings(rejecting)));
    const lintRejecting = termLinter(rejecting);
    const lintFirst = termLinter(createGlossary(terms.map((term) => ({ ...term, firstUse: 'zh（en）' as const }))));
    const lintKept = termLinter(createGlossary(terms));
    for (const page of pages) {
      for (const kind of ['invented', 'real'] as const) {
        const { text, places } = withRejected(page, rejecting, words, kind);
        add(
          `forbidden (${kind} words), beside the source`,
          places.length,
          found(lintRejecting, text, page, places, 'forbidden-term'),
        );
        add(
          `forbidden (${kind} words), alone`,
          places.length,
          found(lintRejecting, text, page, places, 'forbidden-term', ALONE),
        );
      }
      const { text, places } = withRejected(page, rejecting, words, 'invented', true);
      add(
        'forbidden, one of each kind in a block, beside the source',
        places.length,
        found(lintRejecting, text, page, places, 'forbidden-term'),
      );
      for (const { text, place, term, kept } of withOthers(page, glossary, conformity)) {
        const name = kept.uses < 20 ? 'used 10 to 19 times' : 'used 20 times or more';
        // In a project the fault itself is counted, too.
        const lint = termLinter(glossary, withMiss(conformity, term));
        const result = found(lint, text, page, [place], 'missing-term');
        add(`another word for a kept-to term ${name}, beside the source`, 1, result);
      }
      const mixed = withSynonym(page, terms, words);
      for (const how of [BESIDE, ALONE] as const) {
        const result = found(termLinter(mixed.glossary), mixed.text, page, mixed.places, 'inconsistent-term', how);
        add(`another admitted wording once on a page, ${how}`, mixed.places.length, result);
      }
      const first = withoutFirst(page, terms);
      add(
        'first use without the English',
        first.length,
        found(lintFirst, page.chinese.text, page, first, 'first-use', ALONE),
      );
      const kept = withTranslated(page, terms);
      add(
        'kept term translated, beside the source',
        kept.places.length,
        found(lintKept, kept.text, page, kept.places, 'kept-term'),
      );
    }
  }
  for (const score of Object.values(scores)) score['found %'] = percent(score.found, score.planted);
  return scores;
}

interface Found {
  readonly found: number;
  readonly others: number;
}

const BESIDE = 'beside the source';
const ALONE = 'alone';

/** How many of the places in a page with faults are flagged by a rule, and what else is. */
function found(
  lint: Linter,
  text: string,
  page: PagePair,
  places: readonly Span[],
  rule: string,
  how: typeof BESIDE | typeof ALONE = BESIDE,
): Found {
  const flags = (of: string) =>
    lint(parseMarkdown(of), how === BESIDE ? page.english : undefined).findings.filter((one) => one.rule.id === rule);
  const findings = flags(text);
  const isAt = (place: Span, one: Span) => one.from <= place.from && place.to <= one.to;
  const others = findings.filter((one) => !places.some((place) => isAt(place, one))).length;
  return {
    found: places.filter((place) => findings.some((one) => isAt(place, one))).length,
    others: Math.max(0, others - flags(page.chinese.text).length),
  };
}

/** What the project would have counted with one more block that does without the term. */
function withMiss({ usage, strays }: Conformity, term: Term): Conformity {
  const known = usage.get(term)!;
  const missed = { ...known, followed: known.followed - 1, answered: known.answered - 1 };
  return { usage: new Map([...usage, [term, missed]]), strays };
}

/** A word that no dictionary has, and a common one that means something else. */
function rejectedFor({ renderings }: Term, i: number): Rendering[] {
  if (!renderings.some(isApproved)) return [];
  const invented = `${INVENTED[i % INVENTED.length]}${INVENTED[Math.floor(i / INVENTED.length) + 3]}`;
  return [invented, REAL[i % REAL.length]!].map((text) => ({ text, status: 'forbidden' }));
}

const INVENTED = [...'楸瓯罄薹嶂绡氐戽蕤掞芟跬箸鲂耧'];
const REAL = (
  '苹果 桌子 天空 河流 山脉 海洋 森林 草原 沙漠 岛屿 城市 乡村 街道 桥梁 车站 机场 码头 工厂 商店 医院 学校 教室 图书 报纸 杂志 音乐 ' +
  '舞蹈 戏剧 电影 绘画 雕塑 诗歌 小说 散文 故事 神话 传说 历史 地理 天文 气象 生物 化学 物理 医学 农业 工业 商业 交通 运输 邮政 银行 ' +
  '保险 税收 法律 法院 律师 警察 军队 士兵 将军 国王 皇帝 公主 王子 骑士 城堡 宫殿 寺庙 教堂 花园 公园 广场 市场 饭店 旅馆 厨房 卧室 ' +
  '客厅 阳台 屋顶 窗户 大门 墙壁 地板 楼梯 电梯 灯光 蜡烛 火炉 冰箱 空调 电视 电话 照片 地图 钟表 眼镜 帽子 衣服 裤子 鞋子 手套 围巾 ' +
  '雨伞 书包 钱包 钥匙 毛巾 肥皂 牙刷 梳子 剪刀 锤子 钉子 绳子 篮子 瓶子 杯子 盘子 筷子 勺子 面包 牛奶 鸡蛋 米饭 蔬菜 水果 香蕉 橘子 ' +
  '葡萄 西瓜 草莓 蛋糕 糖果 咖啡 茶叶 啤酒 果汁 老虎 狮子 大象 猴子 兔子 松鼠 狐狸 骆驼 鸽子 老鹰 蝴蝶 蜜蜂 蚂蚁'
).split(' ');

/** Every approved rendering whose English stands in the source becomes one that the glossary rejects. */
function withRejected(
  { chinese, english }: PagePair,
  glossary: Glossary,
  words: WordBoundaries,
  kind: 'invented' | 'real',
  onlyOne = false,
) {
  const edits: Edit[] = [];
  for (const { blocks, state } of compare(chinese, english).pairs) {
    if (state !== 'aligned') continue;
    const named = new Set(
      blocks.english.flatMap(({ leaf }) =>
        leaf.prose.flatMap(({ text }) =>
          findEnglish(glossary, text).flatMap(({ senses }) => senses.map((one) => one.term)),
        ),
      ),
    );
    const done = new Set<Term>();
    for (const block of blocks.chinese) {
      for (const prose of block.leaf.prose) {
        for (const { from, to, senses } of findChinese(glossary, prose.text)) {
          const sense = senses.find(({ term }) => named.has(term));
          if (!sense?.rendering || !isApproved(sense.rendering) || countHan(sense.rendering.text) < 2) continue;
          const wrong = sense.term.renderings
            .filter(({ status }) => status === 'forbidden')
            .at(kind === 'real' ? -1 : -2);
          // 渲染 in 渲染器 is no rendering of the verb.
          if (!wrong || !words(prose.text, from, to) || (onlyOne && done.has(sense.term))) continue;
          done.add(sense.term);
          const place = { from: block.from + prose.start(from), to: block.from + prose.end(to) };
          if (place.to - place.from === to - from) edits.push({ ...place, insert: wrong.text });
        }
      }
    }
  }
  return planted(chinese.text, edits);
}

/** In each block all renderings of one term that the project keeps to become another word. */
function withOthers({ chinese, english }: PagePair, glossary: Glossary, conformity: Conformity) {
  const texts: { text: string; term: Term; place: Span; kept: Usage }[] = [];
  for (const { blocks, state } of compare(chinese, english).pairs) {
    const [block, more] = blocks.chinese;
    if (state !== 'aligned' || !block || more) continue;
    const edits = new Map<Term, Edit[]>();
    const named = new Set(
      blocks.english.flatMap(({ leaf }) =>
        leaf.prose.flatMap(({ text }) => findEnglish(glossary, text).map((one) => one.term)),
      ),
    );
    for (const prose of block.leaf.prose) {
      for (const { from, to, senses } of findChinese(glossary, prose.text)) {
        const [{ term }] = senses as [{ term: Term }];
        if (!named.has(term) || !isKeptTo(conformity, term)) continue;
        const edit = { from: block.from + prose.start(from), to: block.from + prose.end(to), insert: '物件' };
        edits.set(term, [...(edits.get(term) ?? []), edit]);
      }
    }
    for (const [term, own] of edits) {
      texts.push({
        text: applyEdits(chinese.text, own),
        term,
        place: { from: block.from, to: block.from + 1 },
        kept: conformity.usage.get(term)!,
      });
    }
  }
  return texts;
}

/** Terms with one wording get another, which stands in place of the first at one of at least three uses. */
function withSynonym({ chinese, english }: PagePair, terms: readonly Term[], words: WordBoundaries) {
  const single = terms.map((term, index): Term => {
    const [only, more] = term.renderings.filter(isApproved);
    if (!only || more || term.source.length === 0 || term.doNotTranslate || term.note || term.when) return term;
    return { ...term, renderings: [...term.renderings, { text: REAL[index % REAL.length]!, status: 'admitted' }] };
  });
  const glossary = createGlossary(single);
  const uses = new Map<Term, Span[]>();
  for (const { blocks, state } of compare(chinese, english).pairs) {
    if (state !== 'aligned') continue;
    const named = new Map<Term, number>();
    for (const { leaf } of blocks.english) {
      for (const { text } of leaf.prose)
        for (const { term } of findEnglish(glossary, text)) named.set(term, (named.get(term) ?? 0) + 1);
    }
    for (const block of blocks.chinese) {
      for (const prose of block.leaf.prose) {
        for (const { from, to, senses } of findChinese(glossary, prose.text)) {
          const [{ term, rendering }] = senses as [{ term: Term; rendering: Rendering }];
          if (senses.length > 1 || !named.has(term) || term.renderings.filter(isApproved).length < 2) continue;
          if (rendering.status !== 'preferred' || countHan(rendering.text) < 2 || !words(prose.text, from, to))
            continue;
          const place = { from: block.from + prose.start(from), to: block.from + prose.end(to) };
          if (place.to - place.from === to - from) uses.set(term, [...(uses.get(term) ?? []), place]);
        }
      }
    }
  }
  const edits = [...uses].flatMap(([term, places]): Edit[] => {
    const other = term.renderings.find(({ status }) => status === 'admitted')!.text;
    return places.length < 3 ? [] : [{ ...places[Math.floor(places.length / 2)]!, insert: other }];
  });
  return { glossary, ...planted(chinese.text, edits) };
}

/** The first use of each term in the body, none of which has its English beside it anywhere on the page. */
function withoutFirst({ chinese }: PagePair, terms: readonly Term[]): Span[] {
  const glossary = createGlossary(terms);
  const places = new Map<Term, Span>();
  const isNamed = ({ source }: Term) => source.some((name) => chinese.text.toLowerCase().includes(name.toLowerCase()));
  for (const { leaf, from: start } of blocksOf(chinese)) {
    if (leaf.kind !== 'paragraph') continue;
    for (const prose of leaf.prose) {
      for (const { from, to, senses } of findChinese(glossary, prose.text)) {
        const [{ term, rendering }] = senses as [{ term: Term; rendering: Rendering }];
        if (places.has(term) || countHan(rendering.text) < 4 || !isApproved(rendering) || isNamed(term)) continue;
        if (term.source.length > 0) places.set(term, { from: start + prose.start(from), to: start + prose.end(to) });
      }
    }
  }
  return [...places.values()];
}

/** In every block the English names that must stay become Chinese words. */
function withTranslated({ chinese, english }: PagePair, terms: readonly Term[]) {
  const glossary = createGlossary(terms.filter((term) => term.doNotTranslate));
  const edits: Edit[] = [];
  const places: Edit[] = [];
  for (const { blocks, state } of compare(chinese, english).pairs) {
    const [block, more] = blocks.chinese;
    if (state !== 'aligned' || !block || more) continue;
    const named = new Set(
      blocks.english.flatMap(({ leaf }) =>
        leaf.prose.flatMap(({ text }) => findEnglish(glossary, text).map((one) => one.term)),
      ),
    );
    const uses = block.leaf.prose.flatMap((prose) =>
      findEnglish(glossary, prose.text).map((match) => ({
        term: match.term,
        from: block.from + prose.start(match.from),
        to: block.from + prose.end(match.to),
      })),
    );
    for (const term of named) {
      const own = uses.filter((use) => use.term === term);
      const rest = own.reduce(
        (text, { from, to }) => text.replace(chinese.text.slice(from, to), ''),
        block.leaf.source,
      );
      // What the block also has as code, or in an address, is not gone.
      if (own.length === 0 || term.source.some((name) => rest.toLowerCase().includes(name.toLowerCase()))) continue;
      const made = own.map(({ from, to }) => ({ from, to, insert: '物件' }));
      edits.push(...made);
      places.push(made[0]!);
    }
  }
  const { text } = planted(chinese.text, edits);
  return { text, places: planted(chinese.text, edits).places.filter((_, i) => places.includes(edits[i]!)) };
}

function planted(text: string, edits: readonly Edit[]): { text: string; places: Span[] } {
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  let moved = 0;
  const places = sorted.map(({ from, to, insert }) => {
    const place = { from: from + moved, to: from + moved + insert.length };
    moved += insert.length - (to - from);
    return place;
  });
  return { text: applyEdits(text, sorted), places };
}
