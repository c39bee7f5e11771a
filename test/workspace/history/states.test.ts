import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { coverageOf, type PageCoverage } from '../../../server/workspace/coverage/coverage.ts';
import { unknownReasons } from '../../../server/workspace/coverage/coverage-texts.ts';
import { nodeFiles } from '../../../server/workspace/files/node-files.ts';
import {
  type FaultReason,
  type History,
  HistoryFault,
  trustedHistory,
} from '../../../server/workspace/history/history.ts';
import { nodeGit } from '../../../server/workspace/history/node-git.ts';
import { withVirtualPages } from '../../../server/workspace/source/virtual-pages.ts';
import { git } from '../../helpers/git.ts';
import { defaults } from '../../helpers/settings.ts';
import { type TestFolder, testFolder } from '../../helpers/workspace.ts';

const EN = 'docs/en/a.md';
const ZH = 'docs/zh/a.md';

const english = (training = 'many pictures of flowers') => `# Noise

The model learns to remove noise from an image.

It was trained with \`fit()\` on ${training} in 3 days.

\`\`\`js
fit(pictures);
\`\`\`

See the [notes](https://example.com/a) on the model for more, which GitHub keeps.
`;
const chinese = (training = '许多张花的图片') => `# 噪声

模型学习去除图像中的噪声。

它用 \`fit()\` 在${training}上训练了 3 天。

\`\`\`js
fit(pictures);
\`\`\`

更多内容请看关于模型的[说明](https://example.com/a)，由 GitHub 保存。
`;
const changed = english('one million drawings of trees');
const followed = chinese('一百万幅树的绘画');

/** A checkout in the making. */
class Checkout {
  readonly folder: TestFolder = testFolder();

  constructor() {
    this.git('init', '-q', '-b', 'main');
    for (const [key, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.com'],
      ['protocol.file.allow', 'always'],
      ['uploadpack.allowFilter', 'true'],
      ['merge.ff', 'false'],
    ] as const)
      this.git('config', key, value);
  }

  git(...args: string[]): string {
    return git(this.folder, '-c', 'protocol.file.allow=always', ...args);
  }

  /** Writes files, or removes those of no text, and commits all that there is. */
  commit(files: Record<string, string | undefined>): string {
    for (const [name, text] of Object.entries(files)) {
      if (text === undefined) rmSync(this.folder.at(name));
      else this.folder.write(name, text);
    }
    this.git('add', '-A');
    this.git('commit', '-qm', 'A change', '--allow-empty');
    return this.git('rev-parse', 'HEAD');
  }

  move(from: string, to: string): void {
    this.folder.write(`${to}.place`, '');
    rmSync(this.folder.at(`${to}.place`));
    this.git('mv', from, to);
  }

  clone(...options: string[]): TestFolder {
    const folder = testFolder();
    folder.remove();
    execFileSync('git', ['clone', '-q', ...options, `file://${this.folder.path}`, folder.path], { stdio: 'pipe' });
    return folder;
  }
}

async function pagesOf(folder: TestFolder, history: History | undefined = nodeGit): Promise<readonly PageCoverage[]> {
  const root = folder.uri('').replace(/\/$/, '');
  const files = withVirtualPages(nodeFiles, history);
  return (await coverageOf(files, root, { root, history })).pages.filter(({ state }) => state !== 'untranslated');
}

/** `state`, or `unknown: reason`. */
async function stateOf(folder: TestFolder, history?: History): Promise<string> {
  const [page, ...more] = await pagesOf(folder, history);
  assert.deepEqual(more, []);
  assert.ok(page);
  assert.equal(page.since === undefined, page.unknown !== undefined, 'either the revision is known, or why not');
  if (page.state === 'unknown') assert.ok(page.unknown);
  return page.unknown ? `${page.state}: ${page.unknown}` : page.state;
}

const marked = (id: string, text = chinese()) => `---\nsourceCommit: ${id}\n---\n\n${text}`;

/** A page that is its own source. */
const inComments = (words: string, zh: string) => `<!-- ## Noise -->
## 噪声

<!-- The model learns to ${words}. -->
模型学习${zh}。

<!-- It was trained in 3 days. -->
它训练了 3 天。
`;

