import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'de-particle',
  group: 'wording',
  level: 'info',
  fix: 'suggest',
  title: { en: '的, 地 and 得', zh: '“的”“地”“得”' },
  why: {
    en: 'An adverb is joined to its verb by 地 and a verb to its degree by 得; 的 belongs to nouns. Only where grammar leaves no choice is this reported: between a modal verb, a known adverb and a verb (可以很方便的访问), in fixed phrases (更具体的说) and before a degree (设的大一点).',
    zh: '副词修饰动词用“地”，动词后的程度补语用“得”，“的”用于修饰名词。只报告语法上没有第二种可能的地方：助动词、副词与动词之间（可以很方便的访问），固定短语（更具体的说），以及程度补语之前（设的大一点）。',
  },
  message: {
    en: '“{wrong}” takes “{right}” here.',
    zh: '“{wrong}”中应用“{right}”。',
  },
  needs: [HAN],
  examples: [
    ['我们可以很方便的访问参数', '我们可以很方便地访问参数'],
    ['这样能显著的减小模型', '这样能显著地减小模型'],
    ['更具体的说，它是一个函数', '更具体地说，它是一个函数'],
    ['类似的，我们也可以', '类似地，我们也可以'],
    ['把学习率设的大一点', '把学习率设得大一点'],
    ['训练会变的更快', '训练会变得更快'],
    ['它被错误的使用，并显式的将其加载', '它被错误地使用，并显式地将其加载'],
    ['尽可能的避免一遍又一遍的执行', '尽可能地避免一遍又一遍地执行'],
    '这个功能简单的使用方法，更好的理解，最简单的将会取胜，一次又一次的尝试',
    '可以使用更快的访问方式，设置的大小',
    '它们都是类似的，可变的更大的值',
    '可以很方便地访问 `可以很方便的访问`',
  ],
  prose({ text }, { report }) {
    const wanted = candidates(text);
    if (wanted === 0) return;
    const reported = new Set<number>();
    for (const [i, [pattern, right]] of patterns.entries()) {
      if (!(wanted & (1 << i))) continue;
      for (const match of text.matchAll(pattern)) {
        const at = match.index + match[0].length;
        if (reported.has(at)) continue;
        reported.add(at);
        const from = match.index + (match.groups?.modal?.length ?? 0);
        const wrong = text.slice(from, at + 2).match(/^\p{Script=Han}*/u)![0];
        report({ from, to: at }, { wrong, right }, { edits: [{ from: at - 1, to: at, insert: right }] });
      }
    }
  },
});

const modal =
  '(?<![功性智技职机只])(?<modal>可以|能够|(?<!可)能|(?<![机社协大委])会|应该|应当|必须|无法|如何|怎样|让我们|帮助你|帮助我们|难以|以便|从而|并且|来|就|还|也)';
const degree = '(?:更加?|很|非常|十分|相当|最|尽可能|不|还|都|再)?';
const adverb = [
  '仔细|详细|准确|精确|确切|正确|快速|迅速|高效|轻松|轻易|简单|简要|简洁|清楚|清晰|明确|显著|明显|显式|隐式|合理|适当|恰当|相应|真正',
  '完全|彻底|不断|逐步|逐渐|逐个|成功|意外|错误|灵活|方便|便捷|容易|自动|手动|动态|静态|安全|独立|并行|异步|频繁|充分|极大|有效|深入|自由',
  '直观|直接|毫不费力|一遍又一遍|反复|无限|自信|放心|顺利|透明|优雅|主动|被动|间接|立即|及时|随机|均匀|均衡|定期|单独|统一',
].join('|');
const verb = [
  '使用|利用|访问|读取|写入|读写|避免|知道|看到|得到|得出|掌握|理解|了解|学习|学会|借用|检查|检测|检索|解释|演示|展示|描述|讲解|介绍|说明',
  '实现|完成|执行|运行|进行|处理|解决|管理|控制|创建|构建|生成|编写|修改|更新|改变|替换|替代|删除|添加|增加|减少|减小|提高|提升|降低|改善|改进|优化',
  '加载|导入|导出|引入|下载|安装|部署|集成|扩展|转换|转化|转移|迁移|计算|预测|估计|近似|拟合|推断|判断|区分|识别|分析|比较|评估|测试|调试|验证',
  '定义|声明|标记|指定|设置|配置|调整|选择|应用|开发|设计|调用|返回|传递|传入|获取|获得|收集|保存|存储|共享|分享|隔离|保护|保证|确保|支持|满足',
  '帮助|反映|表示|表达|捕捉|捕获|观察|浏览|查看|查找|找到|定位|发现|探索|研究|遍历|迭代|训练|微调|学到|适应|组织|组合|复用|重用|初始化|将|把|让|对|从',
].join('|');

