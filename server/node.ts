import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { nodeFiles } from './workspace/files/node-files.ts';
import { nodeGit } from './workspace/history/node-git.ts';

/** Starts the server as a process, with IPC (VS Code) or the transport in its arguments. */
startServer(createConnection(ProposedFeatures.all), {
  files: nodeFiles,
  history: nodeGit,
  // In a bundle of its own, because its dictionary is large and seldom needed.
  loadSegmenter: async () => (await import('./core/glossary/segmentit.ts')).createSegmenter,
});
