/** Codes of the document and pack rooms with the arguments of their sentences. */
import type { FormName, PeriodId, PeriodLength } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';
import { wrongSyntax } from './template-syntax.ts';
import { FORMS, fontWord, inputWord, periodWord, reasonWord } from './words.ts';

const where = (form: FormName | '', pointer: string): string => (form === '' ? '模板或生成的文字' : `《${FORMS[form]}》的 ${pointer}`);
const perhaps = (name: string): string => (name === '' ? '请对照模板写法说明改正' : `是否要写 ${name}？`);

/** As it is shown, in « ». */
const isQuote = (char: string): boolean => /["']/u.test(char);

export const documentSentences = {
  // The text of a document
  /** `form` and `pointer` are empty when the text comes from a template or from more than the case. */
  MISSING_GLYPH: (a: { char: string; codePoint: string; document: string; form: FormName | ''; pointer: string; text: string }) => ({
    text: `《${a.document}》中的字符${a.char}（${a.codePoint}）所有字体都没有字形，无法印出；位置：${where(a.form, a.pointer)}，原文${a.text}`,
    hint: '核对证件上的用字；表情符号等请删去；确属人名用字的，请联系维护人员补充字体，不要用别的字代替',
    caret: `此处有无法印出的字符 ${a.codePoint}`,
  }),
  /** `from` and `to` are code points (`U+2F00`); `to` is `∅` when the character was taken out. */
  TEXT_NORMALISED: (a: {
    from: string;
    to: string;
    char: string;
    document: string;
    form: FormName | '';
    pointer: string;
    text: string;
  }) => ({
    text: isQuote(a.char)
      ? `《${a.document}》印出时把英文引号换成了中文引号：${a.text}`
      : a.to === '∅'
        ? `《${a.document}》印出时去掉了看不见的字符 ${a.from}；位置：${where(a.form, a.pointer)}，原文${a.text}`
        : `《${a.document}》印出时把${a.char}（${a.from}）换成了通用字（${a.to}）；位置：${where(a.form, a.pointer)}，原文${a.text}`,
    hint: isQuote(a.char)
      ? '只换印出来的样子，表里的文字没有动；不该换的，请改写这一句'
      : '多由复制粘贴带入：请重新键入该处文字，人名须与证件逐字核对',
    caret: isQuote(a.char) ? '印成中文引号' : `${a.from} → ${a.to}`,
  }),
  DOCUMENT_TEXT_LOST: (a: {
    document: string;
    missing: string;
    missingCount: number;
    extra: string;
    extraCount: number;
    outside: string;
    page: number;
  }) => ({
    text: `《${a.document}》印出的文字与应印的不一致：缺 ${a.missingCount} 个字符${a.missing}${a.extraCount > 0 ? `，多 ${a.extraCount} 个字符${a.extra}` : ''}${a.page > 0 ? `，第 ${a.page} 页${a.outside}排到了纸外` : ''}`,
    hint: '没有生成这份文书。请把本条信息连同案卷发给维护人员',
  }),
  DOCUMENT_INPUT_ABSENT: (a: { document: string; input: string }) => ({
    text: `生成《${a.document}》缺少所需的数据：${inputWord(a.input)}`,
    hint: '请先补齐该项数据',
  }),
  DOCUMENT_TOO_LARGE: (a: { document: string; characters: number; limit: number }) => ({
    text: `《${a.document}》共 ${a.characters} 个字符，超过上限 ${a.limit}`,
    hint: '请把过长的叙述或清单改为附件作为证据提交',
  }),
  FONT_UNREADABLE: (a: { font: string }) => ({
    text: `字体文件 ${a.font} 读不到或者已损坏`,
    hint: '是模板包的字体（fonts/ 下的），换一个完整的文件；不是的，重新安装 mbpack',
  }),

  // Templates
  /** `found` and `expected` are names of Handlebars' tokens; of a block, its name and the name it is ended with. */
  TEMPLATE_SYNTAX: (a: {
    problem: 'text' | 'token' | 'unclosed' | 'surplus' | 'block' | 'other';
    found: string;
    expected: string;
    message: string;
    /** Of a block left open: its name, and where it begins. */
    block?: string;
    openedAt?: string;
  }) => ({
    text: `模板语法有误：${wrongSyntax(a)}`,
    hint: '检查 {{ }} 是否成对、{{#if}} 与 {{/if}} 是否对应',
  }),
  TEMPLATE_UNKNOWN_ELEMENT: (a: { name: string; nearest: string }) => ({
    text: `模板中没有 <${a.name}> 这个元素`,
    hint: perhaps(a.nearest && `<${a.nearest}>`),
    caret: '未知元素',
  }),
  TEMPLATE_UNKNOWN_ATTRIBUTE: (a: { element: string; name: string; nearest: string }) => ({
    text: `元素 <${a.element}> 没有 ${a.name} 这个属性`,
    hint: perhaps(a.nearest),
    caret: '未知属性',
  }),
  TEMPLATE_ATTRIBUTE_VALUE: (a: { element: string; name: string; value: string; expected: string }) => ({
    text: `元素 <${a.element}> 的 ${a.name} 不能是${a.value}`,
    hint: `应为：${a.expected}`,
  }),
  TEMPLATE_ATTRIBUTE_ABSENT: (a: { element: string; name: string }) => ({
    text: `元素 <${a.element}> 必须写明 ${a.name}`,
    hint: `请补上 ${a.name}="…"`,
  }),
  TEMPLATE_MISPLACED: (a: { name: string; parent: string }) => ({
    text: `<${a.name}> 不能放在 ${a.parent === '' ? '最外层（最外层只能是 <document>）' : `<${a.parent}> 里`}`,
  }),
  TEMPLATE_STRAY_TEXT: (a: { parent: string; text: string }) => ({
    text: `${a.parent === '' ? '最外层' : `<${a.parent}> 里`}不能直接写文字${a.text}`,
    hint: '请放进 <p> 或单元格 <cell>',
  }),
  TEMPLATE_TAG_MISMATCH: (a: { name: string; found: string }) => ({
    text:
      a.found === ''
        ? `<${a.name}> 没有结束标签`
        : a.name === ''
          ? `多出结束标签 </${a.found}>`
          : `应先结束 <${a.name}>，却遇到 </${a.found}>`,
    hint: '检查开始与结束标签是否成对',
  }),
  TEMPLATE_FORBIDDEN: (a: { text: string }) => ({ text: `模板中不允许这种写法：${a.text}` }),
  TEMPLATE_UNESCAPED: (a: { text: string }) => ({ text: `模板不允许原样输出数据：${a.text}`, hint: '请用两层花括号 {{ }}' }),
  TEMPLATE_UNKNOWN_HELPER: (a: { name: string; nearest: string }) => ({ text: `没有 ${a.name} 这个模板函数`, hint: perhaps(a.nearest) }),
  TEMPLATE_UNKNOWN_FIELD: (a: { name: string; nearest: string }) => ({
    text: `数据里没有 ${a.name} 这个字段，或者它为空而模板直接输出`,
    hint: a.nearest === '' ? '可空的字段请写 {{or 字段 "无"}} 或放进 {{#if}}' : perhaps(a.nearest),
  }),
  TEMPLATE_UNKNOWN_PARTIAL: (a: { name: string; nearest: string }) => ({
    text: `没有“${a.name}”这个片段`,
    hint: a.nearest === '' ? `片段 {{> 名称}} 要有文件 _名称.hbs，名称只用小写字母、数字和短横` : perhaps(a.nearest),
  }),
  TEMPLATE_PARTIAL_LOOP: (a: { chain: string }) => ({ text: `片段互相引用成环：${a.chain}`, hint: '去掉其中一处引用' }),
  TEMPLATE_UNKNOWN_WORD: (a: { name: string; nearest: string }) => ({
    text: `用语里没有 ${a.name}`,
    hint: a.nearest === '' ? '在 pack.json 的 strings 里写上它' : perhaps(a.nearest),
  }),
  /** `depth` of blocks, elements and parts; `steps` and `characters` of what a template made of the data. */
  TEMPLATE_LIMIT: (a: { what: 'depth' | 'steps' | 'characters' | 'source' | 'parts'; limit: number }) => ({
    text: {
      depth: `模板嵌套超过 ${a.limit} 层`,
      steps: `模板重复的次数超过 ${a.limit} 次`,
      characters: `模板生成的文字超过 ${a.limit} 个字符`,
      source: `模板连同片段超过 ${a.limit} 个字符`,
      parts: `模板引用的片段超过 ${a.limit} 处`,
    }[a.what],
    hint: a.what === 'source' ? '把模板写短，或者拆成几种文书' : '检查 {{#each}} 里是不是又套了不相干的列表',
  }),
  /** A helper was handed what it cannot work on, or too little. */
  TEMPLATE_HELPER_VALUE: (a: { helper: string; expected: string }) => ({
    text: `模板函数 ${a.helper} 处理不了给它的内容`,
    hint: `应给它：${a.expected}`,
  }),
  TEMPLATE_TABLE_WIDTH: (a: { problem: 'wide' | 'narrow' | 'many'; widths: string; millimetres: number; available: number }) => ({
    text: `${
      {
        wide: `表格各列合计 ${a.millimetres} 毫米，超出版心 ${a.available} 毫米`,
        narrow: `表格有一列太窄，放不下一个字；版心 ${a.available} 毫米，写明宽度的各列合计 ${a.millimetres} 毫米`,
        many: '表格的列太多，印不清楚',
      }[a.problem]
    }（列宽 ${a.widths}）`,
    hint: { wide: '减小列宽，或把某一列写成 *', narrow: '加大这一列，或者减小别的列', many: '拆成两个表格' }[a.problem],
  }),
  TEMPLATE_TABLE_CELLS: (a: { expected: number; found: number }) => ({
    text: `表格一行应有 ${a.expected} 格，实有 ${a.found} 格`,
    hint: '检查 <cell> 的个数和 span',
  }),
  /** `size` 0: the text is longer than a code holds; else millimetres that do not fit. */
  TEMPLATE_QR: (a: { characters: number; size: number; available: number }) =>
    a.size === 0
      ? { text: `二维码的文字有 ${a.characters} 个字符，超过二维码能装的数量`, hint: '二维码只放校验值、编号等短文字' }
      : { text: `二维码边长 ${a.size} 毫米，所在的格或者版面只有 ${a.available} 毫米`, hint: '把 <qr> 的 size 改小' },

  // Packs
  PACK_NOT_FOUND: (a: { id: string; installed: string }) => ({ text: `没有安装名为“${a.id}”的文书模板包`, hint: `已安装：${a.installed}` }),
  PACK_UNREADABLE: (a: { file: string; reason: string }) => ({ text: `模板包文件 ${a.file} 无法读取：${reasonWord(a.reason)}` }),
  PACK_PERIOD_LOOSER: (a: { period: PeriodId; given: PeriodLength; limit: PeriodLength }) => ({
    text: `pack.json 的期限 ${a.period} 写成 ${periodWord(a.given)}，比规定的 ${periodWord(a.limit)} 宽`,
    hint: `法定期限只能写短，不能写长：改为不超过 ${periodWord(a.limit)}，或者删去这一项，沿用全国包`,
  }),
  PACK_INVALID: (a: { field: string; expected: string }) => ({ text: `pack.json 的 ${a.field} 不符合要求`, hint: `应为：${a.expected}` }),
  PACK_CYCLE: (a: { chain: string }) => ({ text: `模板包互相继承成环：${a.chain}` }),
  PACK_DOCUMENT_UNKNOWN: (a: { document: string; pack: string }) => ({ text: `模板包 ${a.pack} 没有文书 ${a.document}` }),
  PACK_NAME_UNKNOWN: (a: { field: string; name: string; nearest: string }) => ({
    text: `${a.field} 里的“${a.name}”不存在`,
    hint: perhaps(a.nearest),
  }),
  PACK_ID_TAKEN: (a: { id: string }) => ({ text: `编号“${a.id}”是已经安装的模板包的`, hint: '给自己的包另起一个编号' }),
  PACK_FILE_REFUSED: (a: { path: string; reason: 'link' | 'kind' | 'folder' | 'large' | 'many' }) => ({
    text: `模板包里不能有 ${a.path}：${
      {
        link: '它是链接',
        kind: '只能放 pack.json、.hbs 模板、fonts 里的 .ttf 和 .otf 字体，以及 .md、.txt 说明',
        folder: '除 fonts 以外不能有文件夹',
        large: '文件太大',
        many: '文件太多',
      }[a.reason]
    }`,
    hint: '把它移出模板包文件夹',
  }),
  PACK_TEMPLATE_ABSENT: (a: { template: string; nearest: string }) => ({ text: `没有模板文件 ${a.template}`, hint: perhaps(a.nearest) }),
  PACK_DOCUMENT_REQUIRED: (a: { document: string }) => ({
    text: `《${a.document}》是法定的或者案卷包必需的文书，不能去掉`,
    hint: '从 omit 里删去它',
  }),
  PACK_TITLE_TWICE: (a: { title: string }) => ({ text: `有两种文书都叫 ${a.title}`, hint: '文书名称也是文件名，不能相同' }),
  PACK_PATTERN_UNSAFE: (a: { field: string }) => ({
    text: `${a.field} 的正则表达式有误，或者太复杂`,
    hint: '不超过 200 个字符；括号组后面不能有 * + { }，不能用反向引用和前后查找，* 和 + 不超过两个',
  }),
  PACK_FONT_BROKEN: (a: { role: string; file: string; reason: 'absent' | 'kind' | 'cut' | 'damaged' }) => ({
    text: `${fontWord(a.role)}的字体文件 ${a.file} ${{ absent: '不在模板包里', kind: '不是 TrueType 或者 OpenType 字体', cut: '不完整', damaged: '内部的数据已损坏' }[a.reason]}`,
    hint: '换一个完整的 .ttf 或者 .otf 文件',
  }),
  /** Something that no source gives and somebody has to fill in. */
  PACK_PLACEHOLDER: (a: { pack: string; field: string; note: string }) => ({
    text: `模板包 ${a.pack} 的 ${a.field} 是占位：${a.note}`,
    hint: '在本单位的模板包里写上该项，提示就不再出现',
  }),
  PACK_STRING_UNUSED: (a: { name: string }) => ({ text: `用语 ${a.name} 没有模板用到`, hint: '检查名称是否写错；不用的删去' }),
  PACK_PARTIAL_UNUSED: (a: { name: string }) => ({ text: `片段 ${a.name} 没有模板用到`, hint: '检查名称是否写错；不用的删去' }),
  PACK_TEMPLATE_UNUSED: (a: { name: string }) => ({ text: `模板文件 ${a.name} 没有文书用到`, hint: '检查文件名；不用的删去' }),
  PACK_FORBIDDEN_WORD: (a: { word: string; instead: string }) => ({ text: `不应写${a.word}`, hint: `应写：${a.instead}` }),
  /** `--only` of what no document of the pack is called. */
  DOCUMENT_NAME_UNKNOWN: (a: { name: string; known: string }) => ({ text: `没有名为“${a.name}”的文书`, hint: `可以写：${a.known}` }),
};

export type DocumentCodes = CodesOf<typeof documentSentences>;
