import { DATE } from './date.ts';
import { EMOJI } from './emoji.ts';

/** The kinds of tokens; `token-examples.data.ts` has examples of each. */
export const tokenKinds = [
  'word',
  'name',
  'abbreviation',
  'call',
  'field',
  'variable',
  'option',
  'key',
  'prefixed',
  'tag',
  'placeholder',
  'format',
  'path',
  'url',
  'email',
  'mention',
  'reference',
  'citation',
  'bibliography',
  'number',
  'quantity',
  'percentage',
  'temperature',
  'currency',
  'range',
  'ratio',
  'dimension',
  'version',
  'date',
  'time',
  'moment',
  'numbering',
  'formula',
  'operator',
  'separator',
  'ellipsis',
  'mentioned',
  'emoji',
  'emoticon',
  'atom',
  'mark',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** How to recognise one form of a kind. At each offset the first recogniser that matches decides. */
export interface Recogniser {
  readonly kind: TokenKind;
  /** What the first character may be: a letter, a digit, or one of these marks. */
  readonly first: 'letter' | 'digit' | RegExp;
  /**
   * A sticky pattern; the groups `gap` and `unit` end up in the token.
   * Every repetition is bounded, so that reading stays linear.
   */
  readonly pattern: RegExp;
}

const sticky = (pattern: string, flags = '') =>
  new RegExp(pattern, `${pattern.includes('(?<gap>') ? 'd' : ''}uy${flags}`);

const row = (kind: TokenKind, first: Recogniser['first'], pattern: string, flags?: string): Recogniser => ({
  kind,
  first,
  pattern: sticky(pattern, flags),
});

// Pieces that most patterns share. LETTER is any letter but Han; W is what continues a word.
const HAN = '\\p{Script=Han}';
const LETTER = `(?!${HAN})[\\p{L}_]`;
const W = `(?:(?!${HAN})[\\p{L}\\p{M}\\p{Nd}_])`;
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,40}(?:\\.\\d{1,40})?)';
const LATIN_OR_DIGIT = '[\\p{Script=Latin}\\d]';
const RANGE_MARK = '[-–~～∼〜]';

const UNITS = [
  '[kKMGTP]i?B|[kKMGT]?bps',
  '[kMGT]?Hz',
  '[mnμµ]s',
  '[cmknμµ]m|[km]g',
  '[kMG]Wh?|mAh|dB',
  'FPS|fps|DPI|dpi|PPI|ppi|[MGTP]FLOPS',
].join('|');

const EXTENSIONS =
  'mdx?|py|ipynb|[cm]?[jt]sx?|vue|json[5c]?|jsonl|ya?ml|toml|ini|cfg|conf|lock|log|txt|csv|tsv|xml|html?|s?css|less|svg|png|jpe?g|gif|webp|ico|pdf|docx?|xlsx?|pptx?|zip|tar|gz|tgz|whl|sh|bash|bat|ps1|exe|dll|so|bin|pt|pth|safetensors|onnx|rs|go|java|kt|swift|rb|php|lua|c|cc|cpp|h|hpp|cu|sql|env';
const DOMAINS = 'com|org|net|io|dev|cn|edu|gov';
const ELEMENTS =
  'a|abbr|audio|b|blockquote|body|br|button|canvas|code|details|div|em|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|kbd|label|li|link|main|meta|nav|ol|option|p|pre|script|section|select|slot|small|span|strong|style|su[bp]|summary|svg|table|tbody|td|template|textarea|th|thead|title|tr|ul|video';
const MODIFIERS = 'Ctrl|Control|Cmd|Command|Alt|Option|Shift|Meta|Win|Super|Fn|⌘|⌥|⇧';
const KEYS = 'Esc|Escape|Enter|Return|Tab|Space|Delete|Del|Backspace|Home|End|PageUp|PageDown|Up|Down|Left|Right';
const COMMITS = 'build|chore|ci|docs?|feat|fix|improvement|perf|refactor|release|revert|style|test|types';
const anyCase = (words: string) => words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const MARK = '[!-\\/:-@\\[-`{-~]';

const spokenOf = ['""', "''", '“”', '‘’', '「」', '『』', '（）', '()']
  .map((pair) => `(?<=[${pair[0]}])${MARK}(?=[${pair[1]}])`)
  .join('|');

/** A sign belongs to its number unless it may join the number to the word before: 图-1, 语文+1. */
const SIGNED_BEHIND = '(?<=[为是到于或和与至回即取成]|(?:^|[\\s(\\[,，（=<>≤≥:：]))';

