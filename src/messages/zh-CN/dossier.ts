/** Codes of the dossier room with the arguments of their sentences. ZIP_: the container; DOSSIER_: the bag in it; the rest: packing. */
import { groupedHex, groupsApart, type OtherFile, type PathFault, type SignatureProblem } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';
import { ZIP_METHODS } from '../zip-methods.ts';
import { actionWord, indexField, reasonWord, zipField } from './words.ts';

type EvidenceKind = 'folder' | 'link' | 'device';

const RECOPY = '请从原始介质重新复制一份再核验；仍不一致的，请移送单位重新提供，并对照纸质校验单上的总校验值。';
const REPACK = '总校验值不受重新打包影响，请以它对照纸质校验单。';
const KINDS = { folder: '文件夹', link: '链接（快捷方式）', device: '设备或管道' } as const;

const OTHER_VALUES = { zip: '案卷文件的 SHA-256', fingerprint: '总校验值' } as const;

/** On which paper a head stands: the slip has that of the last line, an earlier list that of the line which was last then. */
const headOnPaper = (line: number, lines: number): string =>
  line === lines ? '校验单上的保管链校验值（保管记录末条的）' : `固定清单上的保管链校验值`;

const ASK_WHO_ADDED = '总校验值不覆盖 signatures 文件夹：查明是谁在封装之后放进去的，再对照纸质校验单上的总校验值。';

function signatureProblem(problem: SignatureProblem, found: string): string {
  return {
    empty: '是空文件',
    large: `有 ${found} 字节，签名没有这么大`,
    pem: '是 PEM 文本，应转成 DER 二进制',
    encoding: '不是规定的二进制编码（DER）',
    cut: '不完整，后面缺了',
    trailing: '后面有多余的字节',
    deep: '嵌套层数太多',
    kind: found === '' ? '是别的数据' : `是别的数据（对象标识 ${found}）`,
    attached: '带有原文，不是对 tagmanifest-sha256.txt 的签名',
    unsigned: '没有签名人',
    structure: '结构不全或者不对',
    refused: `时间戳服务没有给出时间戳（状态 ${found}）`,
  }[problem];
}

const NAME_FAULTS: Readonly<Record<PathFault, string>> = {
  empty: '名称是空的',
  absolute: '是绝对路径或带盘符',
  segment: '含有空的一级或“.”“..”',
  character: '含有 Windows 不允许的字符（\\ : * ? " < > |）',
  invisible: '含有看不见的字符（控制符、零宽字符、文字方向符或损坏的字符）',
  'not-nfc': '里有由几个字符拼成的字',
  reserved: '是 Windows 保留名（如 CON、NUL、COM1）',
  edge: '某一级以空格开头，或以空格、点结尾',
  'too-long': '太长（从案卷包里面算起不得超过 240 个字，每一级不得超过 80 个汉字或 240 个字母）',
  percent: '含有百分号 %',
  bytes: '不是 UTF-8 编码，反斜杠后面写的是它的字节',
};

const UNPACK = '请用压缩软件解开，再核验解开的文件夹，或者里面的案卷包 zip。';
const CHOOSE = '请确认选对了文件。';
/** 不是案卷包的文件：是什么，怎么办。 */
const OTHER_FILES: Readonly<Record<OtherFile, readonly [is: string, hint: string]>> = {
  rar: ['是 RAR 压缩文件', UNPACK],
  sevenZip: ['是 7-Zip 压缩文件', UNPACK],
  gz: ['是 gzip 压缩文件', UNPACK],
  bz2: ['是 bzip2 压缩文件', UNPACK],
  xzip: ['是 XZ 压缩文件', UNPACK],
  zst: ['是 Zstandard 压缩文件', UNPACK],
  cabinet: ['是 CAB 压缩文件', UNPACK],
  tarball: ['是 TAR 打包文件', UNPACK],
  disc: ['是光盘镜像（ISO 一类）', '请装载（多数电脑双击即可）或者解开光盘镜像，再核验里面的文件夹或者案卷包 zip。'],
  pdf: ['是 PDF 文件', CHOOSE],
  office97: ['是 Word 或者 Excel 文件', CHOOSE],
  jpg: ['是 JPEG 图片', CHOOSE],
  png: ['是 PNG 图片', CHOOSE],
  rtf: ['是 RTF 文档', CHOOSE],
  link: ['是快捷方式，不是文件本身', '请找到快捷方式所指的案卷包，把它本身复制过来，再核验。'],
  program: ['是可以运行的程序', '案卷包不是程序，不要运行它；请向移送单位问清楚。'],
  html: ['是网页，多半是下载没有成功、把提示页存了下来', '请重新下载或者复制案卷包，再核验。'],
  xml: ['是 XML 文件', CHOOSE],
  mail: ['是电子邮件', '请把邮件里的附件另存出来，再核验附件。'],
  download: ['看来是没有下载完的文件', '请等下载完成，或者重新下载，再核验。'],
  zeros: ['开头全是零，可能没有复制完', RECOPY],
};
const quotedNames = (names: readonly string[]): string => names.join('、');

/** Groups of a value on paper that somebody may have mistyped. */
const MOST_MISTYPED = 4;

