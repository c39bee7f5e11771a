import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { ConfigFault } from '../core/config/config.ts';
import { type Finding, type Level, messageOf } from '../core/lint/rule.ts';
import type { Language } from '../core/text/bilingual.ts';
import { type LineIndex, lineIndex } from '../core/text/lines.ts';
import type { Edit, Span } from '../core/text/span.ts';
import type { SourcePage } from '../workspace/source/source-pages.ts';
import { INVALID_JSON } from './protocol.ts';

// Offsets become LSP positions here, and nowhere else in the server.

/** How to talk to this client. */
export interface Voice {
  readonly language: Language;
  /** See `InitializationOptions.rulePages`. */
  readonly rulePages?: string | undefined;
}

export const SOURCE = 'yijiao';

export function rangeOf(lines: LineIndex, span: Span): Range {
  const start = lines.position(span.from);
  const end = lines.position(span.to);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

export function textEditOf(lines: LineIndex, edit: Edit): TextEdit {
  return { range: rangeOf(lines, edit), newText: edit.insert };
}

/** What a diagnostic needs to know about a page. */
export interface Placed {
  readonly lines: LineIndex;
  readonly source?: SourcePage | undefined;
}

export function diagnosticOf({ lines, source }: Placed, finding: Finding, voice: Voice): Diagnostic {
  const { rule, english } = finding;
  return {
    range: rangeOf(lines, finding),
    severity: severities[finding.level],
    source: SOURCE,
    code: rule.id,
    codeDescription: { href: `${voice.rulePages ?? WEB}${rule.id}.md` },
    message: messageOf(finding)[voice.language],
    ...(source && english ? { relatedInformation: [relatedTo(source, english, voice.language)] } : {}),
    ...(rule.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function relatedTo({ uri, markdown, lines }: SourcePage, span: Span, language: Language): DiagnosticRelatedInformation {
  const text = markdown.text.slice(span.from, span.to).replace(/\s+/g, ' ').trim();
  const shown = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE - 1)}…` : text;
  return { location: { uri, range: rangeOf(lines, span) }, message: texts.source(shown)[language] };
}

const texts = { source: (quote: string) => ({ en: `Source: ${quote}`, zh: `原文：${quote}` }) };

const MAX_QUOTE = 120;

/** A fault in a settings or glossary file, to be shown in that file. */
export function faultDiagnostic(text: string, fault: ConfigFault, language: Language): Diagnostic {
  const range = rangeOf(lineIndex(text), { from: fault.from, to: Math.max(fault.to, fault.from + 1) });
  const severity = severities[fault.level ?? 'error'];
  const code = fault.isSyntax ? { code: INVALID_JSON } : {};
  return { range, severity, source: SOURCE, ...code, message: fault.message[language] };
}

const WEB = 'https://github.com/yijiao/yijiao/blob/main/docs/rules/';

const severities: Record<Exclude<Level, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings that a list of problems shows: hints are shown in the text alone. */
export function listed(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level }) => level !== 'hint');
}
