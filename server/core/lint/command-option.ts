/**
 * Whether an option of a command line starts at this place of a text: `-m` or `--help`, named as one by the words around
 * it. Hyphens join words too (端到端-训练, 类型-A), and two of them can be a dash.
 */
export function startsOption(text: string, place: number): boolean {
  const option = OPTION.exec(text.slice(place, place + 40));
  if (!option) return false;
  const end = place + option[0].length;
  // 类型-A 参数 is about a kind of parameter.
  const named = !/[A-Z]/.test(option[0]) && NAMED_BEHIND.test(text.slice(end, end + 4));
  return named || NAMED_BEFORE.test(text.slice(Math.max(0, place - 2), place));
}

const OPTION = /^(?:-[A-Za-z]|--[a-z][a-z\d]*(?:-[a-z\d]+)*)(?![\w-])/;
const NAMED_BEHIND = /^ ?(?:参数|选项|标志|标记|开关)/;
const NAMED_BEFORE = /(?:使用|加上|添加|带上|传入|指定|通过|设置|启用)$/;
