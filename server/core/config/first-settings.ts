import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import type { Style } from '../style/style.ts';

/** The text of a first settings file, with the points of style that the pages decide. */
export function firstSettings(style: Partial<Style>): string {
  const points = styleIds
    .filter((id) => style[id])
    .map((id) => `    ${titleComment(id)}\n    ${JSON.stringify(id)}: ${JSON.stringify(style[id])}`)
    .join(',\n');
  return `{\n  // What is not settled here is found in the pages. 未指定的风格从页面中判断。\n  "style": {\n${points}\n  }\n}\n`;
}

export function titleComment(id: StyleId): string {
  const { title } = stylePoints[id];
  return `// ${title.en} · ${title.zh}`;
}
