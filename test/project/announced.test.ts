import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { defaultLevel } from '../../server/core/lint/rule.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { features } from '../../server/lsp/features.ts';
import { repository } from '../helpers/workspace.ts';

// What users are told of each thing that can be added, in words of the changelog. A new request or report needs a row here, and
// its words there. That a request has a test is held by `lsp/requests.test.ts`, its place in the docs by `npm run generate`.
const requests: Readonly<Record<string, string>> = {
  'textDocument/codeAction': 'Quick fixes mend one finding',
  'codeAction/resolve': 'all findings of a rule',
  'textDocument/hover': 'hover over a term in either language',
  'textDocument/codeLens': 'is told above its headings and in hovers',
  'textDocument/completion': 'Typing an English term offers its approved Chinese',
  'textDocument/documentHighlight': 'references and highlights',
  'textDocument/definition': 'terms have a definition',
  'textDocument/references': 'references and highlights',
  'textDocument/prepareRename': 'a Chinese wording is renamed in all pages',
  'textDocument/rename': 'a Chinese wording is renamed in all pages',
  'yijiao/glossary/propose': '*Add to Glossary…*',
  'yijiao/glossary/add': '*Add to Glossary…*',
  'yijiao/glossary/entries': '*Edit Glossary Entry…*',
  'yijiao/glossary/edit': '*Edit Glossary Entry…*',
  'yijiao/glossary/check': '*Check Glossary*',
  'yijiao/compare': '*Compare with English Source*',
  'yijiao/insertMissing': 'insert what is missing',
  'yijiao/changes': 'shown as a difference of the two revisions',
  'yijiao/markSynced': '*Mark as Synced*',
  'yijiao/coverage': 'The view *Translations* and a report',
  'yijiao/text': 'shown as a difference of the two revisions',
};

/** By the files of `server/cli/report/`; and what a test asks the command line for. */
const reports: Readonly<Record<string, { readonly told: string; readonly asked: RegExp }>> = {
  pretty: { told: '`yijiao check` and `yijiao compare` work on the command line', asked: /\['check', '\.'\]/ },
  json: { told: 'JSON output', asked: /'--format', 'json'/ },
  coverage: { told: '`yijiao compare <folder> [<source folder>]` tells the same', asked: /'--format', format/ },
};

const text = (file: string) => readFileSync(join(repository, file), 'utf8');
const changelog = text('CHANGELOG.md').replace(/\s+/g, ' ');

describe('the changelog tells of', () => {
  // Nobody can turn on a rule whose name is not told.
  for (const { id } of rules.filter((rule) => defaultLevel(rule) === 'off')) {
    test(`the rule ${id}, which is off`, () => {
      assert.ok(changelog.includes(`\`${id}\``), `Write a line about \`${id}\` into CHANGELOG.md, under Unreleased.`);
    });
  }
  for (const { method } of features) {
    test(`the request ${method}`, () => {
      assert.ok(requests[method], 'has no row in this table');
      assert.ok(changelog.includes(requests[method]), `“${requests[method]}” is not in CHANGELOG.md`);
    });
  }
  const tests = globSync('test/cli/*.test.ts', { cwd: repository }).map(text).join('\n');
  for (const name of readdirSync(join(repository, 'server/cli/report'))) {
    const report = name.replace(/\.ts$/, '');
    // What the others are made of.
    if (report === 'report') continue;
    test(`the report ${report}, which is documented and tested`, () => {
      const row = reports[report];
      assert.ok(row, 'has no row in this table');
      assert.ok(changelog.includes(row.told), `“${row.told}” is not in CHANGELOG.md`);
      assert.match(tests, row.asked, 'no test asks for it');
      for (const readme of ['README.md', 'README.zh-CN.md']) {
        if (report !== 'coverage') assert.ok(text(readme).includes(report), `${readme} does not name it`);
      }
    });
  }
});
