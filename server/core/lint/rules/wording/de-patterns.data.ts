import type { Construction, Pattern } from '../../../lexicon/pattern.ts';

/** `before`, then words that tell how something is done: 快捷, 更好, 简单而高效. */
function how(...before: Pattern): Pattern[] {
  return howBy('manner', before);
}

function howBy(manner: string, before: Pattern): Pattern[] {
  const first: Pattern = [...before, 'degree*', ['manner|grade', '而|且|又|并|和|与|及|、|而又?', 'degree?']];
  return [
    [...first, manner],
    [...first, 'degree', 'grade'],
  ];
}

/** Words that may stand between a word that expects a verb and the manner. */
const BETWEEN = 'adverb|manner|被|要|都|一起|一同|互相|相互*';
/** No 一种 before it, after which the clause could continue with a noun. */
const ALONE = '!measure|一种|一个|这种|那种|任何|某种|某个|所有|各种';
/** 会更好 may also describe what something will be like, so a noun may follow: 可能会更好的实现方向. */
const BECOMING = '会|可能会|将会|就会|也会|都会|不会|只会|还会|总会|应该|想';
/** Verbs that take a noun as well as a verb. */
const WISHING = '需要|要|需|须|只需|只要|想要|为了|用于|便于|开始|继续|尝试|以';
const CAUSING = '让|使|使得|令|帮助|帮|协助';
const WHEN = '当|每当|如果|若|一旦|因为|由于|虽然|假如|即使';
const WITH =
  '在|从|将|把|向|对|用|通过|以|与|跟|给|被|让|使|按|按照|依照|根据|沿着|随着|为|利用|使用|基于|因|由|朝|往|帮|和|同|去';

const NAMED = 'noun|pronoun|opaque!verb';
const MORE_NAMED = 'noun|opaque|suffix!verb*';
/** Anything between a preposition and its end, within the clause. */
const ANYTHING = '!modal|start|end*';
/** The next word does not turn the verb into a noun. */
const FREE = '!suffix|的|地|得|localizer';
/** An object that is not part of a compound noun. */
const OBJECT = 'noun!head|verb|suffix|localizer|adjective';
/** No noun follows that all this could modify, and no other verb. */
const NOTHING_ELSE = '!的|verb|modal|start|end|是|时|时候|后*';
const NO_HEAD = '!的|start|end*';

/** After a verb, its outcome. */
const ENDING = '一下|一遍|一番|下去|起来|下来|出来|完毕|出|掉';

const WITH_PHRASE: Pattern = [WITH, '!end|start|的'];
/** What follows if a verb must stand there. */
const VERB_PHRASE: readonly Pattern[] = [
  ['verb', '!的|地|得'],
  ['manner|adverb', 'verb', '!的|地|得'],
  ['adverb?', ...WITH_PHRASE],
];
/** A verb with a certain object. */
const VERB_AND_OBJECT: readonly Pattern[] = [
  ['verb', 'determiner|pronoun|opaque', NOTHING_ELSE, 'end'],
  ['verb', 'numeral', 'measure', NOTHING_ELSE, 'end'],
  ['verb', OBJECT, 'noun|localizer*', 'end'],
  ['pure', '!的|end|start'],
  ['verb', 'aspect'],
];
/** Phrases that cannot be a noun, whatever comes before them. */
const NO_NOUN: readonly Pattern[] = [
  ['verb', '了', '!的|end|start', NO_HEAD, 'end'],
  ['verb', ENDING, NO_HEAD, 'end'],
  ['verb', 'determiner|pronoun', NOTHING_ELSE, 'end'],
  ['pure', 'noun|determiner|pronoun|numeral|opaque!head', NO_HEAD, 'end'],
  ['将|把', '!end|start|的', NO_HEAD, 'verb', NO_HEAD, 'end'],
];

/** A modal verb, a manner and a verb: 可以快速的查询. A modal verb takes no object but a verb. */
const MODAL: readonly Construction[] = [
  { before: howBy('manner!verb', [ALONE, `modal!${BECOMING}`, BETWEEN]), after: VERB_PHRASE },
  { before: [[ALONE, BECOMING, BETWEEN, 'manner!verb']], after: VERB_PHRASE },
  {
    before: how('modal', BETWEEN),
    after: [...VERB_AND_OBJECT, ['verb', 'determiner|pronoun|numeral|complement|为'], WITH_PHRASE],
  },
  { before: howBy('manner!verb', ['modal', BETWEEN]), after: [['verb!head', `${FREE}|head`]] },
];

