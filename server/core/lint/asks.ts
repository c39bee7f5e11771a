import { type StyleId, stylePoints } from '../style/points.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** The rules that follow a point of style, or heed it. */
export function rulesOfPoint(id: StyleId): readonly Rule[] {
  return rules.filter(({ style, heeds }) => style === id || heeds === id);
}

/**
 * Whether a rule has anything to report where the point of style that it follows has this value: its examples tell. One that only
 * heeds a point speaks under all of its values.
 */
export function asksUnder({ style, heeds, examples, styledExamples }: Rule, value: string): boolean {
  if (style === undefined) return heeds !== undefined;
  const first = value === stylePoints[style].values[0] ? examples : [];
  return [...first, ...(styledExamples?.[value] ?? [])].some((example) => typeof example !== 'string');
}
