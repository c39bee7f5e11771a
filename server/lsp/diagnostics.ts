import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../core/lint/rule.ts';
import type { Bilingual, Language } from '../core/text/bilingual.ts';
import type { LineIndex } from '../core/text/lines.ts';
import type { LineRange } from '../workspace/comparing.ts';
import type { Project } from '../workspace/project/project.ts';
import { diagnosticOf, faultDiagnostic, listed, SOURCE, type Voice } from './convert.ts';
import type { AnalysedPage } from './pages.ts';

/** Sends diagnostics, unless they equal those sent last. */
export interface Publisher {
  /** If there are more findings than an editor keeps: those near the lines of `focus`, then the most serious. */
  page(page: AnalysedPage, voice: Voice, focus: readonly LineRange[]): void;
  /**
   * A page that is not open: at most so many of its findings, the most serious, and no hints, which an editor shows in the
   * text alone. Gives how many there are, and how many were sent.
   */
  closedPage(page: ShownPage & { readonly uri: string }, voice: Voice, most: number): Shown;
  /** The faults in the files of a project, and their absence where they were mended. `checked`: more of its glossaries. */
  project(project: Project, language: Language, checked?: ReadonlyMap<string, readonly Diagnostic[]>): void;
  clear(uri: string): void;
  /** Takes all back, and sends nothing until it is let go on. */
  pause(isPaused: boolean): void;
}

/** How many findings a page has, and how many of them are shown. */
export interface Shown {
  readonly findings: number;
  readonly shown: number;
}

type ShownPage = Pick<AnalysedPage, 'lines' | 'source' | 'result' | 'skipped'>;

type Send = (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;

export function createPublisher(send: Send): Publisher {
  const sent = new Map<string, string>();
  const faulty = new Map<string, Set<string>>();
  let isSilent = false;
  const publish = (uri: string, diagnostics: Diagnostic[], version?: number) => {
    if (isSilent) return;
    const content = JSON.stringify(diagnostics);
    if ((sent.get(uri) ?? '[]') === content) return;
    sent.set(uri, content);
    send(version === undefined ? { uri, diagnostics } : { uri, version, diagnostics });
  };
  return {
    page(page, voice, focus) {
      publish(
        page.uri,
        diagnosticsOf(page, page.result.findings, voice, focus, MAX_DIAGNOSTICS, texts.moreOfPage),
        page.version,
      );
    },
    closedPage(page, voice, most) {
      const findings = listed(page.result.findings);
      const diagnostics = most > 0 ? diagnosticsOf(page, findings, voice, [], most, texts.moreOfClosedPage) : [];
      publish(page.uri, diagnostics);
      return { findings: findings.length, shown: findings.length <= most ? findings.length : Math.max(0, most - 1) };
    },
    project(project, language, checked = new Map()) {
      const before = faulty.get(project.root) ?? new Set();
      const uris = new Set([...project.faults.keys(), ...checked.keys()]);
      faulty.set(project.root, uris);
      for (const uri of before) if (!uris.has(uri)) publish(uri, []);
      for (const uri of uris) {
        const { text, faults } = project.faults.get(uri) ?? { text: '', faults: [] };
        const told = faults.map((fault) => faultDiagnostic(text, fault, language));
        const all = [...told, ...(checked.get(uri) ?? [])];
        const isMany = all.length > MAX_DIAGNOSTICS;
        publish(uri, isMany ? [atTop(texts.moreOfFile(all.length, SHOWN)[language]), ...all.slice(0, SHOWN)] : all);
      }
    },
    clear(uri) {
      publish(uri, []);
      sent.delete(uri);
    },
    pause(isPaused) {
      if (isPaused) for (const uri of [...sent.keys()]) publish(uri, []);
      sent.clear();
      isSilent = isPaused;
    },
  };
}

/** VS Code keeps no more per file. */
const MAX_DIAGNOSTICS = 1000;
/** Beside the note that there are more. */
const SHOWN = MAX_DIAGNOSTICS - 1;

function diagnosticsOf(
  page: ShownPage,
  findings: readonly Finding[],
  voice: Voice,
  focus: readonly LineRange[],
  most: number,
  more: (count: number, shown: number) => Bilingual,
): Diagnostic[] {
  if (page.skipped) return [atTop(page.skipped[voice.language])];
  if (findings.length <= most) return findings.map((finding) => diagnosticOf(page, finding, voice));
  const shown = mostWanted(findings, page.lines, focus, most - 1);
  const note = atTop(more(findings.length, shown.length)[voice.language]);
  return [note, ...shown.map((finding) => diagnosticOf(page, finding, voice))];
}

/**
 * Selects a number of findings, and keeps their order: those nearest to the lines of `focus`, then the most serious.
 */
export function mostWanted<Placed extends Pick<Finding, 'from' | 'level'>>(
  findings: readonly Placed[],
  lines: Pick<LineIndex, 'position'>,
  focus: readonly LineRange[],
  most: number,
): Placed[] {
  const ranked = findings.map((finding, at) => {
    const { line } = lines.position(finding.from);
    const distances = focus.map(({ from, to }) => Math.max(from - line, line - to, 0));
    const distance = Math.min(NEAR, ...distances);
    return { finding, at, distance, level: levels.indexOf(finding.level) };
  });
  ranked.sort((a, b) => a.distance - b.distance || a.level - b.level || a.at - b.at);
  return ranked
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
}

/** Lines. All places further away count as equally far. */
const NEAR = 200;
const levels: readonly Finding['level'][] = ['error', 'warning', 'info', 'hint'];

const texts = {
  moreOfPage: (count: number, shown: number) => ({
    en: `This page has ${count} findings, and ${shown} of them are shown: first those near the lines that you see and edit, then the most serious. “Fix Everything That Is Safe to Fix” fixes most of them. “yijiao check” lists them all.`,
    zh: `本页共有 ${count} 个问题，此处显示 ${shown} 个：先是您所见和所改各行附近的，再按严重程度。“修复所有可安全修复的问题”可修复其中大部分；“yijiao check”列出全部。`,
  }),
  moreOfClosedPage: (count: number, shown: number) => ({
    en: `This page has ${count} findings, and the ${shown} most serious are shown. Open it to see them all.`,
    zh: `本页共有 ${count} 个问题，此处显示最严重的 ${shown} 个。打开本页可查看全部。`,
  }),
  moreOfFile: (count: number, shown: number) => ({
    en: `This file has ${count} faults, and the first ${shown} of them are shown. Correct these to see the others.`,
    zh: `此文件共有 ${count} 处错误，此处显示前 ${shown} 处。改正后会显示其余的。`,
  }),
};

function atTop(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message };
}
