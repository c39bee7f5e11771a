import type { ServerCapabilities } from 'vscode-languageserver';
import type { Bilingual } from '../core/text/bilingual.ts';
import type { Analysis } from './analysis.ts';
import type { ProjectCheck } from './project-check.ts';
import type { Call } from './requests.ts';
import type { Session } from './session.ts';

/** A request that the server answers, and the capability it announces for it. */
export interface Feature {
  readonly method: string;
  /** What it does for users. docs/editors/requests.md is generated from this. */
  readonly does: Bilingual;
  readonly capabilities?: ServerCapabilities;
  /** Told and answered only while this holds, so that it takes the place of nothing else by surprise. */
  readonly isOffered?: (session: Session) => boolean;
  answer(asked: Asked, params: never, call: Call): unknown;
}

/** What every feature gets besides its parameters. */
export interface Asked {
  readonly session: Session;
  readonly analysis: Analysis;
  readonly projectCheck: ProjectCheck;
  /** The tokens of looks at many pages that were stopped. */
  readonly stopped: Set<number | string>;
}

/** `type` is a type of the Language Server Protocol, or the name of our own request. */
export function feature<Params>(
  type: string | { readonly method: string; readonly _?: [Params, ...unknown[]] },
  does: Bilingual,
  answer: (asked: Asked, params: Params, call: Call) => unknown,
  capabilities?: ServerCapabilities,
  isOffered?: (session: Session) => boolean,
): Feature {
  const method = typeof type === 'string' ? type : type.method;
  return { method, does, answer, ...(capabilities ? { capabilities } : {}), ...(isOffered ? { isOffered } : {}) };
}