/** Both pages, then a change of the English, and what became of the Chinese. */
const onBehind = (zh: string) => (c: Checkout) => {
  c.commit({ [EN]: english(), [ZH]: chinese() });
  c.commit({ [EN]: changed });
  c.commit({ [ZH]: zh });
};

const fixed = () => {
  const untidy = chinese()
    .replace('它用 `fit()` 在', '它用`fit()`在')
    .replace('。', '.')
    .replace('噪声.', '噪声,很多噪声.');
  const lint = createLinter(defaults);
  return { untidy, tidy: fixAll(parseMarkdown(untidy), lint).text };
};

/** What it gives is looked at, or else the checkout. */
type Make = (c: Checkout) => TestFolder | unknown;
type Row = readonly [name: string, make: Make, state: string];

const noSync: readonly [name: string, make: Make][] = [
  ['blanks', onBehind(chinese().replaceAll(' `fit()` ', '`fit()`'))],
  ['lines wrapped otherwise', onBehind(chinese().replace('，由', '，\n由'))],
  ['punctuation', onBehind(chinese().replaceAll('。', '.').replace('，', '、'))],
  ['emphasis', onBehind(chinese().replace('图像', '**图像**').replace('模型', '*模型*'))],
  ['code marks around a word', onBehind(chinese().replace('GitHub', '`GitHub`'))],
  ['another case and width', onBehind(chinese().replace('GitHub', 'github').replace('3 天', '３ 天'))],
  ['the target of a link', onBehind(chinese().replace('com/a', 'com/b'))],
  ['a link taken away', onBehind(chinese().replace('[说明](https://example.com/a)', '说明'))],
  ['the level of a heading, and its id', onBehind(chinese().replace('# 噪声', '## 噪声 {#noise}'))],
  ['an anchor', onBehind(chinese().replace('# 噪声', '<a id="n"></a>\n\n# 噪声'))],
  ['a comment', onBehind(`<!-- 以后再看 -->\n\n${chinese()}`)],
  ['front matter', onBehind(`---\ntags: [模型]\n---\n\n${chinese()}`)],
  ['the language of a code block', onBehind(chinese().replace('```js', '```javascript'))],
  ['line ends', onBehind(chinese().replaceAll('\n', '\r\n'))],
  [
    'several such commits',
    (c) => {
      onBehind(chinese().replaceAll('。', '.'))(c);
      c.commit({ [ZH]: chinese().replaceAll(' `', '`') });
      c.commit({ [ZH]: chinese() });
    },
  ],
  [
    'the fixes of Yijiao',
    (c) => {
      const { untidy, tidy } = fixed();
      assert.notEqual(untidy, tidy);
      c.commit({ [EN]: english(), [ZH]: untidy });
      c.commit({ [EN]: changed });
      c.commit({ [ZH]: tidy });
    },
  ],
  [
    'a commit of other files',
    (c) => {
      onBehind(chinese())(c);
      c.commit({ 'other.md': 'Text.\n' });
    },
  ],
];

const syncs: readonly [name: string, make: Make][] = [
  ['the words of a paragraph', onBehind(followed)],
  ['one character', onBehind(chinese('许多幅花的图片'))],
  ['a number', onBehind(chinese().replace('3 天', '4 天'))],
  ['inline code', onBehind(chinese().replace('`fit()`', '`train()`'))],
  ['a code block', onBehind(chinese().replace('fit(pictures)', 'fit(drawings)'))],
  ['a picture', onBehind(`${chinese()}\n![](a.png)\n`)],
  ['a component', onBehind(`${chinese()}\n<Video id="a" />\n`)],
  ['words among other fixes', onBehind(followed.replaceAll('。', '.').replaceAll(' `fit()` ', '`fit()`'))],
];

