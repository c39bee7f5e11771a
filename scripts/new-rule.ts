import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { groups } from '../server/core/lint/rule.ts';

const usage = `npx node scripts/new-rule.ts <group> <id>   writes server/core/lint/rules/<group>/<id>.ts

  <group>   ${groups.join(', ')}
  <id>      two or more words in lower case with hyphens, unlike every other rule: space-han-latin`;

const rulesFolder = 'server/core/lint/rules';
const root = join(import.meta.dirname, '..');

/** The skeleton of a rule. Its tests fail until every … is replaced by texts, examples and a pattern. */
function outline(group: string, id: string): string {
  return `import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: '${id}',
  group: '${group}',
  level: 'warning',
  nursery: true,
  fix: 'none',
  title: { en: '…', zh: '…' },
  why: {
    en: '…',
    zh: '…',
  },
  message: {
    en: '… “{found}” …',
    zh: '…“{found}”…',
  },
  needs: [HAN],
  examples: [['…', '…'], '…'],
  prose({ text }, { report }) {
    for (const { index, 0: found } of text.matchAll(/…/g)) {
      report({ from: index, to: index + found.length }, { found });
    }
  },
});
`;
}

async function main([group = '', id = '', ...more]: readonly string[]): Promise<void> {
  if (more.length > 0 || !id) return fail(usage);
  if (!groups.some((known) => known === group)) return fail(`There is no group “${group}”.\n\n${usage}`);
  // The id becomes a name in rules/index.ts, and a single word might be a keyword.
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)+$/.test(id)) return fail(`“${id}” is no id for a rule.\n\n${usage}`);
  const taken = groups.map((one) => `${rulesFolder}/${one}/${id}.ts`).find((path) => existsSync(join(root, path)));
  if (taken) return fail(`There is a rule “${id}” already: ${taken}`);
  const path = `${rulesFolder}/${group}/${id}.ts`;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), outline(group, id), { flag: 'wx' });
  console.log(`Wrote ${path}

Fill in every …, then:
  npm run generate   enters the rule into the index, the schema and the documentation
  npx node --import ./test/helpers/property.ts --test --test-name-pattern="${id}" test/core/lint/rules.test.ts
and name it in CHANGELOG.md. CONTRIBUTING.md tells the rest.`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main(process.argv.slice(2));
