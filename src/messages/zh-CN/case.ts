/** Codes of the case room with the arguments of their sentences. */
import type {
  FormName,
  IdKind,
  PathFault,
  RefKind,
  TakenKind,
  TakenValue,
  UnusualCharacter,
  UnusualKind,
  ValueKind,
} from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';
import { belowEvidence, renamedBack } from './renamed.ts';
import { FORMS, reasonWord } from './words.ts';

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: '文字',
  integer: '整数',
  number: '小数',
  boolean: 'true 或者 false',
  list: '列表（每项以 - 开头）',
  group: '一组字段',
  blank: '空白',
};
const IDS: Readonly<Record<IdKind | RefKind, string>> = {
  officer: '办案人员代号',
  actor: '当事人或者涉嫌人员代号',
  suspect: '涉嫌人员代号',
  fact: '事实编号',
  evidence: '证据编号',
  item: '物品编号',
  record: '取证记录编号',
  participant: '外单位人员代号',
};
const CHARACTERS: Readonly<Record<UnusualKind, string>> = {
  control: '控制字符',
  bidi: '改变文字方向的不可见字符',
  replacement: '表示原字已经丢失的替换字符',
  unpaired: '半个字符',
  'zero-width': '不可见的零宽字符',
  variation: '异体字选择符',
  radical: '部首符号（形似汉字，不是汉字）',
  compatibility: '兼容汉字',
  private: '自造字（别的电脑上显示不出或者显示成别的字）',
  space: '特殊空格',
  'not-nfc': '由几个字符拼成的字',
};
export const PATH_FAULTS: Readonly<Record<PathFault, string>> = {
  empty: '是空的',
  absolute: '以 / 或者盘符开头',
  segment: '含有空的一级、. 或者 ..',
  character: '含有 \\ : * ? " < > | 之一（文件夹之间用 / 分隔）',
  invisible: '含有不可见字符',
  'not-nfc': '里有由几个字符拼成的字（别的电脑上可能变成另一个名称）',
  reserved: '用了 Windows 保留的名字（如 CON、NUL、COM1）',
  edge: '里有一级以空格开头，或者以空格、点号结尾',
  'too-long': '太长',
  percent: '含有百分号 %',
  bytes: '不是 UTF-8 编码',
};
const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  TAB_AS_INDENT: ['行首用了制表符（Tab）缩进', '行首只用空格缩进，一级两个空格。'],
  FULL_WIDTH_COLON: ['字段名后面用了中文冒号“：”', '改成英文冒号，后面空一格，如 name: 张某一。'],
  NO_SPACE_AFTER_COLON: ['字段名的冒号后面没有空格', '冒号后面空一格，如 name: 张某一。'],
  BAD_INDENT: ['缩进不对', '同一级的字段要对齐，下一级多缩进两个空格。'],
  CHINESE_COMMA: ['引号外面用了中文的逗号、顿号或者分号', '改成英文逗号，如 ["E001", "E002"]；行末的去掉。'],
  WIDE_BRACKET: ['用了中文的括号', '改成英文的方括号 [ ] 或者花括号 { }。'],
  QUOTE_OPEN: ['引号没有收尾', '在这个值的末尾补上同样的英文引号；不需要引号的，去掉开头的。'],
  BRACKET_OPEN: ['括号没有收尾', '在这个值的末尾补上 ] 或者 }。'],
  LINE_BROKEN: [
    '这一行像是上一个字段的文字按了回车的后半截',
    '接到上一行的末尾；要写几行的，在字段名的冒号后面写 |，文字另起行写，每行比字段名多缩进两个空格。',
  ],
  MISSING_CHAR: ['少了冒号、引号或者括号', '检查本行和上一行：字段名后要有英文冒号和空格，引号、括号要成对。'],
  MULTILINE_IMPLICIT_KEY: ['字段名跨了行，多半是上一行少了冒号', '检查上一行的冒号。'],
  UNEXPECTED_TOKEN: ['有多余的符号', '检查本行的引号、括号和标点；含有特殊符号的文字要加英文引号。'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个冒号', '文字里有冒号的，整段加英文引号。'],
  BAD_SCALAR_START: ['文字以不允许的符号开头', '给这段文字加上英文引号。'],
  FLOW_COMMA: [
    '花括号里有一段没有冒号，是被前面的英文逗号分开的',
    '数字里不写千分位逗号，如 28640.35；文字里有英文逗号的，整段加英文引号。',
  ],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠 \\ 写法不对', '反斜杠写两个，或者改用单引号。'],
};

function characters(list: readonly UnusualCharacter[]): string {
  return list
    .map(({ kind, codePoint, char, usual, usualCodePoint, position }) => {
      const seen = char === undefined ? '' : `${char}`;
      const twin = usual === undefined ? '' : `，通常的字是${usual}（U+${usualCodePoint}）`;
      return `第 ${position} 个字符${seen}（U+${codePoint}）是${CHARACTERS[kind]}${twin}`;
    })
    .join('；');
}

function bytes(count: number): string {
  return count >= 1024 * 1024 ? `${(count / 1024 / 1024).toFixed(1)} MB` : `${count} 字节`;
}

