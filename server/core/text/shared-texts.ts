import type { Bilingual } from './bilingual.ts';
import { closestName } from './edit-distance.ts';

/** A place in a file, for people; `line` begins at 0. */
export function lineIn(file: string, line: number): Bilingual {
  return { en: `${file}, line ${line + 1}`, zh: `${file} 第 ${line + 1} 行` };
}

export function replaceWith(wording: string): Bilingual {
  return { en: `Replace with “${wording}”`, zh: `改为“${wording}”` };
}

/** For an unknown name: the known one that may be meant. It follows a sentence, and is empty where none is near. */
export function didYouMean(name: string | undefined): Bilingual {
  return name === undefined ? { en: '', zh: '' } : { en: ` Did you mean “${name}”?`, zh: `是否应为“${name}”？` };
}

export function noSuchRule(id: string, known: Iterable<string>): Bilingual {
  const { en, zh } = didYouMean(closestName(id, known));
  return { en: `There is no rule “${id}”.${en}`, zh: `没有名为“${id}”的规则。${zh}` };
}

export function mustBeOneOf(name: string, values: readonly unknown[]): Bilingual {
  return { en: `“${name}” must be one of ${values.join(', ')}.`, zh: `“${name}”的值应为 ${values.join('、')} 之一。` };
}
