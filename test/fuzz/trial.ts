import { fixAll, isHarmless } from '../../server/core/lint/fix.ts';
import { createLinter, type LintSettings } from '../../server/core/lint/lint.ts';
import { disputedIn } from '../../server/core/markdown/disputed.ts';
import { type Markdown, parseMarkdown } from '../../server/core/markdown/parse.ts';
import { plainReading } from '../../server/core/markdown/plain.ts';
import { skeletonOf } from '../../server/core/markdown/skeleton.ts';
import { type StyleId, stylePoints } from '../../server/core/style/points.ts';
import { applyEdits, editsCollide } from '../../server/core/text/span.ts';
import { defaults } from '../helpers/settings.ts';
import { damageSeenBy, type Judge, judges } from './judges.ts';
import { madePage } from './mutate.ts';
import { createRandom, type Random } from './random.ts';

/** What is wrong with how a page is fixed. */
export interface Fault {
  readonly kind: 'damaged' | 'unstable' | 'crash';
  /** Who sees the damage. */
  readonly by: readonly Judge[];
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

// How a page is fixed.
interface Way {
  readonly settings: LintSettings;
  readonly reading: Markdown['reading'];
  /** Where some suggestions are wanted. */
  readonly suggest?: Random;
}

/** A page out of others, and how it is fixed. */
export interface Trial extends Way {
  readonly text: string;
  /** What is wrong with a page that is fixed in the same way. */
  readonly again: (text: string) => Fault | undefined;
}

/** The same for the same pages and seed. */
export function madeTrial(pages: readonly string[], seed: number): Trial {
  const random = createRandom(seed);
  const text = madePage(pages, random);
  const settings = random.chance(0.5) ? defaults : randomSettings(random);
  const reading = random.chance(0.3) ? 'mdx' : 'md';
  // Some of the pages are fixed by a person first, who chooses alike each time.
  const suggests = random.chance(0.3);
  const again = (page: string) =>
    tryPage(page, { settings, reading, ...(suggests ? { suggest: createRandom(seed) } : {}) });
  return { text, settings, reading, again };
}

// First by some suggestions where they are wanted; every step is looked at with the eyes of the judges.
function tryPage(text: string, { settings, reading, suggest }: Way): Fault | undefined {
  const parse = (page: string) => parseMarkdown(page, undefined, undefined, reading);
  let before = text;
  let after = text;
  try {
    const lint = createLinter(settings);
    if (suggest) {
      after = suggested(parse(text), lint, suggest);
      const fault = damage(text, after);
      if (fault) return fault;
    }
    before = after;
    after = fixAll(parse(before), lint).text;
    const fault = damage(before, after);
    if (fault) return fault;
    before = after;
    after = fixAll(parse(before), createLinter(settings)).text;
    if (before !== after) return { kind: 'unstable', by: [], what: 'fixing again changes it', before, after };
  } catch (error) {
    return {
      kind: 'crash',
      by: [],
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      before,
      after,
    };
  }
  return undefined;
}

function damage(before: string, after: string): Fault | undefined {
  if (before === after) return undefined;
  const seen = Object.keys(judges).flatMap((judge) => {
    const what = damageSeenBy(judge, before, after);
    return what === undefined ? [] : [{ judge, what }];
  });
  if (seen.length === 0) return undefined;
  const what = seen.map(({ judge, what }) => `${judge}: ${what}`).join('\n');
  return { kind: 'damaged', by: seen.map(({ judge }) => judge), what, before, after };
}

const MAX_SUGGESTIONS = 3;

// As a person picks fixes one after another: those that an editor offers and that leave the markup as it is.
function suggested(page: Markdown, lint: ReturnType<typeof createLinter>, random: Random): string {
  let current = page;
  for (let times = 0; times < MAX_SUGGESTIONS; times++) {
    const fixes = lint(current).findings.flatMap(({ rule, fixes }) =>
      rule.fix === 'suggest' && rule.group !== 'suppression' ? fixes.filter((fix) => !fix.changesMarkup) : [],
    );
    if (fixes.length === 0) break;
    const { edits } = random.of(fixes);
    const isDisputed = edits.some((edit) => disputedIn(current).some((span) => editsCollide(span, edit)));
    if (isDisputed || !isHarmless(current, edits)) continue;
    const next = parseMarkdown(applyEdits(current.text, edits), undefined, undefined, page.reading);
    // What is something else to other readers is for the person to know.
    if (plainBones(current) === plainBones(next)) current = next;
  }
  return current.text;
}

function plainBones(page: Markdown): string {
  return skeletonOf(plainReading(page))
    .map(({ key }) => key)
    .join('\n');
}

// A style at random: links, bold text and code may be set in opposed ways.
function randomSettings(random: Random): LintSettings {
  const style = { ...defaults.style } as Record<StyleId, string>;
  for (const [id, point] of Object.entries(stylePoints)) {
    if (id !== 'region' && random.chance(0.5)) style[id as StyleId] = random.of(point.values);
  }
  return { ...defaults, style };
}
