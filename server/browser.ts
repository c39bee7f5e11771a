import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';
import type { SegmenterFactory } from './workspace/project/project.ts';

declare const self: { importScripts(url: string): void; yijiaoSegmenter?: { createSegmenter: SegmenterFactory } };

/** Starts the server in a web worker. The client answers all requests about files. */
startServer(createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never)), {
  loadSegmenter: async ({ segmenter }) => {
    if (!self.yijiaoSegmenter && segmenter) self.importScripts(segmenter);
    if (!self.yijiaoSegmenter) throw new Error('The segmenter was not loaded: the client named no bundle for it.');
    return self.yijiaoSegmenter.createSegmenter;
  },
});
