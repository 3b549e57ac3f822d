/**
 * Codes of the law on evidence: E-02 to E-12, D, T, X, W, V, B, R, S-02. `evidence` and `records` list numbers, so that what
 * many items lack is said once and what was cured can be set apart (law/gather.ts).
 */
import { type CodesOf, digestStart } from '../sentence.ts';

/**
 * Codes of the law on evidence: E-02 to E-12, D, T, X, W, V, B, R, S-02. `evidence` and `records` list numbers, so that what
 * many items lack is said once and what was cured can be set apart (law/gather.ts).
 */
type Numbers = readonly string[];

/** The record that is spoken of, and the items that it proves. */
interface OfRecord {
  records: Numbers;
  evidence: Numbers;
}

interface OfEvidence {
  evidence: Numbers;
}

/** How many numbers of a list are named; the rest are counted. */
const NAMED = 3;

export function some(all: readonly string[], unit: string): string {
  const named = all.slice(0, NAMED).join('、');
  return all.length > NAMED ? `${named} 等 ${all.length} ${unit}` : named;
}

/** Named to whoever has to ask for each of them. */
const ASKED_FOR = 20;

function listed(all: readonly string[], unit: string): string {
  const named = all.slice(0, ASKED_FOR).join('、');
  return all.length > ASKED_FOR ? `${named} 等 ${all.length} ${unit}` : named;
}

/** A number is set off from the Chinese that follows it. */
const open = (text: string): string => (/[0-9A-Za-z]$/u.test(text) ? `${text} ` : text);
const numbers = (all: readonly string[]): string => `证据 ${some(all, '项')}`;
const items = (all: readonly string[]): string => open(numbers(all));
const sheets = (all: readonly string[]): string => open(`取证记录 ${some(all, '份')}`);
/** The record, and what rests on it. */
const records = (r: { readonly records: readonly string[]; readonly evidence: readonly string[] }): string =>
  r.evidence.length > 0 ? `取证记录 ${some(r.records, '份')}（${numbers(r.evidence)}）` : sheets(r.records);

/** Faults of a dataset's file, after the place. */
const DATASET_FAULT: Readonly<Record<string, (text: string, column: string) => string>> = {
  'not-a-number': (text) => `不是金额：${text}`,
  formula: (text) => `是公式${text ? `（${text}）` : ''}，不是数值`,
  merged: () => '是合并的单元格',
  'column-missing': (text, column) => `表头里没有${column}这一列${text ? `，有：${text}` : ''}`,
  'column-twice': (_, column) => `表头里有两列${column}`,
  'heading-lower': (text, column) => `才有${column}这一列的表头，登记的表头行数到不了这里，应为 ${text} 行`,
  total: (text) => `是合计行（${text}），它的数与应当合计的各行不符`,
  ragged: () => '这一行的列数与表头不同',
  encoding: () => '有不能识别的字符编码',
  'sheet-missing': (text) => `没有登记的工作表${text ? `，有：${text}` : ''}`,
  unreadable: () => '文件不能读取',
  markup: (text) => `文件不是表格文件，内容是${MARKUP[text] ?? '带标记的文本'}，扩展名不能说明它是什么`,
};
const MARKUP: Readonly<Record<string, string>> = {
  html: '网页（HTML）',
  xml: ' XML ',
  sheet: ' Excel 2003 的 XML 表格',
  mht: '网页（MHT）',
  rtf: '富文本（RTF）',
};
/** What is no data has a field of its own. */
const FOOTER = '这一行不是数据（制表人、打印日期、页码等）的，在表尾行数（footerRows）写明数据下面有几行；是数据的，';
/** The original is evidence: it is not mended, a clean sheet is derived from it. */
const NOT_MENDED = '不要改原始文件。由两人另做一份整理后的表，列为衍生文件，附数据统计说明，再登记为数据表';
const DATASET_CURE: Readonly<Record<string, string>> = {
  'column-missing': '核对合计列（sumColumn）的名称和表头行数（headerRows）',
  'column-twice': '在合计列（sumColumn）只能指明一列；请提供方更正表头后重新取得，或者另做数据统计说明',
  'heading-lower': '表头上面有标题、制表信息等的，表头行数（headerRows）连同它们一起算；照所说的行数填写',
  'sheet-missing': '核对工作表（sheet）的名称',
  total: `向提供方问明哪个数错了。合计行在最下面的，表尾行数（footerRows）连它一起算，行数和合计按各行的数登记；在上面或者中间的，${NOT_MENDED}`,
  markup: '不要改原始文件。由两人用表格软件打开，另存为 xlsx，列为衍生文件，附数据统计说明，再登记为数据表',
};

/** Faults that a line below the data has. */
const BELOW_DATA: ReadonlySet<string> = new Set(['not-a-number', 'ragged']);

