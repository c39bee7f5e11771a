import * as vscode from 'vscode';

/** One question of several. */
export interface Step {
  readonly value: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  /** What is wrong with an answer. */
  readonly fault?: (answer: string) => string | undefined;
}

/** Asks one question after the other, each with its number and with a way back; undefined when a person gives up. */
export async function askInSteps(title: string, steps: readonly Step[]): Promise<string[] | undefined> {
  const answers = steps.map(({ value }) => value);
  for (let at = 0; at < steps.length; ) {
    const answer = await ask(title, steps[at]!, answers[at]!, at + 1, steps.length);
    if (answer.kind === 'end') return undefined;
    answers[at] = answer.value;
    at += answer.kind === 'back' ? -1 : 1;
  }
  return answers;
}

interface Answer {
  readonly kind: 'next' | 'back' | 'end';
  readonly value: string;
}

function ask(title: string, step: Step, value: string, number: number, all: number): Promise<Answer> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { title, value, prompt: step.prompt, step: number, totalSteps: all, ignoreFocusOut: true });
  box.placeholder = step.placeHolder;
  if (number > 1) box.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const answered = (kind: Answer['kind']) => {
      resolve({ kind, value: box.value });
      box.dispose();
    };
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(() => {
      box.validationMessage = step.fault?.(box.value);
      if (!box.validationMessage) answered('next');
    });
    box.onDidTriggerButton(() => answered('back'));
    box.onDidHide(() => answered('end'));
    box.show();
  });
}
