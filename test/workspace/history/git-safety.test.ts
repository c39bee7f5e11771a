import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ifKnown } from '../../../server/workspace/history/history.ts';
import { nodeGit } from '../../../server/workspace/history/node-git.ts';
import { commitAll, git } from '../../helpers/git.ts';
import { repository, type TestFolder, testFolder } from '../../helpers/workspace.ts';

const missing = 'f'.repeat(40);
const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

// A checkout whose own settings name a command wherever git knows a place for one.
describe('a hostile checkout', () => {
  let folder: TestFolder;
  let mark: string;
  let first: string;
  const page = () => folder.uri('docs/zh/a.md');
  const program = (name: string, text: string) => {
    folder.write(name, text);
    chmodSync(folder.at(name), 0o755);
  };

  before(() => {
    folder = testFolder({
      'docs/en/a.md': 'The page.\n',
      'docs/zh/a.md': `---\nsourceCommit: ${missing}\n---\n\n这一页。\n`,
      'docs/zh/moved.md': '这一页也是译文，内容很多。\n',
      '.gitattributes': '*.md diff=evil filter=evil merge=evil\n',
      // What looks like a repository of its own.
      'docs/zh/HEAD': 'ref: refs/heads/main\n',
      'docs/zh/objects/info/x': '',
      'docs/zh/refs/x': '',
    });
    mark = folder.at('ran');
    folder.write('docs/zh/config', `[core]\n\tbare = true\n\tfsmonitor = touch ${mark}\n\tpager = touch ${mark}\n`);
    folder.write('docs/en/moved.md', 'This page is a translation, too.\n');
    first = commitAll(folder, 'Translate');
    git(folder, 'mv', 'docs/zh/moved.md', 'docs/zh/b.md');
    folder.write('docs/en/a.md', 'The page has changed.\n');
    git(folder, 'commit', '-qam', 'Change it');
    // A commit with a signature, which a program is to verify.
    const signed = git(folder, 'cat-file', 'commit', 'HEAD').replace(
      /\n\n/,
      '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n',
    );
    const id = execFileSync(real, ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: folder.path,
      input: `${signed}\n`,
      encoding: 'utf8',
    }).trim();
    git(folder, 'update-ref', 'HEAD', id);
    program('run', `#!/bin/sh\ntouch ${mark}\n`);
    for (const hook of [
      'post-checkout',
      'reference-transaction',
      'post-index-change',
      'fsmonitor-watchman',
      'pre-auto-gc',
    ])
      program(`hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`);
    const run = folder.at('run');
    const settings: Record<string, string> = {
      'core.repositoryformatversion': '1',
      'extensions.partialClone': 'evil',
      'remote.evil.promisor': 'true',
      'remote.evil.url': `ext::sh -c touch% ${mark}`,
      'remote.evil.uploadpack': run,
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
      'protocol.file.allow': 'always',
      'core.sshCommand': run,
      'core.gitProxy': run,
      'core.fsmonitor': run,
      'core.hooksPath': folder.at('hooks'),
      'core.pager': run,
      'core.editor': run,
      'core.askPass': run,
      'core.alternateRefsCommand': run,
      'pager.log': run,
      'pager.cat-file': run,
      'diff.external': run,
      'diff.evil.command': run,
      'diff.evil.textconv': run,
      'diff.trustExitCode': 'true',
      'filter.evil.smudge': run,
      'filter.evil.clean': run,
      'filter.evil.process': run,
      'merge.evil.driver': run,
      'interactive.diffFilter': run,
      'log.showSignature': 'true',
      'log.follow': 'true',
      'log.showRoot': 'false',
      'gpg.program': run,
      'gpg.ssh.program': run,
      'gpg.ssh.defaultKeyCommand': run,
      'credential.helper': `!${run}`,
      'uploadpack.packObjectsHook': run,
      'alias.log': `!${run}`,
      'alias.cat-file': `!${run}`,
      'alias.rev-parse': `!${run}`,
      'submodule.x.update': `!${run}`,
      'include.path': folder.at('more'),
    };
    folder.write(
      'more',
      `[core]\n\tfsmonitor = ${run}\n[includeIf "gitdir:${folder.path}/"]\n\tpath = ${folder.at('more')}2\n`,
    );
    folder.write('more2', `[diff]\n\texternal = ${run}\n`);
    for (const [key, value] of Object.entries(settings))
      execFileSync(real, ['config', key, value], { cwd: folder.path });
    // Found before the real one where the working folder is looked through.
    program('git', `#!/bin/sh\ntouch ${mark}\n`);
    program('docs/zh/git', `#!/bin/sh\ntouch ${mark}\n`);
    // A git of old: it does not know that nothing is to be fetched.
    program('old/git', `#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec ${real} "$@"\n`);
  });
  after(() => folder.remove());

  const ways: [name: string, path: () => string][] = [
    ['the git of the machine', () => process.env.PATH!],
    ['a git that fetches what is missing', () => folder.at('old') + delimiter + process.env.PATH],
    ['a path that begins in the working folder', () => `.${delimiter}${process.env.PATH}`],
  ];
  for (const [name, path] of ways) {
    test(`runs nothing with ${name}`, async () => {
      const before = process.env.PATH;
      process.env.PATH = path();
      try {
        for (const history of [nodeGit, nodeGit.below(folder.uri('docs'))]) {
          for (const uri of [page(), folder.uri('docs/zh/b.md'), folder.uri('docs/en/a.md')]) {
            for (const revision of [first, missing, 'main', 'HEAD']) {
              await ifKnown(history.read(uri, revision));
              await ifKnown(history.resolve(uri, revision));
              await ifKnown(history.content(uri, revision));
              await ifKnown(history.mergeBase(uri, revision, 'HEAD'));
            }
            await ifKnown(history.versions(uri));
            await ifKnown(history.last(uri));
            await ifKnown(history.checkout(uri));
          }
        }
        assert.equal(existsSync(mark), false);
        const cli = spawnSync(
          process.execPath,
          [join(repository, 'dist/cli.cjs'), 'compare', 'docs', '--format', 'json'],
          {
            cwd: folder.path,
            encoding: 'utf8',
          },
        );
        assert.equal(existsSync(mark), false);
        const { pages } = JSON.parse(cli.stdout) as { pages: { chinese: string; state: string; since?: string }[] };
        // It answers all the same, where it can.
        assert.deepEqual(
          pages.filter((one) => one.chinese).map((one) => [one.chinese, one.state]),
          [
            ['docs/zh/a.md', 'unknown'],
            ['docs/zh/b.md', 'noSource'],
          ],
        );
      } finally {
        process.env.PATH = before;
      }
    });
  }

  test('would run something, were git asked without care', () => {
    const environment: NodeJS.ProcessEnv = { ...process.env };
    delete environment.GIT_NO_LAZY_FETCH;
    spawnSync(real, ['rev-parse', '--verify', `${missing}^{commit}`], { cwd: folder.path, env: environment });
    spawnSync(real, ['cat-file', '-p', missing], { cwd: folder.path, env: environment });
    assert.equal(existsSync(mark), true);
    rmSync(mark);
  });
});
