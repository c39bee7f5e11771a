import type { Region } from '../../term.ts';
import { hasHan, hasLatin, isBlank } from './cell-text.ts';

/** 0-based indexes of the columns with a meaning. A table with `zh` and `forbidden` needs no `en`. */
export interface Columns {
  readonly en?: number;
  readonly zh?: number;
  /** The Chinese of Taiwan and Hong Kong, next to `zh` or instead of it. */
  readonly tw?: number;
  readonly hk?: number;
  /** English words to find the term by, if they differ from its name. */
  readonly anchor?: number;
  readonly note?: number;
  readonly status?: number;
  readonly forbidden?: number;
  readonly deprecated?: number;
  readonly admitted?: number;
  readonly pos?: number;
  readonly case?: number;
  readonly keep?: number;
  /** The opposite of `keep`. */
  readonly translatable?: number;
  /** Where a wording comes from: `K` for English that stays, `C` for one that the team coined. */
  readonly basis?: number;
  readonly domain?: number;
  readonly region?: number;
  readonly ref?: number;
  readonly id?: number;
}

/** The Chinese columns with their regions. */
export function chineseColumns({ zh, tw, hk }: Columns): readonly (readonly [number, Region | undefined])[] {
  const all: (readonly [number | undefined, Region | undefined])[] = [
    // A column called just Chinese, or simplified, applies to all pages unless there is another column.
    [zh, undefined],
    [tw, 'zh-TW'],
    [hk, 'zh-HK'],
  ];
  return all.flatMap(([column, region]) => (column === undefined ? [] : [[column, region] as const]));
}

/**
 * Reads a header row; undefined if it does not name both sides. A row that translates a word of headers (`translation`
 * → `翻译`) names one side twice, so it is not a header.
 */
export function headerColumns(cells: readonly string[]): Columns | undefined {
  const named = namedColumns(cells);
  return named && ((named.en !== undefined && chineseColumns(named).length > 0) || isConvention(named))
    ? named
    : undefined;
}

/**
 * The columns of a table. The header may name any of them; the share of Han in
 * the rows tells the others. Undefined if the two sides remain unknown.
 */
export function columnsByContent(header: readonly string[], rows: readonly (readonly string[])[]): Columns | undefined {
  const named = namedColumns(header) ?? {};
  const taken = new Set(Object.values(named));
  const free = [...Array(Math.max(0, ...rows.map((row) => row.length))).keys()].filter((column) => !taken.has(column));
  const zh = named.zh ?? best(free, rows, hasHan);
  const en = named.en ?? best(free, rows, (cell) => hasLatin(cell) && !hasHan(cell));
  if (en === undefined || zh === undefined || en === zh) return undefined;
  const rest = free.filter((column) => column !== en && column !== zh);
  return { note: rest.length === 1 ? rest[0] : undefined, ...named, en, zh };
}

type Role = keyof Columns | 'either';

const names: Readonly<Record<Role, string>> = {
  en: 'english|en|en us|en gb|source|original|英文|英语|英文词汇|英文术语|英文原文|英语原文|英文名|原文|原词|原术语',
  zh:
    'chinese|zh|zh cn|zh hans|zh hans cn|cn|translation|target|rendering|中文|汉语|简体中文|译文|翻译|译法|译名|译词|' +
    '建议翻译|推荐翻译|建议译法|推荐译法|中文译文|中文翻译|中文译法|中文译名|中文术语|中文名|约定写法|推荐写法|规范写法',
  either: 'term|terms|术语|词汇|词条|名词|单词',
  note: 'note|notes|comment|comments|description|definition|concept definition|remark|remarks|usage|备注|说明|注释|解释|注',
  status: 'status|usage status|状态',
  forbidden:
    'forbidden|rejected|reject|avoid|not|do not use|不要|禁用|禁用译法|禁止|不要译为|请勿使用|避免|错误译法|错误写法|误译',
  deprecated: 'deprecated|discouraged|not recommended|不推荐|不推荐译法|弃用|旧译',
  admitted:
    'admitted|allowed|also|alternative|alternatives|synonyms|可用|可用译法|备选|备选译法|其他译法|又译|也可译为',
  pos: 'pos|part of speech|partofspeech|词性|词类',
  tw: 'zh tw|zh hant|zh hant tw|tw|traditional chinese|繁体|繁体中文|繁體中文|正體中文|台湾|台灣|臺灣',
  hk: 'zh hk|zh hant hk|hk|香港',
  anchor: 'anchor|anchors|匹配词|锚点',
  case: 'case|case sensitive|casesensitive|大小写|区分大小写',
  keep: 'do not translate|dnt|non translatable|不翻译|不译|保留英文',
  translatable: 'translatable|可翻译|是否翻译',
  basis: 'basis',
  domain: 'domain|subject|concept subject|subject field|subjectfield|tags|tag|领域|学科|分类|类别',
  region: 'region|地区|适用地区',
  ref: 'ref|refs|reference|references|url|link|参考|参考资料|引用来源|来源|出处|依据|链接',
  id: 'id|no|编号|序号|#',
};
const agreedWordings = new Set(['约定写法', '推荐写法', '规范写法']);

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.keys(names) as Role[]).flatMap((role) => names[role].split('|').map((name): [string, Role] => [name, role])),
);

function namedColumns(cells: readonly string[]): Columns | undefined {
  const columns: { [role in Role]?: number } = {};
  let old: number | undefined;
  for (const [index, cell] of cells.entries()) {
    const role = roleOf(cell);
    if (!role) continue;
    // 中文 | 约定写法: the first column is written instead of the second.
    if (role === 'zh' && columns.zh !== undefined && agreedWordings.has(normal(cell))) {
      old = columns.zh;
      columns.zh = index;
    } else columns[role] ??= index;
  }
  const { either, ...named } = columns;
  if (either !== undefined) {
    if (named.en === undefined) named.en = either;
    else if (named.zh === undefined) named.zh = either;
  }
  if (old !== undefined && named.en === undefined) named.forbidden ??= old;
  return Object.keys(named).length > 0 ? named : undefined;
}

function isConvention(columns: Columns): boolean {
  return columns.en === undefined && columns.zh !== undefined && columns.forbidden !== undefined;
}

function roleOf(cell: string): Role | undefined {
  if (cell === '' || cell.length > 40) return undefined;
  const name = normal(cell);
  // `Term [zh-CN]`, as some tools write it: a column for one language.
  const [, about, language] = /^(.+) \[([a-z ]+)\]$/.exec(name) ?? [];
  if (about && language) {
    const side = roles.get(language);
    if (about === 'term') return side;
    return about === 'status' && side === 'en' ? undefined : roles.get(about);
  }
  const role = roles.get(name);
  if (role || !/[\s()（）/]/.test(name)) return role;
  for (const part of name.split(/[\s()（）/]+/)) if (roles.has(part)) return roles.get(part);
  return undefined;
}

function normal(cell: string): string {
  return cell
    .replace(/[*`]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function best(
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  fits: (cell: string) => boolean,
): number | undefined {
  let found: number | undefined;
  let most = 0.5;
  for (const column of columns) {
    let filled = 0;
    let fitting = 0;
    for (const row of rows.slice(0, 200)) {
      const cell = row[column] ?? '';
      if (isBlank(cell)) continue;
      filled++;
      if (fits(cell)) fitting++;
    }
    const share = filled > 0 ? fitting / Math.max(filled, Math.min(rows.length, 200) / 4) : 0;
    if (share > most || (found === undefined && share === most && share > 0)) {
      found = column;
      most = share;
    }
  }
  return found;
}
