import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { repository } from '../helpers/workspace.ts';

/** What the editor colours, by its own tokeniser. The grammars of Markdown and MDX are stood in for by their comments. */
const host = (scopeName: string, name: string, begin: string, end: string) =>
  ({ scopeName, patterns: [{ name, begin, end }], repository: {} }) as unknown as IRawGrammar;
const hosts: Record<string, IRawGrammar> = {
  'text.html.markdown': host('text.html.markdown', 'comment.block.html', '<!--', '-->'),
  'source.mdx': host('source.mdx', 'comment.block.mdx', '/\\*', '\\*/'),
};

const cases: [scope: string, line: string, coloured: string[]][] = [
  [
    'text.html.markdown',
    '<!-- yijiao-disable-next-line space-han-latin, ellipsis-ascii -- 品牌 -->',
    [
      'keyword: yijiao-disable-next-line',
      'entity: space-han-latin',
      'punctuation: ,',
      'entity: ellipsis-ascii',
      'punctuation: --',
      'string: 品牌',
    ],
  ],
  ['text.html.markdown', '<!-- yijiao-disable -->', ['keyword: yijiao-disable']],
  ['text.html.markdown', '<!-- yijiao-enable a-b-->', ['keyword: yijiao-enable', 'entity: a-b']],
  [
    'text.html.markdown',
    '<!-- yijiao-disable-file -- why -->',
    ['keyword: yijiao-disable-file', 'punctuation: --', 'string: why'],
  ],
  ['text.html.markdown', '<!-- yijiao-disable-everything -->', []],
  ['text.html.markdown', 'yijiao-disable', []],
  ['source.mdx', '{/* yijiao-enable space-han-latin */}', ['keyword: yijiao-enable', 'entity: space-han-latin']],
];

describe('the comments that silence rules are coloured', () => {
  const grammars = new Map<string, IGrammar>();
  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    const ours = JSON.parse(readFileSync(join(repository, 'syntaxes/suppressions.tmLanguage.json'), 'utf8'));
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => hosts[scope] ?? ours,
      getInjections: (scope) => (scope in hosts ? [ours.scopeName] : undefined),
    });
    for (const scope of Object.keys(hosts)) grammars.set(scope, (await registry.loadGrammar(scope))!);
  });

  for (const [scope, line, coloured] of cases) {
    test(line, () => {
      const { tokens } = grammars.get(scope)!.tokenizeLine(line, textmate.INITIAL);
      const ofOurs = tokens.flatMap(({ scopes, startIndex, endIndex }) => {
        const name = scopes.at(-1)!;
        return name.endsWith('.yijiao') ? [`${name.split('.')[0]}: ${line.slice(startIndex, endIndex)}`] : [];
      });
      assert.deepEqual(ofOurs, coloured);
    });
  }
});
