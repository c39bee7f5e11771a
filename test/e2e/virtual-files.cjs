const vscode = require('vscode');

/** An extension of its own: a file system that exists on no disk, but in the memory of the server that the workbench comes from. */
exports.activate = async ({ extensionUri, subscriptions }) => {
  const address = (path) => vscode.Uri.joinPath(extensionUri, '..', 'files', ...path.split('/')).toString();
  const paths = new Set(await (await fetch(address(''))).json());
  const changed = new vscode.EventEmitter();
  const pathOf = (uri) => uri.path.replace(/^\/|\/$/g, '');
  const childrenOf = (uri) => {
    const folder = pathOf(uri);
    const inside = [...paths].filter((path) => folder === '' || path.startsWith(`${folder}/`));
    const names = inside.map((path) => path.slice(folder === '' ? 0 : folder.length + 1).split('/'));
    return new Map(names.map(([name, ...rest]) => [name, rest.length > 0 ? DIRECTORY : FILE]));
  };
  const { File: FILE, Directory: DIRECTORY } = vscode.FileType;
  const times = new Map();
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const path = pathOf(uri);
      if (paths.has(path)) return { type: FILE, ctime: 0, mtime: times.get(path) ?? 0, size: 1 };
      if (childrenOf(uri).size > 0) return { type: DIRECTORY, ctime: 0, mtime: 0, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory: (uri) => [...childrenOf(uri)],
    async readFile(uri) {
      if (!paths.has(pathOf(uri))) throw vscode.FileSystemError.FileNotFound(uri);
      return new Uint8Array(await (await fetch(address(pathOf(uri)))).arrayBuffer());
    },
    async writeFile(uri, body) {
      await fetch(address(pathOf(uri)), { method: 'PUT', body });
      paths.add(pathOf(uri));
      times.set(pathOf(uri), (times.get(pathOf(uri)) ?? 0) + 1);
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory() {},
    delete: (uri) => Promise.reject(vscode.FileSystemError.NoPermissions(uri)),
    rename: (uri) => Promise.reject(vscode.FileSystemError.NoPermissions(uri)),
  };
  // What Quick Open and `findFiles` ask; VS Code itself takes those that fit.
  const search = { provideFileSearchResults: () => [...paths].map((path) => vscode.Uri.parse(`virtual:/${path}`)) };
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider('virtual', provider, { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider('virtual', search),
  );
};
