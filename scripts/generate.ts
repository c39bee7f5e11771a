import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { groups, type Rule } from '../server/core/lint/rule.ts';
import type { Language } from '../server/core/text/bilingual.ts';
import type { Feature } from '../server/lsp/feature.ts';
import { withFormats } from './format-docs.ts';
import { withCommands } from './keyboard-docs.ts';
import { structurePage } from './structure.ts';

/**
 * Generates all derived files: the index and pages of the rules, the schemas of settings and glossary files, their
 * parts of the manifest, the lists of formats in documents, the list of the server's requests, the page of tokens and
 * the module diagram. With `--check` it writes nothing, and fails if a file would change.
 */
const root = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const stale: string[] = [];

const rulesFolder = 'server/core/lint/rules';
const formatsFolder = 'server/core/glossary/format';
const reportsFolder = 'server/cli/report';

async function generate(): Promise<void> {
  await put(`${rulesFolder}/index.ts`, await ruleIndex());
  // Imported late, because the index must be up to date first.
  const { rules } = await import('../server/core/lint/rules/index.ts');
  await put(`${formatsFolder}/list.ts`, await listIn(formatsFolder, 'Format'));
  await put(`${reportsFolder}/list.ts`, await listIn(reportsFolder, 'Report'));
  const { configSchema } = await import('../server/core/config/schema.ts');
  await putSchema('yijiao', configSchema());
  const { glossarySchema } = await import('../server/core/glossary/format/own/schema.ts');
  await putSchema('yijiao-glossary', glossarySchema());
  const { defaultLevel } = await import('../server/core/lint/rule.ts');
  const { fixNames, ruleText } = await import('../server/core/lint/rule-page.ts');
  for (const rule of rules) await put(`docs/rules/${rule.id}.md`, rulePage(rule, ruleText));
  await put('docs/rules/README.md', rulesTable(rules, fixNames, defaultLevel));
  await put('package.json', await manifest(rules));
  // VS Code has a Chinese of its own for Taiwan; in it ours must not stand beside English.
  for (const name of ['package.nls', 'l10n/bundle.l10n']) {
    await put(`${name}.zh-tw.json`, await readFile(join(root, `${name}.zh-cn.json`), 'utf8'));
  }
  await putCommands();
  const { features } = await import('../server/lsp/features.ts');
  await put('docs/editors/requests.md', requestsTable(features));
  const { withReports } = await import('./report-docs.ts');
  for (const [page, language] of Object.entries(listing)) {
    const text = await readFile(join(root, page), 'utf8');
    await put(page, await withReports(await withFormats(text, language), language));
  }
  const { tokenPages } = await import('../server/core/text/token-examples.data.ts');
  await put('docs/tokens.md', tokensPage(tokenPages));
  await put('docs/structure.md', structurePage());
  await removeOrphans(rules);

  if (stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}\nRun “npm run generate” and commit what it writes.`);
    process.exitCode = 1;
  }
}

// For editors in general and, under `vscode/`, for VS Code: there the server finds the faults, and each is to be listed once.
async function putSchema(name: string, schema: Record<string, unknown>): Promise<void> {
  const { lenientSchema } = await import('../server/core/config/lenient-schema.ts');
  await put(`docs/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  await put(`docs/vscode/${name}.schema.json`, `${JSON.stringify(lenientSchema(schema), null, 2)}\n`);
}

async function putCommands(): Promise<void> {
  const read = (path: string) => readFile(join(root, path), 'utf8');
  const { contributes } = JSON.parse(await read('package.json'));
  for (const [page, words, heads] of keyboardPages) {
    await put(page, withCommands(await read(page), contributes, JSON.parse(await read(words)), heads));
  }
}

const keyboardPages = [
  ['docs/keyboard.md', 'package.nls.json', ['Command', 'Key']],
  ['docs/keyboard.zh-CN.md', 'package.nls.zh-cn.json', ['命令', '按键']],
] as const;

/** The documents that list the formats of glossaries, or the reports. */
const listing = {
  'README.md': 'en',
  'README.zh-CN.md': 'zh',
  'docs/glossary.md': 'en',
  'docs/glossary.zh-CN.md': 'zh',
  'docs/reports.md': 'en',
  'docs/reports.zh-CN.md': 'zh',
} as const;

