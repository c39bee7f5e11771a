import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { defaultLevel } from '../../server/core/lint/rule.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { features } from '../../server/lsp/features.ts';
import * as protocol from '../../server/lsp/protocol.ts';
import { repository } from '../helpers/workspace.ts';

// What users are told of each thing that can be added, in words of the changelog. A new request or setting needs a row here, and
// its words there; reports and formats of glossaries have tests of their own beside this one. That a request is answered at all is held by `lsp/requests.test.ts`, its place in the docs by
// `npm run generate`.
const requests: Readonly<Record<string, string>> = {
  'textDocument/codeAction': 'Quick fixes mend one finding',
  'codeAction/resolve': 'all findings of a rule',
  'textDocument/hover': 'hover over a term in either language',
  'textDocument/codeLens': 'is told above its headings and in hovers',
  'textDocument/completion': 'Typing an English term offers its approved Chinese',
  'textDocument/documentHighlight': 'references and highlights',
  'textDocument/definition': 'terms have a definition',
  'textDocument/references': 'references and highlights',
  'textDocument/formatting': 'a formatter for Chinese pages, for a page, a selection and on save',
  'textDocument/rangeFormatting': 'a formatter for Chinese pages, for a page, a selection and on save',
  'textDocument/prepareRename': 'a Chinese wording is renamed in all pages',
  'textDocument/rename': 'a Chinese wording is renamed in all pages',
  'yijiao/glossary/propose': '*Add to Glossary…*',
  'yijiao/glossary/add': '*Add to Glossary…*',
  'yijiao/glossary/entries': '*Edit Glossary Entry…*',
  'yijiao/glossary/edit': '*Edit Glossary Entry…*',
  'yijiao/glossary/check': '*Check Glossary*',
  'yijiao/compare': '*Compare with English Source*',
  'yijiao/translations': 'asks which translation is meant',
  'yijiao/insertMissing': 'insert what is missing',
  'yijiao/insertMissing/all': '*Insert All Missing Blocks*',
  'yijiao/progress': 'how many blocks are translated',
  'yijiao/start': '*Start Translation*',
  'yijiao/start/draft': '*Start Translation*',
  'yijiao/changes': 'shown as a difference of the two revisions',
  'yijiao/markSynced': '*Mark as Synced*',
  'yijiao/coverage': 'The view *Translations* and a report',
  'yijiao/style': 'The view *Style* shows',
  'yijiao/style/examples': 'with examples to click',
  'yijiao/rules': '*Configure Rule…*',
  'yijiao/settle': '*Settle…*',
  'yijiao/project/check': '*Check All Pages*',
  'yijiao/project/clear': 'until *Clear Project Findings*',
  'yijiao/project/fix': '*Fix Everything in the Project*',
  'yijiao/text': 'shown as a difference of the two revisions',
};

const settings: Readonly<Record<string, string>> = {
  'yijiao.ignore': '`ignore` the pages that are not checked',
  'yijiao.translationDraft': '*Start Translation*',
  'yijiao.codeLens': 'is told above its headings',
  'yijiao.offerTerms': 'Typing an English term offers its approved Chinese',
  'yijiao.format.enable': '`yijiao.format.enable`',
  'yijiao.rules': '`.yijiao.jsonc` holds the rules, glossaries and sources',
  'yijiao.words': '`words` in `.yijiao.jsonc`',
  'yijiao.style': '`style` in `.yijiao.jsonc`',
  'yijiao.glossary': '`.yijiao.jsonc` holds the rules, glossaries and sources',
  'yijiao.sources': '`.yijiao.jsonc` holds the rules, glossaries and sources',
};

/** Buttons and links lead to them, so that the documents need no names for them. */
const unnamed = ['showChanges', 'stopLooking', 'findTermUses', 'restartServer', 'showLog', 'refreshStyle'];
/** Tried by no test inside VS Code yet; none may join them. */
const untried = ['previousDifference', 'stopLooking', 'showLog'];

const text = (file: string) => readFileSync(join(repository, file), 'utf8');
const changelog = text('CHANGELOG.md').replace(/\s+/g, ' ');
const readmes = ['README.md', 'README.zh-CN.md'] as const;
const readable = (file: string) => text(file).replace(/\s+/g, ' ');
const manifest = JSON.parse(text('package.json'));
const sections: readonly { properties: object }[] = manifest.contributes.configuration;
const requestTests = globSync(['test/lsp/*.test.ts', 'test/helpers/{lsp,project}.ts'], { cwd: repository })
  .filter((file) => !file.endsWith('requests.test.ts'))
  .map(text)
  .join('\n');

function isTold(words: string | undefined): void {
  assert.ok(words, 'It has no row in the table above: what does the changelog say of it?');
  assert.ok(changelog.includes(words), `Write a line into CHANGELOG.md, under Unreleased: “${words}” is not there.`);
}

describe('the changelog tells of', () => {
  // Nobody can turn on a rule whose name is not told.
  for (const { id } of rules.filter((rule) => defaultLevel(rule) === 'off')) {
    test(`the rule ${id}, which is off`, () => {
      assert.ok(changelog.includes(`\`${id}\``), `Write a line about \`${id}\` into CHANGELOG.md, under Unreleased.`);
    });
  }
  for (const { method } of features) {
    test(`the request ${method}`, () => {
      isTold(requests[method]);
      const names = [method, ...Object.entries(protocol).flatMap(([name, value]) => (value === method ? [name] : []))];
      assert.ok(
        names.some((name) => requestTests.includes(name)),
        `No test asks for ${method}: write one in test/lsp/.`,
      );
    });
  }
  const known = Object.entries<{ deprecationMessage?: string }>(
    Object.assign({}, ...sections.map(({ properties }) => properties)),
  );
  for (const [name] of known.filter(([, { deprecationMessage }]) => !deprecationMessage)) {
    test(`the setting ${name}, which is documented`, () => {
      isTold(settings[name]);
      for (const readme of readmes) assert.ok(text(readme).includes(name), `${readme} does not name ${name}.`);
    });
  }
});

describe('people find the command', () => {
  const suites = globSync('test/{vscode,e2e,project}/**/*.ts', { cwd: repository }).filter(
    (file) => !file.endsWith('announced.test.ts'),
  );
  const tests = suites.map(text).join('\n');
  const titles = ['package.nls.json', 'package.nls.zh-cn.json'].map((file) => JSON.parse(text(file)));
  for (const { command, title } of manifest.contributes.commands as { command: string; title: string }[]) {
    const id = command.replace(/^yijiao\./, '');
    const [english, chinese] = titles.map((names) => String(names[title.slice(1, -1)]).replace(/…+$/, '')) as [
      string,
      string,
    ];
    test(`${id}, which is documented and tested`, () => {
      if (!unnamed.includes(id)) {
        assert.ok(readable('README.md').includes(english), `README.md does not name “${english}”.`);
        assert.ok(readable('README.zh-CN.md').includes(chinese), `README.zh-CN.md does not name “${chinese}”.`);
      }
      const isTried = [`${command}'`, `run('${id}'`, english].some((name) => tests.includes(name));
      assert.equal(
        isTried,
        !untried.includes(id),
        `Try ${command} in test/vscode/suite/, or in test/e2e/ by its title.`,
      );
    });
  }
});
