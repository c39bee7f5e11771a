import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'jsonc-parser';
import { repository } from '../helpers/workspace.ts';

const read = (path: string) => parse(readFileSync(join(repository, path), 'utf8'));
const { scripts } = read('package.json');
const { configurations } = read('.vscode/launch.json');
const { tasks } = read('.vscode/tasks.json') as { tasks: { label: string; script: string; dependsOn?: string }[] };

test('the tasks run scripts that exist', () => {
  for (const { label, script } of tasks) assert.ok(scripts[script], label);
  for (const { dependsOn } of tasks) assert.ok(!dependsOn || tasks.some(({ label }) => label === dependsOn));
});

test('F5 starts what is there, after a task that exists', () => {
  assert.ok(configurations.length > 0);
  for (const { name, preLaunchTask, args = [], runtimeArgs = [], runtimeExecutable = '' } of configurations) {
    assert.ok(
      tasks.some(({ label }) => label === preLaunchTask),
      name,
    );
    const named: string[] = [...args, ...runtimeArgs, runtimeExecutable];
    const paths = named.flatMap((one) => /(?:\$\{workspaceFolder\}|^\.)\/(.*)/.exec(one)?.[1] ?? []);
    // What the tests inside VS Code need is written by the task before them.
    for (const path of paths.filter((one) => !one.startsWith('.test-out/'))) {
      assert.ok(existsSync(join(repository, path)), `${name}: ${path}`);
    }
  }
});
