import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../../server/core/glossary/word-boundaries.ts';
import { fixAll, isOffered } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { type Example, type LintResult, levels, type Rule } from '../../../server/core/lint/rule.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { type Markdown, parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { MIXED, type Style } from '../../../server/core/style/style.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { onlyRule } from '../../helpers/settings.ts';

const wordBoundaries = createWordBoundaries(createSegmenter([]));

for (const rule of rules) {
  describe(rule.id, () => {
    checkExamples(rule, rule.examples);
    for (const { english, chinese } of rule.translatedExamples ?? []) {
      describe(`beside ${english}`, () => checkExamples(rule, [chinese], {}, english));
    }
    for (const [value, examples] of Object.entries(rule.styledExamples ?? {})) {
      describe(`where ${rule.style} is ${value}`, () => checkExamples(rule, examples, { [rule.style!]: value }));
    }
    if (rule.style) {
      test('is silent where the pages are divided', () => {
        const lint = createLinter(onlyRule(rule.id, { [rule.style!]: MIXED }));
        for (const example of rule.examples) {
          const text = typeof example === 'string' ? example : example[0];
          assert.deepEqual(lint(parseMarkdown(text)).findings, []);
        }
      });
    }

    test('speaks both languages with the same placeholders', () => {
      const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      assert.deepEqual(names(rule.message.zh), names(rule.message.en));
      for (const words of [rule.title, rule.why, rule.message]) {
        assert.match(words.zh, /[\u4e00-\u9fff]/);
        assert.match(words.en, /[A-Za-z]/);
        for (const said of [words.zh, words.en]) assert.doesNotMatch(said, /^…|…$/, 'a … of the outline is left');
      }
      assert.ok(levels.includes(rule.level));
    });

    test('has examples of what it reports and of what it leaves', () => {
      const all = [...rule.examples, ...(rule.translatedExamples ?? []).map(({ chinese }) => chinese)];
      assert.ok(all.some((example) => typeof example === 'string'));
      assert.ok(all.some((example) => typeof example !== 'string'));
      const mended = all.some((example) => typeof example !== 'string' && isMended(rule, example));
      assert.equal(mended, rule.fix !== 'none', 'a rule with a fix shows what it makes');
    });

    test('looks at one scope, or at two of which one is for pages beside their source', () => {
      const all = ['prose', 'document', 'pair', 'translation', 'comments'] as const;
      const scopes = all.filter((scope) => rule[scope]);
      assert.ok(scopes.length === 1 || ['prose,pair', 'document,translation'].includes(scopes.join()), scopes.join());
    });
  });
}

function checkExamples(rule: Rule, examples: readonly Example[], style?: Partial<Style>, english?: string): void {
  const settings = createLinter({ ...onlyRule(rule.id, style), wordBoundaries });
  const source = english === undefined ? undefined : parseMarkdown(english);
  const lint = (markdown: Markdown) => settings(markdown, source);
  const found = (text: string) => lint(parseMarkdown(text)).findings;
  for (const example of examples) {
    if (typeof example === 'string') {
      test(`leaves ${example}`, () => assert.deepEqual(found(example), []));
      continue;
    }
    const [bad, good] = example;
    test(`reports ${bad}`, () => assert.notDeepEqual(found(bad), []));
    if (rule.fix === 'safe') test(`fixes ${bad}`, () => assert.equal(fixAll(parseMarkdown(bad), lint).text, good));
    const offered = isMended(rule, example) ? good : undefined;
    test(`offers ${offered ?? 'nothing'} for ${bad}`, () => assert.equal(byOffers(bad, lint), offered));
    if (bad !== good) test(`leaves ${good}`, () => assert.deepEqual(found(good), []));
  }
}

function isMended({ fix }: Rule, [bad, good, by]: Exclude<Example, string>): boolean {
  return fix !== 'none' && by !== 'hand' && bad !== good;
}

/** What a person comes to who takes the first fix that is offered until none is; undefined where none was. */
function byOffers(bad: string, lint: (markdown: Markdown) => LintResult): string | undefined {
  let text = bad;
  for (let taken = 0; taken < 20; taken++) {
    const markdown = parseMarkdown(text);
    const fix = lint(markdown)
      .findings.flatMap(({ fixes }) => fixes)
      .find((one) => isOffered(markdown, one));
    if (!fix) return taken > 0 ? text : undefined;
    text = applyEdits(text, fix.edits);
  }
  return text;
}
