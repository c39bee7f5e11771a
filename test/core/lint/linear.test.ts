import { test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { gatherEvidence } from '../../../server/core/style/detect.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { defaults } from '../../helpers/settings.ts';

/**
 * A coarse net under `npm run bench -- linear`, which measures growth: on these, quadratic work takes minutes.
 * `base64` is a page with a picture in one line.
 */
const pages: Readonly<Record<string, string>> = {
  base64: `前\n\n![图](data:image/png;base64,${'iVBORw0KGgo'.repeat(29_100)})\n\n后`,
  'one paragraph of many lines': '中a，b.\n'.repeat(30_000),
  'one line of Chinese': '中文a1（b）'.repeat(40_000),
  'many paragraphs': '中a,b "中" **c**\n\n'.repeat(12_000),
};

for (const [name, text] of Object.entries(pages)) {
  test(`${name} of ${text.length} characters is read, checked and fixed in linear time`, () => {
    toTheEnd(() => {
      const markdown = parseMarkdown(text);
      gatherEvidence([markdown]);
      fixAll(markdown, createLinter(defaults));
    });
  });
}
