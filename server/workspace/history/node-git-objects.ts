import { HistoryFault } from './history.ts';
import { faultOf, startGit, TIMEOUT } from './node-git-process.ts';

/** An object of a repository. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  /** Undefined if it is too large. */
  readonly bytes: Uint8Array | undefined;
}

/**
 * Reads an object by a name such as `HEAD:docs/a.md`; undefined if it does not exist. One process per checkout answers
 * all requests, until there is a pause.
 *
 * @throws HistoryFault
 */
export function gitObject(checkout: string, name: string): Promise<GitObject | undefined> {
  if (/[\n\0]/.test(name)) return Promise.resolve(undefined);
  let reader = readers.get(checkout);
  if (!reader) {
    reader = createReader(checkout, (timeout) => {
      readers.delete(checkout);
      if (!timeout) return;
      // So that a request for a thousand pages does not wait a thousand times.
      readers.set(checkout, () => Promise.reject(timeout));
      setTimeout(() => readers.delete(checkout), REST).unref();
    });
    readers.set(checkout, reader);
  }
  return reader(name);
}

type Reader = (name: string) => Promise<GitObject | undefined>;

const readers = new Map<string, Reader>();

/** Milliseconds to wait before asking again, after a checkout did not answer in time. */
const REST = 30_000;

function createReader(checkout: string, onEnd: (timeout?: HistoryFault) => void): Reader {
  const child = startGit(checkout, ['cat-file', '--batch']);
  const waiting: { resolve(object: GitObject | undefined): void; reject(fault: HistoryFault): void }[] = [];
  const parser = createParser((object) => {
    waiting.shift()?.resolve(object);
    idle();
  });
  let stderr = '';
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const end = (fault: HistoryFault) => {
    clearTimeout(timer);
    if (isOver) return;
    isOver = true;
    onEnd(waiting.length > 0 && fault.reason === 'timeout' ? fault : undefined);
    child.kill();
    for (const one of waiting.splice(0)) one.reject(fault);
  };
  // An idle process does not keep the program alive, and ends after a while.
  const idle = () => {
    clearTimeout(timer);
    const isIdle = waiting.length === 0;
    for (const handle of [child, child.stdin, child.stdout, child.stderr] as Partial<NodeJS.Timeout>[]) {
      if (isIdle) handle.unref?.();
      else handle.ref?.();
    }
    timer = setTimeout(() => end(new HistoryFault('timeout')), isIdle ? IDLE : TIMEOUT);
    if (isIdle) timer.unref();
  };
  child.stdout.on('data', parser);
  child.stderr.on('data', (piece: Buffer) => {
    stderr = (stderr + piece.toString('utf8')).slice(-10_000);
  });
  child.stdin.on('error', () => {});
  child.on('error', (error) => end(faultOf('', error)));
  child.on('close', () => end(faultOf(stderr)));
  return (name) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      idle();
      child.stdin.write(`${name}\n`);
    });
}

/** Milliseconds after the last request. */
const IDLE = 5000;

/** Parses `<id> <type> <size>⏎<bytes>⏎` or `<name> missing⏎`, in chunks of any size. */
export function createParser(give: (object: GitObject | undefined) => void): (piece: Uint8Array) => void {
  let header: number[] = [];
  let object: { id: string; type: string; bytes: Uint8Array | undefined } | undefined;
  let left = 0;
  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      if (!object) {
        const end = piece.indexOf(10, at);
        for (const byte of piece.subarray(at, end < 0 ? piece.length : end)) header.push(byte);
        if (end < 0) return;
        at = end + 1;
        const [, id, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(Buffer.from(header).toString('latin1')) ?? [];
        header = [];
        if (!id || !type) give(undefined);
        else {
          left = Number(size) + 1;
          object = { id, type, bytes: Number(size) <= MAX_BYTES ? new Uint8Array(Number(size)) : undefined };
        }
        continue;
      }
      const part = piece.subarray(at, at + left);
      // The last byte is a line break.
      const size = object.bytes?.length ?? 0;
      if (object.bytes)
        object.bytes.set(part.subarray(0, Math.max(0, Math.min(part.length, left - 1))), size + 1 - left);
      left -= part.length;
      at += part.length;
      if (left > 0) return;
      const done = object;
      object = undefined;
      give(done);
    }
  };
}

const MAX_BYTES = 32 * 1024 * 1024;
