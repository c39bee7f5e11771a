import { type Hover, MarkupKind } from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/config/config.ts';
import { settlePoint } from '../core/config/edit.ts';
import type { Finding, Rule } from '../core/lint/rule.ts';
import type { Language } from '../core/text/bilingual.ts';
import { type PointInForce, pointInForce } from '../workspace/project/style-points.ts';
import { rangeOf } from './convert.ts';
import { commandLink, plain } from './hover.ts';
import type { AnalysedPage } from './pages.ts';
import { commands } from './protocol.ts';
import { countOf, reasonOf } from './style-texts.ts';

/** Why the findings at an offset ask for what they ask, where that is a matter of style. */
export function styleReasons(
  page: AnalysedPage,
  offset: number,
  language: Language,
  known: readonly string[],
): Hover | undefined {
  const points = new Map<string, PointInForce>();
  let range: Hover['range'];
  for (const finding of page.result.findings) {
    const { rule, from, to } = finding;
    // As an editor shows a finding: at its characters, or at the one that an empty place stands before.
    const point = from <= offset && offset < Math.max(to, from + 1) ? pointOf(page, rule) : undefined;
    if (!point) continue;
    points.set(point.id, point);
    range ??= rangeOf(page.lines, finding);
  }
  if (!range) return undefined;
  const pages = page.project.learnt?.pages.length ?? 0;
  const paragraphs = [...points.values()].map((point) => {
    const link = commandLink(texts.settle[language], 'settings', commands.settle, [page.uri, point.id], known);
    return [plain(reasonOf(point, pages)[language]), ...(link ? [link] : [])].join(' ');
  });
  return { contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') }, range };
}

/** What settles the style of a finding as the pages have it; undefined where they did not decide it. */
export function settlingAction(page: AnalysedPage, { rule }: Finding, language: Language) {
  const point = pointOf(page, rule);
  if (point?.origin !== 'pages') return undefined;
  const { id, value, verdict } = point;
  const title = texts.asInPages(countOf(point), verdict.total)[language];
  return { title, change: (text: string) => settlePoint(text, id, value) };
}

// Where an override has its own mind about the point, what holds for the project is not why.
function pointOf({ project }: AnalysedPage, { style, heeds }: Rule): PointInForce | undefined {
  const id = style ?? heeds;
  if (!id || !project.learnt || project.config.overrides.some((one) => one.style[id] !== undefined)) return undefined;
  return pointInForce(project, id);
}

const texts = {
  settle: { en: 'Settle…', zh: '指定风格……' },
  asInPages: (count: number, total: number) => ({
    en: `Your pages do so in ${count} of ${total} places: settle it (in ${CONFIG_NAME})`,
    zh: `本项目 ${total} 处中 ${count} 处这样写：固定为项目风格（写入 ${CONFIG_NAME}）`,
  }),
};