export const recognisers: readonly Recogniser[] = [
  // Comes first because most words are plain, and then no other row needs to be tried.
  row('word', 'letter', `[a-z]+(?=[ \\n，。、；：？！（）]|${HAN}|$)`),

  // A mark that is mentioned, not used: between quotation marks or brackets, or as in 以,分隔.
  row('mentioned', /[!-/:-@[-`{-~]/, `${spokenOf}|(?<=[以用按])${MARK}(?= ?(?:分[隔割开]|隔开|连接|拼接))`),

  // A mark between spaces separates what stands on its two sides.
  row('separator', /[-–|/→⇒=+<>]/, '[-–|\\/→⇒=+<>](?=\\s|$)'),

  row('emoji', /[^ -~]/, `\\p{RI}{2}|${EMOJI.source}`),
  row('emoji', /[:]/, ':[a-z\\d][a-z\\d_+-]{0,40}:(?![:\\w])'),

  row('url', 'letter', '(?:[a-z][a-z\\d+.-]{1,14}:\\/\\/|www\\.(?=\\w))[!-~]{0,2000}[\\w\\/]', 'i'),
  row('url', 'digit', '(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?(?![\\w.])'),
  row('email', 'letter', '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}'),
  row('email', 'digit', '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}'),
  row('url', 'letter', `(?:[\\w-]{1,63}\\.){1,8}(?:${DOMAINS})(?![\\w.])`),

  // A whole line of a reference list, or a citation in the text.
  row(
    'bibliography',
    /\[/,
    `(?<=^|\\n)\\[\\d{1,3}\\] (?:(?!${HAN})[^\\n\\uFDD0-\\uFDEF]){20,600}?(?<!\\d)(?:19|20)\\d\\d[a-z]?[.)]?(?=\\n|$)`,
  ),
  row(
    'bibliography',
    'letter',
    `(?<=^|\\n)(?=[A-Z])(?:(?!${HAN})[^\\n\\uFDD0-\\uFDEF]){2,80}?\\((?:19|20)\\d\\d[a-z]?\\)\\. (?:(?!${HAN})[^\\n\\uFDD0-\\uFDEF]){10,500}(?=\\n|$)`,
  ),
  row('citation', /[[]/, '\\[\\d{1,3}(?:(?:, ?|-|–)\\d{1,3}){0,12}\\]'),
  row('citation', /[[]/, '\\[@[\\w:.-]{1,60}(?:; @[\\w:.-]{1,60}){0,8}\\]'),
  row('citation', /[(]/, '\\((?:(?!\\p{Script=Han})[^()\\n]){2,80}?,? (?:19|20)\\d\\d[a-z]?\\)'),
  row(
    'citation',
    'letter',
    "(?=[A-Z])[\\p{L}'’-]{2,30} (?:et al\\.|and \\p{Lu}[\\p{L}'’-]{1,30}),? ?\\(?(?:19|20)\\d\\d[a-z]?\\)?",
  ),

  row('path', 'letter', '[A-Za-z]:\\\\[\\w\\\\.-]{0,200}'),
  // A key at the very start of the text, or the type of a commit (Conventional Commits 1.0), which changelogs repeat.
  row('field', 'letter', '(?<![^])[A-Za-z_][\\w-]{0,99}:(?![:\\/])'),
  row('field', 'letter', `(?<=^|[\\s.*>])(?:${COMMITS})(?:\\([^()\\n]{0,60}\\))?!?:(?![:\\/])`, 'i'),
  row('key', 'letter', `(?:${MODIFIERS})(?: ?\\+ ?(?:${MODIFIERS}|${KEYS}|F\\d{1,2}|[A-Z\\d])(?!\\w)){1,4}`),
  row('key', 'letter', `(?:F(?:1[0-2]|[1-9])|Ctrl|Esc)(?![\\w./-])`),
  row('name', 'letter', '(?:C\\+\\+\\d{0,2}|[A-Za-z]\\+\\+|Notepad\\+\\+|[CFJ]#|A\\*|Yahoo!|Jeopardy!)(?![\\w+#*])'),
  row('name', 'letter', `${W}{1,64}[™®©℠]`),
  row('call', 'letter', `${W}{1,64}(?:(?:\\.|::|->)${W}{1,64}){0,8}\\(\\)`),
  row('call', 'digit', `${W}{1,64}\\(\\)`),
  row('path', 'letter', '(?:[\\w.@-]{1,64}\\/){1,32}[\\w@*-]{0,64}(?:\\.(?:[A-Za-z]\\w{0,9}|\\*)){1,3}(?![\\w])'),
  row('path', 'letter', '(?:[\\w.@-]{1,64}\\/){2,32}(?:[\\w.@*-]{0,63}[\\w*])?'),
  row('path', 'letter', '[a-z][\\w.@-]{0,63}\\/(?![\\w*]|\\p{Script=Han})'),
  row('name', 'letter', '(?=[A-Z])[A-Za-z]{1,30}\\.(?:js|NET|io|ai)(?![\\w.])'),
  row('path', 'letter', `[\\w-]{1,64}(?:\\.[\\w-]{1,64}){0,6}\\.(?:${EXTENSIONS})(?![\\w-])`),
  row('abbreviation', 'letter', '(?:etc|Inc|Ltd|Co|vs|No|e\\.g|i\\.e|U\\.S|al)\\.(?![\\w])'),
  row('abbreviation', 'letter', '(?:[A-Za-z]\\.){2,20}(?:[A-Za-z](?![\\w.]))?(?!\\w)'),
  row('abbreviation', 'letter', '[A-Z]\\.(?!\\w)'),
  row(
    'version',
    'letter',
    '[vV]\\d{1,9}(?:\\.(?:\\d{1,9}|[x*])){0,6}(?:-[A-Za-z\\d]{1,20}(?:\\.\\d{1,9})*)?(?:\\+(?:[\\w.]{0,30}\\w)?)?(?!\\w)',
  ),
  row('variable', 'letter', '[A-Z][A-Z\\d]{0,40}(?:_[A-Z\\d]{1,40}){1,12}(?![\\w=])'),
  row('formula', 'letter', `${W}{1,30}(?:(?:[=<>≤≥≠]=?|[+*^×÷−])-?${W}{1,30}(?:\\.\\d{1,20})?){1,20}`),
  row('word', 'letter', `${LETTER}${W}*(?:(?:[.'’&\\/+-]|::)${W}+)*`),

  // With half-width or full-width colons. The context distinguishes a time from a ratio.
  row('time', 'digit', `(?<=(?:上午|下午|早上|晚上|凌晨|中午|傍晚|时间|日)[为是在 ]?)${fullTime()}`),
  row('ratio', 'digit', `(?=\\d：|(?<=[A-Za-z第图表例骤节章课篇元式] ?)\\d)${fullTime()}`),
  row(
    'ratio',
    'digit',
    `(?:(?<=[比屏][^]{0,7})${fullTime()}|${fullTime()}(?=[^]{0,7}[比屏]| ?[个秒分年月次条种位人名项步张只行列页倍块台件篇章节层轮维%％A-Za-z]))`,
  ),
  row('ratio', 'digit', '\\d{1,2}:\\d\\d(?=[^\\n]{0,7}[比屏])'),
  row('time', 'digit', fullTime()),
  row(
    'time',
    'digit',
    '(?<![\\d:.])(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?:\\.\\d{1,6})?(?: ?[AaPp]\\.?[Mm](?!\\w))?(?![\\d:])',
  ),
  row('date', 'digit', DATE.source),
  row(
    'date',
    'digit',
    '(?<![\\w.-])(?:19|20)\\d\\d([-\\/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?![\\w]|[-\\/.]\\w)',
  ),
  row('moment', 'digit', '\\d{1,5} ?[年月日号时点分秒]'),
  // The lookbehind rules out the end of a name, path, version or assignment.
  row(
    'quantity',
    'digit',
    `(?<![\\w.,:=\\/+$#@^\\\\-])(?:\\d{1,40}(?:\\.\\d{1,40})?[-–~～])?${NUMBER}(?<gap> ?)(?<unit>${UNITS})(?![\\w-]|\\.\\w)`,
  ),
  row('temperature', 'digit', `(?:${NUMBER} ?${RANGE_MARK} ?)?${NUMBER}(?<gap> ?)(?<unit>°[CF](?![A-Za-z])|[℃℉])`),
  row('percentage', 'digit', `(?:${NUMBER}[%‰]? ?${RANGE_MARK} ?)?${NUMBER}(?<gap>)(?<unit>[%‰°])`),
  // Between two operands % means remainder.
  row(
    'percentage',
    'digit',
    `(?:${NUMBER} ?${RANGE_MARK} ?)?${NUMBER}(?<gap> {1,3})(?<unit>[%‰°])(?![\\w%°(]| {0,3}[\\w(])`,
  ),
  row('ratio', 'digit', '(?<![\\d:.])\\d{1,9}(?:\\.\\d{1,9})?(?::\\d{1,9}(?:\\.\\d{1,9})?){1,4}(?![\\w:])'),
  row('ratio', 'digit', '(?<![\\w\\/])\\d{1,9}\\/\\d{1,9}(?![\\w\\/])'),
  row('dimension', 'digit', '\\d{1,9}(?: ?[x×*] ?\\d{1,9}){1,4}(?![\\w])'),
  row(
    'version',
    'digit',
    '\\d{1,9}(?:\\.\\d{1,9}){2,6}(?:-?(?:alpha|beta|rc|dev|post|canary)\\.?\\d{0,9})?\\+?(?![\\w+])',
  ),
  row('version', 'digit', '\\d{1,9}(?:\\.\\d{1,9}){0,4}(?:\\.[x*](?!\\w)|\\+(?![\\w+]))'),
  row('number', 'digit', `${NUMBER}[eE][+-]?\\d{1,9}(?!${W})`),
  row('range', 'digit', `${NUMBER}(?:[A-Za-z]{1,3})? ?${RANGE_MARK} ?${NUMBER}(?![\\w~～∼〜–-]|\\.\\d)`),
  row('numbering', 'digit', '(?<![\\w.])\\d{1,2}\\.(?= +[^ ])'),
  row('numbering', 'digit', '(?<=^|[\\s。；：，])\\d{1,2}\\)(?=[ \\p{Script=Han}])'),
  row(
    'formula',
    'digit',
    `\\d{1,30}(?:\\.\\d{1,20})?${W}{0,30}(?:(?:[=<>≤≥≠]=?|[+*^×÷−])-?${W}{1,30}(?:\\.\\d{1,20})?){1,20}`,
  ),
  row('number', 'digit', `${NUMBER}(?!${W}|[.\\/&'’-]${W})`),
  row('word', 'digit', `${W}+(?:[.'’&\\/+-]${W}+)*`),

  // A hyphen may also join words (端到端-训练, 类型-A), and two may be a dash. The words around show that this is an option.
  row(
    'option',
    /-/,
    '(?:-[a-z]|--[a-z][a-z\\d]{0,38}(?:-[a-z\\d]{1,38}){0,8})(?![\\w-])(?= ?(?:参数|选项|标志|标记|开关))',
  ),
  row(
    'option',
    /-/,
    '(?<=使用|加上|添加|带上|传入|指定|通过|设置|启用)(?:-[A-Za-z]|--[a-z][a-z\\d]{0,38}(?:-[a-z\\d]{1,38}){0,8})(?![\\w-])',
  ),
  row('option', /-/, '(?<=^|[\\s"“「（(])(?:-[A-Za-z]|--[A-Za-z][\\w-]{0,60}\\w)(?:=[\\w.\\/:,-]{0,99}\\w|(?![\\w-]))'),
  row('currency', /\$/, '\\$\\d{1,20}(?:[.,]\\d{1,9}){0,6}(?<=\\d\\d|[.,]\\d)(?:[KMBkmb](?!\\w))?(?![\\w$])'),
  row('currency', /[¥€£]/, '[¥€£] ?\\d{1,20}(?:[.,]\\d{1,9}){0,6}'),
  row('number', /[-+−±]/, `(?:${SIGNED_BEHIND}[-+−]|±)(?=\\d)${NUMBER}(?:[eE][+-]?\\d{1,9})?(?:[%‰°℃]|°[CF])?(?!\\w)`),
  row('reference', /#/, '#\\d[\\w-]{0,40}'),
  row('reference', /#/, '#[A-Za-z_][\\w-]{0,60}'),
  row('mention', /@/, '@[A-Za-z][\\w\\/-]{0,38}(?![\\w.\\/@-])'),
  row('mention', /@/, `@${HAN}{1,12}(?!${HAN})[A-Za-z\\d]{0,20}`),
  row('variable', /\$/, '\\$(?:\\{[\\w.:-]{1,60}\\}|[A-Za-z_]\\w{0,60}|\\d(?![\\d.,\\w]))'),
  row('variable', /%/, '%[A-Z_][A-Z\\d_]{1,40}%'),
  row(
    'format',
    /%/,
    '%(?:\\d\\$)?[-+0#]{0,3}\\d{0,3}(?:\\.\\d{1,2})?(?:l{0,2}[dux]|[sfFgGeEcpirqvXob])(?![A-Za-z\\d])',
  ),
  row('format', /\\/, '\\\\(?:u[\\da-fA-F]{4}|x[\\da-fA-F]{2}|[A-Za-z]{1,20}|[\\\\0])'),
  row('placeholder', /\{/, '\\{\\{ ?[\\w.$|:-]{1,60} ?\\}\\}|\\{[\\w.$:-]{0,60}\\}'),
  row('tag', /</, `<\\/?(?:${ELEMENTS}|[A-Z]\\w{0,40})(?: [^<>\\n]{0,200})? ?\\/?>`, ''),
  row('tag', /[&]/, '&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[A-Za-z]{2,30});', 'i'),
  row('tag', /\[/, '\\[![A-Z]{3,12}\\]'),
  row('placeholder', /</, '<[A-Za-z][\\w .-]{0,60}>'),
  row('call', /\./, `(?<=[)\\]}])(?:\\.${W}{1,64}){1,8}\\(\\)`),
  row('word', /\./, `(?<=[)\\]}])\\.${W}+(?:\\.${W}+)*`),
  row('path', /[.~]/, '(?:\\.{1,2}|~)\\/(?:[\\w.@*-]{1,64}\\/){0,32}(?:[\\w.@*-]{0,63}[\\w*])?'),
  row('name', /\./, '\\.NET(?!\\w)'),
  row('operator', /\./, `\\.{3,400}(?=${LATIN_OR_DIGIT})`),
  row('ellipsis', /\./, '\\.{2,400}'),
  row('number', /\./, '\\.\\d{1,40}(?!\\w)'),
  row('path', /\./, `\\.(?=${LATIN_OR_DIGIT})${W}+(?:[.-]${W}+)*`),
  row('numbering', /\./, '(?<=^.{0,6}[\\d一二三四五六七八九十] ?[步章节条项]?)\\.(?= +[^ ])', 's'),
  row('numbering', /\./, '(?<=(?:^|[^\\w.])(?:\\d{1,2}|[A-Za-z]))\\.(?= +[^ ])'),
  row('abbreviation', /\./, '(?<=(?:^|[^\\w])(?:etc|Inc|Ltd|Co|vs|No|al)|\\.[A-Za-z]|(?:^|[^\\w])[A-Z])\\.'),
  row('path', /\//, '(?<![\\/\\w])(?:\\/[\\w.@*{}:-]{1,64}){1,32}(?<=[\\w*}])\\/?'),
  row('path', /\*/, '\\*{1,2}(?:\\/[\\w.*-]{1,64}){1,16}(?<=[\\w*])|\\*\\.\\w{1,20}(?!\\w)'),
  row('prefixed', /!/, `!(?=\\p{Script=Latin})${W}{1,64}(?:-${W}{1,64}){0,4}`),
  row(
    'prefixed',
    /:/,
    ':(?:active|hover|focus|visited|before|after|disabled|checked|not\\(|root|first-|last-|nth-)[\\w-]{0,40}',
  ),
  row('prefixed', /:/, `(?<= ):(?=\\p{Script=Latin})${W}{1,64}(?:-${W}{1,64}){0,4}`),
  row(
    'field',
    /:/,
    `(?<=^[A-Za-z_][\\w-]{0,99}|(?:^|[\\s.*>])(?:${anyCase(COMMITS)})(?:\\([^()\\n]{0,60}\\))?!?):(?![:\\/])`,
  ),
  row('emoticon', /[:;]/, '[:;]-?[)(DPp|]'),
  row('operator', /[!]/, '!==?|!(?=\\[)'),
  row('operator', /[?]/, '(?<= )\\?\\.'),
  row('operator', /[:]/, ':{2,400}|:(?=\\/)'),
  row('operator', /[-=<>&|+*]/, '<?-{1,2}>|<-(?![\\w-])|<?={1,2}>|={2,3}|[<>]={1}|&&|\\|\\||<<|>>|[+*]='),
  row('operator', /[^ -~]/, '[←-⇿≈≠≤≥≡±×÷∈∉∑∏√∞∂∇⊂⊆∪∩∧∨¬∀∃]'),
];

// A time of day with full-width colons, or a range of two.
function fullTime(): string {
  const time = '(?:[01]?\\d|2[0-3])：[0-5]\\d';
  return `(?<![\\d：:.–-])${time}(?:：[0-5]\\d)?(?:[–~～至到-]${time})?(?![\\d：.])`;
}
