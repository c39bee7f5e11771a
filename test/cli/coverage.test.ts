import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { commitAll } from '../helpers/git.ts';
import { productNode, repository, type TestFolder, testFolder } from '../helpers/workspace.ts';

const english = (title: string) => `# ${title}

The model learns to remove noise from an image.

It was trained with \`fit()\` on 1,000 pictures of flowers.

See the notes on the model for more about it.
`;

const chinese = (title: string) => `# ${title}

模型学习去除图像中的噪声。

它用 \`fit()\` 在 1,000 张花的图片上训练。

更多内容请看关于模型的说明。
`;

describe('yijiao compare <folder>', () => {
  let folder: TestFolder;
  const run = (...args: string[]) =>
    spawnSync(productNode, [join(repository, 'dist/cli.cjs'), 'compare', ...args], {
      cwd: folder.path,
      env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
      encoding: 'utf8',
    });

  before(() => {
    folder = testFolder({
      'docs/en/same.md': english('Same'),
      'docs/zh/same.md': chinese('相同'),
      'docs/en/changed.md': english('Changed'),
      'docs/zh/changed.md': chinese('有改动'),
      'docs/en/short.md': english('Short'),
      'docs/zh/short.md': chinese('缺一段').replace(/它用[^\n]*\n\n/, ''),
      'docs/en/other.md': english('Other').replace('See the notes', 'Read the <script>notes</script>'),
      'docs/zh/other.md': chinese('又一页').replace('更多内容请看', '想了解更多，请看'),
      'docs/en/moved.md': `# Moved\n\n## \`One\`\n\nThe \`alpha()\` call begins [here](https://a.com/alpha).\n\n## \`Two\`\n\nThe \`beta()\` call begins [there](https://a.com/beta).\n\nIt ends with \`gamma()\`.\n`,
      'docs/zh/moved.md': `# 有移动\n\n## \`Two\`\n\n\`beta()\` 从[那里](https://a.com/beta)开始。\n\n它以 \`gamma()\` 结束。\n\n## \`One\`\n\n\`alpha()\` 从[这里](https://a.com/alpha)开始。\n`,
      'docs/en/new.md': english('New'),
      // Translations into other languages are no sources, and no Chinese pages.
      'docs/en/same.es.md': english('Igual'),
      'docs/ja/same.md': '# 同一\n\n画像から雑音除去を学習するモデル。千枚の花の画像で訓練済みである。\n',
      'docs/en/partly.md': english('Partly'),
      'docs/zh/partly.md': chinese('有一段英文').replace(
        /更多内容[^\n]*/,
        'See the notes on the model for more about it.',
      ),
      'docs/zh/alone.md': '# 没有原文\n\n这一页没有英文原文，也不需要。\n',
    });
    commitAll(folder, 'All in step');
    folder.write('docs/en/changed.md', english('Changed').replace('from an image', 'from moving pictures'));
  });
  after(() => folder.remove());

  test('tells how each page stands', () => {
    const { status, stdout, stderr } = run('docs', '--format', 'json');
    assert.equal(status, 1, stderr);
    const report = JSON.parse(stdout) as { pages: { chinese?: string; english?: string; state: string }[] };
    assert.deepEqual(
      report.pages.map(({ chinese: zh, english: en, state }) => [zh ?? en, state]),
      [
        ['docs/zh/alone.md', 'noSource'],
        ['docs/zh/changed.md', 'behind'],
        ['docs/zh/moved.md', 'inSync'],
        ['docs/zh/other.md', 'inSync'],
        ['docs/zh/partly.md', 'incomplete'],
        ['docs/zh/same.md', 'inSync'],
        ['docs/zh/short.md', 'incomplete'],
        ['docs/en/new.md', 'untranslated'],
      ],
    );
  });

  test('counts what is still English, in every form', () => {
    const [pretty, json, html] = ['pretty', 'json', 'html'].map((format) => run('docs', '--format', format).stdout);
    assert.match(pretty!, /docs\/zh\/partly\.md +incomplete +3\/4 {2}1 still English/);
    const { pages } = JSON.parse(json!) as { pages: { chinese?: string; untranslated: number; translated: number }[] };
    const page = pages.find(({ chinese: zh }) => zh === 'docs/zh/partly.md');
    assert.deepEqual([page?.untranslated, page?.translated], [1, 3]);
    assert.match(
      html!,
      /partly\.md<\/a>.*incomplete.*3 of 4 blocks.*<td class="number">1<\/td><td class="number"><\/td><\/tr>/,
    );
    assert.match(html!, /class="pair untranslated"><div lang="zh"><em>still English<\/em>See the notes/);
    assert.match(run('docs/zh/partly.md').stdout, /9 +9 {2}still English|7 +7 {2}still English/);
  });

  test('says that no source was found at all', () => {
    const alone = testFolder({ 'zh/a.md': '# 题\n\n文字。\n', 'zh/b.md': '# 题\n\n别的文字。\n' });
    const { status, stdout, stderr } = spawnSync(productNode, [join(repository, 'dist/cli.cjs'), 'compare', 'zh'], {
      cwd: alone.path,
      env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    alone.remove();
    assert.equal(status, 2);
    assert.match(stdout, /2 pages: no source 2/);
    assert.match(stderr, /Name its folder: compare <folder> <en folder>/);
  });

  test('is clean where everything is in step', () => {
    const inStep = testFolder({ 'en/a.md': english('A'), 'zh/a.md': chinese('甲') });
    const compare = () =>
      spawnSync(productNode, [join(repository, 'dist/cli.cjs'), 'compare', '.'], {
        cwd: inStep.path,
        env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', NO_COLOR: '1' },
        encoding: 'utf8',
      });
    // Nothing is missing; whether the English has changed since nobody knows.
    const unknown = compare();
    assert.equal(unknown.status, 3);
    assert.match(unknown.stdout, /zh\/a\.md\s+未知\s+4\/4\n\n共 1 页：未知 1。\n1 页不知道.*没有 git 历史/);
    commitAll(inStep, 'All in step');
    const { status, stdout } = compare();
    inStep.remove();
    assert.equal(status, 0);
    assert.match(stdout, /zh\/a\.md\s+已同步\s+4\/4\n\n共 1 页：已同步 1。\n$/);
  });

  test('says where the history does not tell what the English was', () => {
    const clone = testFolder();
    clone.remove();
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder.path}`, clone.path]);
    for (const format of ['pretty', 'html', 'json']) {
      const { stdout, status } = spawnSync(
        productNode,
        [join(repository, 'dist/cli.cjs'), 'compare', 'docs', '--format', format],
        {
          cwd: clone.path,
          env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
          encoding: 'utf8',
        },
      );
      // Blocks are missing in some, which is known.
      assert.equal(status, 1);
      if (format === 'json') {
        const { pages } = JSON.parse(stdout) as { pages: { chinese: string; state: string; unknown?: string }[] };
        const same = pages.find((page) => page.chinese === 'docs/zh/same.md');
        assert.deepEqual([same?.state, same?.unknown], ['unknown', 'shallow']);
        const short = pages.find((page) => page.chinese === 'docs/zh/short.md');
        assert.deepEqual([short?.state, short?.unknown], ['incomplete', 'shallow']);
      } else {
        assert.match(
          stdout,
          /6 pages: it is not known whether the English has changed since the translation\. .*git fetch --unshallow/,
        );
        assert.match(
          stdout,
          format === 'html' ? /class="state unknown" title="The clone is shallow/ : /same\.md +not known +4\/4/,
        );
      }
    }
    clone.remove();
    assert.doesNotMatch(run('docs').stdout, /Not known/);
    const nothing = testFolder({ 'a.md': 'Text.\n' });
    const { stdout } = spawnSync(productNode, [join(repository, 'dist/cli.cjs'), 'compare', nothing.path], {
      env: { ...process.env, LC_ALL: 'C' },
      encoding: 'utf8',
    });
    nothing.remove();
    assert.match(stdout, /No translation was found\./);
  });

  test('finds the sources outside of git and without settings', () => {
    const plain = testFolder({
      'docs/en/a.md': english('A'),
      'docs/zh/a.md': chinese('甲').replace(/它用[^\n]*\n\n/, ''),
      'other/a.md': english('Other'),
    });
    rmSync(plain.at('.git'), { recursive: true });
    const yijiao = (...args: string[]) =>
      spawnSync(productNode, [join(repository, 'dist/cli.cjs'), ...args], {
        cwd: plain.path,
        env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
        encoding: 'utf8',
      });
    const sourcesOf = (...args: string[]) =>
      (
        JSON.parse(yijiao('compare', ...args, '--format', 'json').stdout) as { pages: { english?: string }[] }
      ).pages.map((page) => page.english);
    assert.deepEqual(sourcesOf('docs/zh', 'docs/en'), ['docs/en/a.md']);
    assert.deepEqual(sourcesOf('docs/zh'), ['docs/en/a.md']);
    assert.deepEqual(sourcesOf('docs/zh', 'other'), ['other/a.md']);
    assert.equal(yijiao('compare', 'docs/zh', 'docs/en').status, 1);
    for (const path of ['docs/zh', 'docs/zh/a.md']) assert.match(yijiao('check', path).stdout, /missing-block/, path);
    assert.match(yijiao('compare', 'docs/zh/a.md').stdout, /docs\/zh\/a\.md ↔ docs\/en\/a\.md/);
    plain.remove();
  });

  test('finds the sources in a clone of their own', () => {
    const clones = testFolder({
      'translated-content/.git/HEAD': 'ref: refs/heads/main\n',
      'translated-content/files/zh-cn/web/a/index.md': chinese('甲'),
      'content/files/en-us/web/a/index.md': english('A'),
    });
    const compare = (...args: string[]) =>
      spawnSync(productNode, [join(repository, 'dist/cli.cjs'), 'compare', ...args], {
        cwd: clones.path,
        env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
        encoding: 'utf8',
      });
    assert.match(compare('translated-content').stdout, /index\.md +no source/);
    assert.match(compare('translated-content', 'content').stdout, /index\.md +not known +4\/4/);
    assert.equal(compare('translated-content', 'content', 'more').status, 2);
    const { status, stderr } = compare('translated-content', 'contents');
    assert.equal(status, 2);
    assert.match(stderr, /No such folder: contents/);
    clones.remove();
  });

  test('tells what is translated in two ways', () => {
    const { stdout } = run('docs');
    assert.doesNotMatch(stdout, /several ways/);
    folder.write('docs/zh/same.md', chinese('相同').replace('去除图像中的噪声', '消除图片里的噪声'));
    const again = run('docs').stdout;
    folder.write('docs/zh/same.md', chinese('相同'));
    assert.match(
      again,
      /several ways\n {2}The model learns to remove noise from an image\.\n {4}模型学习去除图像中的噪声。/,
    );
  });

  test('writes a page of HTML in which nothing of the texts is markup', () => {
    const { stdout } = run('docs', '--format', 'html');
    assert.match(stdout, /^<!doctype html>/);
    assert.doesNotMatch(stdout, /<script/i);
    assert.match(stdout, /Read the &lt;script&gt;notes/);
    assert.match(stdout, /<del>(?:an )?image<\/del>/);
    assert.match(stdout, /<ins>(?:moving )?pictures<\/ins>/);
    assert.match(stdout, /class="pair missing"/);
    assert.match(
      stdout,
      /class="pair moved"><div lang="zh"><em>moved<\/em>`alpha\(\)` 从[^<]*<\/div><div lang="en">The `alpha/,
    );
    assert.doesNotMatch(stdout, /undefined/);
    assert.match(stdout, /<svg role="img"/);
    assert.match(stdout, /<rect class="behind"[^>]*><title>docs\/zh\/changed\.md: behind, 100 %<\/title>/);
    assert.doesNotMatch(stdout, /(?:src|href)="(?!#)/);
  });
});