async function put(path: string, content: string): Promise<void> {
  const file = join(root, path);
  const now = await readFile(file, 'utf8').catch(() => undefined);
  if (now === content) return;
  if (checking) {
    stale.push(path);
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function removeOrphans(known: readonly Rule[]): Promise<void> {
  const pages = new Set(['README.md', ...known.map((rule) => `${rule.id}.md`)]);
  for (const name of await readdir(join(root, 'docs/rules'))) {
    if (pages.has(name)) continue;
    if (checking) stale.push(`docs/rules/${name}`);
    else await rm(join(root, 'docs/rules', name));
  }
}

// A file with a default export is a rule. Other files are shared by the rules of their group.
async function ruleIndex(): Promise<string> {
  const found: { id: string; group: string }[] = [];
  for (const group of groups) {
    const names = await readdir(join(root, rulesFolder, group)).catch(() => []);
    for (const name of names) {
      const source = await readFile(join(root, rulesFolder, group, name), 'utf8');
      if (source.includes('export default')) found.push({ id: name.replace(/\.ts$/, ''), group });
    }
  }
  found.sort((a, b) => (a.id < b.id ? -1 : 1));
  const variable = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const path = ({ id, group }: (typeof found)[number]) => `./${group}/${id}.ts`;
  const imports = [...found]
    .sort((a, b) => (path(a) < path(b) ? -1 : 1))
    .map((rule) => `import ${variable(rule.id)} from '${path(rule)}';`);
  return `// Generated by scripts/generate.ts from the folders beside it.
import type { Rule } from '../rule.ts';
${imports.join('\n')}

export const rules: readonly Rule[] = [
${found.map(({ id }) => `  ${variable(id)},`).join('\n')}
];
`;
}

/** The objects of a folder: a file with a default export is one, the others are what they share. */
async function listIn(folder: string, type: string): Promise<string> {
  const one = type.toLowerCase();
  const names: string[] = [];
  for (const name of (await readdir(join(root, folder))).sort()) {
    if (!name.endsWith('.ts')) continue;
    const source = await readFile(join(root, folder, name), 'utf8');
    if (source.includes('export default')) names.push(name.replace(/\.ts$/, ''));
  }
  const imports = [...names, one]
    .sort()
    .map((name) =>
      name === one ? `import type { ${type} } from './${one}.ts';` : `import ${name} from './${name}.ts';`,
    );
  return `// Generated by scripts/generate.ts from the files beside it.
${imports.join('\n')}

export const ${one}s: readonly ${type}[] = [${names.join(', ')}];
`;
}

/**
 * Writes to package.json the rules, which VS Code needs for completion and hovers in its settings, and the glossary
 * files that our schema applies to.
 */
async function manifest(known: readonly Rule[]): Promise<string> {
  const { levels } = await import('../server/core/lint/rule.ts');
  const { levelMeanings } = await import('../server/core/config/schema.ts');
  const json = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const sections: { properties: Record<string, Record<string, unknown>> }[] = json.contributes.configuration;
  const setting = sections.map(({ properties }) => properties['yijiao.rules']).find(Boolean)!;
  setting.propertyNames = {
    enum: known.map((rule) => rule.id),
    // As sentences, so that none is enclosed in % (test/project/manifest.test.ts).
    enumDescriptions: known.map((rule) => `${rule.title.en}. · ${rule.title.zh}。`),
  };
  const level = {
    type: 'string',
    enum: levels,
    enumDescriptions: levels.map((one) => `${levelMeanings[one].en} · ${levelMeanings[one].zh}`),
  };
  setting.additionalProperties = {
    anyOf: [
      level,
      { type: 'array', minItems: 1, maxItems: 2, items: [{ type: 'string', enum: levels }, { type: 'object' }] },
    ],
  };
  const { formats } = await import('../server/core/glossary/format/list.ts');
  const url = './docs/vscode/yijiao-glossary.schema.json';
  for (const point of ['jsonValidation', 'yamlValidation']) {
    const others = json.contributes[point].filter((one: { url: string }) => one.url !== url);
    const fileMatch = formats.flatMap(({ schema }) => (schema?.point === point ? schema.files : []));
    json.contributes[point] = [...others, ...(fileMatch.length > 0 ? [{ fileMatch, url }] : [])];
  }
  return `${JSON.stringify(json, null, 2)}\n`;
}

function rulePage(rule: Rule, text: (rule: Rule, language: Language) => string): string {
  return [
    `<!-- Generated by scripts/generate.ts. -->`,
    `# ${rule.id}`,
    `[中文](#${anchor(rule.title.zh)}) · [English](#${anchor(rule.title.en)})`,
    text(rule, 'zh'),
    text(rule, 'en'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

// The anchors that GitHub and VS Code derive from headings.
function anchor(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
  return encodeURIComponent(kept.replaceAll(' ', '-'));
}

function requestsTable(features: readonly Feature[]): string {
  const rows = features.map(({ method, does }) => `| \`${method}\` | ${does.en} | ${does.zh} |`);
  return `<!-- Generated by scripts/generate.ts. -->

# Requests · 请求

The requests that the language server answers. Those that start with \`yijiao/\` are its own; \`server/lsp/protocol.ts\`
defines their parameters and results.

语言服务器能回答的请求。以 \`yijiao/\` 开头的是自有请求，参数和结果见 \`server/lsp/protocol.ts\`。

| Request 请求 | Gives | 作用 |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function tokensPage(pages: typeof import('../server/core/text/token-examples.data.ts').tokenPages): string {
  const sections = Object.entries(pages).map(([kind, { title, examples }]) => {
    const rows = examples.map((example) => `- \`${example.replaceAll('\n', '↵')}\``);
    return `## ${kind}\n\n${title.en} · ${title.zh}\n\n${rows.join('\n')}\n`;
  });
  return `<!-- Generated by scripts/generate.ts. -->

# Tokens · 记号

Text between Chinese characters is divided into tokens, once for all rules. Every token has one of these kinds. In the
examples, ⟦ ⟧ enclose the tokens of the kind and no others; ▢ stands for code, a formula or other opaque content, and ↵ for a
line break. “Tokens” in [ARCHITECTURE.md](../ARCHITECTURE.md#tokens) says how rules use them, and how to add a kind.

汉字之间的内容切分为记号，供所有规则共用，每个记号属于以下一类。例子中，该类的记号（且仅该类）写在 ⟦ ⟧ 之中；▢ 代表代码、公式等不透明的内容，↵
代表换行。规则如何使用记号、如何增加一类，见 [ARCHITECTURE.md](../ARCHITECTURE.md#tokens) 的“Tokens”一节（英文）。

${sections.join('\n')}`;
}

function rulesTable(
  known: readonly Rule[],
  fixNames: typeof import('../server/core/lint/rule-page.ts').fixNames,
  defaultLevel: typeof import('../server/core/lint/rule.ts').defaultLevel,
): string {
  const rows = known.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.title.zh} | ${rule.title.en} | ${defaultLevel(rule)} | ${fixNames[rule.fix].zh} ${fixNames[rule.fix].en} |`,
  );
  return `<!-- Generated by scripts/generate.ts. -->

# 规则 · Rules

| 规则 rule | 标题 | title | 级别 level | 修复 fix |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

await generate();
