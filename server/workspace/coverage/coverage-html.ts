import type { BlockPair } from '../../core/bilingual/state/compare.ts';
import type { Change } from '../../core/bilingual/state/drift.ts';
import type { Bilingual, Language } from '../../core/text/bilingual.ts';
import { visible, visibleOutput } from '../../core/text/visible.ts';
import type { Compared, Coverage, PageCoverage } from './coverage.ts';
import {
  blockStates,
  severalWays,
  shareOf,
  stateNames,
  summary,
  unknownReasons,
  unknownSince,
} from './coverage-texts.ts';

/** Builds the report page by page, so that it need not hold the texts of a whole project. */
export interface HtmlReport {
  add(page: PageCoverage, compared: Compared | undefined): void;
  finish(coverage: Coverage): string;
}

/** The language of a report, and how it names pages. */
export interface ReportVoice {
  readonly language: Language;
  /** The path to show for a URI. */
  readonly path: (uri: string) => string;
  readonly version: string;
}

/**
 * A self-contained HTML file without scripts: a bar for the coverage of each page, and both texts side by side, block
 * by block. All text from pages is escaped.
 */
export function htmlReport({ language, path: pathOf, version }: ReportVoice): HtmlReport {
  const path = (uri: string) => visible(pathOf(uri));
  const say = (text: Bilingual) => text[language];
  const sections: string[] = [];
  return {
    add(page, compared) {
      if (compared) sections.push(pageSection(page, compared, sections.length, path, language));
    },
    finish({ pages, twoWays, isPartial }) {
      let section = 0;
      const rows = pages.map((page) => {
        const name = escaped(path(page.chinese ?? page.english!));
        const label = page.blocks > 0 ? `<a href="#page-${section++}">${name}</a>` : name;
        const why = page.unknown ? ` title="${escaped(unknownReasons[page.unknown][language])}"` : '';
        return `<tr><td>${label}</td><td><span class="state ${page.state}"${why}>${stateNames[page.state][language]}</span></td><td>${bar(page, language)}</td><td class="number">${page.behind || ''}</td><td class="number">${page.missing || ''}</td><td class="number">${page.untranslated || ''}</td><td class="number">${page.extra || ''}</td></tr>`;
      });
      const repeats = twoWays.map(({ english, chinese }) => {
        const wordings = chinese.map(({ text, places }) => {
          const where = [...new Set(places.map((place) => path(place.page)))].map(escaped).join(', ');
          return `<li lang="zh">${escaped(text)} <small>${where}</small></li>`;
        });
        return `<dt lang="en">${escaped(english)}</dt><dd><ul>${wordings.join('')}</ul></dd>`;
      });
      return `<!doctype html>
<html lang="${say(texts.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(texts.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${say(texts.title)}</h1>
<p>${[summary(pages, isPartial, language), ...unknownSince(pages, language)].map(escaped).join('<br>')}</p>
${overview(pages, path, language)}
<p><label><input type="checkbox" id="only"> ${say(texts.only)}</label></p>
</header>
<table>
<thead><tr><th>${say(texts.page)}</th><th>${say(texts.state)}</th><th>${say(texts.translated)}</th><th>${say(texts.changed)}</th><th>${say(texts.missing)}</th><th>${say(texts.untranslated)}</th><th>${say(texts.extra)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${repeats.length > 0 ? `<h2>${say(severalWays)}</h2>\n<dl>${repeats.join('\n')}</dl>` : ''}
${sections.join('\n')}
<footer>Yijiao ${escaped(version)}</footer>
</body>
</html>
`;
    },
  };
}

function pageSection(
  page: PageCoverage,
  { chinese, english, comparison, changes }: Compared,
  index: number,
  path: (uri: string) => string,
  language: Language,
): string {
  const byPlace = new Map<number, Change[]>();
  for (const change of 'changes' in changes ? changes.changes : []) {
    if (!change.before) continue;
    byPlace.set(change.chinese.from, [...(byPlace.get(change.chinese.from) ?? []), change]);
  }
  const rows = comparison.pairs.map((pair) => {
    const changed = (pair.chinese && byPlace.get(pair.chinese.from)) ?? [];
    return pairRow(pair, chinese.text, english.text, changed, language);
  });
  const names = `${escaped(path(page.chinese!))} ↔ ${escaped(path(page.english!))}`;
  const percent = Math.round(100 * shareOf(page));
  return `<details class="page" id="page-${index}"${page.state === 'inSync' ? '' : ' open'}><summary>${names} <span class="state ${page.state}">${stateNames[page.state][language]}</span> ${percent} %</summary>
<div class="pairs">
${rows.join('\n')}
</div></details>`;
}

function pairRow(
  pair: BlockPair,
  chinese: string,
  english: string,
  changes: readonly Change[],
  language: Language,
): string {
  // A moved block appears next to its counterpart, at both places.
  const here = pair.chinese ?? (pair.english && pair.counterpart);
  const there = pair.english ?? (pair.chinese && pair.counterpart);
  const left = here ? escaped(chinese.slice(here.from, here.to)) : '';
  const right = there ? escaped(english.slice(there.from, there.to)) : '';
  const serious = changes.filter(({ trivial }) => !trivial);
  const state = serious.length > 0 ? 'changed' : pair.state;
  const label = state === 'aligned' ? '' : `<em>${blockStates[state][language]}</em>`;
  const diff = serious.map((change) => `<div class="diff">${change.diff.map(word).join('')}</div>`).join('');
  return `<div class="pair ${state}"><div lang="zh">${label}${left}</div><div lang="en">${diff || right}</div></div>`;
}

