import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contradictedRows,
  gatherConformity,
  isKeptTo,
  isLeftInEnglish,
  isOftenBroken,
} from '../../../../server/core/glossary/match/conformity.ts';
import { glossaryOf } from '../terms.ts';

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

function gathered(
  lines: readonly string[],
  ...pairs: readonly (readonly [english: string, chinese: string, count: number])[]
) {
  const glossary = glossaryOf(...lines);
  const texts = pairs.flatMap(([english, chinese, count]) => times(count, { english, chinese }));
  return { terms: glossary.terms, conformity: gatherConformity([{ glossary, texts }]) };
}

test('blocks are counted, not mentions', () => {
  const { terms, conformity } = gathered(
    ['slot | 插槽'],
    ['A slot and a slot', '插槽与插槽', 3],
    ['The slots', 'slot', 1],
    ['Nothing', '插槽', 5],
  );
  assert.deepEqual(conformity.usage.get(terms[0]!), { uses: 4, followed: 3, answered: 3, kept: 1 });
});

test('any sense of a name answers it', () => {
  const { terms, conformity } = gathered(['build (n.) | 构建版本', 'build (v.) | 构建'], ['Build it', '构建它', 1]);
  assert.deepEqual(conformity.usage.get(terms[0]!), { uses: 1, followed: 0, answered: 1, kept: 0 });
});

test('a term is kept to in nearly all of many blocks', () => {
  const kept = (good: number, bad: number, row = 'slot | 插槽') => {
    const { terms, conformity } = gathered([row], ['A slot for you', '插槽', good], ['A slot for you', '槽', bad]);
    return isKeptTo(conformity, terms[0]!);
  };
  assert.equal(kept(10, 0), true);
  assert.equal(kept(9, 0), false);
  assert.equal(kept(38, 2), true);
  assert.equal(kept(18, 2), false);
  assert.equal(kept(96, 4), false);
  assert.equal(kept(400, 4), true);
  assert.equal(kept(50, 0, 'you | 槽'), false);
});

test('habits of the project are told', () => {
  const { terms, conformity } = gathered(
    ['slot | 插槽', 'prop | KEEP'],
    ['A slot', '一个 slot', 1],
    ['A slot', '一个插槽', 8],
    ['A prop', '属性', 6],
  );
  assert.equal(isLeftInEnglish(conformity, terms[0]!), true);
  assert.equal(isOftenBroken(conformity, terms[1]!), true);
  assert.equal(isOftenBroken(conformity, terms[0]!), false);
});

test('rejected renderings that stand elsewhere are strays', () => {
  const { terms, conformity } = gathered(
    ['attention | 注意力 | 关注，留意'],
    ['Attention', '关注', 1],
    ['Attention', '留意', 1],
    ['Follow us', '关注我们', 1],
  );
  assert.deepEqual([...conformity.strays], [terms[0]!.renderings.find(({ text }) => text === '关注')]);
});

test('rows that the pages contradict are faults at their origin', () => {
  const { terms, conformity } = gathered(
    ['template ref | 模版引用', 'slot | 插槽', 'type (v.) | 标注类型', 'you | 尔'],
    ['You type a template ref into a slot', '模板引用与插槽', 44],
  );
  const [fault, more] = contradictedRows(conformity, terms);
  assert.equal(more, undefined);
  assert.equal(fault!.fault.level, 'info');
  assert.deepEqual([fault!.file, fault!.fault.from], [terms[0]!.origin.file, terms[0]!.origin.from]);
  assert.match(fault!.fault.message.zh, /“template ref”的 44 段中，0 段用了“模版引用”/);
  assert.match(
    fault!.fault.message.en,
    /the source has “template ref” in 44 paragraphs, and 0 of their translations have “模版引用”/,
  );
});
