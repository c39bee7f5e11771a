import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fixAll } from '../../server/core/lint/fix.ts';
import { createLinter } from '../../server/core/lint/lint.ts';
import { rules as known } from '../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { decideStyle, gatherEvidence } from '../../server/core/style/detect.ts';
import { mergeStyles } from '../../server/core/style/style.ts';
import { structureOf } from '../helpers/oracle.ts';
import { defaults } from '../helpers/settings.ts';

export interface PageScore {
  pages: number;
  findings: number;
  fixes: number;
  damaged: number;
  unstable: number;
}

// Those of the nursery, too.
const all = new Map(known.map(({ id, level, options }) => [id, { level, options }]));

/** What the rules find and the fixes do on whole pages (`<corpus>/<project>/zh/*`), project by project in its own style. */
export function scorePages(corpus: string): { projects: Record<string, PageScore>; rules: Record<string, number> } {
  const projects: Record<string, PageScore> = {};
  const rules: Record<string, number> = Object.fromEntries(known.map(({ id }) => [id, 0]));
  for (const folder of globSync(join(corpus, '*/zh')).sort()) {
    const texts = globSync(join(folder, '*'))
      .sort()
      .map((file) => readFileSync(file, 'utf8'));
    const style = mergeStyles(decideStyle(gatherEvidence(texts.map((text) => parseMarkdown(text)))));
    const score: PageScore = { pages: 0, findings: 0, fixes: 0, damaged: 0, unstable: 0 };
    for (const text of texts) {
      const lint = createLinter({ ...defaults, rules: all, style });
      const markdown = parseMarkdown(text);
      for (const { rule } of lint(markdown).findings) {
        score.findings++;
        rules[rule.id] = (rules[rule.id] ?? 0) + 1;
      }
      const once = fixAll(markdown, lint);
      score.pages++;
      score.fixes += once.count;
      if (structureOf(once.text) !== structureOf(text)) score.damaged++;
      if (fixAll(parseMarkdown(once.text), lint).text !== once.text) score.unstable++;
    }
    projects[basename(dirname(folder))] = score;
  }
  return { projects, rules };
}
