// In place of @vscode/native-watchdog, which needs a compiler; VS Code also watches its parent process by itself.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
