// In place of @vscode/spdlog, which needs a compiler: the same calls, so that the Output panel shows its channels.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_type, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.level = 2;
    this.plain = false;
  }
  log(level, text) {
    if (levels.indexOf(level) < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    try {
      appendFileSync(this.path, this.plain ? text : `${time} [${level === 'warn' ? 'warning' : level}] ${text}\n`);
    } catch {
      // The folder goes away when VS Code is closed.
    }
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.plain = true;
  }
  flush() {}
  drop() {}
}

for (const level of levels) {
  Logger.prototype[level] = function (text) {
    this.log(level, text);
  };
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, path) => new Logger('rotating', name, path);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