const tables: Record<string, readonly Row[]> = {
  'what is no sync': noSync.map(([name, make]): Row => [name, make, 'behind']),
  'what is a sync': syncs.map(([name, make]): Row => [name, make, 'inSync']),
  moves: [
    [
      'both pages',
      (c) => {
        onBehind(chinese())(c);
        c.move('docs', 'pages');
        c.commit({});
      },
      'behind',
    ],
    [
      'both pages, before the English changes',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.move('docs', 'pages');
        c.commit({});
      },
      'inSync',
    ],
    [
      'both pages into another folder, with fixes',
      (c) => {
        onBehind(chinese())(c);
        c.move(EN, 'docs/en/deep/b.md');
        c.move(ZH, 'docs/zh/deep/b.md');
        c.commit({ 'docs/zh/deep/b.md': chinese().replaceAll('。', '.') });
      },
      'behind',
    ],
    [
      'the translation',
      (c) => {
        c.commit({ [EN]: english(), 'docs/en/b.md': english(), [ZH]: chinese() });
        c.commit({ [EN]: changed, 'docs/en/b.md': changed });
        c.move(ZH, 'docs/zh/b.md');
        c.commit({});
      },
      'behind',
    ],
    [
      'the source',
      (c) => {
        c.commit({ 'docs/en/old.md': english(), [ZH]: chinese() });
        c.move('docs/en/old.md', EN);
        c.commit({});
      },
      'inSync',
    ],
    [
      'the source, and then it changes',
      (c) => {
        c.commit({ 'docs/en/old.md': english(), [ZH]: chinese() });
        c.move('docs/en/old.md', EN);
        c.commit({});
        c.commit({ [EN]: changed });
      },
      'behind',
    ],
    [
      'the source twice, with a change',
      (c) => {
        c.commit({ 'english/old.md': english(), [ZH]: chinese() });
        c.move('english/old.md', 'docs/en/older.md');
        c.commit({});
        c.move('docs/en/older.md', EN);
        c.commit({ [EN]: changed });
      },
      'behind',
    ],
    [
      'there and back',
      (c) => {
        onBehind(chinese())(c);
        c.move('docs', 'pages');
        c.commit({});
        c.move('pages', 'docs');
        c.commit({});
      },
      'behind',
    ],
    [
      'with a translation of what changed',
      (c) => {
        onBehind(chinese())(c);
        c.move('docs', 'pages');
        c.commit({ 'pages/zh/a.md': followed });
      },
      'inSync',
    ],
    [
      'of a page whose name is Chinese',
      (c) => {
        c.commit({ 'docs/en/页 "a".md': english(), 'docs/zh/页 "a".md': chinese() });
        c.commit({ 'docs/en/页 "a".md': changed });
        c.move('docs', '文档');
        c.commit({});
      },
      'behind',
    ],
  ],
  'reverts and merges': [
    [
      'a sync that is reverted',
      (c) => {
        onBehind(followed)(c);
        c.git('revert', '--no-edit', 'HEAD');
      },
      'behind',
    ],
    [
      'a sync that is reverted and comes back',
      (c) => {
        onBehind(followed)(c);
        c.git('revert', '--no-edit', 'HEAD');
        c.git('revert', '--no-edit', 'HEAD');
      },
      'inSync',
    ],
    [
      'a text that is restored by hand',
      (c) => {
        onBehind(followed)(c);
        c.commit({ [ZH]: chinese() });
        c.commit({ [ZH]: chinese().replaceAll('。', '.') });
      },
      'behind',
    ],
    [
      'a change of the English that is reverted',
      (c) => {
        onBehind(chinese())(c);
        c.commit({ [EN]: english() });
      },
      'inSync',
    ],
    [
      'a page that is removed and comes back',
      (c) => {
        onBehind(chinese())(c);
        c.commit({ [ZH]: undefined });
        c.commit({ [ZH]: chinese() });
      },
      'behind',
    ],
    [
      'a branch from before the English changed',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [ZH]: chinese('很多张花的图片') });
        c.git('checkout', '-q', 'main');
        c.commit({ [EN]: changed });
        c.git('merge', '-q', '-m', 'Merge', 'topic');
      },
      'behind',
    ],
    [
      'a branch from after the English changed',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [EN]: changed });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [ZH]: followed });
        c.git('checkout', '-q', 'main');
        c.commit({ 'other.md': 'Text.\n' });
        c.git('merge', '-q', '-m', 'Merge', 'topic');
      },
      'inSync',
    ],
    [
      'a branch with a change of the English',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [EN]: changed });
        c.git('checkout', '-q', 'main');
        c.commit({ [ZH]: chinese('很多张花的图片') });
        c.git('merge', '-q', '-m', 'Merge', 'topic');
      },
      'behind',
    ],
    [
      'a translation that a merge throws away',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [EN]: changed });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [ZH]: followed });
        c.git('checkout', '-q', 'main');
        c.commit({ 'other.md': 'Text.\n' });
        c.git('merge', '-q', '-s', 'ours', '-m', 'Merge', 'topic');
      },
      'behind',
    ],
    [
      'two texts joined, one of them a sync',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [ZH]: chinese().replace('学习去除', '学着去除') });
        c.git('checkout', '-q', 'main');
        c.commit({ [EN]: changed });
        c.commit({ [ZH]: followed });
        c.git('merge', '-q', '-m', 'Merge', 'topic');
      },
      'inSync',
    ],
    [
      'two texts joined, none of them a sync',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.git('checkout', '-qb', 'topic');
        c.commit({ [ZH]: chinese().replace('学习去除', '学着去除') });
        c.git('checkout', '-q', 'main');
        c.commit({ [ZH]: chinese().replace('更多内容', '更多的内容') });
        c.commit({ [EN]: changed });
        c.git('merge', '-q', '-m', 'Merge', 'topic');
      },
      'behind',
    ],
  ],
  'other ways to keep two languages': [
    [
      'the English in comments, which changes',
      (c) => {
        c.commit({ [ZH]: inComments('remove noise', '去除噪声') });
        c.commit({ [ZH]: inComments('find all of the shapes', '去除噪声') });
      },
      'behind',
    ],
    [
      'the English in comments, and both change',
      (c) => {
        c.commit({ [ZH]: inComments('remove noise', '去除噪声') });
        c.commit({ [ZH]: inComments('find all of the shapes', '找出所有形状') });
      },
      'inSync',
    ],
    [
      'a fork whose upstream has gone on',
      (c) => {
        c.commit({ 'a.md': english() });
        c.git('checkout', '-qb', 'upstream');
        c.commit({ 'a.md': changed });
        c.git('checkout', '-q', 'main');
        c.commit({ 'a.md': chinese() });
      },
      'behind',
    ],
    [
      'a fork that has nothing in common with its upstream',
      (c) => {
        c.commit({ 'a.md': english() });
        c.git('branch', '-m', 'upstream');
        c.git('checkout', '-q', '--orphan', 'main');
        c.commit({ 'a.md': chinese() });
      },
      'unknown: noSourceThen',
    ],
    [
      'a second worktree',
      (c) => {
        onBehind(chinese())(c);
        const folder = testFolder();
        folder.remove();
        c.git('worktree', 'add', '-q', folder.path, '-b', 'other');
        return folder;
      },
      'behind',
    ],
    [
      'a translation in a worktree of its own',
      (c) => {
        c.commit({ [EN]: english() });
        c.git('worktree', 'add', '-q', c.folder.at('docs/zh'), '-b', 'zh');
        c.folder.write('docs/zh/a.md', chinese());
        rmSync(c.folder.at('docs/zh/docs'), { recursive: true });
        execFileSync('sh', ['-c', 'git add -A && git -c user.name=T -c user.email=t@e commit -qm Translate'], {
          cwd: c.folder.at('docs/zh'),
        });
      },
      'unknown: noSourceThen',
    ],
  ],
  'what is not known': [
    [
      'a shallow clone',
      (c) => {
        onBehind(followed)(c);
        c.commit({ 'other.md': 'Text.\n' });
        return c.clone('--depth', '1');
      },
      'unknown: shallow',
    ],
    [
      'a shallow clone that ends at a commit of both pages',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [EN]: changed, [ZH]: followed });
        return c.clone('--depth', '1');
      },
      'unknown: shallow',
    ],
    [
      'a shallow clone that reaches back far enough',
      (c) => {
        c.commit({ 'other.md': 'Text.\n' });
        onBehind(chinese())(c);
        return c.clone('--depth', '4');
      },
      'behind',
    ],
    [
      'a shallow clone that holds the last sync',
      (c) => {
        onBehind(followed)(c);
        c.commit({ 'other.md': 'Text.\n' });
        return c.clone('--depth', '3');
      },
      'inSync',
    ],
    [
      'a shallow clone in which only fixes are seen',
      (c) => {
        onBehind(chinese().replaceAll('。', '.'))(c);
        return c.clone('--depth', '2');
      },
      'unknown: shallow',
    ],
    [
      'a mark within a shallow clone',
      (c) => {
        const first = c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [ZH]: marked(first) });
        c.commit({ [EN]: changed });
        return c.clone('--depth', '3');
      },
      'behind',
    ],
    [
      'a mark beyond a shallow clone',
      (c) => {
        const first = c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [ZH]: marked(first) });
        return c.clone('--depth', '1');
      },
      'unknown: shallow',
    ],
    [
      'a partial clone',
      (c) => {
        onBehind(chinese())(c);
        return c.clone('--filter=blob:none');
      },
      'unknown: partial',
    ],
    [
      'a mark that is nowhere',
      (c) => void c.commit({ [EN]: english(), [ZH]: marked('1a2b3c4d5e6f7') }),
      'unknown: unknownMark',
    ],
    [
      'a mark that is no commit',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [ZH]: marked(c.git('rev-parse', `HEAD:${EN}`)) });
      },
      'unknown: unknownMark',
    ],
    [
      'a mark from before there was a source',
      (c) => {
        const first = c.commit({ 'other.md': 'Text.\n' });
        c.commit({ [EN]: english(), [ZH]: marked(first) });
      },
      'unknown: noSourceThen',
    ],
    [
      'a short mark',
      (c) => {
        const first = c.commit({ [EN]: english(), [ZH]: chinese() });
        c.commit({ [EN]: changed, [ZH]: marked(first.slice(0, 9)) });
      },
      'behind',
    ],
    [
      'a page that is not committed',
      (c) => {
        c.commit({ [EN]: english() });
        c.folder.write(ZH, chinese());
      },
      'unknown: uncommitted',
    ],
    [
      'a page that is only added',
      (c) => {
        c.commit({ [EN]: english() });
        c.folder.write(ZH, chinese());
        c.git('add', '.');
      },
      'unknown: uncommitted',
    ],
    [
      'a checkout without a commit',
      (c) => {
        c.folder.write(EN, english());
        c.folder.write(ZH, chinese());
      },
      'unknown: uncommitted',
    ],
    [
      'a source that is not committed',
      (c) => {
        c.commit({ [ZH]: chinese() });
        c.folder.write(EN, english());
      },
      'unknown: noSourceThen',
    ],
    [
      'a source that is younger than the page',
      (c) => {
        c.commit({ [ZH]: chinese() });
        c.commit({ [EN]: english() });
      },
      'unknown: noSourceThen',
    ],
    [
      'a page that is being changed',
      (c) => {
        onBehind(chinese())(c);
        c.folder.write(ZH, followed);
      },
      'behind',
    ],
    [
      'a source that is being changed',
      (c) => {
        c.commit({ [EN]: english(), [ZH]: chinese() });
        c.folder.write(EN, changed);
      },
      'behind',
    ],
    [
      'a source in a submodule',
      (c) => {
        const source = new Checkout();
        source.commit({ 'a.md': english() });
        c.git('submodule', '--quiet', 'add', `file://${source.folder.path}`, 'docs/en');
        c.commit({ [ZH]: chinese() });
        source.folder.remove();
      },
      'unknown: otherCheckout',
    ],
    [
      'a page in a submodule',
      (c) => {
        const translation = new Checkout();
        translation.commit({ 'a.md': chinese() });
        c.git('submodule', '--quiet', 'add', `file://${translation.folder.path}`, 'docs/zh');
        c.commit({ [EN]: english() });
        translation.folder.remove();
      },
      'unknown: otherCheckout',
    ],
    [
      'a source in a submodule, with a mark',
      (c) => {
        const source = new Checkout();
        const id = source.commit({ 'a.md': english() });
        source.commit({ 'a.md': changed });
        c.git('submodule', '--quiet', 'add', `file://${source.folder.path}`, 'docs/en');
        c.commit({ [ZH]: marked(id) });
        source.folder.remove();
      },
      'behind',
    ],
    [
      'no checkout',
      (c) => {
        rmSync(c.folder.at('.git'), { recursive: true });
        c.folder.write(EN, english());
        c.folder.write(ZH, chinese());
      },
      'unknown: noHistory',
    ],
    [
      'what is missing is known all the same',
      (c) => {
        c.commit({ [EN]: english() });
        c.folder.write(ZH, chinese().replace(/它用[^\n]*\n\n/, ''));
      },
      'incomplete: uncommitted',
    ],
  ],
};

