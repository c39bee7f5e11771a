import type { Region } from '../../term.ts';

/** The region of a language tag or column name: `zh-Hant-HK`, `zh_CN`, `繁体中文`; undefined if it names none. */
export function regionOf(tag: string): Region | undefined {
  const name = tag.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');
  if (/\b(?:hk|mo)\b|香港/.test(name)) return 'zh-HK';
  if (/\b(?:tw|hant|cht)\b|[台臺][湾灣]|繁[体體]|正體/.test(name)) return 'zh-TW';
  return /\b(?:cn|sg)\b/.test(name) ? 'zh-CN' : undefined;
}
