import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { withFirst } from '../../client/rules/own-language.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { repository } from '../helpers/workspace.ts';

describe('the page of a rule', () => {
  for (const { id, title } of rules) {
    test(`${id} begins in the language of its reader, and loses nothing`, () => {
      const page = readFileSync(join(repository, `docs/rules/${id}.md`), 'utf8');
      const [zh, en] = [withFirst(page, 'zh'), withFirst(page, 'en')];
      const lines = (text: string) =>
        text
          .replace(/^\[.*\) · \[.*\)$/m, '')
          .split('\n')
          .sort();
      assert.deepEqual(lines(en), lines(page));
      for (const [text, first, second] of [
        [zh, title.zh, title.en],
        [en, title.en, title.zh],
      ] as const) {
        const [above, below] = [text.indexOf(`\n\n## ${first}\n`), text.indexOf(`\n\n## ${second}\n`)];
        assert.ok(0 < above && above < below, first);
        assert.match(text, /[^\n]\n$/);
      }
      assert.match(zh, /^\[中文\]\(#.*\) · \[English\]/m);
      assert.match(en, /^\[English\]\(#.*\) · \[中文\]/m);
    });
  }
});
