import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { repository } from '../helpers/workspace.ts';

const text = (path: string) => readFileSync(join(repository, path), 'utf8');
const manifest = JSON.parse(text('package.json'));
const { walkthroughs, commands } = manifest.contributes;
const [walkthrough] = walkthroughs as [{ id: string; steps: Step[] }];

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const client = (path: string) => text(`client/${path}`);

for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
  describe(`the walkthrough in ${file}`, () => {
    const texts: Record<string, string> = JSON.parse(text(file));
    const say = (name: string) => texts[name.slice(1, -1)]!;

    for (const { id, description, media, completionEvents } of walkthrough.steps) {
      test(`${id} has a picture that is small, packed and described`, () => {
        const path = say(media.image);
        assert.ok(existsSync(join(repository, path)), path);
        assert.ok(statSync(join(repository, path)).size < 100_000, path);
        assert.ok(text('.vscodeignore').split('\n').includes(`!${path}`), `${path} is not packed`);
        assert.ok(say(media.altText).length > 10);
      });

      test(`${id} has a button, and all of its links lead to commands`, () => {
        const links = [...say(description).matchAll(/\[[^\]]+\]\(([^)]*)\)/g)].map(([, target]) => target!);
        const buttons = say(description)
          .split('\n')
          .filter((line) => /^\[[^\]]+\]\([^)]*\)$/.test(line));
        assert.ok(buttons.length > 0);
        const ids = new Set(commands.map(({ command }: { command: string }) => command));
        for (const link of links) {
          const [, command] = /^command:([\w.]+)/.exec(link) ?? [];
          assert.ok(command, link);
          assert.ok(ids.has(command) || command.startsWith('workbench.'), command);
        }
      });

      test(`${id} is done by doing it`, () => {
        assert.ok(completionEvents.length > 0);
        for (const event of completionEvents) {
          const [, step] = /^onContext:yijiao\.done\.(\w+)$/.exec(event) ?? [];
          if (step) assert.match(client('welcome/steps.ts'), new RegExp(`'${step}'`));
          else assert.match(event, /^(onView|onSettingChanged|onCommand):/);
        }
      });
    }
  });
}

test('the button that opens the walkthrough names it', () => {
  assert.ok(client('welcome/welcome.ts').includes(`#${walkthrough.id}\``));
  assert.equal(walkthrough.steps.length, 5);
});