/** Values of a choice may hold commas themselves. */
const each = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');

const meant = (word: string | undefined): { hint?: string } => (word === undefined ? {} : { hint: `是不是${word}？` });
function noItems(statementAt: string, cell = ''): string {
  if (statementAt === 'text')
    return '填一项物品；没有涉案物品的，是否没有涉案物品（none）写 true，并在无涉案物品声明（statement）里写：经查，本案无涉案物品';
  const where = statementAt === 'sheet' ? '表头上方加一行“无涉案物品声明”，右边一格' : `“无涉案物品声明”右边一格（${cell} 格）`;
  return `填一行物品；没有涉案物品的，在${where}写：经查，本案无涉案物品`;
}

function knownIds(known: readonly string[], count = known.length): string {
  if (count === 0) return '还没有填写任何一个，请先填写。';
  return `已有：${known.join('、')}${count > known.length ? ` 等 ${count} 个` : ''}。`;
}

const under = (because: string | undefined): string => (because === undefined ? '' : `${because}，`);

/** What fits once its full-width characters are typed as half-width ones. */
const half = (proposal: string): string => `是全角字符，改为半角 "${proposal}"。`;

/** What a value may mean, for its writer to choose. */
const whichOf = (readings: readonly string[]): string => `是 ${readings.join('，还是 ')}？照原意写成其中一个`;

/** How values were written that could be taken as they were meant. */
const AS_MEANT: Readonly<Record<TakenKind, string>> = {
  amount: '金额里的千分位逗号、元字等不算',
  characters: '全角、半角，大小写，空格不算',
  day: '日期按年-月-日理解',
  instant: '时间没有写时区的，按北京时间理解',
  line: '前后的空行不算',
  list: '一项或者几项写成了一段文字，按列表理解',
  number: '数字没有加引号的，按所写的理解；计量单位不算',
  path: '文件夹之间的 \\ 按 / 理解；扫描件只写名称的，在 signed 文件夹里',
  period: '起止日期写在一起的，前一个是起、后一个是止',
  quotes: '值两头的引号不算',
  reference: '编号、代号按已有的理解',
  unit: '数量后面的单位不算',
  word: '选填的词写长了、写短了，只可能是一项的，按那一项理解',
  'yes-no': '按“是”“否”理解',
};

