/** Why the evidence list was not written. */
import type { CodesOf } from '../sentence.ts';
import { some } from './law-evidence.ts';
import { renamedBack } from './renamed.ts';
import { reasonWord } from './words.ts';

/** Why the evidence list was not written. */
type ListNotWritten = 'format' | 'form' | 'value' | 'column' | 'long' | 'size' | 'open' | 'changed' | 'linked' | 'readonly' | 'write';

const LACKS = { place: '地点', from: '提供人', caseName: '案件名称' } as const;
const OPTIONS = { place: '--place', from: '--from' } as const;

/** How what the log does not say is said behind it. */
function supplement(dir: string, items: readonly string[], note: string): string {
  return `mbpack custody ${dir} ${items.join(' ')} --add 检查 --by 甲 --by 乙 --note "${note}"`;
}

const KINDS = { folder: '文件夹', link: '快捷方式（链接）', device: '设备或者管道' } as const;

export const collectSentences = {
  // A file that is being read for its digests.
  FILE_CHANGED_WHILE_READ: ({ file }: { readonly file: string }) => ({
    text: `${file} 在读取过程中被改动，没有记录它的校验值`,
    hint: '关闭正在写这个文件的程序（包括还没有结束的拷贝、同步盘），再运行一次',
  }),
  FILE_GONE: ({ file }: { readonly file: string }) => ({
    text: `找不到 ${file}`,
    hint: '检查文件是否在运行过程中被移走或者改名，存储介质是否拔出',
  }),
  FILE_NOT_REGULAR: ({ file, kind }: { readonly file: string; readonly kind: 'folder' | 'link' | 'device' }) => ({
    text: `${file} 是${KINDS[kind]}，不能计算校验值`,
    hint: '放入文件本身',
  }),
  FILE_NOT_READ: ({ file, reason }: { readonly file: string; readonly reason: string }) => ({
    text: `读不了 ${file}（${reasonWord(reason)}）`,
    hint: '检查文件权限和存储介质，关闭正在使用它的程序',
  }),
  // The call.
  COLLECT_NO_EVIDENCE: ({ path, near }: { readonly path: string; readonly near?: string }) => ({
    text: `${path} 里没有 evidence 文件夹`,
    hint:
      near !== undefined
        ? `案件文件夹像是 ${near}，请给出那一个`
        : '给出办案文件夹；新案件先运行 mbpack init，再把证据文件原样复制到 evidence 文件夹',
  }),
  COLLECT_NOTHING: ({ path }: { readonly path: string }) => ({
    text: `${path} 的 evidence 文件夹里没有可以固定的文件`,
    hint: '把证据文件原样复制进去，再运行一次',
  }),
  COLLECT_PATH_OUTSIDE: ({ path }: { readonly path: string }) => ({
    text: `${path} 不在办案文件夹的 evidence 文件夹里，没有固定`,
    hint: '先原样复制到 evidence 文件夹，再固定复制进去的那一份',
  }),
  /** `item`: the number that was perhaps meant; `listedBy`: the item that was asked for and lists it. */
  COLLECT_PATH_MISSING: ({ path, item, listedBy }: { readonly path: string; readonly item?: string; readonly listedBy?: string }) => ({
    text: listedBy === undefined ? `找不到 ${path}` : `证据 ${listedBy} 在清单里列有 ${path}，文件夹里没有`,
    hint:
      listedBy !== undefined
        ? '把文件放到那里，或者改正清单里的路径'
        : `${item === undefined ? '' : `证据编号的话，是不是 ${item}？文件的话，`}写 evidence 文件夹里的文件或者文件夹；有空格的用引号括起来`,
  }),
  COLLECT_PATTERN_NO_MATCH: ({ pattern }: { readonly pattern: string }) => ({
    text: `evidence 文件夹里没有符合 ${pattern} 的文件`,
    hint: '* 代表文件名里任意几个字，? 代表一个字，都不包括下一层文件夹里的；各层文件夹里的都要，在前面加写 **/',
  }),
  COLLECT_ITEM_WITHOUT_FILES: ({ evidenceNo }: { readonly evidenceNo: string }) => ({
    text: `证据 ${evidenceNo} 在证据清单里没有列文件`,
    hint: `把它的文件写进清单；或者写出文件：--item ${evidenceNo} 文件…`,
  }),
  /** `known`: the officers of the case. */
  COLLECT_BY_UNKNOWN: ({ by, known }: { readonly by: string; readonly known: readonly string[] }) => ({
    text: `不知道${by}是谁`,
    hint:
      known.length > 0
        ? `写 case 表里办案人员的代号：${known.join('、')}；不在其中的写成 姓名/执法证号`
        : 'case 表里还没有办案人员，写成 姓名/执法证号，例如 --by 张某一/99010001',
  }),
  /** `files`: how many wait to be fixed. */
  COLLECT_TWO_OFFICERS: ({ given, files }: { readonly given: number; readonly files: number }) => ({
    text: `有 ${files} 个文件要固定，取证的执法人员${given === 0 ? '没有写' : '只写了一名'}；执法人员不得少于两人`,
    hint: '写两名以上：--by 甲 --by 乙（办案人员的代号，或者 姓名/执法证号）',
  }),
  COLLECT_OFFICER_NOT_IN_CASE: ({ name, certNo }: { readonly name: string; readonly certNo: string }) => ({
    text: `取证人员 ${name}（${certNo}）不在 case 表的办案人员里`,
    hint: '核对姓名和证号；属实的，补入 case 表的办案人员',
  }),
  /** The same person twice: one officer and not two. */
  COLLECT_BY_TWICE: ({ by }: { readonly by: string }) => ({
    text: `--by 里${by}写了两次，按一人记`,
    hint: '另一名人员写另一个代号，或者 姓名/执法证号',
  }),
  /** A page says a time that is none. */
  COLLECT_TIME_UNREAD: ({ at }: { readonly at: string }) => ({
    text: `取得的时间 ${at} 读不懂`,
    hint: '写成 2026-09-15 09:40 这样，是北京时间',
  }),
  /** `--record` names a record that the form does not have. */
  COLLECT_RECORD_UNKNOWN: ({ record, known }: { readonly record: string; readonly known: readonly string[] }) => ({
    text: `取证记录（records）里没有${record}，保管记录没有改动`,
    hint: `${known.length === 0 ? '里面还没有记录' : `已有：${known.join('、')}`}；还没有写进去的，先运行 mbpack init --form 记录名称 案件文件夹 添加`,
  }),
  /** `--from-record`: no item of the list names the record, so nobody knows which files it speaks of. */
  COLLECT_RECORD_WITHOUT_ITEMS: ({ record }: { readonly record: string }) => ({
    text: `证据清单里没有哪一件写着记录 ${record}，不知道补记哪些文件`,
    hint: `写出文件或者证据编号；或者在证据清单“取证记录”一栏写上 ${record}`,
  }),
  /** Neither the record nor the list tells when it was. */
  COLLECT_RECORD_WITHOUT_TIME: ({ record, evidenceNo }: { readonly record: string; readonly evidenceNo?: string }) => ({
    text: `记录 ${record} 没有写开始时间${evidenceNo === undefined ? '' : `，证据清单里 ${evidenceNo} 也没有写取得时间`}，不知道是什么时候取得的`,
    hint: '填写记录的开始时间（startedAt），或者用 --at 写明',
  }),
  /** What 固定清单 leaves blank, for the call or the case form did not say it. `items`: what was fixed. */
  COLLECT_PAPER_LACKS: ({
    missing,
    dir,
    items,
  }: {
    readonly missing: readonly ('place' | 'from' | 'caseName')[];
    readonly dir: string;
    readonly items: readonly string[];
  }) => {
    const said = missing.flatMap((what) => (what === 'caseName' ? [] : [what]));
    const notes = said.map((what) => `${LACKS[what]}：……`).join('；');
    return {
      text: `固定清单上没有${missing.map((what) => `“${LACKS[what]}”`).join('')}：${[
        ...(said.length > 0 ? [`这次没有写 ${said.map((what) => OPTIONS[what]).join('、')}`] : []),
        ...(missing.includes('caseName') ? ['case.yaml 里没有填案件名称（name）'] : []),
      ].join('，')}`,
      hint: [
        ...(said.length > 0 ? [`记录写入后不能改；现在补充：${supplement(dir, items, notes)}`] : []),
        ...(missing.includes('caseName') ? ['填好案件名称再用 -o 打印固定清单'] : []),
      ].join('；'),
    };
  },
  /** 固定清单 says that its digests were verified: of `files` on it that is not so, or the log is not whole. */
  COLLECT_PAPER_NOT_MADE: ({ target, files }: { readonly target: string; readonly files: number }) => ({
    text: `没有生成固定清单 ${target}：${files > 0 ? `要列入的文件有 ${files} 个与固定时不同、不在了或者没有读到` : '保管链记录不完整'}`,
    hint: '先处理列出的其他问题，再运行一次',
  }),
  /** Nothing was new, so what the call said of it stands nowhere. `options`: as they are typed. */
  COLLECT_DETAILS_IGNORED: ({
    options,
    dir,
    items,
  }: {
    readonly options: readonly string[];
    readonly dir: string;
    readonly items: readonly string[];
  }) => ({
    text: `没有新文件，这次写的 ${options.join('、')} 没有记入：已经固定的记录不改写`,
    hint: `要补充的，追加一条：${supplement(dir, items, '提供人：……；地点：……')}`,
  }),
  // The files. `where`: custody.jsonl or the list, with its line.
  COLLECT_FILE_CHANGED: ({
    path,
    algorithm,
    recorded,
    found,
    where,
    line,
    voided,
  }: {
    readonly path: string;
    readonly algorithm: string;
    readonly recorded: string;
    readonly found: string;
    readonly where: string;
    /** Line of the custody log. */
    readonly line?: number;
    /** The list alone has it: that correction made it void in the log. */
    readonly voided?: number;
  }) => ({
    text: `${path} 与固定时不同：${line === undefined ? '清单' : `保管链第 ${line} 条`}记录的 ${algorithm} 是 ${recorded}，现在是 ${found}（记录见 ${where}）${voided === undefined ? '' : `；保管记录里的这个校验值第 ${voided} 条已更正作废，这个文件现在没有固定，清单还写着它`}`,
    hint:
      voided !== undefined
        ? '作废有误的，用“更正”的 --restore 恢复，放回当时的文件；确是当初固定错了文件的，从证据清单里删去这个文件的 sha256、sm3，再运行 mbpack collect 固定：两个内容不同，检查、成卷、核验都会说明（E-14）'
        : '不要重新固定。用当时的备份换回原文件；确需修改的，修改后的文件另存为新文件，作为衍生文件固定，并说明原因',
  }),
  COLLECT_FILE_MISSING: ({ path, where }: { readonly path: string; readonly where: string }) => ({
    text: `${path} 固定过，现在不在了（记录见 ${where}）`,
    hint: '从备份放回原处；改了名或者移了位置的，改回原来的路径；随证据移交、返还了的，运行 mbpack custody 记入',
  }),
  /** Listed under another number than the log has it; `line` recorded it. */
  COLLECT_OTHER_ITEM: ({
    path,
    evidence,
    line,
    listed,
  }: {
    readonly path: string;
    readonly evidence: readonly string[];
    readonly line: number;
    readonly listed: string;
  }) => ({
    text: `${path} 固定时是证据 ${evidence.join('、')} 的文件（保管记录第 ${line} 条），证据清单里列在 ${listed} 之下`,
    hint: '在证据清单里改回固定时的证据编号；编号或者归属固定有误的，在保管记录里更正',
  }),
  /** New files of an item of which recorded files are gone: not recorded. */
  COLLECT_SUBSTITUTE: ({
    evidenceNo,
    paths,
    gone,
    line,
  }: {
    readonly evidenceNo: string;
    readonly paths: readonly string[];
    readonly gone: readonly string[];
    readonly line: number;
  }) => ({
    text: `证据 ${evidenceNo} 固定过的 ${some(gone, '个文件')}（保管记录第 ${line} 条）不在了，没有固定同一编号下新来的 ${some(paths, '个文件')}`,
    hint: '放回原来的文件，用固定时的名称；别的文件不能顶替它，另编证据编号再固定。东西已经移交、返还的，运行 mbpack custody 记入；固定有误的，在保管记录里更正',
  }),
  COLLECT_FILE_RENAMED: ({ path, recorded }: { readonly path: string; readonly recorded: string }) => ({
    text: `${path} 就是固定过的 ${recorded}，只是改了名或者移了位置；没有重新固定`,
    hint: renamedBack(recorded),
  }),
  /** A file that a page sent was not put into the case. `cut`: of `size` bytes `got` came; `there`: another file of that name is there; `link`: a folder on its way is none of the case. */
  DROP_NOT_TAKEN: ({
    path,
    why,
    size,
    got,
  }: {
    readonly path: string;
    readonly why: 'cut' | 'there' | 'link';
    readonly size: number;
    readonly got: number;
  }) => ({
    text: `${path} 没有放进来：${{ cut: `应有${size}字节，只读到${got}字节`, there: '案件里已经有一个同名、内容不同的文件', link: '同名的文件夹不是案件里的文件夹，是链接或者文件' }[why]}`,
    hint: {
      cut: '没有留下半个文件。检查U盘、网络是否断开，再放一次',
      there: '原有的没有动。给新的改一个名称，再放一次',
      link: '改用别的文件夹名称，再放一次',
    }[why],
  }),
  COLLECT_SAME_CONTENT: ({ path, other }: { readonly path: string; readonly other: string }) => ({
    text: `${path} 与 ${other} 的内容完全相同`,
  }),
  // The result. `list`: the evidence list cannot be read, so nobody knows the numbers; `log`: the custody log is not whole.
  COLLECT_NOT_RECORDED: ({ count, because }: { readonly count: number; readonly because: 'list' | 'log' | 'condition' }) => ({
    text: `${count} 个新文件没有固定：${{ list: '证据清单读不出来，不知道它们的证据编号', log: '保管链记录不完整', condition: '内容与名称不符、不完整或者是空的，先核对' }[because]}`,
    hint: {
      condition: '逐个核对，能重新拷贝的换成完好的，再运行一次；来源处就是这样的，加 --as-found 按原样固定，保管记录里会注明',
      list: '按上面的提示改好证据清单，或者用 --item 写明证据编号，再运行一次',
      log: '不要手工修改 custody.jsonl；从备份恢复，再运行一次',
    }[because],
  }),
  /** `detail`: a code of the catalogue, for `write`. */
  COLLECT_LIST_NOT_WRITTEN: ({
    file,
    reason,
    detail,
  }: {
    readonly file: string;
    readonly reason: ListNotWritten;
    readonly detail: string;
  }) => ({
    text: `没有写入 ${file}：${
      {
        format: '证据清单读不出来',
        form: '清单的写法特别，不能保证原有内容一字不动',
        value: '新的一项有不合字段要求的内容',
        column: '工作表里没有证据编号、文件这些列',
        long: '一件证据的文件太多，Excel 的一格放不下',
        size: '写进去以后证据清单就超过上限，检查时读不了',
        open: '它正在别的程序里打开着',
        changed: '文件正在被别的程序修改',
        linked: '文件还有别的名称（硬链接）',
        readonly: '文件是只读的',
        write: `写不进去（${reasonWord(detail)}）`,
      }[reason]
    }`,
    hint:
      reason === 'size'
        ? '文件已经固定，校验值已在保管记录里；自行加入证据清单时，文件只写路径，不写校验值'
        : reason === 'open'
          ? '文件已经固定；在那个程序里保存并关闭，再运行一次（--write-list）'
          : '文件已经固定；把打印出来的各项自行加入证据清单',
  }),
};

export type CollectCodes = CodesOf<typeof collectSentences>;
