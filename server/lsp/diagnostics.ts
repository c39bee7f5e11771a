import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Project } from '../workspace/project.ts';
import { diagnosticOf, faultDiagnostic, type Language, SOURCE, type Voice } from './convert.ts';
import type { Page } from './pages.ts';

/** Sends diagnostics, and nothing when they are what was sent last. */
export interface Publisher {
  page(page: Page, voice: Voice): void;
  /** The faults in the files of a project, and their absence where they were mended. `checked`: more of its glossaries. */
  project(project: Project, language: Language, checked?: ReadonlyMap<string, readonly Diagnostic[]>): void;
  clear(uri: string): void;
}

type Send = (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;

export function createPublisher(send: Send): Publisher {
  const sent = new Map<string, string>();
  const faulty = new Map<string, Set<string>>();
  const publish = (uri: string, diagnostics: Diagnostic[], version?: number) => {
    const content = JSON.stringify(diagnostics);
    if ((sent.get(uri) ?? '[]') === content) return;
    sent.set(uri, content);
    send(version === undefined ? { uri, diagnostics } : { uri, version, diagnostics });
  };
  return {
    page: (page, voice) => publish(page.uri, diagnosticsOf(page, voice), page.version),
    project(project, language, checked = new Map()) {
      const before = faulty.get(project.root) ?? new Set();
      const uris = new Set([...project.faults.keys(), ...checked.keys()]);
      faulty.set(project.root, uris);
      for (const uri of before) if (!uris.has(uri)) publish(uri, []);
      for (const uri of uris) {
        const { text, faults } = project.faults.get(uri) ?? { text: '', faults: [] };
        const told = faults.map((fault) => faultDiagnostic(text, fault, language));
        publish(uri, [...told, ...(checked.get(uri) ?? [])].slice(0, MAX_DIAGNOSTICS));
      }
    },
    clear(uri) {
      publish(uri, []);
      sent.delete(uri);
    },
  };
}

/** VS Code keeps no more of one file. */
const MAX_DIAGNOSTICS = 1000;

function diagnosticsOf(page: Page, voice: Voice): Diagnostic[] {
  if (page.skipped) {
    const start = { line: 0, character: 0 };
    const message = page.skipped[voice.language];
    return [{ range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message }];
  }
  return page.result.findings.slice(0, MAX_DIAGNOSTICS).map((finding) => diagnosticOf(page, finding, voice));
}
