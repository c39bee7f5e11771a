import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program under measurement, loaded: what it does to one page. Both with its default rules. */
export interface Program {
  /** Finds; undefined where the program only rewrites. */
  readonly lint?: (text: string) => unknown;
  readonly fix: (text: string) => unknown;
}

export const programs: Readonly<Record<string, (peers: string) => Promise<Program>>> = {
  yijiao: async () => {
    const { fixAll } = await import('../../server/core/lint/fix.ts');
    const { createLinter } = await import('../../server/core/lint/lint.ts');
    const { parseMarkdown } = await import('../../server/core/markdown/parse.ts');
    const { defaults } = await import('../helpers/settings.ts');
    const lint = createLinter(defaults);
    return { lint: (text) => lint(parseMarkdown(text)), fix: (text) => fixAll(parseMarkdown(text), lint) };
  },
  // `lintFor` formats and then compares the lines, so that formatting alone is its faster half. `format` does not know
  // Markdown and would be no fair measure. On a long page its parser gives up, which only `lintFor` tells.
  'autocorrect-node': async (peers) => {
    const { lintFor, formatFor } = requireFrom(peers, 'autocorrect-node');
    const lint = (text: string) => {
      const { error } = lintFor(text, 'page.md');
      if (error) throw new Error(error);
    };
    return { lint, fix: (text) => formatFor(text, 'page.md') };
  },
  // One run finds and rewrites.
  zhlint: async (peers) => {
    const { run } = await import(pathToFileURL(join(peers, 'node_modules/zhlint/lib/index.js')).href);
    const both = (text: string) => run(text, { rules: { preset: 'default' } });
    return { lint: both, fix: both };
  },
  '@lint-md/core': async (peers) => {
    const { lintMarkdown } = requireFrom(peers, '@lint-md/core');
    return { lint: (text) => lintMarkdown(text, {}, false), fix: (text) => lintMarkdown(text, {}, true) };
  },
  'md-padding': async (peers) => ({ fix: requireFrom(peers, 'md-padding').padMarkdown }),
  // Knows no Markdown.
  pangu: async (peers) => {
    const { pangu } = requireFrom(peers, 'pangu');
    return { fix: (text) => pangu.spacingText(text) };
  },
};

/** The command lines that check the pages of the working folder by themselves. */
export const commands: Readonly<Record<string, (root: string, peers: string) => string[]>> = {
  'yijiao check': (root) => [join(root, 'dist/cli.cjs'), 'check', '.'],
  'autocorrect --lint': (_, peers) => [join(peers, 'node_modules/autocorrect-node/cli.js'), '--lint', '.'],
  zhlint: (_, peers) => [join(peers, 'node_modules/zhlint/bin/index.js'), '*.md'],
};

function requireFrom(peers: string, name: string) {
  return createRequire(join(peers, 'package.json'))(name);
}
