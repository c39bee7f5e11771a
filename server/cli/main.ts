import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { formatIds } from '../core/glossary/format/index.ts';
import { type Bilingual, unworded } from '../core/text/bilingual.ts';
import { visible } from '../core/text/visible.ts';
import { check } from './check.ts';
import { compareCommand } from './compare.ts';
import { explain } from './explain.ts';
import { glossaryCommand } from './glossary.ts';
import { init } from './init.ts';
import { reportIds, reportNamed } from './report/index.ts';
import { CLEAN, chosen, FAILED, InputError, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs a command line (without the program name). A server that `lsp` started keeps running after the promise resolves.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  // `--help` counts anywhere, for people who do not know the syntax.
  const asksForHelp = args.some((one) => one === '--help' || one === '-h');
  const [command, ...rest] = asksForHelp ? ['--help'] : args;
  const { language } = terminal;
  try {
    switch (command) {
      case 'check': {
        const { values, positionals } = parse(rest, { fix: { type: 'boolean' }, ...common });
        const report = reportNamed(formatIn(values));
        return await check(positionals, { fix: values.fix === true, report }, terminal);
      }
      case 'compare': {
        const { values, positionals } = parse(rest, common);
        return await compareCommand(positionals, chosen(formatIn(values), ['pretty', 'json', 'html']), terminal);
      }
      case 'glossary': {
        const options = { to: { type: 'string' }, out: { type: 'string' }, ...common } as const;
        const { values, positionals } = parse(rest, options);
        return await glossaryCommand(positionals, { ...values, format: formatIn(values) }, terminal);
      }
      case 'init':
        return await init(parse(rest, {}).positionals, terminal);
      case 'explain':
        return explain(parse(rest, {}).positionals, terminal);
      case 'lsp':
        parse(rest, { stdio: { type: 'boolean' } });
        await terminal.serve();
        return CLEAN;
      case '--version':
      case '-v':
        terminal.out(`${terminal.version}\n`);
        return CLEAN;
      case '--help':
      case 'help':
        terminal.out(texts.usage[language]);
        return CLEAN;
      default:
        throw new UsageError(command ? texts.unknownCommand(command) : unworded(''));
    }
  } catch (error) {
    if (error instanceof UsageError) {
      const said = error.said[language];
      terminal.error(`${said && `${visible(said)}\n\n`}${texts.usage[language]}`);
    } else if (error instanceof InputError) terminal.error(`${visible(error.said[language])}\n`);
    else terminal.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return FAILED;
  }
}

const common = { format: { type: 'string' }, json: { type: 'boolean' } } as const;

function parse<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(misused(error));
  }
}

/** What `--format` names; `--json` is short for that of this name. */
function formatIn({ format, json }: { format?: string | undefined; json?: boolean | undefined }): string | undefined {
  if (!json) return format;
  if (format !== undefined && format !== 'json') throw new UsageError(texts.twoFormats(format));
  return 'json';
}

/** The error of `parseArgs`, in both languages. */
function misused(error: unknown): Bilingual {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'([^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return texts.unknownOption(option);
  return message.includes('does not take') ? texts.noValue(option) : texts.needsValue(option);
}

const texts = {
  unknownCommand: (name: string) => ({ en: `Unknown command: ${name}`, zh: `未知命令：${name}` }),
  unknownOption: (name: string) => ({ en: `Unknown option: ${name}`, zh: `未知选项：${name}` }),
  needsValue: (name: string) => ({ en: `${name} needs a value.`, zh: `${name} 须有值。` }),
  noValue: (name: string) => ({ en: `${name} takes no value.`, zh: `${name} 不带值。` }),
  twoFormats: (format: string) => ({
    en: `Write either --json or --format ${format}, not both.`,
    zh: `--json 与 --format ${format} 只能写其一。`,
  }),
  usage: {
    en: `Usage:
  yijiao check [<paths…>] [--fix] [--format <report>]    check Markdown files and folders
  yijiao compare <zh> [<en>] [--format pretty|json]      align a translation with its English source
  yijiao compare <folder> [<folder of the sources>] [--format pretty|json|html]
                                                         how every translation stands to its source
  yijiao glossary check [<files…>] [--format <report>]   check glossaries; without files, those of the project
  yijiao glossary find <term>                            its entries, and where the pages use it
  yijiao glossary extract [<paths…>] [--format pretty|json|csv]
                                                         terms that the pages agree on; --out <file> writes them
  yijiao glossary convert <files…> --to <format>         ${formatIds.en}; --out <file> writes it
  yijiao init [<folder>]                                 find the style of a project and write its settings
  yijiao explain [<rule…>]                               what a rule is for
  yijiao lsp --stdio                                     language server for editors
  yijiao --version | --help

Reports: ${reportIds.join(', ')}. --json is short for --format json.
Exit status: 0 clean · 1 findings · 2 wrong use, a crash, or a file that cannot be read or written · 3 (compare) not known whether in sync
`,
    zh: `用法：
  yijiao check [<路径…>] [--fix] [--format <报告格式>]   检查 Markdown 文件和文件夹
  yijiao compare <译文> [<原文>] [--format pretty|json]  将译文与英文原文逐块对齐
  yijiao compare <文件夹> [<原文所在的文件夹>] [--format pretty|json|html]
                                                         各页译文与原文的对应情况
  yijiao glossary check [<文件…>] [--format <报告格式>]  检查术语表；不写文件则检查项目的术语表
  yijiao glossary find <术语>                            查看词条及其在页面中的出现位置
  yijiao glossary extract [<路径…>] [--format pretty|json|csv]
                                                         从页面中提取译法一致的术语；--out <文件> 写入文件
  yijiao glossary convert <文件…> --to <格式>            转换为 ${formatIds.zh}；--out <文件> 写入文件
  yijiao init [<文件夹>]                                 判断项目的风格并写入设置文件
  yijiao explain [<规则…>]                               说明规则的用途
  yijiao lsp --stdio                                     供编辑器使用的语言服务器
  yijiao --version | --help

报告格式：${reportIds.join('、')}。--json 是 --format json 的简写。
退出码：0 没有问题 · 1 有问题 · 2 用法错误、程序出错，或有文件无法读取或写入 · 3（compare）不知道是否同步
`,
  },
};
