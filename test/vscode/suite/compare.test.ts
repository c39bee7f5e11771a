import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ask, hoverAt, lineOf } from './page.ts';
import { at, CHINESE, closeAll, ENGLISH, open, uriOf, whileOnDisk } from './project.ts';
import { stays, until } from './until.ts';

const top = (editor: vscode.TextEditor) => editor.visibleRanges[0]?.start.line;
/** The line in the middle of an editor, where one reads; lines are not wrapped unless a test says so. */
const middle = ({ visibleRanges }: vscode.TextEditor) => {
  const lines = visibleRanges.flatMap(({ start, end }) =>
    Array.from({ length: end.line - start.line + 1 }, (_, at) => start.line + at),
  );
  return lines[Math.floor((lines.length - 1) / 2)] ?? 0;
};

describe('the comparison with the source', () => {
  let chinese: vscode.TextEditor;
  let english: vscode.TextEditor;

  before(async () => {
    await setStickyScroll(false);
    await setWrap('off');
  });
  after(async () => {
    await setStickyScroll(undefined);
    await setWrap(undefined);
  });
  afterEach(closeAll);

  it('opens the source beside the page, and the page keeps the keyboard', async () => {
    await compareFrom(CHINESE);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    assert.equal(vscode.window.activeTextEditor, chinese);
    assert.equal(english.viewColumn, chinese.viewColumn! + 1);
  });

  it('can be begun from the source', async () => {
    await compareFrom(ENGLISH);
    assert.equal(vscode.window.activeTextEditor, english);
    assert.equal(chinese.viewColumn, english.viewColumn! + 1);
  });

  it('scrolls the source with the page', async () => {
    await compareFrom(CHINESE);
    await follows(english, '## Classifier-free Guidance', chinese, '## 无分类器的引导');
    await follows(english, '## Latent Diffusion', chinese, '## 隐式扩散');
  });

  it('scrolls the page with the source', async () => {
    await compareFrom(CHINESE);
    await settled();
    await follows(chinese, '## 无分类器的引导', english, '## Classifier-free Guidance');
    await settled();
    await follows(chinese, '## 隐式扩散', english, '## Latent Diffusion');
  });

  it('keeps both sides level where sticky headings take the top of an editor', async () => {
    await setStickyScroll(true);
    try {
      await compareFrom(CHINESE);
      // The lines of the two pages correspond one to one up to here.
      const goesTo = (one: vscode.TextEditor, heading: string) =>
        insist(one, heading, async () => {
          await settled();
          const isThere = Math.abs(middle(one) - lineOf(one.document, heading)) <= 4;
          return isThere && Math.abs(top(english)! - top(chinese)!) <= 1;
        });
      await goesTo(chinese, '## 无分类器的引导');
      await goesTo(chinese, '## 隐式扩散');
      const before = top(chinese)!;
      await goesTo(english, '## Classifier-free Guidance');
      assert.ok(top(chinese)! > before, 'scrolling down scrolled the other side up');
    } finally {
      await setStickyScroll(false);
    }
  });

  it('leaves the editor that a person scrolls where it is', async () => {
    await compareFrom(CHINESE);
    await follows(english, '## Classifier-free Guidance', chinese, '## 无分类器的引导');
    const line = top(chinese);
    await stays('the Chinese page keeps its place', () => top(chinese) === line);
  });

  it('shows the counterpart of the block with the cursor', async () => {
    await compareFrom(CHINESE);
    const line = lineOf(chinese.document, '仿照 **DreamBooth**');
    const there = lineOf(english.document, 'Follow the instructions in the **DreamBooth**');
    assert.ok(!shows(english, there));
    chinese.selection = new vscode.Selection(line, 4, line, 4);
    await until('the counterpart to be visible', () => shows(english, there));
  });

  it('keeps the lock right while the page is edited', async () => {
    await compareFrom(CHINESE);
    await chinese.edit((edit) => edit.insert(new vscode.Position(4, 0), '新的一段。\n\n又一段。\n\n再一段。\n\n'));
    // The blocks are aligned anew a moment after the last keystroke: it is scrolled again until they are.
    await follows(english, '## Classifier-free Guidance', chinese, '## 无分类器的引导');
  });

  it('scrolls to a folded region and past it', async () => {
    await compareFrom(CHINESE);
    await vscode.window.showTextDocument(english.document, { viewColumn: english.viewColumn! });
    await vscode.commands.executeCommand('editor.fold', {
      selectionLines: [lineOf(english.document, '## Latent Diffusion')],
    });
    const hidden = lineOf(chinese.document, '## 隐式扩散') + 4;
    chinese.revealRange(lineRange(hidden), vscode.TextEditorRevealType.InCenter);
    await settled();
    await follows(english, '## Classifier-free Guidance', chinese, '## 无分类器的引导');
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('scrolls inside of a paragraph that is wrapped over more than a screen', async () => {
    const paragraphs = {
      'wrapped_CN.md': `# 页\n\n${'模型学习去除图像中的噪声。'.repeat(400)}\n\n## 尾\n`,
      'wrapped.md': `# Page\n\n${'The model learns to remove noise from images. '.repeat(400)}\n\n## End\n`,
    };
    for (const [name, text] of Object.entries(paragraphs)) writeFileSync(at(name), text);
    try {
      await setWrap('on');
      await compareFrom('wrapped_CN.md', 'wrapped.md');
      const half = Math.floor(chinese.document.lineAt(2).text.length / 2);
      chinese.revealRange(new vscode.Range(2, half, 2, half), vscode.TextEditorRevealType.InCenter);
      const share = () => {
        const [{ start, end }] = english.visibleRanges as [vscode.Range];
        return (start.character + end.character) / 2 / english.document.lineAt(2).text.length;
      };
      await until('half of the paragraph', share, (now) => top(english) === 2 && now > 0.47 && now < 0.53);
    } finally {
      await setWrap('off');
      for (const name of Object.keys(paragraphs)) await unlink(at(name));
    }
  });

  it('moves nothing by more than a line or two where a paragraph is missing above', async () => {
    const paragraphs = (from: number, to: number, say: (at: number) => string) =>
      Array.from({ length: to - from }, (_, at) => `${say(from + at)}\n`).join('\n');
    const zh = (at: number) => `第 ${at} 段说到 \`name${at}()\`。`;
    const en = (at: number) => `Paragraph ${at} is about \`name${at}()\`.`;
    const extra = '\nThis is only said in English.\n'.repeat(6);
    const files = {
      'gap_CN.md': paragraphs(0, 60, zh),
      'gap.md': `${paragraphs(0, 20, en)}${extra}\n${paragraphs(20, 60, en)}`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
    try {
      await compareFrom('gap_CN.md', 'gap.md');
      // The gap is above the middle by now, and still on the screen.
      const level = () => areLevel(chinese, '第 27 段', english, 'Paragraph 27 ');
      await insist(chinese, '第 27 段', () => comes(level));
      assert.ok(top(chinese)! < lineOf(chinese.document, '第 20 段'), 'the gap is on the screen');
    } finally {
      for (const name of Object.keys(files)) await unlink(at(name));
    }
  });

  it('says at each difference which one it is and what differs, also to Show Hover', async () => {
    const files = {
      'told_CN.md': '# 页\n\n这里说到 `first()`。\n\n这里说到 `third()`。\n',
      'told.md': '# Page\n\nThis is about `first()`.\n\nThis is about `second()`.\n\nThis is about `third()`.\n',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
    try {
      await compareFrom('told_CN.md', 'told.md');
      await vscode.commands.executeCommand('yijiao.nextDifference');
      const { line } = chinese.selection.active;
      assert.equal(line, 2);
      const said = await hoverAt(chinese.document, new vscode.Position(line, 0), 'Difference');
      assert.equal(said.value, 'Difference 1 of 1: 1 block is missing here');
      const hints = await ask<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        chinese.document.uri,
        new vscode.Range(0, 0, 4, 0),
      );
      assert.deepEqual(
        hints.map(({ label, position }) => [label, position.line]),
        [['← 1 block is missing here', 2]],
      );
    } finally {
      for (const name of Object.keys(files)) await unlink(at(name));
    }
  });

  it('lets each page scroll by itself when it is unlocked', async () => {
    await compareFrom(CHINESE);
    await settled();
    await vscode.commands.executeCommand('yijiao.toggleLock');
    const before = top(english);
    await scroll(chinese, '## 无分类器的引导');
    await stays('the source keeps its place', () => top(english) === before);
    await vscode.commands.executeCommand('yijiao.toggleLock');
    await until('both to be level', () =>
      areLevel(chinese, '## 无分类器的引导', english, '## Classifier-free Guidance'),
    );
  });

  it('stays as it was when the source is deleted', async () => {
    await whileOnDisk(ENGLISH, readFileSync(at(ENGLISH), 'utf8'), async () => {
      await compareFrom(CHINESE);
      await unlink(at(ENGLISH));
      await chinese.edit((edit) => edit.insert(new vscode.Position(4, 0), '新的一段。\n\n'));
      await stays('two editors are there', () => vscode.window.visibleTextEditors.length === 2, 1500);
      await scroll(chinese, '## 无分类器的引导');
      await until('the source to follow', () =>
        shows(english, lineOf(english.document, '## Classifier-free Guidance')),
      );
    });
  });

  it('opens no third editor when it is asked for again, from either side', async () => {
    await compareFrom(CHINESE);
    await vscode.commands.executeCommand('yijiao.compare');
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await vscode.window.showTextDocument(english.document, { viewColumn: english.viewColumn! });
    await vscode.commands.executeCommand('yijiao.compare');
    assert.equal(vscode.window.tabGroups.all.length, 2);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
  });

  async function compareFrom(path: string, source = path === ENGLISH ? CHINESE : ENGLISH): Promise<void> {
    const [zh, en] = path === ENGLISH ? [source, path] : [path, source];
    await open(path);
    await vscode.commands.executeCommand('yijiao.compare');
    [chinese, english] = await until(
      'two editors',
      () => [editorOf(zh)!, editorOf(en)!] as const,
      (both) => both.every((editor) => editor?.visibleRanges.length > 0),
    );
  }

  /** Scrolls one editor to a heading until the other shows its counterpart at the same height. */
  async function follows(other: vscode.TextEditor, there: string, one: vscode.TextEditor, heading: string) {
    await insist(one, heading, () => comes(() => areLevel(one, heading, other, there)));
  }

  /** Scrolls an editor to a heading until something holds; again from the top, where it was taken for an answer. */
  async function insist(one: vscode.TextEditor, heading: string, holds: () => Promise<boolean>): Promise<void> {
    let isAgain = false;
    await until(`“${heading}” to be answered`, async () => {
      if (isAgain) {
        one.revealRange(lineRange(0), vscode.TextEditorRevealType.AtTop);
        await settled();
      }
      isAgain = true;
      one.revealRange(lineRange(lineOf(one.document, heading)), vscode.TextEditorRevealType.InCenter);
      return holds();
    });
  }

  /** Scrolling that follows at once is taken for the answer to the scrolling from the other side. */
  async function settled(): Promise<void> {
    const tops = () => `${top(chinese)} ${top(english)}`;
    let last = tops();
    let since = Date.now();
    await until('the editors to stand still', () => {
      if (tops() !== last) [last, since] = [tops(), Date.now()];
      return Date.now() - since > 500;
    });
  }
});

/** It keeps five lines free above what is revealed at the top. */
async function setStickyScroll(enabled: boolean | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('stickyScroll.enabled', enabled, vscode.ConfigurationTarget.Global);
}

async function setWrap(wrap: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
  await settings.update('wordWrap', wrap, vscode.ConfigurationTarget.Global, true);
}

function editorOf(path: string): vscode.TextEditor | undefined {
  const uri = uriOf(path).toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
}

function lineRange(line: number): vscode.Range {
  return new vscode.Range(line, 0, line, 0);
}

/** Scrolls as the wheel does: no selection changes. */
async function scroll(editor: vscode.TextEditor, heading: string): Promise<void> {
  const line = lineOf(editor.document, heading);
  editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.InCenter);
  await until(
    `“${heading}” in the middle`,
    () => middle(editor) - line,
    (off) => Math.abs(off) <= 2,
  );
}

/** Whether two lines stand in the middle of their editors, at the same height but for a line or two. */
function areLevel(one: vscode.TextEditor, here: string, other: vscode.TextEditor, there: string): boolean {
  const [a, b] = [middle(one) - lineOf(one.document, here), middle(other) - lineOf(other.document, there)];
  return Math.abs(a) <= 3 && Math.abs(a - b) <= 2;
}

async function comes(holds: () => boolean): Promise<boolean> {
  return until('it', holds, Boolean, 1500).then(
    () => true,
    () => false,
  );
}

function shows(editor: vscode.TextEditor, line: number): boolean {
  return editor.visibleRanges.some((range) => range.start.line <= line && line <= range.end.line);
}
