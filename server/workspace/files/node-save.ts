import { createHash, randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Bilingual } from '../../core/text/bilingual.ts';
import { halfWritten, leadsNowhere, leadsOutside, readFault, readOnly, writeFault } from './file-faults.ts';
import { pathOf } from './node-files.ts';

// Libraries fall short: write-file-atomic and atomically rename over any file, which breaks hard links, replaces
// read-only files, and silently loses the owner if it cannot be kept. steno keeps neither mode nor owner. None can
// recognise what a killed process leaves behind.

/**
 * Writes a file below the folder `root` and keeps its mode, owner and hard links. A new file gets its mode from the
 * umask. Symbolic links are followed as long as they stay below the root, and read-only files are not written. Returns
 * what prevented the writing, in which case the file is unchanged.
 *
 * The bytes go to a temporary file that is renamed over the old one, so a kill leaves the old or the new text. Some files do
 * not allow that: those with several hard links, with an owner that this process cannot set, in a folder that is not
 * writable, or mounted on their own. They are overwritten in place. An error then restores the old text, but a kill in the
 * middle leaves the start of the new text before the rest of the old. Only this way keeps access control lists and extended
 * attributes, which Node cannot read.
 */
export async function saveFile(uri: string, bytes: Uint8Array, root: string): Promise<Bilingual | undefined> {
  try {
    const target = await targetOf(pathOf(uri), pathOf(root));
    if (typeof target !== 'string') return target;
    const old = await ifThere(stat(target));
    if (old?.isDirectory()) return writeFault('EISDIR');
    // A device or a pipe has nothing to keep.
    if (old && !old.isFile()) return void (await writeFile(target, bytes));
    if (old) {
      // Root may write anything, but somebody removed the permission on purpose.
      if ((old.mode & 0o222) === 0) return readOnly;
      await access(target, constants.W_OK);
    }
    await removeLeftovers(dirname(target));
    const isReplaced = (!old || old.nlink === 1) && (await replace(target, bytes, old));
    return isReplaced ? undefined : await overwrite(target, bytes);
  } catch (error) {
    return writeFault(codeOf(error));
  }
}

/** Why an existing file or folder cannot be read; undefined if it can. */
export async function whyUnreadable(uri: string): Promise<Bilingual | undefined> {
  try {
    const handle = await open(pathOf(uri), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    await handle.close();
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : readFault(codeOf(error));
  }
}

/** Removes temporary files that killed processes left in a folder. Those of running processes stay. */
export async function tidyFolder(uri: string): Promise<void> {
  await removeLeftovers(await realpath(pathOf(uri)).catch(() => pathOf(uri)));
}

/** The file that a path leads to, whether it exists or not. Throws system errors. */
async function targetOf(path: string, root: string): Promise<string | Bilingual> {
  const boundary = await realpath(root);
  let target = await ifThere(realpath(path));
  if (target === undefined) {
    if (await ifThere(lstat(path))) return leadsNowhere;
    target = join(await realpath(dirname(path)), basename(path));
  }
  const inside = relative(boundary, target);
  return isAbsolute(inside) || /^\.\.(?:[\\/]|$)/.test(inside) ? leadsOutside : target;
}

/** False if a new file cannot replace the old one. Then nothing has changed. */
async function replace(path: string, bytes: Uint8Array, old: Stats | undefined): Promise<boolean> {
  const name = temporaryName();
  const temporary = join(dirname(path), name);
  inUse.add(name);
  try {
    // Nobody else may read a private page while it is written.
    const handle = await open(temporary, 'wx', old ? 0o600 : 0o666);
    try {
      await handle.writeFile(bytes);
      if (old && !(await takeAfter(handle, old))) return false;
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return true;
  } catch (error) {
    if (old && REPLACING_FAILED.has(codeOf(error))) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
    inUse.delete(name);
  }
}

// Files cannot be created or renamed here. A full disk is not in the list, because writing in place would fail too.
const REPLACING_FAILED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'ENOENT', 'ENAMETOOLONG']);

/** Gives a new file the owner and mode of another; false if this process is not allowed to. */
async function takeAfter(handle: FileHandle, old: Stats): Promise<boolean> {
  const made = await handle.stat();
  try {
    if (made.uid !== old.uid || made.gid !== old.gid) await handle.chown(old.uid, old.gid);
    await handle.chmod(old.mode & 0o7777);
  } catch {
    return false;
  }
  // The system may drop a mode bit without an error.
  const now = await handle.stat();
  return now.uid === old.uid && now.gid === old.gid && now.mode === old.mode;
}

async function overwrite(path: string, bytes: Uint8Array): Promise<Bilingual | undefined> {
  const handle = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const old = await handle.readFile();
    const done = { bytes: 0 };
    try {
      await writeFromStart(handle, bytes, done);
      await handle.truncate(bytes.length);
    } catch (error) {
      try {
        // No more than was overwritten. Beyond that the system may refuse even the existing bytes.
        await writeFromStart(handle, old.subarray(0, done.bytes));
        await handle.truncate(old.length);
      } catch {
        return halfWritten(codeOf(error));
      }
      throw error;
    }
    return undefined;
  } finally {
    await handle.close();
  }
}

async function writeFromStart(handle: FileHandle, bytes: Uint8Array, done = { bytes: 0 }): Promise<void> {
  while (done.bytes < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done.bytes, bytes.length - done.bytes, done.bytes);
    done.bytes += bytesWritten;
  }
}

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const inUse = new Set<string>();
const tidied = new Set<string>();

// Includes the machine, because another one, or a container, may use the same folder and the same process ids.
function temporaryName(): string {
  return `.yijiao-${HOST}-${process.pid}-${randomUUID()}`;
}

// The first versions left out machine and process.
const TEMPORARY = /^\.yijiao-(?:([\da-f]{8})-(\d+)-)?[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
/** Milliseconds after which no process of another machine can still be writing. */
const LONGEST_WRITE = 60 * 60 * 1000;

async function removeLeftovers(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const [isOurs, host, pid] = TEMPORARY.exec(name) ?? [];
    if (isOurs === undefined || inUse.has(name)) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (!found?.isFile()) continue;
    const isElsewhere = host !== undefined && host !== HOST;
    const isWanted = isElsewhere ? Date.now() - found.mtimeMs < LONGEST_WRITE : isRunning(Number(pid));
    if (!isWanted) await rm(path, { force: true }).catch(() => {});
  }
}

/** Whether another process of this machine has this id. False for NaN. */
function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function ifThere<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The code of a system error. Other errors are bugs and are rethrown. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
