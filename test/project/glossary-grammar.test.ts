import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IRawGrammar } from 'vscode-textmate';
import { repository } from '../helpers/workspace.ts';

const grammars = new Map<string, IRawGrammar>();
for (const file of ['glossary', 'glossary-fields']) {
  const grammar = JSON.parse(readFileSync(join(repository, `syntaxes/${file}.tmLanguage.json`), 'utf8'));
  grammars.set(grammar.scopeName, grammar);
}
const injected = [...grammars.keys()];
// The editor's grammar of YAML is stood in for by its comments and its quoted strings.
grammars.set('source.yaml', {
  scopeName: 'source.yaml',
  patterns: [
    { name: 'comment.line.number-sign.yaml', match: '#.*$' },
    { name: 'string.quoted.double.yaml', begin: '"', end: '"' },
  ],
  repository: {},
} as unknown as IRawGrammar);

async function coloured(lines: readonly string[]): Promise<string[]> {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => grammars.get(scope),
    getInjections: (scope) => (scope === 'source.yaml' ? injected : undefined),
  });
  const yaml = (await registry.loadGrammar('source.yaml'))!;
  let state = textmate.INITIAL;
  return lines.flatMap((line) => {
    const { tokens, ruleStack } = yaml.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ scopes, startIndex, endIndex }) => {
      const name = scopes.at(-1)!;
      if (!name.endsWith('.yijiao') || name.startsWith('meta.')) return [];
      return [`${name.replace(/\.yijiao$/, '')}: ${line.slice(startIndex, endIndex).trim()}`];
    });
  });
}

test('a glossary shows its terms, what is approved and what is rejected', async () => {
  const lines = [
    '# yijiao-glossary',
    'terms:',
    '  - source: self-attention # 术语',
    '    target: 自注意力',
    '    forbidden:',
    '      - 自关注',
    '      - text: 决定性',
    '        suggest: 确定性',
    '        except: [决定性能]',
    '    case: permissive',
    '  - source: [key, keys]',
    '    deprecated: 钥匙',
    '    note: "source: none"',
    '    # forbidden: 无',
  ];
  assert.deepEqual(await coloured(lines), [
    'keyword.other.source: source',
    'entity.name.type.term: self-attention',
    'keyword.other.approved: target',
    'keyword.other.rejected: forbidden',
    'markup.deleted.wording: 自关注',
    'markup.deleted.wording: 决定性',
    'string.unquoted: 确定性',
    'string.unquoted: [决定性能]',
    'constant.language: permissive',
    'keyword.other.source: source',
    'entity.name.type.term: key',
    'entity.name.type.term: keys',
    'keyword.other.rejected: deprecated',
    'markup.deleted.wording: 钥匙',
  ]);
});

test('other YAML is left alone', async () => {
  assert.deepEqual(await coloured(['- source: a', '  forbidden: b', '  case: no']), []);
});
