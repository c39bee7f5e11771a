import { styleText } from 'node:util';
import stringWidth from 'fast-string-width';
import type { Language } from '../../core/text/bilingual.ts';
import { jsonText, visible } from '../../core/text/visible.ts';
import type { Coverage, PageCoverage } from '../../workspace/coverage/coverage.ts';
import { severalWays, stateNames, summary, unknownSince } from '../../workspace/coverage/coverage-texts.ts';
import type { Terminal } from '../terminal.ts';

/** One row per page, a summary, and the texts with different translations. */
export function prettyCoverage({ pages, twoWays, isPartial }: Coverage, terminal: Terminal): string {
  const { language, colours, path } = terminal;
  const paint = (style: Parameters<typeof styleText>[0], text: string) => (colours ? styleText(style, text) : text);
  const names = pages.map((page) => visible(path(page.chinese ?? page.english!)));
  const width = Math.min(MAX_NAME, Math.max(0, ...names.map((name) => stringWidth(name))));
  const rows = pages.map((page, i) => {
    const name = names[i]! + ' '.repeat(Math.max(0, width - stringWidth(names[i]!)));
    const state = stateNames[page.state][language];
    const padded = state + ' '.repeat(Math.max(0, STATE_WIDTH - stringWidth(state)));
    return `${name}  ${paint(stateStyles[page.state], padded)}  ${details(page, language)}`.trimEnd();
  });
  const differing = twoWays.map(({ english, chinese }) => {
    const wordings = chinese.map(({ text, places }) => {
      const where = [...new Set(places.map(({ page }) => visible(path(page))))].join(', ');
      return `    ${shortened(text)}  ${paint('dim', where)}`;
    });
    return `  ${shortened(english)}\n${wordings.join('\n')}`;
  });
  return [
    ...rows,
    ...(differing.length > 0 ? ['', severalWays[language], ...differing] : []),
    '',
    summary(pages, isPartial, language),
    ...unknownSince(pages, language),
    '',
  ].join('\n');
}

const MAX_NAME = 60;
const STATE_WIDTH = 14;

const stateStyles = {
  inSync: 'green',
  behind: 'yellow',
  incomplete: 'yellow',
  unknown: 'magenta',
  untranslated: 'red',
  noSource: 'dim',
} as const;

function details(page: PageCoverage, language: Language): string {
  if (page.blocks === 0) return '';
  const share = `${page.translated}/${page.blocks}`.padStart(9);
  const counts = (Object.keys(texts) as (keyof typeof texts)[]).filter((name) => page[name] > 0);
  return [share, ...counts.map((name) => `${page[name]} ${texts[name][language]}`)].join('  ');
}

const texts = {
  behind: { en: 'changed', zh: '处有改动' },
  missing: { en: 'missing', zh: '块缺失' },
  untranslated: { en: 'still English', zh: '块尚未翻译' },
  extra: { en: 'extra', zh: '块多出' },
};

function shortened(text: string): string {
  return visible(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);
}

const MAX_TEXT = 100;

/**
 * The same for programs, including the texts with different translations and their places. Lines and
 * offsets are passed on unchanged.
 */
export function jsonCoverage({ pages, twoWays, isPartial }: Coverage, { path }: Terminal): string {
  const value = {
    version: 1,
    partial: isPartial,
    pages: pages.map(({ chinese, english, ...counts }) => ({
      ...(chinese ? { chinese: path(chinese) } : {}),
      ...(english ? { english: path(english) } : {}),
      ...counts,
    })),
    twoWays: twoWays.map(({ english, chinese }) => ({
      english,
      chinese: chinese.map(({ text, places }) => ({
        text,
        places: places.map(({ page, from }) => ({ path: path(page), offset: from })),
      })),
    })),
  };
  return jsonText(value);
}