/** 需要更好的 could go on with a noun. */
const wanting = '(?<modal>需?要)';

const patterns: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${modal}${degree}(?:${adverb}|好|快|慢)的(?=${verb})`, 'g'), '地'],
  [
    /(?<!着)被(?:显式|隐式|意外|错误|成功|自动|正确|安全|完全|真正|随机|均匀|间接|单独|反复)的(?=使用|访问|修改|更新|删除|创建|调用|执行|处理|转换|替换|加载|应用|初始化|计算|定义|声明|设置|标记|分配)/g,
    '地',
  ],
  [
    /(?:显式|隐式|简单|直接|自动|成功|轻松|巧妙|随机|完整|依次|逐个|精确|准确|明确|正确|安全)的(?=将(?![会来要军])|把(?![握手控关]))/g,
    '地',
  ],
  [
    /(?:一遍又一遍|一次又一次|毫不费力|不厌其烦)的(?=\p{Script=Han})(?!是|过程|方式|方法|努力|尝试|工作|循环|重复)/gu,
    '地',
  ],
  [/尽可能的(?=利用|使用|避免|减少|减小|提高|提升|降低|简化|保持|缩短|缩小|优化|接近|让|把|将|去)/g, '地'],
  [new RegExp(`${wanting}${degree}(?:显式|隐式|手动|仔细|明确|精确|小心|合理|不断|逐步|逐个)的(?=${verb})`, 'g'), '地'],
  [
    /(?<![\p{Script=Han}])更?(?:具体|一般|简单|准确|确切|严格|正式|形式化|通俗|精确|直观|概括)的(?=说|讲|来说|来讲)/gu,
    '地',
  ],
  [/(?<![\p{Script=Han}\p{Script=Latin}` ])(?:更具体|更一般|更准确|更正式|类似|相应|同样)的(?=，|,)/gu, '地'],
  [
    /(?<![可不改转突渐演应多建假预开新要])(?:变|设|调|设置|调整|做|学|跑|运行|训练)的(?=(?:更加?|很|非常|比较|稍微?|越来越|太|足够|过于?)[大小高低长短快慢好强弱深浅复简](?![的小于])|[大小高低长短快慢](?:一点|一些|点))/gu,
    '得',
  ],
];

/**
 * A bit for each pattern of which some 的 stands between characters that it knows: most stand between others, and that is
 * told without trying the patterns.
 */
function candidates(text: string): number {
  let found = 0;
  for (let at = text.indexOf('的'); at >= 0; at = text.indexOf('的', at + 1)) {
    const before = befores.get(text[at - 1]!);
    if (before) found |= before & ((afters.get(text[at + 1]!) ?? 0) | anyAfter);
  }
  return found;
}

/** The characters with which an alternative before 的 ends, and those with which one behind it begins, with their patterns. */
const befores = new Map<string, number>();
const afters = new Map<string, number>();
/** The patterns that know no character behind 的. */
let anyAfter = 0;
for (const [i, [{ source }]] of patterns.entries()) {
  const [before, after] = source.split(/的(?=\(\?=)/) as [string, string];
  const add = (map: Map<string, number>, character: string) => map.set(character, (map.get(character) ?? 0) | (1 << i));
  for (const part of before.split(/[|()]/)) if (part) add(befores, part.at(-1)!);
  if (after.includes('\\p')) anyAfter |= 1 << i;
  for (const part of after.split(/[|()\]]/)) {
    const beginnings = part.startsWith('[') ? [...part] : [part.replace(/^\?[:=!]/, '')[0] ?? ''];
    for (const character of beginnings) add(afters, character);
  }
}
