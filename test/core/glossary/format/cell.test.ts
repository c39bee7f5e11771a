import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenCell, statusCell } from '../../../../server/core/glossary/format/cells/cell.ts';
import { termsOf } from '../../../../server/core/glossary/format/cells/entry.ts';
import { show } from '../show.ts';

const origin = { file: 'g.csv', line: 0, from: 0, to: 0 };

function check(en: string, zh: string, ...expected: string[]): void {
  test(`${en} → ${zh}`, () => assert.deepEqual(termsOf({ en, zh }, origin).map(show), expected));
}

// English cells
check('token', '词元', 'token = 词元');
check('**token**', '`词元`', 'token = 词元');
check('long short-term memory (LSTM)', '长短期记忆网络', 'long short-term memory | LSTM = 长短期记忆网络');
check('LSTM (long short-term memory)', '长短期记忆网络', 'LSTM | long short-term memory = 长短期记忆网络');
check('NLP/Natural Language Processing', '自然语言处理', 'NLP | Natural Language Processing = 自然语言处理');
check(
  'independent and identically distributed (i.i.d.)',
  '独立同分布',
  'independent and identically distributed | i.i.d. = 独立同分布',
);
check('momentum (method)', '动量法', 'momentum = 动量法 # method');
check('build (n.)', '构建版本', 'build (noun) = 构建版本');
check('build（动词）', '构建', 'build (verb) = 构建');
check('emit/fire/trigger (an event)', '触发', 'emit | fire | trigger = 触发 # an event');
check('shadow (DOM)', '影子', 'shadow = 影子 # DOM');
check('shadow (DOM/root)', '影子 (影子 DOM/影子根)', 'shadow | shadow DOM | shadow root = 影子 | ~影子 DOM | ~影子根');
check('normalize (HTML code, ...)', '规范化', 'normalize = 规范化 # HTML code, ...');
check('prop(s)', '不译', 'prop = KEEP');
check('useState()', '不译', 'useState() = KEEP');
check('I/O', '输入输出', 'I/O = 输入输出');
check('TCP/IP', '传输控制协议', 'TCP/IP = 传输控制协议');
check('key/value pair', '键值对', 'key/value pair = 键值对');
check('truthy, falsy, truthiness', '_不翻译，保留英文_', 'truthy | falsy | truthiness = KEEP # 不翻译，保留英文');
check('wrap/unwrap', '包装/解包', 'wrap = 包装', 'unwrap = 解包');

// Chinese cells
check('attribute', '_不翻译_', 'attribute = KEEP');
check('attribute', '*不翻译*', 'attribute = KEEP');
check('attribute', '（不译）', 'attribute = KEEP');
check('attribute', 'Do not translate', 'attribute = KEEP');
check('Coprocessor', 'Coprocessor', 'Coprocessor = KEEP');
check('Coprocessor', '无需翻译', 'Coprocessor = KEEP');
check('slug', '保持原文', 'slug = KEEP');
check('transformer', 'transformer（不翻译）', 'transformer = KEEP');
check('cargo', '(Rust 包管理器，不译)', 'cargo = KEEP # Rust 包管理器，不译');
check('instance', '实例/示例', 'instance = 实例 | ~示例');
check('namespace', '名字空间，命名空间', 'namespace = 名字空间 | ~命名空间');
check('breaking', '"非兼容"或"不兼容"', 'breaking = 非兼容 | ~不兼容');
check('load', '负载或者加载', 'load = 负载 | ~加载');
check('bitwise OR', '按位或', 'bitwise OR = 按位或');
check('OR gate', '或门', 'OR gate = 或门');
check('I/O bound', 'I/O 密集', 'I/O bound = I/O 密集');
check('annotate', '注明，标注（动词）', 'annotate (verb) = 注明 | ~标注');
check('disruption', '干扰（请勿译为“中断”）', 'disruption = 干扰 | !中断');
check('precheck', '前置检查，不译成”预检查”', 'precheck = 前置检查 | !预检查');
check('stop', '停止（不要译为“中止”或“终止”）', 'stop = 停止 | !中止 | !终止');
check('stop', '停止（勿译作中止）', 'stop = 停止 | !中止');
check('you', '你（不用"您"）', 'you = 你 | !您');
check('token', '词符（并用括号标注原英文）', 'token = 词符 # 并用括号标注原英文');
check('Trainer', '训练器。当作为类名出现时不翻译。', 'Trainer = 训练器 | ~Trainer # 当作为类名出现时不翻译');
check('hook', '钩子（作为函数名时不翻译）', 'hook = 钩子 | ~hook # 作为函数名时不翻译');
check('kernel', '核（又译内核）', 'kernel = 核 | ~内核');
check('queue (v.)', '把……加入队列', 'queue (verb) = 把……加入队列');
check('effect scope', 'effect 作用域', 'effect scope = effect 作用域');
check('other', '统一为"其他"', 'other = 其他');
check('class', 'JS 中译为"类"，CSS 中不翻译', 'class = ~类 | ~class # JS 中译为"类"，CSS 中不翻译');
check(
  'local',
  '和 global 对应用"局部"，和 remote 对应用"本地"',
  'local = ~局部 | ~本地 # 和 global 对应用"局部"，和 remote 对应用"本地"',
);
check('key', '在加密语境中译为密钥', 'key = ~密钥 # 在加密语境中译为密钥');
check(
  'property',
  '指代 DOM property 时不翻译，其他译为"属性"',
  'property = ~属性 | ~property # 指代 DOM property 时不翻译，其他译为"属性"',
);

test('a column of forbidden wordings', () => {
  assert.deepEqual(forbiddenCell('中断，打断、"干扰" / 停止;x|y'), ['中断', '打断', '干扰', '停止', 'x', 'y']);
  assert.deepEqual(forbiddenCell('/决定性(?!能)/，标准化'), ['标准化']);
  assert.deepEqual(forbiddenCell('—'), []);
  assert.deepEqual(forbiddenCell('无'), []);
});

test('other columns', () => {
  const row = { en: 'map', zh: '映射', note: '数学', status: 'deprecatedTerm-admn-sts', forbidden: '地图', pos: 'n.' };
  assert.deepEqual(termsOf(row, origin).map(show), ['map (noun) = ?映射 | !地图 # 数学']);
  assert.deepEqual(termsOf({ en: 'map', zh: '地图', forbidden: 'true' }, origin).map(show), ['map = !地图']);
  assert.deepEqual(termsOf({ en: 'map', zh: '映射', forbidden: 'false' }, origin).map(show), ['map = 映射']);
  assert.deepEqual(termsOf({ en: 'map', zh: '', forbidden: '地图' }, origin).map(show), ['map = !地图']);
});

test('status words of several tools', () => {
  const words = ['preferredTerm-admn-sts', '允许', 'not recommended', 'obsolete', '禁用', 'Do not translate', '草稿'];
  const expected = ['preferred', 'admitted', 'deprecated', 'deprecated', 'forbidden', 'doNotTranslate', undefined];
  assert.deepEqual(words.map(statusCell), expected);
});