export const lawEvidenceSentences = {
  /** A defect of `records` that softened what a rule found, and one whose rule is not in the table. */
  DEFECT_CURED: ({ rule, evidence, cure }: OfEvidence & { rule: string; cure: string }) => ({
    text: `${numbers(evidence)}：规则 ${rule} 指出的瑕疵已作${cure === '补正' ? '补正' : '出合理解释'}，写入情况说明，降级显示`,
  }),
  DEFECT_RULE_UNKNOWN: ({ rule }: { rule: string }) => ({
    text: `瑕疵和补正里写的规则 ${rule} 不存在，这一条不起作用`,
    hint: '规则编号照抄检查结果，编号表见 mbpack rules',
  }),
  /** `grave`: an error, which asks for a reason in 内卷 too. */
  DEFECT_NOT_LOWERED: ({ rule, evidence, why }: OfEvidence & { rule: string; why: 'incurable' | 'grave' }) =>
    why === 'incurable'
      ? {
          text: `${numbers(evidence)}：规则 ${rule} 指出的问题，条文没有规定可以补正或者作出合理解释，写入情况说明，不降级`,
          hint: '能重新取证的重新取证；不能的，移送材料里不要把它作为主要依据',
        }
      : {
          text: `${numbers(evidence)}：规则 ${rule} 指出的是错误，只有情况说明不降级`,
          hint: '仍要移送的，在内卷的理由（reasons）写明由谁决定、为什么；情况说明照常随卷',
        },
  DEFECT_TOUCHES_NOTHING: ({ rule, evidence }: OfEvidence & { rule: string }) => ({
    text: `${numbers(evidence)}：瑕疵和补正里写的规则 ${rule}，检查没有发现对应的问题；情况说明照常随卷`,
    hint: '核对规则编号和证据编号；问题已经在记录里改好的，不用处理',
  }),
  DEFECT_DAY_WRONG: ({ on, than, limit }: { on: string; than: 'before' | 'future'; limit: string }) => ({
    text:
      than === 'future'
        ? `瑕疵和补正的日期（${on}）还没有到，今天是${limit}`
        : `瑕疵和补正的日期（${on}）早于立案和取证（${limit}），那时还没有可以补正的证据`,
    hint: '照补正、说明的实际日期更正；更正以前，这一条不起作用',
    caret: than === 'future' ? `今天是${limit}` : `最早${limit}`,
  }),
  DEFECT_UNEXPLAINED: ({ evidence, least }: OfEvidence & { least: number }) => ({
    text: `${items(evidence)}的瑕疵和补正没有写清怎样补正、为什么可以解释（少于 ${least} 个字），这一条不起作用`,
    hint: '在说明（explanation）写明：发生了什么，怎样补正，由谁在什么时候核对，为什么不影响真实性',
  }),
  /** Of records of any kind: E-03, E-08, D-01, D-02, D-03, T-01, R-02 */
  RECORD_OFFICERS_TOO_FEW: (a: OfRecord & { count: number; asked: number }) => ({
    text: `${records(a)}只写了 ${a.count} 名执法人员，应不少于 ${a.asked} 名`,
    hint: '漏写的补写执法人员（officers）；确实只有一人的，重新取证，或者在取证记录 records.yaml 的“瑕疵和补正”（defects）作出说明',
  }),
  SIGNATURE_MISSING: (a: OfRecord & { who: string; signed: '拒绝签名' | '无法签名' | '待签名' }) => ({
    text:
      a.signed === '待签名'
        ? `${records(a)}的${a.who}还没有签名`
        : `${records(a)}的${a.who}${a.signed === '拒绝签名' ? '拒绝签名' : '无法签名'}，没有写未签名的原因`,
    hint:
      a.signed === '待签名'
        ? '打印后请本人签名，扫描件列入证据清单，签名情况（signed）改为已签名；不签的写明原因'
        : '在未签名的原因（reason）写明，有见证人的由见证人签名',
  }),
  CREDENTIALS_NOT_SHOWN: (a: OfRecord & { answer: '否' | '未填写' }) => ({
    text: `${records(a)}${a.answer === '否' ? '写明没有出示执法证件' : '没有写是否出示执法证件'}`,
    hint:
      a.answer === '否'
        ? '在取证记录 records.yaml 的“瑕疵和补正”（defects）说明原因；能重新取证的重新取证'
        : '照笔录填写是否出示执法证件（credentialsShown）；笔录上没有记的，不要补造，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  /** E-02 */
  EXTRACTION_RECORD_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是电子数据，没有电子数据提取笔录`,
    hint: '在取证记录（records）登记提取笔录，并在证据的取证记录（records）里写它的编号；当时没有做笔录的，重新提取，不要补造',
  }),
  EXTRACTION_GAP: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}没有写${a.gaps}`,
    hint: '照提取笔录补写；笔录上没有记的，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  /** E-03, W-01 */
  WITNESS_MISSING: (a: OfRecord & { lacks: string }) => ({
    text: `${records(a)}没有见证人，还缺：${a.lacks}`,
    hint: '有见证人的补写见证人（witness）；没有的，写明没有见证人的原因（noWitnessReason），并把录像列入证据清单（video）',
  }),
  WITNESS_DISQUALIFIED: (a: OfRecord & { name: string; why: string }) => ({
    text: `${records(a)}的见证人${a.name}不能做见证人：${a.why}`,
    hint: '能重新取证的另请见证人；不能的，写明原因，附全程录像，并在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
    caret: a.why,
  }),
  SIGNER_IS_OFFICER: (a: OfRecord & { who: string; name: string }) => ({
    text: `${records(a)}的${a.who}${a.name}与本案执法人员同名`,
    hint: '执法人员不能同时是提供证据的一方；写错的更正，确是同名的另一人的，在备注（remark）写明并填写证件号码',
    caret: '与执法人员同名',
  }),
  WITNESS_GAP: (a: OfRecord & { name: string; gaps: string }) => ({
    text: `${records(a)}的见证人${a.name}没有写${a.gaps}`,
    hint: '补写见证人的身份证件种类、号码和联系电话，供法院核对',
  }),
  /** E-04, E-05 */
  ORIGINAL_MEDIUM_GAP: (a: OfRecord & { sealed: '已封存' | '未封存'; gaps: string }) => ({
    text: `${records(a)}：原始存储介质${a.sealed}，没有写${a.gaps}`,
    hint: a.sealed === '已封存' ? '照封条和介质补写' : '写明为什么不能封存、原始介质现在放在哪里',
    caret: `缺${a.gaps}`,
  }),
  BACKUP_GAP: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}的备份不完备，缺：${a.gaps}`,
    hint: '在备份（backups）登记：一份封存，写封条编号和照片的证据编号；一份工作用。没有备份的，现在从原始数据再做，并写明时间',
  }),
  /** E-06 */
  DATA_CATEGORY_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}没有写电子数据类别`,
    hint: '填写电子数据类别（dataCategory），例如：数据库导出文件',
  }),
  FILE_FORMAT_MISSING: ({ evidence, paths }: OfEvidence & { paths: Numbers }) => ({
    text: `${items(evidence)}有 ${paths.length} 个文件没有写文件格式，如 ${paths[0] ?? ''}`,
    hint: '运行 mbpack collect 由程序认出格式，或者填写文件格式（format），例如：CSV（GB 18030）',
  }),
  /** E-07 */
  COMPRESSION_NOT_DESCRIBED: ({ evidence, paths }: OfEvidence & { paths: Numbers }) => ({
    text: `${items(evidence)}有压缩文件（${paths[0] ?? ''}），提取笔录没有写压缩方法`,
    hint: '在提取笔录的压缩（compression）写明方法、压缩文件和压缩后的校验值；取得时就是压缩包的，在过程里说明并照样登记',
  }),
  COMPRESSION_DIGEST_MISSING: (a: OfRecord) => ({
    text: `${records(a)}写了压缩，没有写压缩后的校验值`,
    hint: '照笔录填写压缩后的 SHA-256 校验值（compression.sha256）；当时没有算的，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  COMPRESSED_FILE_NOT_LISTED: (a: OfRecord & { path: string }) => ({
    text: `${records(a)}写的压缩文件 ${a.path} 不在证据清单里`,
    hint: '把压缩文件列入证据清单，或者更正路径',
  }),
  /** E-08 */
  DERIVATION_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是衍生文件，没有数据统计说明`,
    hint: '在取证记录的数据统计说明（derivations）登记：原始数据、结果、筛选和计算方法、行数、合计、两名制作人',
  }),
  DERIVATION_GAP: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}是数据统计说明，没有写明：${a.gaps}`,
    hint: '补写；没有重做核对过的，另请一人照着重做一遍',
  }),
  DERIVED_NOT_MARKED: (a: OfRecord & { originality: string }) => ({
    text: `${records(a)}说这份材料是统计、筛选出来的，证据清单写的是${a.originality}`,
    hint: '把原件或复制件（originality）改为衍生文件',
  }),
  DERIVED_FROM_ITSELF: (a: OfRecord) => ({ text: `${records(a)}的原始数据和结果是同一件证据`, hint: '原始数据和结果分别列为两件证据' }),
  DERIVATIONS_IN_CIRCLE: (a: OfRecord) => ({
    text: `${records(a)}的原始数据和结果互为来源，转了一圈`,
    hint: '核对原始数据（sources）：统计结果不能是自己的来源',
  }),
  DERIVATION_TOTAL_DIFFERS: (a: OfRecord & { sum: string; total: string; difference: string }) => ({
    text: `${records(a)}的合计写 ${a.sum} 元，结果列为金额的认定依据，初步认定金额是 ${a.total} 元，相差 ${a.difference} 元`,
    hint: '对照结果文件，更正合计或者初步认定金额',
    caret: `初步认定金额 ${a.total}`,
  }),
  DERIVATION_DIFFERS: (a: OfRecord & { what: '原始行数' | '结果行数' | '合计'; recorded: string; found: string }) => ({
    text: `${records(a)}的${a.what}写 ${a.recorded}，数据表登记的是 ${a.found}`,
    hint: '对照文件更正其中一处',
    caret: `数据表为 ${a.found}`,
  }),
  /** E-09, E-10 */
  WEAK_DIGEST_DIFFERS: ({
    evidenceNo,
    path,
    algorithm,
    recorded,
    found,
  }: {
    evidenceNo: string;
    path: string;
    algorithm: string;
    recorded: string;
    found: string;
  }) => ({
    text: `证据 ${evidenceNo} 的文件 ${path} 与旧记录不一致（${algorithm}）\n     旧记录：${recorded}\n     现在：　${found}`,
    hint: '不要改记录。找回原来的文件；确为另一份文件的，作为新的证据另行登记',
  }),
  WEAK_DIGEST_ONLY: ({ evidence, paths }: OfEvidence & { paths: Numbers }) => ({
    text: `${items(evidence)}有 ${paths.length} 个文件只有旧算法的校验值（md5、sha1），如 ${paths[0] ?? ''}`,
    hint: '保留旧值用来比对，并运行 mbpack collect 补做固定，记下新的校验值',
  }),
  /** E-13. `line`: the event that recorded the files (GONE, ELSEWHERE), by which they left (LEFT). `others`: what the list names in their item instead. */
  FIXED_FILE_GONE: ({ evidence, paths, line, others }: OfEvidence & { paths: Numbers; line: number; others: Numbers }) => ({
    text: `${items(evidence)}固定过的 ${some(paths, '个文件')}（保管记录第 ${line} 条）证据清单里没有了${others.length > 0 ? `，清单在这项证据下列的是没有固定过的 ${some(others, '个文件')}` : ''}`,
    hint: '放回原来的文件，用固定时的名称和编号列入证据清单；别的文件不能顶替它。东西已经移交、返还的，运行 mbpack custody 记入；固定有误的，用“更正”作废（--void-file），记着它的每一条都要作废',
  }),
  FIXED_FILE_ELSEWHERE: ({ evidence, paths, line, listed: to }: OfEvidence & { paths: Numbers; line: number; listed: string }) => ({
    text: `${some(paths, '个文件')}固定时是${items(evidence)}的文件（保管记录第 ${line} 条），证据清单里列在 ${to} 之下`,
    hint: '在证据清单里改回固定时的证据编号；编号或者归属固定有误的，在保管记录里更正',
  }),
  FIXED_ITEM_TAKES_FILE: ({ evidence, paths }: OfEvidence & { paths: Numbers }) => ({
    text: `${items(evidence)}的文件固定过，清单又在它之下列了没有固定过的 ${some(paths, '个文件')}`,
    hint: '确是这项证据的文件，运行 mbpack collect 固定；不是的，从清单这一项里删去，另列一项',
  }),
  FIXED_FILE_LEFT: ({ evidence, paths, line, to }: OfEvidence & { paths: Numbers; line: number; to: string }) => ({
    text: `${items(evidence)}固定过的 ${some(paths, '个文件')}不在证据清单里：已随证据交给${to}（保管记录第 ${line} 条）`,
  }),
  /**
   * E-14. Fixed at `line` with the content `recorded`, voided by `correction`, and now `others` with the content `found`, which counts since
   * line `counting`; 0 where no line has it. `samePath`: `paths` and `others` are the same. Digests are SHA-256, of the first of them.
   */
  FIXED_FILE_REPLACED: ({
    evidence,
    paths,
    others,
    line,
    correction,
    counting,
    samePath,
    recorded,
    found,
  }: OfEvidence & {
    paths: Numbers;
    others: Numbers;
    line: number;
    correction: number;
    counting: number;
    samePath: boolean;
    recorded: string;
    found: string;
  }) => {
    const now = counting > 0 ? `现为第 ${counting} 条固定的另一内容` : '现在是没有固定过的另一内容';
    const was = `保管记录第 ${line} 条曾固定 ${some(paths, '个文件')}（SHA-256 ${digestStart(recorded)}，第 ${correction} 条已更正作废）`;
    return {
      text: `${numbers(evidence)}：${was}，${samePath ? now : `${now.replace('另一内容', '另一文件')} ${some(others, '个文件')}`}（SHA-256 ${digestStart(found)}）`,
      hint: '不是固定错了的，用“更正”的 --restore 恢复作废的那一条，放回当时的文件；确是当初固定错了文件的，在内卷的继续办理的理由（reasons）里写明（规则 E-14），并在取证记录 records.yaml 的“瑕疵和补正”（defects）说明怎样固定错的、当初固定的文件现在何处',
    };
  },
  /** E-11 */
  EVIDENCE_BEFORE_MADE: ({ evidence, made, collected }: OfEvidence & { made: string; collected: string }) => ({
    text: `${items(evidence)}于${collected}取得，早于形成或者录制的时间（${made}）`,
    hint: '核对取证时间（collectedAt）和形成日期（docDate）、录制时间（madeAt）',
    caret: `形成于${made}`,
  }),
  RECORD_TIMES_REVERSED: (a: OfRecord & { startedAt: string; endedAt: string }) => ({
    text: `${records(a)}的结束时间（${a.endedAt}）早于开始时间（${a.startedAt}）`,
    hint: '对照纸面更正',
  }),
  COLLECTED_OUTSIDE_RECORD: (a: OfRecord) => ({
    text: `${items(a.evidence)}的取证时间不在所引记录（${some(a.records, '份')}）的起止时间之内`,
    hint: '对照笔录更正取证时间（collectedAt）或者记录的起止时间；引错记录的更正编号',
  }),
  OFFICER_IN_TWO_PLACES: ({
    officer,
    firstPlace,
    secondPlace,
    records: nos,
  }: OfRecord & { officer: string; firstPlace: string; secondPlace: string }) => ({
    text: `${officer}同一时间在两处（${firstPlace}、${secondPlace}）：${sheets(nos)}的时间重叠`,
    hint: '核对这些记录的时间、地点和执法人员；是同一处的，地点写成同一个名称',
  }),
  /** E-12 */
  DATASET_FAULT: ({
    evidenceNo,
    path,
    kind,
    cell,
    text,
    column,
  }: {
    evidenceNo: string;
    path: string;
    kind: string;
    cell: string;
    text: string;
    column: string;
  }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 不能合计：${cell ? `${/^\d+$/u.test(cell) ? `第 ${cell} 行` : cell} ` : ''}${DATASET_FAULT[kind]?.(text, column) ?? kind}`,
    hint: DATASET_CURE[kind] ?? `${BELOW_DATA.has(kind) ? FOOTER : ''}${NOT_MENDED}`,
  }),
  DATASET_ROWS_DIFFER: ({ evidenceNo, path, recorded, found }: { evidenceNo: string; path: string; recorded: number; found: number }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 登记 ${recorded} 行，文件里有 ${found} 行`,
    hint: '核对行数（rows）、表头行数（headerRows）和表尾行数（footerRows）；文件换过的，找回取证时的文件',
    caret: `文件里有 ${found} 行`,
  }),
  DATASET_SUM_DIFFERS: ({
    evidenceNo,
    path,
    column,
    recorded,
    found,
    difference,
  }: {
    evidenceNo: string;
    path: string;
    column: string;
    recorded: string;
    found: string;
    difference: string;
  }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path}${column}登记合计 ${recorded} 元，文件里合计 ${found} 元，相差 ${difference} 元`,
    hint: '核对合计（sum）和合计列（sumColumn）；按文件里的数更正，并核对各处引用的金额',
    caret: `文件里合计 ${found}`,
  }),
  /** `total`: with the last row; `sum`: without it. */
  DATASET_LAST_ROW_SUMS: ({
    evidenceNo,
    path,
    cell,
    rows,
    total,
    sum,
  }: {
    evidenceNo: string;
    path: string;
    cell: string;
    rows: number;
    total: string;
    sum: string;
  }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 最后一行（${/^\d+$/u.test(cell) ? `第 ${cell} 行` : cell}）的金额正好等于上面各行之和，可能是合计行：算上它是 ${rows} 行、${total} 元，不算是 ${rows - 1} 行、${sum} 元`,
    hint: '打开文件看这一行：是合计行的，表尾行数（footerRows）加 1，行数和合计按不算它的数登记；是数据的，不用改',
  }),
  DATASET_FILE_NOT_LISTED: ({ evidenceNo, path }: { evidenceNo: string; path: string }) => ({
    text: `数据表 ${path} 不在证据 ${evidenceNo} 的文件里`,
    hint: '更正文件（path），或者更正证据编号（evidence）',
  }),
  DATASET_PATH_TWICE: ({ evidenceNo, path }: { evidenceNo: string; path: string }) => ({
    text: `证据 ${evidenceNo} 的文件 ${path} 的同一列登记了两次，程序没有核对`,
    hint: '同一个工作表的同一列只登记一次',
  }),
  DATASET_TOTAL_DIFFERS: ({
    evidenceNo,
    path,
    sum,
    total,
    difference,
  }: {
    evidenceNo: string;
    path: string;
    sum: string;
    total: string;
    difference: string;
  }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 合计 ${sum} 元，写的是初步认定金额的全部，初步认定金额是 ${total} 元，相差 ${difference} 元`,
    hint: '核对初步认定金额；只是一部分的，把与初步认定金额的关系（counts）改为部分',
    caret: `初步认定金额 ${total}`,
  }),
  DATASET_PARTS_TOO_LARGE: ({ evidence, sum, total, overlap }: OfEvidence & { sum: string; total: string; overlap: string }) => ({
    text: `计入初步认定金额的各数据表（${numbers(evidence)}）合计 ${sum} 元，大于初步认定金额 ${total} 元与各事实重复部分 ${overlap} 元之和`,
    hint: '同一笔钱在两张表里的，其中一张的“与初步认定金额的关系”（counts）写不计入；否则核对初步认定金额',
  }),
  DATASET_PARTS_DIFFER: ({
    evidence,
    sum,
    total,
    overlap,
    difference,
  }: OfEvidence & { sum: string; total: string; overlap: string; difference: string }) => ({
    text: `${items(evidence)}的合计是各部分之和 ${sum} 元，与初步认定金额 ${total} 元加各事实重复部分 ${overlap} 元不一致，相差 ${difference} 元`,
    hint: '核对各表的合计、各事实的金额和重复部分；只算其中一部分行的，另做一份数据统计说明，不计入的写不计入',
  }),
  DATASET_SHEET_HIDDEN: ({ evidenceNo, path, sheet, named }: { evidenceNo: string; path: string; sheet: string; named: boolean }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} ${named ? '' : '没有写明工作表，'}合计的工作表 ${sheet} 是隐藏的，打开文件看不到`,
    hint: '取消隐藏看一遍；就是它的，写明工作表（sheet），不是的，写明应当合计的那一张，并更正行数和合计',
  }),
  DATASET_SHEET_ASSUMED: ({ evidenceNo, path, sheet, others }: { evidenceNo: string; path: string; sheet: string; others: number }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 没有写明工作表，合计的是第一张 ${sheet}，另外还有 ${others} 张`,
    hint: '写明工作表（sheet）的名称',
  }),
  DATASET_ROWS_HIDDEN: ({
    evidenceNo,
    path,
    sheet,
    count,
    cell,
  }: {
    evidenceNo: string;
    path: string;
    sheet: string;
    count: number;
    cell: string;
  }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 的工作表 ${sheet} 有 ${count} 行是隐藏的（从 ${cell} 起），行数和合计都算上了它们`,
    hint: '取消隐藏和筛选看一遍；不该算的，另做一份整理后的表，列为衍生文件，附数据统计说明，不要改原始文件',
  }),
  DATASET_COLUMN_HIDDEN: ({ evidenceNo, path, sheet, column }: { evidenceNo: string; path: string; sheet: string; column: string }) => ({
    text: `证据 ${evidenceNo} 的数据表 ${path} 的工作表 ${sheet} 里，合计列 ${column} 是隐藏的`,
    hint: '取消隐藏，核对这一列是不是应当合计的那一列',
  }),
  /** Sheets that facts or the amount rest on and nobody sums again; datasets none of which counts. */
  DATASET_NOT_REGISTERED: ({ evidence, paths }: OfEvidence & { paths: Numbers }) => ({
    text: `${items(evidence)}的表没有登记为数据表，程序不能从文件里重新数行、重新合计：${paths[0] ?? ''}${paths.length > 1 ? ` 等 ${paths.length} 个文件` : ''}`,
    hint: '金额由它得出或者印证的，在取证记录的数据表（datasets）登记文件、工作表、合计列、行数和合计；登记了但不计入初步认定金额的，是否计入（counts）写不计入',
  }),
  DATASETS_NOT_COUNTED: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是金额的认定依据，登记的数据表都不计入，程序没有把合计与初步认定金额相比`,
    hint: '合计就是初步认定金额的，是否计入（counts）写全部；是其中一部分的，写部分',
  }),
  /** D-01, D-02 */
  COPY_RECORD_MISSING: ({ evidence, originality }: OfEvidence & { originality: string }) => ({
    text: `${items(evidence)}是${originality}，没有复制件制作说明`,
    hint: '在取证记录的复制件制作说明（copies）登记，并在证据的取证记录（records）里写它的编号；一份说明可以包括同时复制的几件',
  }),
  COPY_NOT_VERIFIED: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}是复制件制作说明，没有写明：${a.gaps}`,
    hint: '请提供人与原件核对，在复制件上注明“与原件核对无误”、日期并签名，再填写是否注明核对无误（verified）和核对日期（verifiedOn）',
  }),
  ORIGINAL_LOCATION_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}不是原件、原物，没有写原件存放地点`,
    hint: '填写原件存放地点（originalLocation）',
  }),
  /** D-03 … D-05 */
  PRESERVATION_RECORD_MISSING: ({ items: things, measure, evidence }: OfEvidence & { items: Numbers; measure: string }) => ({
    text: `${open(`涉案物品 ${some(things, '件')}`)}已${measure}${evidence.length > 0 ? `（${numbers(evidence)}）` : ''}，没有登记保存、封存文书`,
    hint: '在取证记录的登记保存、封存文书（preservations）登记决定书或者通知书、清单和现场笔录，清单里写涉案物品编号（itemNo）；没有采取措施的，把措施（measure）改为无',
  }),
  PRESERVATION_GAP: (a: OfRecord & { measure: string; gaps: string }) => ({
    text: `${records(a)}是${a.measure}文书，缺：${a.gaps}`,
    hint: '照文书补写；没有做的，在内卷 internal.yaml 的继续办理的理由（reasons）里写明，并在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  PRESERVATION_NOT_APPROVED: (a: OfRecord & { measure: string; gaps: string }) => ({
    text: `${records(a)}是${a.measure}文书，没有写${a.gaps}`,
    hint: '填写行政机关负责人和批准的时间',
  }),
  PRESERVATION_APPROVED_LATE: (a: OfRecord & { measure: string; startedAt: string; approvedAt: string }) => ({
    text: `${records(a)}于${a.startedAt}${a.measure}，${a.approvedAt}才批准`,
    hint: '情况紧急先行采取的，写是否情况紧急先行采取（urgent）：是；补批也晚了的，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  PRESERVATION_OVERDUE: (a: OfRecord & { measure: string; due: string; disposedOn: string }) => ({
    text: `${records(a)}的${a.measure}应不晚于${a.due}处理，${a.disposedOn ? `${a.disposedOn}才处理` : '没有处理决定'}`,
    hint: '立即处理，并填写处理（disposition）；检测、鉴定的期间不计入的，在取证记录 records.yaml 的“瑕疵和补正”（defects）写明起止日期',
  }),
  PRESERVATION_SURELY_OVERDUE: (a: OfRecord & { measure: string; days: number; disposedOn: string }) => ({
    text: `${records(a)}：${a.measure}后满 ${a.days} 日${a.disposedOn ? `才处理（${a.disposedOn}）` : '还没有处理决定'}，不论怎样放假都已超过规定的工作日`,
    hint: '已经处理的，照处理决定书填写处理日期（disposition.on）；确实逾期的，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  DISPOSED_BEFORE_TAKEN: (a: OfRecord & { measure: string; takenOn: string; disposedOn: string }) => ({
    text: `${records(a)}：${a.measure}在${a.takenOn}，处理的日期（${a.disposedOn}）更早`,
    hint: '照文书更正开始时间（startedAt）或者处理的日期（disposition.on）',
    caret: `${a.measure}在${a.takenOn}`,
  }),
  SCENE_OF_ANOTHER_DAY: (a: OfRecord & { measure: string; takenOn: string; scene: string; sceneOn: string }) => ({
    text: `${records(a)}：${a.measure}在${a.takenOn}，写的现场笔录 ${a.scene} 是${a.sceneOn}的`,
    hint: '写当时所做的现场笔录的记录编号（scene）；当时没有做的，不要补造，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
    caret: `${a.scene} 在${a.sceneOn}`,
  }),
  SEALING_EXTENSION_TOO_LONG: (a: OfRecord & { extendedTo: string; due: string }) => ({
    text: `${records(a)}的封存延长至${a.extendedTo}，最长只能到${a.due}`,
    hint: '核对日期；检测、鉴定的期间不计入的，在取证记录 records.yaml 的“瑕疵和补正”（defects）写明起止日期',
    caret: `最长到${a.due}`,
  }),
  CALENDAR_YEAR_MISSING: (a: OfRecord & { year: number }) => ({
    text: `模板包里没有 ${a.year} 年的放假安排，${records(a)}的处理期限没有计算`,
    hint: '由人计算；放假安排公布后，请模板包维护人员加入',
  }),
  /** T-01 … T-03 */
  INTERVIEW_RECORD_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是言词证据，没有登记询问笔录的情况`,
    hint: '在取证记录的询问笔录（interviews）登记，并在证据的取证记录（records）里写它的编号；本人自书的，文书类型写自书材料',
  }),
  INTERVIEW_GAP: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}是询问笔录，没有写明：${a.gaps}`,
    hint: '照笔录填写；笔录上没有的，不要补造，重新询问，或者在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  INTERVIEW_NOT_ALONE: (a: OfRecord & { name: string }) => ({
    text: `${records(a)}：询问${a.name}没有个别进行，不得作为定案的根据`,
    hint: '个别询问，另做笔录',
  }),
  MINOR_WITHOUT_GUARDIAN: (a: OfRecord & { name: string; age: number }) => ({
    text: `${records(a)}：被询问人${a.name}${a.age} 岁，没有写到场的法定代理人`,
    hint: '填写到场的法定代理人（guardian）；当时不在场的，重新询问，或者在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  INTERVIEWS_OVERLAP: ({ officer, records: nos }: OfRecord & { officer: string }) => ({
    text: `${officer}在同一时段询问了不同的人：询问笔录 ${open(some(nos, '份'))}的时间重叠`,
    hint: '核对这些笔录的起止时间、询问人和记录人；确实重叠的，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  INTERVIEW_TOO_LONG: (a: OfRecord & { name: string; hours: number }) => ({
    text: `${records(a)}：询问${a.name}从开始到结束 ${a.hours} 小时，超过 24 小时`,
    hint: '核对起止时间（startedAt、endedAt）；分几次询问的，每次另做一份笔录',
  }),
  RECORDER_NOT_AN_OFFICER: (a: OfRecord & { recorder: string }) => ({
    text: `${records(a)}的记录人${a.recorder}不在这份笔录的执法人员之中`,
    hint: '记录人也是在场的执法人员，写进执法人员（officers）；写错的更正记录人（recorder）',
  }),
  INTERVIEW_PAPER_SHARED: (a: OfRecord & { paper: string; names: string; files: number }) => ({
    text: `${records(a)}是询问${a.names}的笔录，签名原件都写证据 ${a.paper}，它只有 ${a.files} 个文件`,
    hint: '核对签名原件的证据编号（paper），每份笔录写它自己的一件；几份笔录合订的，分开扫描，每份一个文件',
  }),
  WORDS_CALLED_OTHERWISE: ({ evidence, kind }: OfEvidence & { kind: string }) => ({
    text: `${items(evidence)}是人的陈述，证据种类写成了${kind}`,
    hint: '证据种类（kind）改为证人证言或者当事人的陈述：换一个种类，言词证据不会变成物证、书证。确是询问时当场交出的书证、物证的，取证记录（records）另写复制件制作说明或者现场笔录',
    caret: '应为证人证言或者当事人的陈述',
  }),
  /** T-04 */
  SUSPECT_CALLED_WITNESS: (a: OfRecord & { name: string }) => ({
    text: `${a.records.length > 0 ? records(a) : numbers(a.evidence)}：${a.name}是涉嫌人员，他的陈述不是证人证言`,
    hint: '询问笔录的身份（standing）写当事人，证据种类（kind）写当事人的陈述',
    caret: '应为当事人',
  }),
  CLASS_C_EVIDENCE: ({ count }: { count: number; evidence: Numbers }) => ({
    text: `${count} 项是言词证据，刑诉法第五十四条第二款未列举，由办案机关依法审查、收集；移送材料里照此标明`,
  }),
  /** X-01, X-02 */
  EXAMINATION_RECORD_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是鉴定意见或者检验报告，没有登记鉴定、检验的情况`,
    hint: '在取证记录的鉴定、检验、审计、评审（examinations）登记，并在证据的取证记录（records）里写它的编号',
  }),
  EXAMINATION_GAP: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}的鉴定、检验、审计、评审情况，不具备或者没有写明：${a.gaps}`,
    hint: '照报告和资质证明填写；确实不具备的，请机构补充，或者重新委托',
  }),
  SAMPLE_ORIGIN_UNPROVEN: (a: OfRecord & { samples: Numbers }) => ({
    text: `${records(a)}的检材（${numbers(a.samples)}）没有取证记录证明来源`,
    hint: '给检材补上提取笔录、登记保存文书等取证记录',
  }),
  EXAMINATION_NOT_TOLD: (a: OfRecord) => ({
    text: `${records(a)}的鉴定、检验结果没有写已告知当事人`,
    hint: '告知后填写是否告知当事人（partyTold）',
  }),
  REPORT_CALLED_OPINION: ({ evidence, report }: OfEvidence & { report: string }) => ({
    text: `${items(evidence)}是${report}，证据种类写成了鉴定意见`,
    hint: '把证据种类（kind）改为专业报告',
    caret: '应为专业报告',
  }),
  /** V-01, B-01 */
  AUDIOVISUAL_GAP: ({ evidence, gaps }: OfEvidence & { gaps: string }) => ({
    text: `${items(evidence)}是视听资料，没有写${gaps}`,
    hint: '补写；节录的写明节录',
  }),
  EXCERPT_WITHOUT_WHOLE: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是节录，没有写完整的一份在哪里`,
    hint: '填写原件存放地点（originalLocation），能移送完整的一并移送',
  }),
  TRANSCRIPT_MISSING: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}没有文字材料`,
    hint: '有人说话的，把文字抄清材料列入证据清单，在文字材料（transcript）写它的证据编号；方言、暗语一并说明',
  }),
  THING_NOT_LISTED: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是物证，没有写涉案物品编号`,
    hint: '列入涉案物品清单，并填写涉案物品编号（itemNos）',
  }),
  THING_WITHOUT_PICTURE: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}是物证，没有照片`,
    hint: '拍摄反映外形和特征的照片列入证据清单，在物证照片（photos）写证据编号',
  }),
  /** R-01, R-02 */
  COLLECTION_NOT_PROVEN: ({ evidence }: OfEvidence) => ({
    text: `${items(evidence)}没有引用取证记录，收集程序无从证明`,
    hint: '在证据的取证记录（records）写记录编号：电子数据写提取笔录，复制件写制作说明，物品写登记保存、封存文书，现场取得的写现场笔录',
  }),
  /** The kinds by their Chinese names. */
  RECORD_OF_ANOTHER_KIND: (a: OfRecord & { kind: string; named: string; wanted: string }) => ({
    text: `${items(a.evidence)}是${a.kind}，所引的 ${some(a.records, '份')} 是${a.named}，不能证明它是怎样取得的`,
    hint: `在这项证据的取证记录（records）改写能证明它的记录编号：${a.wanted}`,
    caret: `应为${a.wanted}`,
  }),
  PAPER_OF_ANOTHER_KIND: (a: OfRecord & { paper: string; title: string; wanted: string }) => ({
    text: `${records(a)}是${a.wanted}，签名原件写的 ${a.paper}（${a.title}）从证据名称和文书类型看不是这种文书`,
    hint: `在签名原件的证据编号（paper）改写${a.wanted}扫描件的证据编号；确是同一份文书的，在那项证据的文书类型（docType）写明；还没有签名原件的，删去这一行`,
    caret: `${a.paper} 是${a.title}`,
  }),
  RECORD_UNUSED: ({ records: nos }: { records: Numbers }) => ({
    text: `${sheets(nos)}没有证据引用，涉案物品和别的记录也没有用到；这份记录的其他问题没有检查`,
    hint: '在它所证明的证据的取证记录（records）里写它的编号；本案用不到的，从 records.yaml 删去',
  }),
  RECORDS_TO_SIGN: ({ records: nos }: { records: Numbers }) => ({
    text: `${sheets(nos)}还没有签名的纸面原件`,
    hint: '打印、签名、扫描后列入证据清单（提取笔录、现场笔录的证据种类写“勘验笔录、现场笔录”，其他写“书证”），在签名原件的证据编号（paper）写它的编号',
  }),
  /** At verify: the dossier holds the print of the record alone. `kind`: its Chinese name. */
  RECORD_NOT_SIGNED: ({ kind, records: nos, evidence }: OfRecord & { kind: string }) => ({
    text: `《${kind}》${listed(nos, '份')}${evidence.length > 0 ? `（证据 ${listed(evidence, '项')}）` : ''}：没有签过名的纸面原件的扫描件，案卷包里只有打印的文字`,
    hint: '打印、签名、扫描后列入证据清单（提取笔录、现场笔录的证据种类写“勘验笔录、现场笔录”，其他写“书证”），在签名原件的证据编号（paper）写它的编号',
  }),
  /** R-05, R-06. `marked`: it is printed as 补打. */
  RECORD_UNSIGNED_LATE: ({ kind, records: nos, evidence, marked }: OfRecord & { kind: string; marked: boolean }) => ({
    text: `《${kind}》${listed(nos, '份')}${evidence.length > 0 ? `（证据 ${listed(evidence, '项')}）` : ''}：行为已过一日，还没有签过名的纸面原件${marked ? '，文书印明补打' : '，也没有写补打日期'}`,
    hint: `当时签过名的，扫描后列入证据清单，在签名原件的证据编号（paper）写它的编号；当时没有签名的，${marked ? '' : '写补打日期（printedOn），'}在内卷的继续移送的理由（reasons）和取证记录的“瑕疵和补正”（defects）说明，规则写 R-05`,
  }),
  PRINTED_ON_WRONG: (a: OfRecord & { on: string; than: 'before' | 'future'; limit: string }) => ({
    text:
      a.than === 'future'
        ? `${records(a)}的补打日期（${a.on}）还没有到，今天是${a.limit}`
        : `${records(a)}的补打日期（${a.on}）早于行为发生的日期（${a.limit}）`,
    hint: '照实改写补打日期（printedOn）；当天打印的删去这一行',
  }),
  SCENE_NOT_TOLD: (a: OfRecord & { gaps: string }) => ({
    text: `${records(a)}是现场笔录，没有写明，或者没有做到：${a.gaps}`,
    hint: '照笔录填写告知和申请回避的各项（reasonsTold、recusalTold、recusalAsked、recusalDecision）；当时没有告知的，不要补造，在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  /** R-04: somebody of another house. */
  PARTICIPANT_IS_OFFICER: ({ name }: { name: string }) => ({
    text: `${name}既列为办案人员，又列为外单位人员`,
    hint: '本机关有执法证的，从外单位人员里删去；外单位的，从办案人员里删去，取证人员另写两名执法人员',
  }),
  OFFICER_OF_FIRM: ({ name, unit }: { name: string; unit: string }) => ({
    text: `办案人员${name}的单位是${unit}，不是行政机关`,
    hint: '移到外单位人员（participants），写明委托文书、身份、回避和保密承诺；取证人员另写两名执法人员',
  }),
  PARTICIPANT_GAP: ({ name, gaps }: { name: string; gaps: string }) => ({
    text: `外单位人员${name}：没有写明，或者还没有落实的有${gaps}`,
    hint: '补办或者补写；与案件有利害关系的不得参加，做过的工作另派人重做',
  }),
  COLLECTORS_TOO_FEW: ({ evidence, asked }: OfEvidence & { asked: number }) => ({
    text: `${items(evidence)}的取证人员少于 ${asked} 人`,
    hint: '漏写的补写取证人员（collectors）；确实只有一人的，重新取证，或者在取证记录 records.yaml 的“瑕疵和补正”（defects）说明',
  }),
  /** `names`: who is among the collectors and made none of the records. */
  COLLECTORS_DIFFER: (a: OfRecord & { names: string }) => ({
    text: `${items(a.evidence)}的取证人员里有${a.names}，所引取证记录（${some(a.records, '份')}）的执法人员里没有`,
    hint: '对照笔录，更正取证人员（collectors）或者记录的执法人员（officers），使两处一致；引错记录的更正编号',
    caret: `记录里没有${a.names}`,
  }),
  /** S-02 */
  PERSONAL_NUMBER_IN_NAME: ({
    evidence,
    what,
    where,
  }: OfEvidence & { what: '公民身份号码' | '电话号码'; where: '证据名称' | '文件名' }) => ({
    text: `${items(evidence)}的${where}里有${what}`,
    hint: '证据名称和文件名会印在移送材料清单上，改用编号。文件名在固定（mbpack collect）以前改；已经固定的不要改名，在备注说明',
  }),
  MEDICAL_INVENTORY: ({ medical, electronic }: { medical: number; electronic: number }) => ({
    text: `证据里有 ${medical} 项医疗健康材料，电子数据共 ${electronic} 项，属于敏感个人信息`,
    hint: '移送前逐项看是否为查明事实所必需，与本案无关的患者不要带出',
  }),
};

export type LawEvidenceCodes = CodesOf<typeof lawEvidenceSentences>;
