import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { runMain, temporaryFolder } from '../../scripts/vscode-host/cleanup.ts';
import { repoRoot, testOutput } from '../../scripts/vscode-host/paths.ts';
import { withThisNode } from '../../scripts/vscode-host/processes.ts';
import { bundleSuite } from './bundle.ts';
import { chooseLauncher } from './launcher.ts';

/** Runs test/vscode/suite inside a real VS Code that has a copy of the sample project open. The extension must be built before. */
async function main(): Promise<number> {
  const testsPath = await bundleSuite(join(testOutput, 'vscode'));
  const workspace = await temporaryFolder();
  const folder = join(workspace.path, 'sample');
  await cp(join(repoRoot, 'sample'), folder, { recursive: true });
  const launcher = await chooseLauncher();
  return runTests({
    vscodeExecutablePath: launcher.executable,
    extensionDevelopmentPath: resolve(process.env.YIJIAO_EXTENSION ?? repoRoot),
    extensionTestsPath: testsPath,
    launchArgs: [...launcher.first, folder],
    extensionTestsEnv: { PATH: withThisNode().PATH },
  });
}

await runMain(main);