for (const [title, rows] of Object.entries(tables)) {
  describe(title, () => {
    for (const [name, make, state] of rows) {
      test(name, async () => {
        const checkout = new Checkout();
        const made = make(checkout);
        // A clone of it, where one was made.
        const folder = (made as TestFolder | undefined) ?? checkout.folder;
        assert.equal(await stateOf(folder), state);
        folder.remove();
        checkout.folder.remove();
      });
    }
  });
}

describe('a history that cannot be asked', () => {
  const made = () => {
    const checkout = new Checkout();
    checkout.commit({ [EN]: english(), [ZH]: chinese() });
    return checkout.folder;
  };
  const within = async (environment: Record<string, string>, run: () => Promise<void>) => {
    const before = { ...process.env };
    Object.assign(process.env, environment);
    await run().finally(() => {
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    });
  };

  const reasons: FaultReason[] = ['untrusted', 'noGit', 'noHistory', 'notOwned', 'timeout', 'failed'];
  for (const reason of reasons) {
    test(`says so: ${reason}`, async () => {
      const folder = made();
      const fail = () => Promise.reject(new HistoryFault(reason));
      const history: History = {
        read: fail,
        content: fail,
        last: fail,
        versions: fail,
        resolve: fail,
        mergeBase: fail,
        checkout: fail,
        below: () => history,
      };
      assert.equal(await stateOf(folder, history), `unknown: ${reason}`);
      folder.remove();
    });
  }

  test('is told from one that nobody trusts, and from none', async () => {
    const folder = made();
    assert.equal(
      await stateOf(
        folder,
        trustedHistory(nodeGit, () => false),
      ),
      'unknown: untrusted',
    );
    assert.equal(
      await stateOf(
        folder,
        trustedHistory(nodeGit, () => true),
      ),
      'inSync',
    );
    const root = folder.uri('').replace(/\/$/, '');
    assert.equal((await coverageOf(nodeFiles, root, { root })).pages[0]?.unknown, 'noGit');
    folder.remove();
  });

  test('is told where git is missing, fails, or refuses the checkout of another user', async () => {
    const folder = made();
    const empty = testFolder();
    await within({ PATH: empty.path }, async () => assert.equal(await stateOf(folder), 'unknown: noGit'));
    empty.write('git', '#!/bin/sh\nexit 5\n');
    execFileSync('chmod', ['+x', empty.at('git')]);
    await within({ PATH: empty.path }, async () => assert.equal(await stateOf(folder), 'unknown: failed'));
    await within({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, async () =>
      assert.equal(await stateOf(folder), 'unknown: notOwned'),
    );
    assert.equal(await stateOf(folder), 'inSync');
    empty.remove();
    folder.remove();
  });

  test('is told where git does not answer, once for all pages', async () => {
    const folder = made();
    folder.write('docs/en/b.md', english());
    folder.write('docs/zh/b.md', chinese());
    const slow = testFolder({ git: '#!/bin/sh\necho x >> "$(dirname "$0")/asked"\nexec /bin/sleep 60\n' });
    execFileSync('chmod', ['+x', slow.at('git')]);
    await within({ PATH: `${slow.path}:${process.env.PATH}` }, async () => {
      const pages = await pagesOf(folder);
      assert.deepEqual(
        pages.map(({ unknown }) => unknown),
        ['timeout', 'timeout'],
      );
    });
    assert.equal(readFileSync(slow.at('asked'), 'utf8'), 'x\n');
    slow.remove();
    folder.remove();
  });

  test('is asked for the checkout of the page, also within a hook of git', async () => {
    const folder = made();
    await within({ GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: 'x/' }, async () =>
      assert.equal(await stateOf(folder), 'inSync'),
    );
    folder.remove();
  });

  test('has a reason in both languages for each', () => {
    for (const { en, zh } of Object.values(unknownReasons)) assert.ok(en.endsWith('.') && zh.endsWith('。'));
  });
});