export const caseSentences = {
  /** `near`: a folder inside or around it that is a case. */
  NOT_A_CASE_FOLDER: ({
    path,
    found,
    near,
  }: {
    readonly path: string;
    readonly found: 'nothing' | 'file' | 'packed';
    readonly near?: string;
  }) => ({
    text: { nothing: `没有 ${path} 这个文件夹`, file: `${path} 是文件，不是文件夹`, packed: `${path} 是 zip 文件，不是案件文件夹` }[found],
    hint: {
      nothing: '检查路径，给出案件所在的文件夹；新建案件用 mbpack init。',
      file: `给出案件所在的文件夹，不是里面的某个文件${near === undefined ? '；新建案件用 mbpack init' : `，例如 ${near}`}。`,
      packed: `是案卷包的，核验用 mbpack verify ${path}；是压缩起来的案件文件夹的，先解压，再给出解压后的文件夹。`,
    }[found],
  }),
  CASE_FORM_ABSENT: ({ path, near }: { readonly path: string; readonly near?: string }) => ({
    text: `${path} 里没有 case.yaml，不是案件文件夹`,
    hint: near === undefined ? '检查路径；新建案件用 mbpack init。' : `案件文件夹像是 ${near}，请给出那一个。`,
  }),
  /** `save`: what is similar is a list in another format, a workbook or plain text, and is saved in the expected one; else it is renamed. */
  FORM_MISSING: ({
    form,
    expected,
    similar,
    save,
  }: {
    readonly form: FormName;
    readonly expected: string;
    readonly similar?: string;
    readonly save?: 'workbook' | 'text';
  }) => ({
    text: `缺少《${FORMS[form]}》，应有文件 ${expected}`,
    hint:
      similar === undefined
        ? '用 mbpack init 新建一个案件文件夹，把其中的这个文件复制过来填写。'
        : save !== undefined
          ? `看到了 ${similar}，这种格式不直接读取：请用 Excel、WPS 或者 LibreOffice 打开，另存为 ${expected}（类型选“Excel 工作簿 .xlsx”）。${save === 'text' ? '打开时编号、证件号的开头的 0 和末几位可能被改掉，另存以前与原来的文件核对。' : ''}`
          : `看到了 ${similar}，请改名为 ${expected}（在资源管理器里打开“显示文件扩展名”）。`,
  }),
  /** `file`: the form itself; `other`: what is beside it and was not read. */
  FORM_BESIDE_FORM: ({ form, file, other }: { readonly form: FormName; readonly file: string; readonly other: string }) => ({
    text: `《${FORMS[form]}》读的是 ${file}，旁边还有 ${other}，没有读`,
    hint: '核对哪一个是对的，只留一个，其余移出案件文件夹',
  }),
  /** `other`: what an office program leaves while the form is open in it. */
  FORM_OPEN_ELSEWHERE: ({ form, file, other }: { readonly form: FormName; readonly file: string; readonly other: string }) => ({
    text: `《${FORMS[form]}》${file} 正在别的程序里打开着（旁边有 ${other}），没有保存的改动没有读到`,
    hint: '在那个程序里保存并关闭，再运行一次；确实没有打开的，删去那个文件',
  }),
  FORM_TWICE: ({ form, files }: { readonly form: FormName; readonly files: readonly string[] }) => ({
    text: `《${FORMS[form]}》有几个文件：${files.join('、')}`,
    hint: '只留一个，其余移出案件文件夹。',
  }),
  FORM_IS_LINK: ({ file }: { readonly file: string }) => ({
    text: `${file} 是快捷方式（链接）或者特殊文件，不能读取`,
    hint: '用文件本身替换链接。',
  }),
  FORM_TOO_LARGE: ({ size, limit }: { readonly size: number; readonly limit: number }) => ({
    text: `文件有 ${bytes(size)}，超过 ${bytes(limit)} 的上限`,
    hint: '检查是不是放错了文件；图片和长材料应放进 evidence 文件夹。证据清单文件太多的，校验值不必写在清单里，已在保管记录里。',
  }),
  FORM_UNREADABLE: ({ file, reason }: { readonly file: string; readonly reason: string }) => ({
    text: `读不了 ${file}（${reasonWord(reason)}）`,
    hint: '检查文件权限，关闭正在使用它的程序。',
  }),
  FORM_EMPTY: () => ({ text: '文件是空的', hint: '用 mbpack init 新建一个案件文件夹，把其中的这个文件复制过来填写。' }),
  FORM_NOT_UTF8: ({ looksLike }: { readonly looksLike: 'GBK' | 'UTF-16' | 'unknown' }) => ({
    text: `文件的文字编码读不了${looksLike === 'unknown' ? '' : `，看起来是 ${looksLike} 编码`}`,
    hint: '用记事本打开，核对文字无误，选“另存为”，编码选 UTF-8，再保存。',
  }),
  FORM_CONTROL_CHARACTER: ({ codePoint }: { readonly codePoint: string }) => ({
    text: `文件里有控制字符 U+${codePoint}`,
    hint: '删去这个字符；多半是从别的程序复制时带来的。',
  }),
  /** `count`: U+FFFD in the file, each a character that is lost. */
  FORM_CHARACTERS_LOST: ({ count }: { readonly count: number }) => ({
    text: `文件有 ${count} 处“\ufffd”，原字已丢失，多半是用错编码打开后又保存`,
    hint: '请从备份恢复这个文件；没有备份的，对照原件重新填写。',
  }),
  /** `spaces`: how many stand before the line; `wanted`: how many the lines of its level have. */
  FORM_SYNTAX: ({ problem, spaces, wanted }: { readonly problem: string; readonly spaces?: number; readonly wanted?: number }) => {
    if (wanted !== undefined)
      return {
        text: `缩进不对：这一行前面有 ${spaces} 个空格，与上面同一级的不齐`,
        hint: `改成 ${wanted} 个空格，与同一级的字段对齐；是下一级的，比上一级多两个空格。`,
        caret: '从这里读不下去',
      };
    const [text, hint] = SYNTAX[problem] ?? ['格式不对，读不下去', '检查本行和上一行的缩进、冒号、引号和括号。'];
    return { text, hint, caret: '从这里读不下去' };
  },
  FORM_NOT_JSON: () => ({ text: '文件名是 .json，内容不是合格的 JSON', hint: '改正 JSON 的写法，或者把文件名改为 .yaml。' }),
  /** Of a file that is no form: it has no other name to go by. */
  JSON_SLIP: () => ({
    text: 'JSON 在这里写得不对',
    hint: '看这一行和上一行：最后一项后面多了逗号，或者少了逗号、引号、括号；引号、冒号、逗号要用英文的；不能写说明。',
  }),
  FORM_TOO_DEEP: ({ limit }: { readonly limit: number }) => ({ text: `嵌套超过 ${limit} 层`, hint: '检查是不是放错了文件。' }),
  FORM_TOO_COMPLEX: ({ limit }: { readonly limit: number }) => ({
    text: `内容太多，超过 ${limit} 个成分`,
    hint: '检查是不是放错了文件。证据清单文件太多的，校验值不必写在清单里，已在保管记录里。',
  }),
  FORM_NOT_A_MAP: ({ found }: { readonly found: ValueKind }) => ({
    text: `整个文件应是一组“字段: 值”，现在是${KINDS[found]}`,
    hint: '对照 mbpack init 生成的文件填写。',
  }),
  YAML_FEATURE_REFUSED: ({ feature, source }: { readonly feature: 'alias' | 'anchor' | 'tag' | 'directive'; readonly source: string }) => ({
    text: `不接受${{ alias: '引用', anchor: '锚点', tag: '标记', directive: '指令' }[feature]}${source}`,
    hint: '以 *、&、! 或者 % 开头的文字要加英文引号。',
  }),
  YAML_MULTIPLE_DOCUMENTS: () => ({ text: '一个文件里有几份内容（用 --- 分开）', hint: '删去 --- 这一行以及多余的内容。' }),
  KEY_DUPLICATE: ({ key }: { readonly key: string }) => ({ text: `字段 ${key} 写了两次`, hint: '只留一个。' }),
  INTERNAL_PRESENT: ({ file }: { readonly file: string }) => ({
    text: `电子案卷包里有内卷文件 ${file}`,
    hint: '内卷不得移送：停止使用、复制这个包，由移送机关重新生成。',
  }),
  MORE_FINDINGS: ({ count }: { readonly count: number }) => ({
    text: `另有 ${count} 条，没有列出`,
    hint: '先改正列出的问题，再检查一次。',
  }),

  /** `how`: the field's description in its schema, Chinese. */
  FIELD_MISSING: ({
    field,
    key,
    how,
    because,
  }: {
    readonly field: string;
    readonly key: string;
    readonly how: string;
    readonly because?: string;
  }) => ({ text: `${under(because)}没有填写“${field}”（${key}）`, hint: how }),
  FIELD_UNKNOWN: ({ key, nearest, nearestTitle }: { readonly key: string; readonly nearest?: string; readonly nearestTitle?: string }) => ({
    text: `没有“${key}”这个字段`,
    hint: nearest === undefined ? '删去它；地方自定的字段放在地方字段（local）下面。' : `是不是“${nearestTitle}”（${nearest}）？`,
  }),
  /** A field that another kind of evidence has. */
  FIELD_NOT_OF_KIND: ({ field, kind, of }: { readonly field: string; readonly kind: string; readonly of: string }) => ({
    text: `证据种类是“${kind}”，不填“${field}”`,
    hint: `这一项只有${of}才填；删去它，或者更正证据种类。`,
  }),
  FIELD_BLANK: ({ field }: { readonly field: string }) => ({ text: `“${field}”是空白`, hint: '填写，或者删去这一行的引号和空格。' }),
  /** `proposal`: the text written as a list. */
  FIELD_TYPE: ({
    field,
    expected,
    found,
    proposal,
  }: {
    readonly field: string;
    readonly expected: ValueKind;
    readonly found: ValueKind;
    readonly proposal?: string;
  }) => ({
    text: `“${field}”应填${KINDS[expected]}，现在是${KINDS[found]}`,
    ...(proposal !== undefined ? { hint: `写成 ${proposal}` } : expected === 'boolean' ? { hint: '填 true（是）或 false（否）。' } : {}),
  }),
  /** `words`: what the field takes, where it is a choice, such as 是 and 否. */
  FIELD_NEEDS_QUOTES: ({
    field,
    source,
    words,
    proposal,
  }: {
    readonly field: string;
    readonly source: string;
    readonly words?: readonly string[];
    readonly proposal?: string;
  }) =>
    words === undefined
      ? { text: `“${field}”应填文字，${source} 会被当成数字或者是／否`, hint: `加英文引号："${source}"。` }
      : {
          text: `“${field}”应填${words.join('或者')}，现在是 ${source}`,
          hint: proposal === undefined ? `可填：${each(words)}。` : `写成：${proposal}`,
        },
  /** The value stands between Chinese quotation marks, which are part of the text then. */
  FIELD_IN_QUOTES: ({ field, value, proposal }: { readonly field: string; readonly value: string; readonly proposal: string }) => ({
    text: `“${field}”的值两头是中文引号，会算作内容：${value}`,
    hint: `去掉中文引号，写成：${proposal}`,
  }),
  /** Fields with a value behind a #; `keys`: the first of them, of `count`. */
  FIELD_COMMENTED_OUT: ({ keys, count }: { readonly keys: readonly string[]; readonly count: number }) => ({
    text: `有 ${count} 处填写了内容，行首却有 #，不算内容：${keys.join('、')}`,
    hint: '是内容的，删去行首的“# ”（井号和后面的一个空格），与同一级的字段对齐；是说明的，不必管。',
  }),
  /** A value without quotation marks ends at a # behind a space: what is behind it, `lost`, is no part of it. */
  TEXT_BEHIND_HASH: ({ value, lost }: { readonly value: string; readonly lost: string }) => ({
    text: `空格后面的 # 起是注释，不算内容：${value === '' ? '这一项因此是空白' : `值是${value}`}，没有算进去的是${lost}`,
    hint: '是内容的，把整个值放进英文引号；是注释的，在 # 后面加一个空格',
  }),
  FIELD_ENUM: ({
    field,
    value,
    allowed,
    nearest,
    nearestText,
  }: {
    readonly field: string;
    readonly value: string;
    readonly allowed: readonly string[];
    readonly nearest?: string;
    /** What `nearest` means, where it is a code. */
    readonly nearestText?: string;
  }) => ({
    text: `“${field}”不能填${value}`,
    hint: `${nearest === undefined ? '' : nearestText === undefined ? `是不是“${nearest}”？` : `是不是 ${nearest}（${nearestText}）？`}可填：${each(allowed)}。`,
  }),
  FIELD_TOO_LONG: ({ field, length, limit }: { readonly field: string; readonly length: number; readonly limit: number }) => ({
    text: `“${field}”有 ${length} 字，最多 ${limit} 字`,
  }),
  FIELD_ONE_LINE: ({ field }: { readonly field: string }) => ({
    text: `“${field}”只能写一行`,
    hint: '去掉换行；不要用 | 开头的多行写法。',
  }),
  FIELD_PATTERN: ({
    field,
    value,
    expected,
    proposal,
  }: {
    readonly field: string;
    readonly value: string;
    readonly expected: string /** In half-width characters it fits. */;
    readonly proposal?: string;
  }) => ({
    text: `“${field}”的写法不对：${value}`,
    hint: proposal === undefined ? expected : half(proposal),
  }),
  FIELD_RANGE: ({
    field,
    value,
    minimum,
    maximum,
  }: {
    readonly field: string;
    readonly value: string;
    readonly minimum: number;
    readonly maximum: number;
  }) => ({ text: `“${field}”应在 ${minimum} 至 ${maximum} 之间，现在是 ${value}` }),
  /** Values that can be read in one way only, and were taken so. `taken`: the first of `count`. */
  VALUE_AS_MEANT: ({
    kind,
    count,
    taken,
  }: {
    readonly kind: TakenKind;
    readonly count: number;
    readonly taken: readonly TakenValue[];
  }) => ({
    text: `${AS_MEANT[kind]}：${taken.map(({ field, value, reading }) => `“${field}”写的是 ${value}，按 ${reading} 理解`).join('；')}${count > taken.length ? `；等 ${count} 处` : ''}`,
    hint: '不必改；理解得不对的，改成本来的意思。文件没有改动，文书和案卷包里用的是理解以后的值。',
  }),
  DAY_INVALID: ({
    field,
    value,
    problem,
    proposal,
    readings = [],
  }: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'form' | 'calendar' | 'several';
    readonly proposal?: string;
    /** What it may mean, where that is more than one day. */
    readonly readings?: readonly string[];
  }) => ({
    text:
      problem === 'calendar'
        ? `“${field}”：日历上没有 ${value} 这一天`
        : `“${field}”${problem === 'several' ? '的日期可以有几种读法' : '不是日期'}：${value}`,
    hint:
      problem === 'several' ? `${whichOf(readings)}。` : proposal === undefined ? '写成 年-月-日，如 2026-11-20。' : `写成 ${proposal}。`,
  }),
  INSTANT_INVALID: ({
    field,
    value,
    problem,
    proposal,
    readings = [],
  }: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'form' | 'no-time' | 'calendar' | 'several';
    readonly proposal?: string;
    readonly readings?: readonly string[];
  }) => ({
    text: {
      'no-time': `“${field}”只有日期，没有写几时几分：${value}`,
      calendar: `“${field}”：没有这个时刻：${value}`,
      several: `“${field}”的时间可以有几种读法：${value}`,
      form: `“${field}”不是时间：${value}`,
    }[problem],
    hint:
      problem === 'several'
        ? `${whichOf(readings)}。`
        : proposal === undefined
          ? '写成 2026-11-20 09:30（北京时间）。'
          : `写成 ${proposal}。`,
  }),
  MONEY_INVALID: ({
    field,
    value,
    problem,
    proposal,
    readings = [],
    sheet,
  }: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'separator' | 'decimal-comma' | 'either-comma' | 'unit' | 'decimals' | 'sign' | 'form' | 'several';
    /** What it may mean, where that is more than one amount. */
    readonly readings?: readonly string[];
    /** The same figures in the form that is asked for. */
    readonly proposal?: string;
    /** Stands in a workbook, where no quotes are written. */
    readonly sheet?: true;
  }) => {
    const amount = proposal ?? '12345.60';
    const written = sheet ? amount : `"${amount}"`;
    const example = `${proposal === undefined ? '如' : '写成'} ${written}。`;
    const hint = {
      several: `${whichOf(readings)}。`,
      'decimal-comma': `小数点写成了逗号的，${proposal === undefined ? '把最后一个逗号改为小数点，去掉其余的逗号' : `改为 ${written}`}。`,
      'either-comma': `${proposal === undefined ? '是千分位逗号的，去掉逗号' : `是千分位逗号的，去掉逗号，写成 ${written}`}；是把小数点写成了逗号的，改为小数点，最多两位小数（到分）。请对照原件确定是哪一种。`,
      separator: `去掉千分位逗号和空格，${example}`,
      unit: `以元为单位，只写数字，${example}`,
      decimals: '最多两位小数（到分）。',
      sign: '不写正负号。',
      form: `只写数字和小数点，${sheet ? '' : '加英文引号，'}${example}`,
    }[problem];
    return { text: `“${field}”${problem === 'several' ? '的金额可以有几种读法' : '不是金额'}：${value}`, hint };
  },
  LIST_TOO_SHORT: ({
    field,
    count,
    minimum,
    because,
    statementAt,
    cell,
  }: {
    readonly field: string;
    readonly count: number;
    readonly minimum: number;
    readonly because?: string;
    /** Of the list of items: where the statement that there are none is written. */
    readonly statementAt?: 'text' | 'sheet' | 'cell';
    readonly cell?: string;
  }) => ({
    text: `${under(because)}“${field}”至少要有 ${minimum} 项，现在有 ${count} 项`,
    ...(statementAt === undefined ? {} : { hint: noItems(statementAt, cell) }),
  }),
  LIST_TOO_LONG: ({
    field,
    count,
    maximum,
    because,
  }: {
    readonly field: string;
    readonly count: number;
    readonly maximum: number;
    readonly because?: string;
  }) => ({ text: `${under(because)}“${field}”最多 ${maximum} 项，现在有 ${count} 项` }),
  LIST_REPEATED: ({ field, value }: { readonly field: string; readonly value: string }) => ({
    text: `“${field}”里${value}重复`,
    hint: '删去重复的一项。',
  }),
  TEXT_UNUSUAL_CHARACTER: ({
    field,
    characters: list,
    count,
  }: {
    readonly field: string;
    readonly characters: readonly UnusualCharacter[];
    readonly count: number;
  }) => ({
    text: `“${field}”里有 ${count} 个特殊字符：${characters(list)}${count > list.length ? '……' : ''}`,
    hint: '与原件、身份证件核对，用输入法重新输入。程序不会替您改动。',
  }),
  TEXT_EDGE_SPACE: ({ field }: { readonly field: string }) => ({ text: `“${field}”的开头或者结尾有空格`, hint: '删去空格。' }),
  ID_DUPLICATE: ({ kind, id }: { readonly kind: IdKind; readonly id: string }) => ({
    text: `${IDS[kind]}${id}重复`,
    hint: '每个编号只能用一次。一件证据有几个文件的，不要重复编号。',
  }),
  REF_UNKNOWN: ({
    field,
    kind,
    id,
    nearest,
    named,
    known,
    knownCount,
    isKind,
  }: {
    readonly field: string;
    readonly kind: RefKind;
    readonly id: string;
    readonly nearest?: string;
    /** There is such an id, of another kind. */
    readonly isKind?: IdKind;
    /** The id of who bears the name that was written. */
    readonly named?: string;
    /** The first of the ids there are, and how many there are. */
    readonly known?: readonly string[];
    readonly knownCount?: number;
  }) => ({
    text:
      isKind === undefined
        ? `“${field}”所写的${IDS[kind]}${id}不存在`
        : `“${field}”要填${IDS[kind]}：${id} 是${IDS[isKind]}，不是${IDS[kind]}`,
    ...(named !== undefined
      ? { hint: `请填代号：${named}。` }
      : known === undefined
        ? meant(nearest)
        : { hint: knownIds(known, knownCount) }),
  }),

  SHEET_NOT_XLSX: ({ problem }: { readonly problem: 'not-zip' | 'old-or-encrypted' | 'damaged' | 'xlsb' | 'ods' }) => ({
    text: {
      'not-zip': '不是 Excel 工作簿（.xlsx）',
      'old-or-encrypted': '是旧版 .xls 文件，或者设了打开密码',
      damaged: 'Excel 工作簿已损坏，读不了',
      xlsb: '是二进制工作簿（.xlsb）',
      ods: '是 LibreOffice 等程序的表格（.ods）',
    }[problem],
    hint: '用 Excel 或者 WPS 打开，取消密码，另存为 .xlsx。',
  }),
  SHEET_TOO_LARGE: ({ what, limit }: { readonly what: 'bytes' | 'rows' | 'columns' | 'cells' | 'entries'; readonly limit: number }) => ({
    text: `工作簿太大：${{ bytes: '展开后的字节', rows: '行', columns: '列', cells: '单元格', entries: '内部文件' }[what]}数超过 ${limit}`,
    hint: '删去空白行列以外的格式和无关内容，或者新建工作簿，只复制清单。',
  }),
  SHEET_NO_HEADER: ({ expected }: { readonly expected: readonly string[] }) => ({
    text: '没有找到表头',
    hint: `前 20 行里要有一行列名，至少包括：${expected.join('、')}。`,
  }),
  SHEET_IGNORED: ({ sheet }: { readonly sheet: string }) => ({
    text: `工作表${sheet}有内容，没有读取`,
    hint: '清单只能在一张工作表里；其余的移出，或者命名为“填写说明”。',
  }),
  SHEET_HEADING_UNKNOWN: ({ heading, nearest }: { readonly heading: string; readonly nearest?: string }) => ({
    text: `不认识列名${heading}，这一列有内容`,
    hint: nearest === undefined ? '改成规定的列名，或者移出这一列。' : `是不是“${nearest}”？`,
  }),
  SHEET_HEADING_TWICE: ({ heading }: { readonly heading: string }) => ({ text: `列名${heading}出现了两次`, hint: '合并成一列。' }),
  SHEET_HEADING_MISSING: ({ headings }: { readonly headings: readonly string[] }) => ({
    text: `缺少列：${headings.join('、')}`,
    hint: '在表头补上这些列。',
  }),
  SHEET_DATA_WITHOUT_HEADING: ({ column }: { readonly column: string }) => ({
    text: `${column} 列有内容，但没有列名`,
    hint: '补上列名，或者移出这一列。',
  }),
  SHEET_EXAMPLE_ROW: () => ({ text: '这一行标有“示例”，没有计入', hint: '是示例的删去本行；是真实数据的去掉“示例”二字。' }),
  /** A row that adds up the others. */
  SHEET_TOTAL_ROW: () => ({ text: '这一行是合计行，不是清单里的一项，没有计入', hint: '不必改；确实是一项的，把编号、名称写全。' }),
  SHEET_LINES_DIFFER: ({ field, lines, files }: { readonly field: string; readonly lines: number; readonly files: number }) => ({
    text: `“${field}”有 ${lines} 行，“文件”有 ${files} 行`,
    hint: '一个文件对应一行；没有的写 -。',
  }),
  CELL_MERGED: ({ range }: { readonly range: string }) => ({
    text: `合并单元格 ${range}：只有第一格有值`,
    hint: '取消合并，每一行都填写。',
  }),
  CELL_FORMULA: ({ count }: { readonly count: number }) => ({
    text: `有 ${count} 个公式，读取的是上次保存时的结果`,
    hint: '选中后复制，“选择性粘贴”为数值，核对后保存。',
  }),
  CELL_ERROR: ({ field }: { readonly field: string }) => ({ text: `“${field}”是公式错误值（如 #N/A）`, hint: '改正公式，或者直接填写。' }),
  CELL_NUMBER: ({
    field,
    value,
    problem,
  }: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'inexact' | 'text-needed' | 'integer-needed';
  }) => ({
    text: {
      inexact: `“${field}”的数 ${value} 不精确或者过长`,
      'text-needed': `“${field}”应是文字，单元格里是数 ${value}`,
      'integer-needed': `“${field}”应是整数，单元格里是 ${value}`,
    }[problem],
    hint: '把单元格格式设为“文本”，再重新输入。',
  }),
  CELL_DATE: ({ field, problem }: { readonly field: string; readonly problem: 'no-time' | 'time-in-day' | 'text-needed' | 'unclear' }) => ({
    text: {
      'no-time': `“${field}”只有日期，没有几时几分`,
      'time-in-day': `“${field}”应只填日期，单元格里还有时间`,
      'text-needed': `“${field}”应是文字，单元格里是日期`,
      unclear: `“${field}”单元格里的日期读不准：只有时间，没有这一天（如1900年2月29日），或者写明的不是北京时间`,
    }[problem],
    hint:
      problem === 'no-time'
        ? '写成 2026-11-20 09:30（北京时间）；正好零点的写 2026-11-20T00:00+08:00，单元格格式设为“文本”。'
        : problem === 'unclear'
          ? '单元格格式设为“文本”后照实重新输入，如 2026-11-20 09:30。'
          : '检查是不是填错了列；应是文字的，单元格格式设为“文本”后重新输入。',
  }),

  EVIDENCE_PATH_BAD: ({
    path,
    problem,
    proposal,
    backslash,
  }: {
    readonly path: string;
    readonly problem: PathFault;
    readonly proposal?: string;
    readonly backslash?: true;
  }) => ({
    text: `文件路径${path}${PATH_FAULTS[problem]}`,
    hint:
      problem === 'absolute'
        ? `不写盘符，${proposal?.startsWith('signed/') ? '写成' : '从 evidence 里面写起'}${proposal === undefined ? '，如：书证/登记簿.pdf' : `：${proposal}`}`
        : backslash && proposal !== undefined
          ? `把 \\ 改成 /：${proposal}`
          : '给文件改名，并在清单里写成同样的名字。',
  }),
  EVIDENCE_PATH_TWICE: ({ path }: { readonly path: string }) => ({ text: `文件${path}列了两次`, hint: '每个文件只能属于一件证据。' }),
  EVIDENCE_PATH_COLLISION: ({ path, other }: { readonly path: string; readonly other: string }) => ({
    text: `文件${path}与${other}只有大小写或者字形不同`,
    hint: '在有的电脑上两者会互相覆盖，请改名。',
  }),
  SIGNED_PATH_OUTSIDE: ({ path }: { readonly path: string }) => ({
    text: `签章扫描件${path}不在 signed 文件夹下`,
    hint: '把扫描件放进 signed 文件夹，路径写成 signed/…。',
  }),
  /** `rewrite`: the path as the list should have it, where it was written with its folder. */
  EVIDENCE_FILE_MISSING: ({
    path,
    nearest,
    rewrite,
    names,
  }: {
    readonly path: string;
    readonly nearest?: string;
    readonly rewrite?: string;
    /** Files that are there, whose names were written as one. */
    readonly names?: readonly string[];
  }) => ({
    text: `清单里有 ${path}，文件夹里没有`,
    hint:
      rewrite !== undefined
        ? `清单里改写成：${rewrite} （不写 evidence/）`
        : names !== undefined
          ? `几个文件写成了一个：${names.join('、')}。Excel 里一格一行写一个（Alt+Enter 换行），YAML 里一个文件一项（各以 - path: 开头）。`
          : nearest === undefined
            ? '放入文件，或者改正清单。'
            : `是不是 ${belowEvidence(nearest)}？固定以后改了名的，${renamedBack(belowEvidence(path))}；清单写错的，改清单（从 evidence 文件夹里面写起，不写 evidence/）。`,
  }),
  /** `missing`: a listed file that is not there, which this one may be under another name. */
  EVIDENCE_FILE_UNLISTED: ({ path, missing }: { readonly path: string; readonly missing?: string }) => ({
    text: `文件夹里有 ${path}，清单里没有`,
    hint:
      missing === undefined
        ? '是证据的，运行 mbpack collect 固定，列入证据清单；不是的，移出 evidence 文件夹。'
        : `清单里的 ${missing} 不在了：如果就是这个文件改了名，${renamedBack(missing)}。不是同一个文件的，是证据就列入证据清单，不是就移出 evidence 文件夹。`,
  }),
  SIGNED_FILE_UNLISTED: ({ path }: { readonly path: string }) => ({
    text: `${path} 没有被任何文书引用，不会打包`,
    hint: '在相应文书的签章扫描件（signedScan）里写明，或者移出。',
  }),
  EVIDENCE_FILE_JUNK: ({ path }: { readonly path: string }) => ({
    text: `${path} 是系统或者办公软件自动生成的文件，不是证据`,
    hint: '关闭正在打开证据文件的程序，删去它（可能是隐藏文件）。',
  }),
  EVIDENCE_FILE_EMPTY: ({ path }: { readonly path: string }) => ({ text: `${path} 是空文件（0 字节）`, hint: '检查是不是复制时出了错。' }),
  EVIDENCE_NAME_DIFFERS: ({ listed, found }: { readonly listed: string; readonly found: string }) => ({
    text: `清单里写的是 ${listed}，文件名是 ${found}，只有大小写或者字形不同`,
    hint: '改成完全一致。',
  }),
  EVIDENCE_NAME_COLLISION: ({ path, other }: { readonly path: string; readonly other: string }) => ({
    text: `文件 ${path} 与 ${other} 只有大小写或者字形不同`,
    hint: '在有的电脑上两者会互相覆盖，请改名。',
  }),
  EVIDENCE_NAME_BAD: ({ path, problem }: { readonly path: string; readonly problem: PathFault }) => ({
    text: `文件名${path}${PATH_FAULTS[problem]}`,
    hint: '给文件改名，并在清单里写成同样的名字。',
  }),
  /** Bytes of the name that are no UTF-8 (or no UTF-16) stand as `\xNN` in `path`; `guess`: the name in GB 18030. */
  EVIDENCE_NAME_BYTES: ({ path, guess }: { readonly path: string; readonly guess?: string }) => ({
    text: `文件名 ${path} 的编码不对，程序打不开它${guess === undefined ? '' : `（按中文 Windows 的编码，可能是 ${guess}）`}，多半是解压中文压缩包时弄坏的`,
    hint: '给它改名，用正常的汉字，或者用能选编码的软件重新解压；在清单里写成同样的名字。',
  }),
  EVIDENCE_IS_LINK: ({ path }: { readonly path: string }) => ({
    text: `${path} 是快捷方式（链接），不能作为证据`,
    hint: '用文件本身替换链接。',
  }),
  EVIDENCE_NOT_REGULAR: ({ path }: { readonly path: string }) => ({ text: `${path} 不是普通文件`, hint: '移出 evidence 文件夹。' }),
  EVIDENCE_UNREADABLE: ({ path, reason }: { readonly path: string; readonly reason: string }) => ({
    text: `读不了 ${path}（${reasonWord(reason)}）`,
    hint: '检查文件权限，关闭正在使用它的程序。',
  }),
  EVIDENCE_TOO_MANY: ({ limit }: { readonly limit: number }) => ({ text: `文件超过 ${limit} 个`, hint: '检查是不是放错了文件夹。' }),
  CUSTODY_LINE_BAD: ({ line, problem }: { readonly line: number; readonly problem: 'json' | 'blank' | 'too-long' }) => ({
    text: `保管链记录第 ${line} 行${{ json: '不是完整的记录', blank: '是空行', 'too-long': '太长' }[problem]}`,
    hint: '不要手工修改 custody.jsonl；从备份恢复。',
  }),
  INIT_NOT_EMPTY: ({ path }: { readonly path: string }) => ({
    text: `${path} 已经存在，而且不是空文件夹`,
    hint: '换一个新的文件夹名；程序不会覆盖已有文件。',
  }),
  /** `form`: the list is written so that nothing warrants its present content; `unread`: the form cannot be read. */
  RECORD_NOT_ADDED: ({
    path,
    list,
    reason,
  }: {
    readonly path: string;
    readonly list: string;
    readonly reason: 'form' | 'unread' | 'changed';
  }) => ({
    text: `没有在 ${path} 里添加，文件没有改动：${
      {
        form: `“${list}”的写法（方括号，或者缩进特别）不能保证原有内容一字不动`,
        unread: '文件现在读不出来，先按 mbpack check 的提示改好',
        changed: '文件正在被别的程序修改，关闭后再运行一次',
      }[reason]
    }`,
    ...(reason === 'form' ? { hint: '照 mbpack schema records 或者另一个案件文件夹里的写法，自行添加。' } : {}),
  }),
  INIT_FAILED: ({ path, reason }: { readonly path: string; readonly reason: string }) => ({
    text: `不能在 ${path} 新建案件（${reasonWord(reason)}）`,
    hint: '检查磁盘空间和文件夹权限。',
  }),
};

export type CaseCodes = CodesOf<typeof caseSentences>;
