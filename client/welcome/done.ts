import * as vscode from 'vscode';
import type { Step } from './steps.ts';

/** Marks a step of the walkthrough, which remembers it (`onContext` in package.json). */
export function markDone(step: Step): void {
  void vscode.commands.executeCommand('setContext', `yijiao.done.${step}`, true);
}
