/** Codes of the operations, which compose the rooms. */
import type { UnreadReason } from '../../model/index.ts';
import { bytesText } from '../finding-text.ts';
import { type CodesOf, digestStart } from '../sentence.ts';
import { type FileLine, groupedFiles, isPage, type Reason } from '../unread-files.ts';
import { indexField, indexValue, reasonWord, roleWord } from './words.ts';

const WHY_NOT = { pack: '没有安装成卷时使用的模板包', engine: '排版程序的版本与成卷时不同', fault: '重新排版没有成功' } as const;

/** More names than this stand in the list that `--file-list` writes. */
const NAMED = 10;

const UNREAD: Record<Reason, string> = {
  picture: '是图片，或者含有图片',
  'no-reader': '程序不认识的格式（录音、录像、程序等）',
  embedded: '里面有没有查看的附件或者别的文件',
  locked: '加了密码',
  damaged: '损坏，没有读完',
  'too-large': '太大，没有查看完',
  encoding: '有认不出的字符编码',
  font: '字体没有给出文字',
  traditional: '用繁体字写的',
  'not-searched': '没有查看（没有填写要保密的举报人）',
};

function placeOf({ where, more }: FileLine): string {
  const place = where === '' ? '' : isPage(where) ? `第 ${where} 页` : `里面的 ${where}`;
  const others = more > 0 ? `另有 ${more} 处` : '';
  const both = [place, others].filter((part) => part !== '').join('，');
  return both === '' ? '' : `（${both}）`;
}

/** `most` names; below those that are left out, how all are listed. */
export function eyesText(told: OperationCodes['FILES_NEED_EYES'], most: number): string {
  return [
    ...(told.count > 0 ? [`有 ${told.count} 个文件，里面有程序没有查看的内容，请逐个确认没有举报人身份等不应移送的内容：`] : []),
    ...groupedFiles(told, most).flatMap(({ why, count, shown }) => [
      `  ${UNREAD[why]}，${count} 个${shown.length < count ? `，例如` : ''}：`,
      ...shown.map((file) => `    ${file.path}${placeOf(file)}`),
    ]),
    ...(told.count > most ? ['  要全部名称和原因的，加 --file-list 待查看文件.txt，写成一份清单'] : []),
    ...(told.count > told.paths.length && told.paths.length < most ? [`  还有 ${told.count - told.paths.length} 个没有列出`] : []),
    ...(told.named
      ? ['姓名按填写的字查找：写成繁体字、拼音、同音字，只写姓氏，分写在两个单元格里，或者号码打了星号的，程序查不出来。']
      : []),
  ].join('\n');
}

const UNCHECKED = {
  files: '证据文件有没有变、与清单是否相符',
  weak: '旧算法的校验值与文件是否相符',
  words: '文件内容里有没有举报人信息',
  rules: '法律规则（含保管手续）',
  documents: '文书能否生成',
} as const;

