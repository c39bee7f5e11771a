import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { nodeFiles } from './workspace/files/node-files.ts';
import { nodeGit } from './workspace/history/node-git.ts';

/** The server as a process of its own, spoken to over IPC (VS Code) or as the arguments say. */
startServer(createConnection(ProposedFeatures.all), {
  files: nodeFiles,
  history: nodeGit,
  // A bundle of its own: its dictionary is large and seldom needed.
  loadSegmenter: async () => (await import('./core/glossary/segmentit.ts')).createSegmenter,
});
