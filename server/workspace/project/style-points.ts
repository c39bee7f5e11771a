import { judge, type Verdict } from '../../core/style/detect.ts';
import type { StyleId } from '../../core/style/points.ts';
import { MIXED, mergeStyles, type ProfileName, profiles } from '../../core/style/style.ts';
import type { Project } from './project.ts';
import { nothingLearnt } from './style.ts';

/**
 * Where the value of a point of style comes from. Pages that are `divided` settle nothing; where they have too few places to
 * tell, the `default` holds, or nothing (`undecided`).
 */
export type StyleOrigin = 'settings' | 'editor' | 'profile' | 'pages' | 'divided' | 'default' | 'undecided';

/** A point of style as it holds for a project, whatever its overrides say. */
export interface PointInForce {
  readonly id: StyleId;
  readonly value: string;
  readonly origin: StyleOrigin;
  readonly profile?: ProfileName;
  /** How often the pages that were looked at show each value, and what that says. */
  readonly counts: Readonly<Record<string, number>>;
  readonly verdict: Verdict;
}

export function pointInForce({ config, editor, learnt }: Project, id: StyleId): PointInForce {
  const { style, evidence } = learnt ?? nothingLearnt;
  const value = mergeStyles(style, editor.style, config.style)[id];
  const layer = [config, editor].find((one) => one.style[id] !== undefined);
  const profile = layer?.profile;
  const isOfProfile = profile !== undefined && (profiles[profile] as Record<string, string>)[id] === value;
  const settled = isOfProfile ? 'profile' : layer === config ? 'settings' : 'editor';
  return {
    id,
    value,
    origin: layer ? settled : unsettled(style[id], value),
    ...(layer && isOfProfile ? { profile } : {}),
    counts: evidence[id],
    verdict: judge(id, evidence[id]),
  };
}

function unsettled(shown: string | undefined, value: string): StyleOrigin {
  if (shown !== undefined) return shown === MIXED ? 'divided' : 'pages';
  return value === MIXED ? 'undecided' : 'default';
}

/** How a profile stands to what the pages are clearly for, point by point. */
export function profileBeside({ learnt }: Project, name: ProfileName): { agrees: StyleId[]; differs: StyleId[] } {
  const agrees: StyleId[] = [];
  const differs: StyleId[] = [];
  for (const [id, value] of Object.entries(profiles[name]) as [StyleId, string][]) {
    const shown = learnt?.style[id];
    if (shown === undefined || shown === MIXED) continue;
    if (shown === value) agrees.push(id);
    else differs.push(id);
  }
  return { agrees, differs };
}