/** 一两组不同多半是填错；都不同就不必数。 */
function differingGroups(given: string, found: string): string {
  const groups = groupsApart(given, found);
  return found === '' || groups.length > MOST_MISTYPED ? '' : `（第 ${groups.join('、')} 组不同）`;
}

export const dossierSentences = {
  // Packing.
  ABORTED: () => ({ text: '操作已中止，没有留下任何文件。' }),
  EVIDENCE_CHANGED: ({ file }: { readonly file: string }) => ({
    text: `证据文件在打包过程中被改动：${file}。没有生成案卷包。`,
    hint: '请确认没有人或程序正在写这个文件，再重新打包。',
  }),
  BUILD_EVIDENCE_MISSING: ({ file }: { readonly file: string }) => ({
    text: `找不到证据文件：${file}。`,
    hint: '请检查文件是否被移走或改名。',
  }),
  BUILD_EVIDENCE_NOT_REGULAR: ({ file, kind }: { readonly file: string; readonly kind: EvidenceKind }) => ({
    text: `证据必须是普通文件，这里是${KINDS[kind]}：${file}。`,
    hint: '请把原文件本身放进案件文件夹。',
  }),
  BUILD_EVIDENCE_UNREADABLE: ({ file, reason }: { readonly file: string; readonly reason: string }) => ({
    text: `证据文件读不出来：${file}（${reasonWord(reason)}）。`,
    hint: '请检查文件权限和存储介质。',
  }),
  BUILD_FILE_TOO_LARGE: ({ path, found, limit }: { readonly path: string; readonly found: number; readonly limit: number }) => ({
    text: `${path} 有 ${found} 字节，超过上限 ${limit} 字节。`,
    hint: '请减小该文件，或分成几个案卷包。',
  }),
  BUILD_PATH_REFUSED: ({ path, fault }: { readonly path: string; readonly fault: PathFault }) => ({
    text: `名称不能放进案卷包：${path}，${NAME_FAULTS[fault]}。`,
    hint: '请先改名，并在证据清单中写明原名。',
  }),
  BUILD_PATHS_COLLIDE: ({ path, other }: { readonly path: string; readonly other: string }) => ({
    text: `两个名称在有的电脑上会被当成同一个：${path} 与 ${other}。`,
    hint: '请给其中一个改名。',
  }),
  /** A digesting thread ended before its work: `reason` as the system says it, such as ERR_WORKER_OUT_OF_MEMORY. */
  BUILD_THREAD_DIED: ({ reason }: { readonly reason: string }) => ({
    text: `计算校验值的线程意外结束（${reasonWord(reason)}），没有生成案卷包。`,
    hint: '多半是内存不够：关闭其他程序再试；仍然如此，请交给维护人员。',
  }),
  BUILD_TOO_MANY_FILES: ({ found, limit }: { readonly found: number; readonly limit: number }) => ({
    text: `文件太多：${found} 个，上限 ${limit} 个。`,
    hint: '请分成几个案卷包。',
  }),
  TARGET_DISK_FULL: ({ target }: { readonly target: string }) => ({
    text: `磁盘空间不够，没有写成：${target}。`,
    hint: '请腾出空间或换一个磁盘；半成品已删除。',
  }),
  TARGET_EXISTS: ({ target }: { readonly target: string }) => ({
    text: `目标文件已经存在：${target}。没有改动它。`,
    hint: '请换一个文件名；确要替换的，加 -f。',
  }),
  TARGET_NOT_WRITABLE: ({ target, reason }: { readonly target: string; readonly reason: string }) => ({
    text: `目标位置写不进去：${target}（${reasonWord(reason)}）。`,
    hint: '请检查文件夹是否存在、有没有写入权限。',
  }),
  /** The file that should be replaced is held open by another program (Windows). */
  TARGET_OPEN_ELSEWHERE: ({ target }: { readonly target: string }) => ({
    text: `${target} 正在别的程序里打开着，不能换成新的；原来的文件没有改动。`,
    hint: '关闭打开它的程序（如 PDF 阅读器、解压软件、资源管理器的预览窗格），再运行一次；或者用 -o 换一个文件名。',
  }),
  TARGET_TOO_LARGE: ({ target }: { readonly target: string }) => ({
    text: `目标磁盘放不下这么大的文件：${target}。`,
    hint: 'U盘若是 FAT32 格式，单个文件不能超过 4 GB；请换 NTFS 或 exFAT 格式的磁盘。',
  }),

  // Opening.
  DOSSIER_CHANGED_WHILE_READ: () => ({ text: '核验过程中文件被改动，本次结果不可靠。', hint: '请确认没有程序正在写它，再重新核验。' }),
  DOSSIER_MORE: ({ code, listed, count }: { readonly code: string; readonly listed: number; readonly count: number }) => ({
    text: `同类问题（${code}）共 ${count} 处，只列出前 ${listed} 处。`,
  }),
  DOSSIER_NOT_FOUND: ({ path }: { readonly path: string }) => ({
    text: `找不到：${path}。`,
    hint: '请检查盘符、文件夹和文件名，U 盘、光盘是否插好；路径里有空格的，前后加引号。',
  }),
  DOSSIER_READ_FAILED: ({ offset, reason }: { readonly offset: number; readonly reason: string }) => ({
    text: `从第 ${offset} 字节起读不出来（${reasonWord(reason)}），存储介质可能已损坏，或文件不完整。`,
    hint: RECOPY,
  }),
  DOSSIER_TOO_MANY: ({ found, limit }: { readonly found: number; readonly limit: number }) => ({
    text: `条目太多：至少有 ${found} 条，超过上限 ${limit} 条，没有继续读。`,
    hint: RECOPY,
  }),
  DOSSIER_UNREADABLE: ({ path, reason }: { readonly path: string; readonly reason: string }) => ({
    text: `打不开：${path}（${reasonWord(reason)}）。`,
    hint: '请检查文件权限和存储介质。',
  }),

  // The container.
  ZIP_ATTRIBUTES: ({ found }: { readonly found: number }) => ({ text: `条目的文件属性不是案卷格式规定的值（0x${found.toString(16)}）。` }),
  ZIP_BACKSLASH: () => ({ text: '条目的名称用反斜杠分隔文件夹。' }),
  /** `limit`: what the dossier declares (Payload-Oxum), what this program inflates without a declaration, or so many times the size of the zip. */
  ZIP_BOMB: ({
    size,
    limit,
    by,
    times,
  }: {
    readonly size: number;
    readonly limit: number;
    readonly by: 'declared' | 'undeclared' | 'ratio';
    readonly times: number;
  }) => ({
    text: `这个压缩包声称解压后有 ${size} 字节，是它自身的 ${times} 倍，超过上限 ${limit} 字节（${
      {
        declared: '案卷自己声明的字节数',
        undeclared: '案卷没有声明字节数时的上限',
        ratio: '压缩包自身大小的 200 倍；案卷材料压缩不到这么小',
      }[by]
    }），没有解压。`,
    hint: by === 'ratio' ? '可能是有意做成的压缩炸弹，不要急于解压，请先向移送单位问清楚；确属案卷的，解开后核验文件夹。' : RECOPY,
  }),
  ZIP_COMMENT: ({ bytes }: { readonly bytes: number }) => ({ text: `压缩包末尾带有 ${bytes} 字节的注释，案卷包不允许。`, hint: RECOPY }),
  ZIP_COMPRESSED: () => ({ text: '条目被压缩过；案卷包只原样存放。' }),
  ZIP_CRC: ({ expected, found }: { readonly expected: string; readonly found: string }) => ({
    text: `内容与容器记录的 CRC-32 不符：记录 ${expected}，实际 ${found}。`,
    hint: RECOPY,
  }),
  ZIP_DESCRIPTOR: () => ({ text: '条目的大小写在内容之后（数据描述符），案卷包不这样写。' }),
  ZIP_DESCRIPTOR_WRONG: () => ({ text: '内容之后的数据描述符与目录不符。', hint: RECOPY }),
  ZIP_DIRECTORY_BROKEN: () => ({ text: '压缩包的目录已损坏，无法读取条目。', hint: RECOPY }),
  ZIP_DIRECTORY_PLACE: ({ expected, found }: { readonly expected: number; readonly found: number }) => ({
    text: `压缩包的目录没有紧接结束记录：目录止于第 ${found} 字节，结束记录始于第 ${expected} 字节。`,
    hint: RECOPY,
  }),
  ZIP_EMPTY: () => ({ text: '文件是空的（0 字节）。', hint: RECOPY }),
  ZIP_ENCRYPTED: () => ({
    text: '压缩包写明加了密码：可能确实加了密码，也可能是这个标志损坏；没有读取。案卷包本身不加密。',
    hint: '确有密码的，用压缩软件输入密码解开，再核验解开的文件夹；没有密码的，从原始介质重新复制一份再核验。',
  }),
  ZIP_END_BROKEN: ({ complete }: { readonly complete: number }) => ({
    text: `压缩包的结尾已损坏；之前有 ${complete} 个条目看来是完整的。`,
    hint: RECOPY,
  }),
  ZIP_END_RECORD: ({ field, expected, found }: { readonly field: string; readonly expected: number; readonly found: number }) => ({
    text: `压缩包结束记录的“${zipField(field)}”应为 ${expected}，实际 ${found}。`,
    hint: RECOPY,
  }),
  ZIP_ENTRY_COMMENT: ({ bytes }: { readonly bytes: number }) => ({ text: `条目带有 ${bytes} 字节的注释，案卷包不允许。` }),
  ZIP_EXTRA: ({ bytes }: { readonly bytes: number }) => ({ text: `条目带有 ${bytes} 字节的附加信息，案卷包不写这些。` }),
  ZIP_EXTRA_BROKEN: () => ({ text: '条目的附加信息已损坏，无法读取条目。', hint: RECOPY }),
  ZIP_FLAGS: ({ found }: { readonly found: number }) => ({ text: `条目的标志位应为 0x800，实际 0x${found.toString(16)}。` }),
  ZIP_FOLDER_ENTRY: () => ({ text: '压缩包里有单独的文件夹条目；案卷包只有文件。' }),
  ZIP_GAP: ({ bytes }: { readonly bytes: number }) => ({
    text: `两个条目之间（或条目与目录之间）多出 ${bytes} 字节来历不明的数据。`,
    hint: RECOPY,
  }),
  ZIP_HEADERS_DIFFER: ({ field, local, central }: { readonly field: string; readonly local: string; readonly central: string }) => ({
    text: `同一条目的两处记录不一致：“${zipField(field)}”一处是 ${local}，另一处是 ${central}。`,
    hint: RECOPY,
  }),
  /** The compressed content: broken, ends too early, is longer than declared, or has bytes behind its end. */
  ZIP_INFLATE: ({ problem }: { readonly problem: 'code' | 'short' | 'long' | 'rest' }) => ({
    text: {
      code: '压缩的内容已损坏，解不开。',
      short: '压缩的内容没有完，解出的字节比目录记录的少。',
      long: '压缩的内容解出的字节比目录记录的多，已停止。',
      rest: '压缩的内容结束之后，条目里还有多余的字节。',
    }[problem],
    hint: RECOPY,
  }),
  ZIP_LOCAL_BROKEN: () => ({ text: '条目的开头已损坏。', hint: RECOPY }),
  /** `entries` that are compressed by a method (its number in the zip's own list) that nobody here can undo. */
  ZIP_METHOD: ({ found, entries }: { readonly found: number; readonly entries: number }) => ({
    text: `压缩包里有 ${entries} 个文件用${ZIP_METHODS[found] ?? `编号 ${found} 的方法`}压缩，本程序解不开，没有核验。`,
    hint: '压缩方法不影响文件内容：请用压缩软件解开，再核验解开的文件夹。',
  }),
  ZIP_MULTIDISK: () => ({ text: '压缩包的记录说它分成几卷，可是它像是完整的一个：记录被改动过，或者已损坏。', hint: RECOPY }),
  ZIP_NAME_CODE_PAGE: () => ({ text: '条目的名称不是 UTF-8 编码（可能是 GBK）。' }),
  ZIP_NAME_DECOMPOSED: () => ({ text: '条目的名称是分解形式的字符（macOS 的习惯）。' }),
  /** Names that are neither UTF-8 nor, in any code page that is known, those of the dossier's own list. */
  ZIP_NAMES_GARBLED: ({ count, examples }: { readonly count: number; readonly examples: readonly string[] }) => ({
    text: `压缩包里有 ${count} 个文件的名称不是 UTF-8，按 GBK、Big5 等编码读出来也都不是案卷清单上的名称，例如 ${quotedNames(examples)}（按 GBK 读）。没有核验。`,
    hint: '文件名在重新打包时弄乱了：请直接核验移送单位给的原来的案卷包 zip，不要重新打包。',
  }),
  /** `seems`: the name as GBK, where it is that. */
  ZIP_NAME_NOT_UTF8: ({ seems }: { readonly seems: string }) => ({
    text: `压缩包里有的名称声明为 UTF-8，实际不是${seems ? `（看来是 GBK 编码的${seems}）` : ''}，拒绝读取。`,
    hint: '文件名在重新打包时弄乱了：请直接核验移送单位给的原来的案卷包 zip，不要重新打包。',
  }),
  ZIP_NOT_A_ZIP: ({ looks, size }: { readonly looks: OtherFile | ''; readonly size: number }) => ({
    text: looks === '' ? '不是案卷包，也看不出是什么文件。' : `不是案卷包：这个文件（${size} 字节）${OTHER_FILES[looks][0]}。`,
    hint: looks === '' ? CHOOSE : OTHER_FILES[looks][1],
  }),
  ZIP_NOT_REGULAR: ({ kind }: { readonly kind: EvidenceKind }) => ({ text: `条目不是普通文件，而是${KINDS[kind]}，拒绝读取。` }),
  ZIP_NO_ENTRIES: () => ({ text: '压缩包里什么也没有。' }),
  ZIP_NO_FOLDER: () => ({ text: '压缩包里没有顶层文件夹，案卷的文件直接放在最外层。' }),
  ZIP_ORDER: ({ after }: { readonly after: string }) => ({ text: `条目的次序与案卷格式不符：排在 ${after} 之后。` }),
  ZIP_OVERLAP: ({ bytes }: { readonly bytes: number }) => ({ text: `条目与别的数据重叠 ${bytes} 字节，拒绝读取。`, hint: RECOPY }),
  /** `zeros`: all of them. */
  ZIP_PREPENDED: ({ bytes, zeros }: { readonly bytes: number; readonly zeros: boolean }) => ({
    text: `压缩包的内容之前多出 ${bytes} 字节${zeros ? '，全是零' : ''}。`,
    hint: RECOPY,
  }),
  ZIP_RATIO: ({ packed, size, limit }: { readonly packed: number; readonly size: number; readonly limit: number }) => ({
    text: `条目声称 ${packed} 字节解压后有 ${size} 字节，超过 ${limit} 倍，不可能，拒绝读取。`,
    hint: RECOPY,
  }),
  ZIP_REPACKED: (_: { readonly signs: readonly string[] }) => ({
    text: '压缩包的写法不是封装时的写法（像是用压缩软件重新打包的）；里面的文件照样按清单逐一核验，结果见各个回答。压缩包本身的校验值与校验单上的不会相同。',
    hint: REPACK,
  }),
  ZIP_SIZES: ({ packed, size }: { readonly packed: number; readonly size: number }) => ({
    text: `条目声称大小 ${size} 字节，占用却是 ${packed} 字节。`,
    hint: RECOPY,
  }),
  ZIP_TIME: () => ({ text: '条目的时间不是案卷格式规定的固定值。' }),
  /** `zeros`: all of them. */
  ZIP_TRAILING: ({ bytes, zeros }: { readonly bytes: number; readonly zeros: boolean }) => ({
    text: `压缩包结束之后多出 ${bytes} 字节${zeros ? '，全是零：多半是按磁盘块复制或者恢复文件时补上的' : ''}。`,
    hint: RECOPY,
  }),
  /** One part of a split archive. `volume`: the end of its name that says so, or empty; `volumes`: how many there are, where it says. */
  ZIP_VOLUME: ({ volume, volumes }: { readonly volume: string; readonly volumes?: number }) => ({
    text: `这是分卷压缩文件中的一卷${volume ? `（${volume}）` : ''}${volumes === undefined ? '' : `，一共 ${volumes} 卷`}：缺了别的卷打不开，没有核验。`,
    hint: '请把全部分卷收齐，放在同一个文件夹里，用压缩软件从第一卷解开，再核验解开的文件夹或者案卷包 zip。',
  }),
  /** `zeros`: bytes at the end that are nothing else. */
  ZIP_TRUNCATED: ({
    size,
    complete,
    last,
    zeros,
  }: {
    readonly size: number;
    readonly complete: number;
    readonly last: string;
    readonly zeros: number;
  }) => ({
    text: `文件不完整：${zeros > 0 ? `${size} 字节中最后 ${zeros} 字节全是零，没有复制完` : `只有 ${size} 字节`}；前 ${complete} 个条目看来是完整的${last ? `，断在 ${last}` : ''}。`,
    hint: RECOPY,
  }),
  ZIP_TWO_ENDS: () => ({ text: '压缩包有两个结束记录，不同软件会看到不同内容，拒绝读取。' }),
  ZIP_VERSION: ({ field, found }: { readonly field: string; readonly found: number }) => ({
    text: `条目的版本号（${field === 'made by' ? '制作' : '所需'}）与案卷格式不符：${found}。`,
  }),
  ZIP64_END: ({ field }: { readonly field: string }) => ({ text: `压缩包的 Zip64 结束记录有误（${zipField(field)}）。`, hint: RECOPY }),
  ZIP64_FIELD: () => ({ text: '条目的 Zip64 信息有误。', hint: RECOPY }),
  ZIP64_NEEDLESS: ({ where }: { readonly where: 'entry' | 'end' }) => ({
    text: `${where === 'end' ? '压缩包结尾' : '条目'}用了不必要的 Zip64 信息。`,
  }),

  // Names.
  DOSSIER_BAG_NAME: ({ expected, found }: { readonly expected: string; readonly found: string }) => ({
    text: `案卷包的顶层文件夹应叫${expected}，实际是${found}。`,
  }),
  DOSSIER_EMPTY_FOLDER: ({ folder }: { readonly folder: string }) => ({ text: `有一个空文件夹：${folder || '（顶层）'}。` }),
  DOSSIER_FILE_AND_FOLDER: ({ name, folder }: { readonly name: string; readonly folder: string }) => ({
    text: `同一名称既是文件又是文件夹：${name} 与 ${folder}/。`,
  }),
  DOSSIER_NAME: ({ fault, name }: { readonly fault: PathFault; readonly name: string }) => ({
    text: `不安全的名称：${name}，${NAME_FAULTS[fault]}。没有读取内容。`,
  }),
  DOSSIER_NAMES_COLLIDE: ({ name, other }: { readonly name: string; readonly other: string }) => ({
    text: `两个名称只有大小写或字符形式不同：${name} 与 ${other}。没有读取内容。`,
  }),
  DOSSIER_NAMES_DECOMPOSED: ({ count }: { readonly count: number }) => ({
    text: `有 ${count} 个文件的名称是分解形式的字符（macOS 磁盘的习惯），按规范形式核对。`,
  }),
  /** Names that were read in a wrong encoding on the way, of files whose content is as listed: what they are called here → as listed. */
  DOSSIER_NAMES_GARBLED: ({ count, examples }: { readonly count: number; readonly examples: readonly string[] }) => ({
    text: `有 ${count} 个文件的名称成了乱码，例如 ${examples
      .flatMap((name, i) => (i % 2 === 0 ? [`${name}应为${examples[i + 1] ?? ''}`] : []))
      .join('，')}。没有核验。`,
    hint: '解开或者重新打包时，软件认错了文件名的编码：请直接核验原来的案卷包 zip，或者换一个压缩软件重新解开。',
  }),
  DOSSIER_NAMES_FOLDED: ({ found, expected }: { readonly found: string; readonly expected: string }) => ({
    text: `文件名被存储介质改过：${expected} 在这里叫 ${found}。光盘刻录时没有保留长文件名（缺 Joliet 或 UDF），文件名对不上，无法按清单核验。`,
    hint: '请用 UDF 或 Joliet 格式重新刻录，或直接复制案卷包 zip 文件本身。',
  }),
  DOSSIER_NAME_TWICE: ({ name }: { readonly name: string }) => ({ text: `同一名称出现两次：${name}。没有读取内容。` }),
  DOSSIER_NOT_REGULAR: ({ path, kind }: { readonly path: string; readonly kind: EvidenceKind }) => ({
    text: `${path} 不是普通文件，而是${KINDS[kind]}，没有读取。`,
  }),
  /** Folders within folders, deeper than any dossier has them. */
  DOSSIER_TOO_DEEP: ({ path, limit }: { readonly path: string; readonly limit: number }) => ({
    text: `文件夹套得太深，超过 ${limit} 层，没有再往里看：${path}。`,
    hint: '案卷包里没有这样深的文件夹：请确认选对了文件夹；确属案卷的，请直接核验原来的案卷包 zip。',
  }),
  DOSSIER_TOP_FOLDER: ({ name, folder }: { readonly name: string; readonly folder: string }) => ({
    text: `${name} 不在顶层文件夹${folder}里；案卷包只有一个顶层文件夹。`,
  }),

  // The bag.
  /** `version`: of BagIt, where the text is right but for that. */
  DOSSIER_BAGIT_TEXT: ({ version }: { readonly version?: string }) => ({
    text:
      version === undefined
        ? 'bagit.txt 的内容不是规定的两行。'
        : `bagit.txt 写的 BagIt 版本是 ${version}；案卷包用的是 1.0，成卷时就写明的，不会自己变。`,
    hint: RECOPY,
  }),
  DOSSIER_FILE_CHANGED: ({
    path,
    manifest,
    algorithm,
    expected,
    found,
    contentOf,
  }: {
    readonly path: string;
    readonly manifest: string;
    readonly algorithm: 'sha256' | 'sm3';
    readonly expected: string;
    readonly found: string;
    /** Another file of the manifest, of which this is the content: the two were swapped, or one was put in place of the other. */
    readonly contentOf?: string;
  }) => ({
    text: `文件与清单登记的不同（改动或者损坏）：${path}（${algorithm === 'sm3' ? 'SM3' : 'SHA-256'}）${contentOf === undefined ? '' : `。现在的内容与 ${contentOf} 的登记一致：两个文件可能被对调，或者一个被放到了另一个的位置`}\n     ${manifest}：${expected}\n     现在：${found}`,
    hint: RECOPY,
  }),
  /** `renamedTo`: a file that nothing lists has its content. */
  DOSSIER_FILE_MISSING: ({
    path,
    sha256,
    renamedTo,
  }: {
    readonly path: string;
    readonly sha256?: string;
    readonly renamedTo?: string;
  }) => ({
    text: `缺少文件：${path}${sha256 ? `（SHA-256 应为 ${sha256}）` : ''}。${renamedTo ? `内容相同的文件在 ${renamedTo}：可能被改名或者移动。` : ''}`,
    hint: RECOPY,
  }),
  DOSSIER_FILE_STRAY: ({ path }: { readonly path: string }) => ({
    text: `多出一个由系统或软件自动生成的文件：${path}。`,
    hint: '它不属于案卷，不在核验之内；可以从这份副本中删去。',
  }),
  /** `manifests` that should list it; empty when the format has no place for it. */
  DOSSIER_FILE_UNLISTED: ({
    path,
    manifests,
    sha256,
    renamedFrom,
  }: {
    readonly path: string;
    readonly manifests: readonly string[];
    readonly sha256?: string;
    readonly renamedFrom?: string;
  }) => ({
    text:
      (renamedFrom ? `文件被改名：${renamedFrom} 变成了 ${path}` : `多出清单之外的文件：${path}`) +
      (manifests.length > 0 ? `（${manifests.join('、')} 中没有）` : '（案卷格式里没有它的位置）') +
      (sha256 ? `，SHA-256 为 ${sha256}。` : '。'),
    hint: renamedFrom
      ? '请移送单位说明是谁、为什么改的名，并重新提供；不要自行改回去。'
      : '请移送单位说明它是什么；要重新核验的，请移送单位重新提供，或者从原来的介质重新复制。',
  }),
  DOSSIER_FORMAT_NEWER: ({ found, known }: { readonly found: string; readonly known: string }) => ({
    text: `案卷包的格式版本是 ${found}，本程序只认识到 ${known}，结果不可靠。`,
    hint: '请用新版程序核验。',
  }),
  DOSSIER_FORMAT_UNKNOWN: ({ found, known }: { readonly found: string; readonly known: string }) => ({
    text: `案卷包的格式版本写作${found}，不认识；本程序认识 ${known}。`,
  }),
  DOSSIER_INFO_LINE: ({ line }: { readonly line: number }) => ({ text: `bag-info.txt 第 ${line} 行不是“标签: 值”的形式。` }),
  DOSSIER_INFO_MISSING: ({ label }: { readonly label: string }) => ({ text: `bag-info.txt 缺少 ${label}。` }),
  DOSSIER_INFO_TWICE: ({ label }: { readonly label: string }) => ({ text: `bag-info.txt 中 ${label} 出现两次。` }),
  DOSSIER_MANIFEST_LINE: ({ manifest, line }: { readonly manifest: string; readonly line: number }) => ({
    text: `${manifest} 第 ${line} 行不是“校验值  路径”的形式。`,
  }),
  DOSSIER_MANIFEST_ORDER: ({ manifest, line, path }: { readonly manifest: string; readonly line: number; readonly path: string }) => ({
    text: `${manifest} 第 ${line} 行次序不对：${path}。`,
  }),
  DOSSIER_MANIFEST_TWICE: ({ manifest, line, path }: { readonly manifest: string; readonly line: number; readonly path: string }) => ({
    text: `${manifest} 第 ${line} 行重复列出：${path}。`,
  }),
  /**
   * The rules were not asked. `format`: the dossier's own, where it is newer than `known`; `members` that are not known, and so many more;
   * `software` made it by its own word, `version` is this program's, and `later` the dossier's than that.
   */
  DOSSIER_NEWER: ({
    format,
    known,
    members,
    more,
    software,
    version,
    later,
  }: {
    readonly format?: string;
    readonly known: string;
    readonly members: readonly string[];
    readonly more: number;
    readonly software: string;
    readonly version: string;
    readonly later: boolean;
  }) => ({
    text: `${format === undefined ? '' : `案卷包的格式版本是 ${format}，本程序认识到 ${known}；`}${members.length === 0 ? '' : `数据里有本程序不认识的项：${members.join('、')}${more > 0 ? ` 等 ${members.length + more} 处` : ''}；`}规则没有检查，文书没有与数据比对（案卷写明的制作程序是 ${software || '空白'}，本程序是 mbpack ${version}）${later ? '' : format === undefined ? '。案卷没有写明由更新的版本制作，这些项也可能是别人加入的' : '。写明的制作程序不比本程序新，与格式版本对不上'}。`,
    hint: later
      ? '用新版程序再核验一次，规则和文书才会检查；完整性不受影响，仍与纸面总校验值核对。'
      : '向移送机关核实是用哪个版本的程序制作的；有新版程序的，再核验一次。完整性不受影响，仍与纸面总校验值核对。',
  }),
  DOSSIER_OXUM: ({ expected, found }: { readonly expected: string; readonly found: string }) => ({
    text: `案卷内容的字节数和文件数（Payload-Oxum）应为 ${expected}，实际 ${found}。`,
  }),
  DOSSIER_TEXT_ENCODING: ({ path }: { readonly path: string }) => ({ text: `${path} 不是规定编码的文本。` }),
  DOSSIER_TEXT_TOO_LARGE: ({ path, found, limit }: { readonly path: string; readonly found: number; readonly limit: number }) => ({
    text: `${path} 有 ${found} 字节，超过上限 ${limit} 字节，没有读取。`,
  }),

  // data/index.json.
  DOSSIER_INDEX_DIFFERS: ({
    path,
    field,
    expected,
    found,
  }: {
    readonly path: string;
    readonly field: string;
    readonly expected: string;
    readonly found: string;
  }) => ({
    text: `index.json 与实际不符：${path} 的${indexField(field)}，index.json 记为 ${expected}，实际（或清单）为 ${found}。`,
  }),
  DOSSIER_INDEX_LACKS: ({ path }: { readonly path: string }) => ({ text: `index.json 没有列出：${path}。` }),
  DOSSIER_INDEX_ORDER: ({ path }: { readonly path: string }) => ({ text: `index.json 中次序不对：${path}。` }),
  DOSSIER_INDEX_SHAPE: ({ pointer }: { readonly pointer: string }) => ({ text: `index.json 的结构不对：${pointer}。` }),
  DOSSIER_INDEX_TWICE: ({ path }: { readonly path: string }) => ({ text: `index.json 重复列出：${path}。` }),
  DOSSIER_INDEX_UNKNOWN: ({ path }: { readonly path: string }) => ({ text: `index.json 列出的文件不存在：${path}。` }),
  DOSSIER_INDEX_UNREADABLE: () => ({ text: 'index.json 读不出来。' }),

  // data/custody/custody.jsonl.
  DOSSIER_CUSTODY_DIGEST: ({
    path,
    seq,
    action,
    algorithm,
    expected,
    found,
  }: {
    readonly path: string;
    readonly seq: number;
    readonly action: string;
    readonly algorithm: 'sha256' | 'sm3';
    readonly expected: string;
    readonly found: string;
  }) => ({
    text: `保管链第 ${seq} 条（${actionWord(action)}）记录的 ${algorithm === 'sm3' ? 'SM3' : 'SHA-256'} 与文件不符：${path}，当时 ${expected}，现在 ${found}。`,
  }),
  DOSSIER_CUSTODY_LINE: ({ line }: { readonly line: number }) => ({ text: `保管链第 ${line} 行不是规定的写法。` }),
  DOSSIER_CUSTODY_LINK: ({ line, expected, found }: { readonly line: number; readonly expected: string; readonly found: string }) => ({
    text: `保管链在第 ${line} 行断开：应接上一行的 ${expected}，实际写的是 ${found}。`,
  }),
  DOSSIER_CUSTODY_MISSING: () => ({ text: '没有保管链（data/custody/custody.jsonl）。' }),
  DOSSIER_CUSTODY_NO_PACK: ({ action }: { readonly action: string }) => ({
    text: `保管链的最后一条应是成卷，实际是${action ? `“${actionWord(action)}”` : '空的'}。`,
  }),
  DOSSIER_CUSTODY_SEQ: ({ line, found }: { readonly line: number; readonly found: number }) => ({
    text: `保管链第 ${line} 行的序号应为 ${line}，实际 ${found}。`,
  }),
  DOSSIER_CUSTODY_SHAPE: ({ line, member }: { readonly line: number; readonly member: string }) => ({
    text: `保管链第 ${line} 行的结构不对：${member || '不是一组字段'}。`,
  }),
  DOSSIER_CUSTODY_TIME: ({ line, at }: { readonly line: number; readonly at: string }) => ({
    text: `保管链第 ${line} 行的时间 ${at} 早于前面的记录。`,
  }),
  DOSSIER_CUSTODY_UNKNOWN: ({ path, seq, action }: { readonly path: string; readonly seq: number; readonly action: string }) => ({
    text: `保管链第 ${seq} 条（${actionWord(action)}）提到的文件不在案卷包里：${path}。`,
  }),
  DOSSIER_CUSTODY_UNPACKED: ({ path }: { readonly path: string }) => ({ text: `成卷记录（保管链最后一条）没有列出证据文件：${path}。` }),

  // Fingerprint and signatures.
  DOSSIER_EXPECT_MALFORMED: ({ digits }: { readonly given: string; readonly digits: number }) => ({
    text: `给出的总校验值应是 64 位十六进制数，实际有 ${digits} 位或含有其他字符。`,
    hint: '请对照纸质校验单重新输入。',
  }),
  /** A head of the custody log from paper that is the digest of no line. */
  DOSSIER_CUSTODY_HEAD_DIFFERS: ({ expected, lines }: { readonly expected: string; readonly lines: number }) => ({
    text: `给定的保管链校验值在保管记录里没有：共 ${lines} 条，没有一条是它\n     给定：${groupedHex(expected)}`,
    hint: '先查有没有填错，是不是同一案件的固定清单。没有填错的，这份保管记录不是那张纸签字时的那一份，请移送单位说明。',
  }),
  /** What was given as a head is another value of the same paper: nothing was looked up. */
  DOSSIER_CUSTODY_HEAD_OTHER_VALUE: ({ value }: { readonly value: 'fingerprint' | 'zip' }) => ({
    text: `填的是${OTHER_VALUES[value]}，不是保管链校验值：保管链没有与纸面核对。`,
    hint: '请照固定清单上的“保管链校验值”（八组，每组八位）重新填写再核验；总校验值用 --expect 给出。',
  }),
  /** What was given is another value that stands on paper: no fingerprint was compared. A head of the custody log agrees with `line` of `lines`. */
  DOSSIER_EXPECT_OTHER_VALUE: ({
    value,
    line = 0,
    lines = 0,
  }: {
    readonly value: 'zip' | 'custodyHead';
    readonly line?: number;
    readonly lines?: number;
  }) => ({
    text:
      value === 'zip'
        ? `填的是${OTHER_VALUES.zip}，不是总校验值：没有与纸面核对。`
        : `填的是${headOnPaper(line, lines)}，第 ${line} 条，相符；它不是总校验值，总校验值没有与纸面核对。`,
    hint: '请照校验单上的“总校验值”（八组，每组八位）重新填写再核验。',
  }),
  DOSSIER_FINGERPRINT_DIFFERS: ({ expected, found }: { readonly expected: string; readonly found: string }) => ({
    text: `总校验值与给定的不一致${differingGroups(expected, found)}\n     给定：${groupedHex(expected)}\n     实际：${found ? groupedHex(found) : '无'}`,
    hint: '先照签了字的纸面逐组查有没有填错。没有填错的，这不是校验单所指的那一包，或者包内的清单变过，请移送单位说明。',
  }),
  /** A file of signatures/ that is no signature or time-stamp. `found`: what it is or says instead, where that can be told: an object identifier, a status, bytes. */
  SIGNATURE_FILE_INVALID: ({
    path,
    problem,
    found,
  }: {
    readonly path: string;
    readonly problem: SignatureProblem;
    readonly found: string;
  }) => ({
    text: `${path} 不是${path.endsWith('.tsr') ? '时间戳' : '电子签名'}：${signatureProblem(problem, found)}。封装之后不得加入别的文件。`,
    hint: `签名应是对 tagmanifest-sha256.txt 的 CMS 签名（不含原文，DER），时间戳是 RFC 3161 的应答或者令牌。${ASK_WHO_ADDED}`,
  }),
  /** Numbers run 01, 02 …: `expected` is the first that is not there. */
  SIGNATURE_FILE_NUMBER: ({ path, expected }: { readonly path: string; readonly expected: string }) => ({
    text: `signatures 里的文件从 01 起连续编号，缺 ${expected}：${path} 不该在这里。`,
    hint: ASK_WHO_ADDED,
  }),
  SIGNATURE_FILES_TOO_MANY: ({ found, limit }: { readonly found: number; readonly limit: number }) => ({
    text: `signatures 里有 ${found} 个文件，最多 ${limit} 个；没有逐个查看。`,
    hint: ASK_WHO_ADDED,
  }),
  SIGNATURE_NOT_CHECKED: ({ path }: { readonly path: string }) => ({ text: `有签名或时间戳，本次未核验：${path}。` }),
  /** A time-stamp without the signature that it is over. */
  SIGNATURE_TIMESTAMP_ALONE: ({ path, signature }: { readonly path: string; readonly signature: string }) => ({
    text: `时间戳 ${path} 没有对应的签名 ${signature}。`,
    hint: ASK_WHO_ADDED,
  }),
  UNSIGNED: () => ({ text: '案卷包没有电子签名。', hint: '请以双方签字的纸质校验单上的总校验值为准。' }),
};

export type DossierCodes = CodesOf<typeof dossierSentences>;