export const operationSentences = {
  /** What was written does not read back: disk, memory or a bug. `code`: what the verifier found first. */
  /** `inside`: what may be a dossier in there, a zip or a folder; empty when there is none, or several. */
  NOT_A_DOSSIER: ({
    path,
    looks,
    inside,
  }: {
    readonly path: string;
    readonly looks: 'case' | 'payload' | 'around' | 'zipped' | 'office' | 'bag' | 'other';
    readonly inside: string;
  }) => ({
    text: `${path} 不是案卷包`,
    hint: {
      case: '这是办案文件夹，检查它用 mbpack check',
      payload: '这是案卷包里面的一层，请选上一级文件夹',
      around: `案卷包像是在它里面：${inside}，请核验那一个`,
      zipped: `它里面另外装着 ${inside}：先把里面的取出来（解压这个 zip），再单独核验取出来的那一个`,
      office: '这是 Word、Excel 或者演示文稿文件；案卷包是一个 zip，或者解开后含有 bagit.txt 的文件夹',
      bag: '这是别的软件做的 BagIt 袋，不是 mbpack 的案卷包：只核对文件是否与它的清单一致，用 mbpack verify --bag',
      other: '给出案卷包 zip，或者解开后含有 bagit.txt 的文件夹',
    }[looks],
  }),
  /** A form that cannot be read kept these from being looked at. `words`: those of evidence and scans; `weak`: old digests. */
  CHECK_NOT_COMPLETE: ({ notChecked }: { readonly notChecked: readonly ('files' | 'weak' | 'words' | 'rules' | 'documents')[] }) => ({
    text: `表格还有问题，这次没有查：${notChecked.map((what) => UNCHECKED[what]).join('；')}`,
    hint: '先改好表格里的问题，再运行一次，才知道这些有没有问题',
  }),
  /**
   * Files of which words were not read: a person looks for what must not leave the house. `paths`: at most twenty thousand of them, in the case;
   * `reasons`, one for each of these: the first thing that was not read, and how many `more`; `where`: a page of a PDF, a part of an archive or
   * message as it calls itself, empty for the whole file. `named`: a name was searched for, as it was given.
   */
  FILES_NEED_EYES: (told: {
    readonly count: number;
    readonly paths: readonly string[];
    readonly reasons: readonly { readonly why: UnreadReason | 'not-searched'; readonly where: string; readonly more: number }[];
    readonly named: boolean;
  }) => ({ text: eyesText(told, NAMED) }),
  /** The output would stand in the place of the case's own files. */
  /** `outside`: a place for a dossier, which no folder of a case may hold; absent where a file of the case itself would be written over. */
  TARGET_IN_CASE: ({ target, outside }: { readonly target: string; readonly outside?: string }) => ({
    text: `不能写到 ${target}：${outside === undefined ? '那是案卷自己的文件或者证据文件夹' : '案卷包不放在案卷文件夹里面'}`,
    hint: `用 -o 指定案卷文件夹以外的位置${outside === undefined ? '' : `，例如 -o ${outside}`}`,
  }),
  /** 核验记录 is a PDF and bears that name: a slip of the hand never writes it over a dossier. */
  TARGET_NOT_PDF: ({ target }: { readonly target: string }) => ({
    text: `核验记录是 PDF，没有写到 ${target}。`,
    hint: '请换一个以 .pdf 结尾的文件名，例如 核验记录.pdf。',
  }),
  /** A record would stand in the place of what was verified, or inside it. */
  TARGET_IS_DOSSIER: ({ target }: { readonly target: string }) => ({
    text: `不能写到 ${target}：那是被核验的案卷包，或者在它里面`,
    hint: '用 --report 指定案卷包以外的位置',
  }),
  /** Unfinished files of a run that was killed, found beside the target and removed. */
  LEFTOVERS_REMOVED: ({ folder, count, bytes }: { readonly folder: string; readonly count: number; readonly bytes: number }) => ({
    text: `上一次运行被强行结束，在 ${folder} 留下 ${count} 个没有写完的临时文件（共 ${bytes} 字节），已删除`,
  }),
  /** `--no-readback`. */
  /** Larger than any file on a FAT32 stick. `bytes`: its size. */
  DOSSIER_OVER_FAT32: ({ target, bytes }: { readonly target: string; readonly bytes: number }) => ({
    text: `案卷包 ${target} 有 ${bytesText(bytes)}，超过 4 GiB：FAT32 格式的 U 盘放不下这么大的文件，有多少空间都不行`,
    hint: '拷到 exFAT 或者 NTFS 格式的 U 盘、移动硬盘（在资源管理器里右键磁盘，“属性”里写明格式），拷好后用 mbpack verify 核验一次。',
  }),
  /** The name of a device of Windows: `name` as it stands in `target`. */
  TARGET_NAME_RESERVED: ({ target, name }: { readonly target: string; readonly name: string }) => ({
    text: `不能写到 ${target}：${name} 是 Windows 设备的名称，不能作文件名（加了扩展名也不行）`,
    hint: '换一个文件名，例如 案卷包.zip。',
  }),
  NOT_READ_BACK: ({ target }: { readonly target: string }) => ({
    text: `按 --no-readback 没有把写好的案卷包读回核验：${target}`,
    hint: '交接之前用 mbpack verify 核验一次，写盘时有没有出错那时才知道',
  }),
  READ_BACK_FAILED: ({ code }: { readonly code: string }) => ({
    text: `写出的案卷包读回核验不通过（${code}），已删除`,
    hint: '磁盘或者内存可能有故障：换一块磁盘再试；仍然如此，请交给维护人员',
  }),
  /** An evidence file of the dossier that no item of the evidence list names, or the other way round. */
  LISTED_EVIDENCE_ABSENT: ({ evidenceNo, path }: { readonly evidenceNo: string; readonly path: string }) => ({
    text: `证据清单列有 ${evidenceNo} 的文件 ${path}，案卷包里没有`,
    hint: '向移送机关核实，要求补正',
  }),
  PACKED_EVIDENCE_UNLISTED: ({ path }: { readonly path: string }) => ({
    text: `案卷包里的 ${path} 不在证据清单里`,
    hint: '向移送机关核实',
  }),
  /** A rendered document whose bytes and text differ from what an installed pack makes of the same data. */
  DOCUMENT_DIFFERS: ({ document, missing, extra }: { readonly document: string; readonly missing: string; readonly extra: string }) => ({
    text: `《${document}》的文字与案件数据不一致${missing ? `；少了：${missing}` : ''}${extra ? `；多了：${extra}` : ''}`,
    hint: '文书与数据以哪一个为准，向移送机关核实；以签字盖章的纸质文书为准',
  }),
  /** The same text in other bytes: what is drawn may differ. `sameEngine`: on this machine they should be the same. */
  DOCUMENT_BYTES_DIFFER: ({ document, sameEngine }: { readonly document: string; readonly sameEngine: boolean }) => ({
    text: `《${document}》的文字与数据一致，但文件字节与重新排版的不同${sameEngine ? '，画面可能被改动' : '（成卷时的程序环境与本机不同，可能由此造成）'}`,
    hint: '打开文书逐页看；以签字盖章的纸质文书为准',
  }),
  DOCUMENT_NOT_EXPECTED: ({ path }: { readonly path: string }) => ({
    text: `文书 ${path} 不在模板包规定的文书之内`,
    hint: '向移送机关核实',
  }),
  DOCUMENT_ABSENT: ({ document, path }: { readonly document: string; readonly path: string }) => ({
    text: `没有《${document}》（${path}）`,
    hint: '向移送机关核实，要求补正',
  }),
  DOCUMENT_UNREADABLE: ({ document }: { readonly document: string }) => ({
    text: `《${document}》不是可以读出文字的 PDF`,
    hint: '向移送机关核实',
  }),
  DOCUMENTS_NOT_COMPARED: ({
    reason,
    recorded,
    installed,
  }: {
    readonly reason: 'pack' | 'engine' | 'fault' | 'browser';
    readonly recorded: string;
    readonly installed: string;
  }) =>
    reason === 'browser'
      ? {
          text: '没有把文书与数据逐字比对：核验页里没有排版程序',
          hint: '要比对的，在装有 mbpack 的电脑上运行 mbpack verify；没有的，把案卷里的文书与签字盖章的纸质文书逐份核对。',
        }
      : {
          text: `没有把文书与数据逐字比对：${WHY_NOT[reason]}（成卷时 ${recorded}，本机 ${installed || '无'}）`,
          hint:
            reason === 'pack'
              ? '向移送机关要成卷时用的模板包文件夹，用 --template 给出，再核验一次；没有的，把案卷里的文书与签字盖章的纸质文书逐份核对。'
              : '用成卷时的版本再核验一次；没有的，把案卷里的文书与签字盖章的纸质文书逐份核对。',
        },
  /** No pack of the id that a dossier records is here: the law is read by the national one. */
  BY_NATIONAL_PACK: ({ recorded, used }: { readonly recorded: string; readonly recordedSha256: string; readonly used: string }) => ({
    text: `案卷包写明成卷时用的模板包是 ${recorded}，本机没有安装；规则检查改用 ${used}（全国）的期限和数额标准，本地要填的字段没有检查`,
    hint: '向移送机关要成卷时用的模板包文件夹，用 --template 给出，再核验一次。',
  }),
  /** The pack that is here, or was given, is not the recorded one; `used`: by which one the law is read. */
  BY_OTHER_PACK: ({
    recorded,
    recordedSha256,
    given,
    found,
    foundSha256,
    used,
  }: {
    readonly recorded: string;
    readonly recordedSha256: string;
    readonly given: boolean;
    readonly found: string;
    readonly foundSha256: string;
    readonly used: string;
  }) => ({
    text: `${given ? '给出的' : '本机安装的'}模板包不是成卷时用的那一个：成卷时 ${recorded}（校验值 ${digestStart(recordedSha256)}），${given ? '给出的' : '本机'} ${found}（校验值 ${digestStart(foundSha256)}）；规则检查用的是 ${used} 的期限和数额标准，本地要填的字段没有检查`,
    hint: given
      ? '向移送机关要名称、版本和校验值都相同的模板包文件夹，用 --template 给出；成卷时用的模板包本机已经安装的，去掉 --template 再核验一次。'
      : '向移送机关要名称、版本和校验值都相同的模板包文件夹，用 --template 给出，再核验一次。',
  }),
  /** A file that the format or the case's data has no place for. */
  FILE_NOT_EXPECTED: ({ path, role }: { readonly path: string; readonly role: string }) => ({
    text: `${path}（${roleWord(role)}）在案件数据和文书里都没有对应`,
    hint: '向移送机关核实',
  }),
  TAG_FILE_CONTRADICTS_CASE: ({
    file,
    label,
    found,
    data,
  }: {
    readonly file: string;
    readonly label: string;
    readonly found: string;
    readonly data: string;
  }) => ({
    text: `${file} 的${label === 'text' ? '文字' : label}${found}与案件数据${data}不一致`,
    hint: '向移送机关核实',
  }),
  /** Case data or custody log in another form than build gives them. */
  DATA_NOT_CANONICAL: ({ path }: { readonly path: string }) => ({
    text: `${path} 不是 mbpack 由案件数据写出的样子`,
    hint: '可能被别的程序改写过，向移送机关核实',
  }),
  /** `--only` of a document that this case has no use for. */
  DOCUMENT_HAS_NOTHING: ({ document }: { readonly document: string }) => ({
    text: `这个案件没有要写进《${document}》的内容`,
    hint: '签名原件已列入证据的记录不再打印；没有瑕疵就没有情况说明；给监察机关的函先填 supervision.yaml；往来函件、移交清单和案卷封面、目录、备考表先填 correspondence.yaml（mbpack init --form 往来文书 案件文件夹）。',
  }),
  /** `build --supervision` without the form. */
  SUPERVISION_FORM_MISSING: () => ({
    text: '没有线索移送函（supervision.yaml），不能做给监察机关的线索移送包',
    hint: '运行 mbpack init --form supervision 案件文件夹，填好 supervision.yaml 再运行一次。',
  }),
  /** A package for the supervisory organ: the law and the documents of a police dossier do not speak of it. */
  SUPERVISION_PACKAGE: ({ recipient }: { readonly recipient: string }) => ({
    text: `这是给${recipient}的线索移送包，不是给公安机关的案卷：只核验内容是否改动，不作规则检查和文书比对`,
  }),
  SIGNATURE_EXPECTED: ({ signers }: { readonly signers: string }) => ({
    text: `应当有 ${signers} 的电子签名，案卷包里没有`,
    hint: '签名可能被去掉了，向移送机关核实',
  }),
  /** `preview`: the port is taken, or the system does not give it. */
  PREVIEW_PORT_BUSY: ({ port, reason }: { readonly port: number; readonly reason: string }) => ({
    text: `不能使用端口 ${port}（${reasonWord(reason)}）`,
    hint: '换一个端口，或者不写 --port，由程序选一个空闲的',
  }),
  /** A document whose rendering ended in a defect of the program, or ran out of memory or time. */
  PREVIEW_NOT_RENDERED: ({ document, reason }: { readonly document: string; readonly reason: string }) => ({
    text: `${document ? `《${document}》` : '文书'}没有排出来：${reasonWord(reason)}`,
    hint: '这是程序的缺陷或者内存不足，案卷没有被改动；再保存一次会重新排版，仍然如此请交给维护人员',
  }),
  /** The index names the case otherwise than its data. */
  INDEX_CONTRADICTS_CASE: ({ field, index, data }: { readonly field: string; readonly index: string; readonly data: string }) => ({
    text: `索引里的${indexField(field)}${indexValue(field, index)}与案件数据${indexValue(field, data)}不一致`,
    hint: '向移送机关核实',
  }),
};

export type OperationCodes = CodesOf<typeof operationSentences>;