/** Where 的 should be 地: an adverbial before a verb phrase that no noun can follow. */
const ADVERBIAL: readonly Construction[] = [
  ...MODAL,
  // 可以在浏览器中快速的, 可以通过命令行快速的
  {
    before: [
      ...how('modal', BETWEEN, 'preposition', ANYTHING, 'localizer', BETWEEN),
      ...how('modal', BETWEEN, '在', '!modal|verb|start|end*', 'measure', BETWEEN),
    ],
    after: VERB_PHRASE,
  },
  {
    before: how('modal', BETWEEN, 'preposition!在', '!verb|modal|start|end*', NAMED, BETWEEN),
    after: [['verb', NOTHING_ELSE, 'end']],
  },
  // 让我们仔细的检查, 帮助用户快速的找到
  {
    before: [
      ...how('pivot', 'pronoun', BETWEEN),
      ...how('pivot', 'pronoun', BETWEEN, 'preposition', ANYTHING, 'localizer', BETWEEN),
      ...how(CAUSING, `determiner|measure|grade|${NAMED}`, MORE_NAMED, BETWEEN),
    ],
    after: VERB_PHRASE,
  },
  { before: how('pivot', NAMED, MORE_NAMED, BETWEEN), after: VERB_AND_OBJECT },
  // 需要仔细的检查它们
  {
    before: how(WISHING, BETWEEN),
    after: [
      ['verb', 'determiner|pronoun|opaque', NOTHING_ELSE, 'end'],
      ['verb', ENDING],
    ],
  },
  {
    before: how('将', BETWEEN),
    after: [
      ['verb', 'noun|determiner|pronoun|opaque', NOTHING_ELSE, '。|；'],
      ['在|从|向|被', '!end|start|的'],
    ],
  },
  // 我们仔细的检查了, 系统正在自动的更新
  {
    before: how('start', 'conjunction|adverb*', 'pronoun', 'adverb|并|要*'),
    after: [...VERB_AND_OBJECT, [...WITH_PHRASE, NO_HEAD, 'end']],
  },
  {
    before: how('start', 'noun|opaque|determiner|measure|numeral|pronoun*', 'adverb', 'adverb*'),
    after: VERB_AND_OBJECT,
  },
  { before: how('pronoun|adverb', 'adverb*'), after: [['verb', '了|过']] },
  { before: [['start', 'doer']], after: [['verb', '了']] },
  {
    before: [['start', 'conjunction|adverb*', 'pronoun', 'adverb|degree|并|要*', 'doer']],
    after: [['pure', '!的'], WITH_PHRASE, ['verb', 'adjective', '的', 'noun', 'end']],
  },
  { before: how('并|并且'), after: [WITH_PHRASE] },
  {
    before: [['start', 'conjunction|adverb*', 'pronoun|noun!head|verb', 'adverb|并|要*', 'doer']],
    after: [['verb', 'noun', '。|；']],
  },
  {
    before: how(WHEN, `determiner|measure|${NAMED}`, MORE_NAMED, BETWEEN),
    after: [['verb', 'noun|opaque|determiner|measure', 'noun|opaque|determiner|measure*', '时|的时候|end']],
  },
  // 被错误的使用, 把数据安全的传到
  { before: how('被', BETWEEN), after: [['verb', 'end|aspect|complement|conjunction|到|在|为|成|于']] },
  {
    before: how('把|将', '!verb|的|start|end*', 'noun|pronoun|opaque|measure', BETWEEN),
    after: [['verb', '到|成|为|给|在|进|至|了|出|入']],
  },
  // 逐步的, 一遍又一遍的 never describe a thing.
  {
    before: [['!determiner|measure|numeral', 'onlyManner']],
    after: [
      ['verb', OBJECT, NOTHING_ELSE, 'end'],
      ['verb', 'opaque', NOTHING_ELSE, 'end'],
      ['verb', 'numeral|determiner|pronoun'],
      WITH_PHRASE,
    ],
  },
  {
    before: [['一遍又一遍|一次又一次|一遍遍|一次次|毫不费力|不厌其烦']],
    after: [['verb!head|尝试|工作|循环|重复|迭代|练习|实验|试验|实践|更新|变化|失败|挑战', FREE]],
  },
  { before: [['尽可能']], after: [['verb', FREE], WITH_PHRASE] },
  { before: how(), after: NO_NOUN },
  // Set phrases: 更具体的说, 类似的，
  {
    before: [['start', 'degree?', '具体|一般|简单|准确|确切|严格|正式|形式化|通俗|精确|直观|概括|笼统|宽泛|坦率']],
    after: [['说|讲|来说|来讲|说来|讲来']],
  },
  { before: [['start', '更|更加', 'noun|verb|adjective']], after: [['说|讲|来说|来讲', '，|,']] },
  {
    before: [
      ['start', '更|更加', '具体|一般|准确|正式|精确'],
      ['start', '类似|相应|同样'],
    ],
    after: [['，|,']],
  },
];

const ENDED = 'end|aspect|吗|呢|吧|conjunction';

/** Where 的 should be 得: a verb before its degree, at the end of a clause. */
const DEGREE: readonly Construction[] = [
  {
    before: [
      ['!所|的|modal', 'graded'],
      ['modal|adverb', 'graded'],
    ],
    after: [
      ['degree', 'degree*', 'grade|adjective', ENDED],
      ['越', 'grade'],
    ],
  },
  // 返回的很大 may be about what is returned; 返回的很慢 is not.
  {
    before: [['verb!是|有|像']],
    after: [
      [
        'degree',
        'degree*',
        '快|慢|早|晚|乱|顺利|流畅|均匀|频繁|缓慢|迅速|稳定|及时|彻底|到位|仔细|认真|清楚|清晰',
        ENDED,
      ],
    ],
  },
  {
    before: [['graded']],
    after: [
      ['快|慢|好|早|晚', ENDED],
      ['大一点|小一点|高一点|低一点|长一点|短一点|快一点|慢一点|好一点|大一些|小一些|高一些|低一些', ENDED],
    ],
  },
];

/** A noun after its attribute: 别地地方, 重要地问题. */
const ATTRIBUTE: readonly Construction[] = [
  { before: [['别']], after: [['地方']] },
  { before: [['adjective'], ['degree', 'manner!verb']], after: [['head!verb', `${ENDED}|的|是|中|里|上|也|都`]] },
];

/** The written particle, the right one, and where. */
export const particles: readonly { wrong: string; right: string; where: readonly Construction[] }[] = [
  { wrong: '的', right: '地', where: ADVERBIAL },
  { wrong: '的', right: '得', where: DEGREE },
  { wrong: '得', right: '地', where: MODAL },
  { wrong: '得', right: '的', where: [{ before: [['verb!说']], after: [['是']] }] },
  { wrong: '地', right: '的', where: ATTRIBUTE },
];
