import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import type { Style } from '../style/style.ts';
import { inBoth } from '../text/bilingual.ts';

/** The text of a first settings file, with the points of style that the pages decide. */
export function firstSettings(style: Partial<Style>): string {
  const points = styleIds
    .filter((id) => style[id])
    .map((id) => `    ${titleComment(id)}\n    ${JSON.stringify(id)}: ${JSON.stringify(style[id])}`)
    .join(',\n');
  return `{\n  // ${inBoth(others)}\n  "style": {\n${points}\n  }\n}\n`;
}

export function titleComment(id: StyleId): string {
  return `// ${inBoth(stylePoints[id].title)}`;
}

const others = { en: 'Points that are not named here are found in the pages.', zh: '未写明的风格从页面中判断。' };