function word({ text, state }: Change['diff'][number]): string {
  if (state === 'same') return escaped(text);
  return state === 'added' ? `<ins>${escaped(text)}</ins>` : `<del>${escaped(text)}</del>`;
}

/** A chart with one column per page, as high as its translated share. */
function overview(pages: readonly PageCoverage[], path: (uri: string) => string, language: Language): string {
  const shown = pages.filter((page) => page.state !== 'noSource');
  if (shown.length === 0) return '';
  const width = Math.max(2, Math.min(24, Math.floor(960 / shown.length)));
  const bars = shown.map((page, i) => {
    const height = Math.max(1, Math.round(HEIGHT * shareOf(page)));
    const x = i * width;
    const name = `${path(page.chinese ?? page.english!)}: ${stateNames[page.state][language]}, ${Math.round(100 * shareOf(page))} %`;
    return `<rect class="${page.state}" x="${x}" y="${HEIGHT - height}" width="${width - 1}" height="${height}"><title>${escaped(name)}</title></rect>`;
  });
  const label = texts.overview[language];
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${shown.length * width} ${HEIGHT}" width="${shown.length * width}" height="${HEIGHT}"><title>${label}</title><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="incomplete" width="3" height="6"/></pattern>${bars.join('')}</svg>`;
}

const HEIGHT = 80;

function bar(page: PageCoverage, language: Language): string {
  if (page.blocks === 0) return '';
  const percent = Math.round(100 * shareOf(page));
  const label = texts.of(page.translated, page.blocks)[language];
  return `<span class="bar" title="${label}"><span style="width:${percent}%"></span></span> ${percent} %`;
}

function escaped(text: string): string {
  // The report may go to a terminal. Bidi controls also deceive readers in a browser.
  const lines = text.replace(/\r\n?/g, '\n');
  return visibleOutput(lines, false).replace(/[&<>"']/g, (character) => entities[character]!);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const texts = {
  lang: { en: 'en', zh: 'zh-CN' },
  title: { en: 'Translation coverage', zh: '翻译覆盖情况' },
  only: { en: 'Show differences only', zh: '只显示有差异的段落' },
  page: { en: 'Page', zh: '页面' },
  state: { en: 'State', zh: '状态' },
  translated: { en: 'Translated', zh: '已译' },
  changed: { en: 'Changed', zh: '改动' },
  missing: { en: 'Missing', zh: '缺失' },
  untranslated: { en: 'Still English', zh: '尚未翻译' },
  extra: { en: 'Extra', zh: '多出' },
  overview: { en: 'The share of each page that is translated', zh: '每页已翻译的比例' },
  of: (translated: number, blocks: number) => ({
    en: `${translated} of ${blocks} blocks`,
    zh: `${blocks} 块中已译 ${translated} 块`,
  }),
};

const style = `
:root { color-scheme: light dark; --line: #8884; --ok: #2e7d32; --warn: #b26a00; --bad: #c62828; --dim: #777; }
@media (prefers-color-scheme: dark) { :root { --ok: #81c784; --warn: #ffb74d; --bad: #ef9a9a; --dim: #aaa; } }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 1200px; padding: 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; } .number { text-align: right; }
.state { border: 1px solid currentcolor; border-radius: 1em; font-size: .85em; padding: 0 .6em; white-space: nowrap; }
.inSync { color: var(--ok); fill: var(--ok); } .behind, .incomplete { color: var(--warn); fill: var(--warn); } .untranslated { color: var(--bad); fill: var(--bad); } .noSource, .unknown { color: var(--dim); fill: var(--dim); }
/* A page that is behind can be translated as a whole: not its colour alone tells it from one in sync. */
rect.behind { fill: url(#stripes); stroke: var(--warn); }
svg { border-bottom: 1px solid var(--line); max-width: 100%; }
.bar { background: var(--line); display: inline-block; height: .7em; width: 8em; } .bar span { background: var(--ok); display: block; height: 100%; }
details.page { border-top: 2px solid var(--line); margin-top: 1rem; padding-top: .5rem; } summary { cursor: pointer; font-weight: 600; }
.pair { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; border-left: 4px solid transparent; padding: .25rem .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.pair > div { border-bottom: 1px dotted var(--line); } .pair em { border: 1px solid currentcolor; border-radius: .3em; display: inline-block; font-size: .8em; font-style: normal; margin-right: .5em; padding: 0 .4em; white-space: nowrap; }
.pair.aligned { color: inherit; } .pair.missing { border-color: var(--bad); color: inherit; } .pair.extra, .pair.untranslated, .pair.moved, .pair.changed { border-color: var(--warn); color: inherit; }
.pair.missing em { color: var(--bad); } .pair.extra em, .pair.untranslated em, .pair.moved em, .pair.changed em { color: var(--warn); }
ins { color: var(--ok); text-decoration: underline; } del { color: var(--bad); }
body:has(#only:checked) .pair.aligned { display: none; }
footer { color: var(--dim); margin-top: 2rem; } small { color: var(--dim); }
@media (max-width: 700px) { .pair { grid-template-columns: 1fr; } }
`;
