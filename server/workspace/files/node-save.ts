import { createHash, randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Bilingual } from '../../core/text/bilingual.ts';
import { halfWritten, leadsNowhere, leadsOutside, readFault, readOnly, writeFault } from './file-faults.ts';
import { pathOf } from './node-files.ts';

// Why none of the kept libraries: write-file-atomic and atomically rename over the file whatever it is. That parts hard
// links and replaces read-only files, and where the owner cannot be kept they go on without a word. steno keeps neither
// mode nor owner. What a kill leaves behind none of them can tell from other files.

/**
 * Writes a file below `root` (a folder) and keeps its mode, owner and hard links; a new one gets the mode that the umask
 * leaves. Symbolic links are followed as long as they stay below the root, and a file that is read-only is left alone.
 * Gives what prevented it, and then the file is as it was.
 *
 * The bytes are written beside the file and renamed over it, so a kill leaves the old or the new text. That is impossible
 * for a file with other names, for an owner that this process cannot give, in a folder in which it can make no file, and
 * for a file that is mounted alone. Such a file is written where it stands: an error puts the old text back, but a kill in
 * the middle leaves the beginning of the new text before the rest of the old. Access lists and extended attributes,
 * which Node cannot read, are kept by this way alone.
 */
export async function saveFile(uri: string, bytes: Uint8Array, root: string): Promise<Bilingual | undefined> {
  try {
    const target = await targetOf(pathOf(uri), pathOf(root));
    if (typeof target !== 'string') return target;
    const old = await ifThere(stat(target));
    if (old?.isDirectory()) return writeFault('EISDIR');
    // Of a device or a pipe nothing is to be kept.
    if (old && !old.isFile()) return void (await writeFile(target, bytes));
    if (old) {
      // The owner root may write everything, but who took the permission away meant it.
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

/** Why a file or folder that is there cannot be read; undefined where it can. */
export async function whyUnreadable(uri: string): Promise<Bilingual | undefined> {
  try {
    const handle = await open(pathOf(uri), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    await handle.close();
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : readFault(codeOf(error));
  }
}

/** Removes what killed processes left in a folder. Files of processes that run are left alone. */
export async function tidyFolder(uri: string): Promise<void> {
  await removeLeftovers(await realpath(pathOf(uri)).catch(() => pathOf(uri)));
}

/** The file that a path leads to, there or still to be made. Throws what the system says. */
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

/** False where a new file cannot stand for the old one; then nothing has changed. */
async function replace(path: string, bytes: Uint8Array, old: Stats | undefined): Promise<boolean> {
  const name = temporaryName();
  const temporary = join(dirname(path), name);
  inUse.add(name);
  try {
    // Nobody may read a private page while it is written.
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

// No file can be made or renamed here. A full device is none of them: it would break off the writing in place too.
const REPLACING_FAILED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'ENOENT', 'ENAMETOOLONG']);

/** Gives a new file the owner and mode of another; false where this process must not. */
async function takeAfter(handle: FileHandle, old: Stats): Promise<boolean> {
  const made = await handle.stat();
  try {
    if (made.uid !== old.uid || made.gid !== old.gid) await handle.chown(old.uid, old.gid);
    await handle.chmod(old.mode & 0o7777);
  } catch {
    return false;
  }
  // The system can drop a bit without an error.
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
        // No more than was overwritten: behind it the system may refuse even the bytes that are there.
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

// Tells whose it is: another machine, or container, may work in the same folder and number its processes alike.
function temporaryName(): string {
  return `.yijiao-${HOST}-${process.pid}-${randomUUID()}`;
}

// Names without machine and process are those of the first versions.
const TEMPORARY = /^\.yijiao-(?:([\da-f]{8})-(\d+)-)?[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
/** Milliseconds after which no process of another machine can still be writing a page. */
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

/** Whether a process of this machine other than this one has the number; NaN is nobody's. */
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

/** The code of a system's error. Anything else is a fault of the program, and thrown again. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
