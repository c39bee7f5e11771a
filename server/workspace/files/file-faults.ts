import { type Bilingual, unworded } from '../../core/text/bilingual.ts';

/** Explains a system error code; the code itself if it is unknown. */
function reasonOf(code: string): Bilingual {
  return reasons[code] ?? unworded(code);
}

const permission = { en: 'you have no permission', zh: '没有权限' };
const inUse = { en: 'another program holds it', zh: '正被其他程序占用' };
const tooMany = { en: 'too many files are open', zh: '打开的文件过多' };
const reasons: Readonly<Record<string, Bilingual>> = {
  EACCES: permission,
  EPERM: permission,
  EROFS: { en: 'the file system is read-only', zh: '文件系统是只读的' },
  ENOSPC: { en: 'there is no space left on the device', zh: '设备上没有剩余空间' },
  EDQUOT: { en: 'your quota of disk space is used up', zh: '磁盘配额已用尽' },
  EFBIG: { en: 'it would be larger than is allowed here', zh: '超出了允许的文件大小' },
  EISDIR: { en: 'it is a folder', zh: '这是一个文件夹' },
  ENOTDIR: { en: 'a part of its path is not a folder', zh: '路径中有一部分不是文件夹' },
  ENOENT: { en: 'there is no such file or folder', zh: '没有这个文件或文件夹' },
  ENAMETOOLONG: { en: 'its name is too long', zh: '名称太长' },
  ELOOP: { en: 'its symbolic links lead in a circle', zh: '符号链接成环' },
  EBUSY: inUse,
  ETXTBSY: inUse,
  EMFILE: tooMany,
  ENFILE: tooMany,
  EIO: { en: 'the device failed', zh: '设备出错' },
};

/** Where nobody can say why. */
export const unreadable: Bilingual = { en: 'This cannot be read.', zh: '无法读取。' };

export function readFault(code: string): Bilingual {
  const { en, zh } = reasonOf(code);
  return { en: `This cannot be read: ${en}.`, zh: `无法读取：${zh}。` };
}

export function noSuchFile(path: string): Bilingual {
  return { en: `No such file or folder: ${path}`, zh: `没有这个文件或文件夹：${path}` };
}

export function noSuchFolder(path: string): Bilingual {
  return { en: `No such folder: ${path}`, zh: `没有这个文件夹：${path}` };
}

export function writeFault(code: string): Bilingual {
  const { en, zh } = reasonOf(code);
  return {
    en: `The file cannot be written: ${en}. It was not changed.`,
    zh: `无法写入此文件：${zh}。文件未改动。`,
  };
}

/** For standard output. */
export function outputFault(code: string): Bilingual {
  const { en, zh } = reasonOf(code);
  return { en: `The output cannot be written: ${en}.`, zh: `无法写出结果：${zh}。` };
}

export const readOnly: Bilingual = {
  en: 'The file is read-only and was not changed. Make it writable (chmod u+w) if it may be changed.',
  zh: '此文件是只读的，未改动。如可改动，请先设为可写（chmod u+w）。',
};

export const leadsOutside: Bilingual = {
  en: 'A symbolic link leads out of the project, so nothing was written. Name the file itself if it may be changed.',
  zh: '符号链接指向项目之外，因此没有写入。如可改动，请直接指明该文件。',
};

export const leadsNowhere: Bilingual = {
  en: 'This is a symbolic link to a file that does not exist, so nothing was written. Remove the link, or name another file.',
  zh: '这是符号链接，所指的文件不存在，因此没有写入。请删除该链接，或指明另一个文件。',
};

/** Neither the new nor the old text could be written completely. */
export function halfWritten(code: string): Bilingual {
  const { en, zh } = reasonOf(code);
  return {
    en: `Writing broke off: ${en}. The file may be damaged. Restore it from version control.`,
    zh: `写入中断：${zh}。文件可能已损坏，请从版本控制中恢复。`,
  };
}
