import type { Quantity } from './quantities.ts';

/**
 * A unit after a number: what it measures, its size, and its length in UTF-16 units including the space before it. 5 MB
 * gives ['data', 'mb', 3], 30 秒 gives ['time', 's', 2].
 */
export type Unit = readonly [measure: string, size: string, length: number];

/** Undefined for other words, and for units that may be another word: m, s, h, 分. */
export function unitBehind(text: string, { to }: Pick<Quantity, 'to'>): Unit | undefined {
  const [whole, name] = UNIT.exec(text.slice(to, to + 20)) ?? [];
  const unit = name === undefined ? undefined : units.get(name.toLowerCase());
  return unit && [...unit, whole!.length];
}

const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  time: {
    ns: 'ns nanosecond nanoseconds 纳秒',
    us: 'us µs microsecond microseconds 微秒',
    ms: 'ms millisecond milliseconds 毫秒',
    s: 'sec secs second seconds 秒 秒钟',
    min: 'min mins minute minutes 分钟',
    h: 'hr hrs hour hours 小时',
    d: 'day days 天',
    w: 'week weeks 周 星期 个星期',
    mon: 'month months 个月',
    y: 'year years 年',
  },
  data: {
    b: 'byte bytes 字节',
    kb: 'kb kib 千字节',
    mb: 'mb mib 兆字节',
    gb: 'gb gib',
    tb: 'tb tib',
  },
  length: { nm: 'nm 纳米', mm: 'mm 毫米', cm: 'cm 厘米', km: 'km 公里 千米' },
  frequency: { khz: 'khz', mhz: 'mhz', ghz: 'ghz' },
};

const units = new Map(
  Object.entries(names).flatMap(([measure, sizes]) =>
    Object.entries(sizes).flatMap(([size, words]) =>
      words.split(' ').map((word): [string, [string, string]] => [word, [measure, size]]),
    ),
  ),
);

const longestFirst = [...units.keys()].sort((a, b) => b.length - a.length);
const UNIT = new RegExp(`^[ \\u00a0-]?(${longestFirst.join('|')})(?![A-Za-z])`, 'i');
