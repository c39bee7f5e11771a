import {
  type Disposable,
  type InitializeParams,
  RegistrationType,
  type ServerCapabilities,
  type TextDocumentRegistrationOptions,
} from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** Tells a client what settings turn on, when they do; and takes it back. */
export interface Offers {
  /** To be called when the settings are known, and when they have changed. */
  follow(): Promise<void>;
}

export function createOffers(session: Session, features: readonly Feature[]): Offers {
  const { client, connection, options, report } = session;
  const offered = new Map<Feature, Disposable>();
  const settable = features.filter((one) => one.isOffered && canBeToldLater(client, one));
  const documentSelector = [...(options.pages ?? [{ language: 'markdown' }, { language: 'mdx' }])];
  const follow = async (feature: Feature) => {
    const isOffered = feature.isOffered!(session);
    if (isOffered === offered.has(feature)) return;
    if (isOffered) {
      const type = new RegistrationType<TextDocumentRegistrationOptions>(feature.method);
      offered.set(feature, await connection.client.register(type, { documentSelector }));
    } else {
      offered.get(feature)!.dispose();
      offered.delete(feature);
    }
  };
  // One after another: settings may change while a client still answers.
  let last = Promise.resolve();
  return {
    follow() {
      last = last.then(async () => {
        for (const feature of settable) await follow(feature).catch(report);
      });
      return last;
    },
  };
}

/** What a client is told when it introduces itself: what depends on settings only where it cannot be told later. */
export function firstCapabilities(session: Session, features: readonly Feature[]): ServerCapabilities {
  const { client } = session;
  const told = features.filter((one) => !one.isOffered || (one.isOffered(session) && !canBeToldLater(client, one)));
  return Object.assign({}, ...told.map(({ capabilities }) => capabilities));
}

function canBeToldLater(client: InitializeParams['capabilities'], { method }: Feature): boolean {
  const [, name = ''] = method.split('/');
  const features = client.textDocument as Readonly<Record<string, { dynamicRegistration?: boolean }>> | undefined;
  return features?.[name]?.dynamicRegistration === true;
}
