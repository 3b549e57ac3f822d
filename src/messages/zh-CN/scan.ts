/** Codes of the scans of signed papers (M-09). */
import type { CodesOf } from '../sentence.ts';

const FAULTS = {
  empty: ['是空文件，一个字节也没有', '多半是扫描或者拷贝时出了错：重新扫描，或者从扫描的电脑重新拷贝'],
  cut: ['不完整：文件的结尾缺失', '多半是拷贝没有完成：从扫描的电脑重新拷贝，或者重新扫描，再打开看最后一页'],
  locked: ['设了打开密码，接收机关打不开', '换成没有密码的：在扫描软件里取消密码，重新扫描或者导出'],
  notPage: ['不是扫描的页面（PDF 或者图片）', '检查是不是放错了文件，或者别的文件改了扩展名；签字盖章的纸质件扫描成 PDF 再放进来'],
  damaged: ['已经损坏：打不开，或者其中有页读不出', '从扫描的电脑重新拷贝，或者重新扫描，再逐页打开看'],
  blank: ['每一页都是空白', '检查扫描时纸的正反面，重新扫描'],
} as const;
const UNSEEN = {
  large: ['太大，程序没有打开查看', '请人逐页打开看；可以用每英寸 300 点的灰度重新扫描，一页通常不到 1 MB'],
  format: ['程序不看这种格式的内容', '请人逐页打开看；扫描成 PDF 的由程序查看页数和核对码'],
  gaveUp: ['用时或者内存超过限度，程序没有看完', '请人逐页打开看；可以用每英寸 300 点的灰度重新扫描'],
} as const;

/** Most pages that are named one by one. */
const NAMED = 10;

function pagesText(pages: readonly number[]): string {
  const named = pages.slice(0, NAMED).join('、');
  return pages.length > NAMED ? `第 ${named} 等 ${pages.length} 页` : `第 ${named} 页`;
}

function orderText(order: readonly number[]): string {
  return `${order.slice(0, NAMED).join('、')}${order.length > NAMED ? '……' : ''}`;
}

export const scanSentences = {
  /** Nobody can read the signed paper from this file: no byte in it, its end is missing, a password, no format of pages, unreadable, nothing on any page. */
  SCAN_UNUSABLE: ({
    path,
    problem,
  }: {
    readonly path: string;
    readonly problem: 'empty' | 'cut' | 'locked' | 'notPage' | 'damaged' | 'blank';
  }) => {
    const [text, hint] = FAULTS[problem];
    return { text: `签章扫描件 ${path} ${text}`, hint: `${hint}。` };
  },
  /** Too large, a format that only people look at, or given up after its time. */
  SCAN_NOT_LOOKED_AT: ({
    path,
    unseen,
    format,
  }: {
    readonly path: string;
    readonly unseen: 'large' | 'format' | 'gaveUp';
    readonly format: string;
  }) => {
    const [text, hint] = UNSEEN[unseen];
    return { text: `签章扫描件 ${path}${format === '' ? '' : `（${format}）`}${text}`, hint: `${hint}。` };
  },
  /** A document as the program made it, not a scan of the paper that was signed. */
  SCAN_IS_PRINT: ({ path }: { readonly path: string }) => ({
    text: `签章扫描件 ${path} 是 mbpack 排出来的文件，不是扫描件：上面不会有任何人的签名和印章`,
    hint: '打印、签名、盖章以后逐页扫描，换成扫描得到的文件。',
  }),
  /** The pages of the file, and what the form says of them. */
  SCAN_PAGES_DIFFER: ({ document, pages, scanned }: { readonly document: string; readonly pages: number; readonly scanned: number }) => ({
    text: `《${document}》的签章扫描件有 ${scanned} 页，表里写的是 ${pages} 页`,
    hint: `核对扫描件；没有漏扫的，把页数（pages）改为 ${scanned}。卷内文件目录按它编页号。`,
    caret: `扫描件有 ${scanned} 页`,
  }),
  /** The signed paper as it was scanned, and the document as it is rendered; `missing`: pages of it that are not there, counted from 1, where that is known. */
  SCAN_HAS_FEWER_PAGES: ({
    document,
    pages,
    scanned,
    missing,
  }: {
    readonly document: string;
    readonly pages: number;
    readonly scanned: number;
    readonly missing: readonly number[];
  }) => ({
    text:
      missing.length > 0
        ? `《${document}》的签章扫描件有 ${scanned} 页，里面没有这份文书的${pagesText(missing)}（共 ${pages} 页）`
        : scanned < pages
          ? `《${document}》的签章扫描件是 ${scanned} 页，排版出来的是 ${pages} 页，少 ${pages - scanned} 页`
          : `《${document}》的签章扫描件有 ${scanned} 页，但是有的页重复或者不是这份文书的，这份文书的 ${pages} 页不全`,
    hint: '对照签字盖章的纸质件，漏扫的补扫；签章以后数据改过的，重新打印、签章、扫描。',
  }),
  /** `order`: the pages of the document as they follow in the scan, counted from 1; `twice`: those that are there more than once. */
  SCAN_PAGES_DISORDERED: ({
    document,
    order,
    twice,
  }: {
    readonly document: string;
    readonly order: readonly number[];
    readonly twice: readonly number[];
  }) => ({
    text:
      twice.length > 0
        ? `《${document}》的签章扫描件里，${pagesText(twice)}不止一次`
        : `《${document}》的签章扫描件里，各页的次序是 ${orderText(order)}`,
    hint: twice.length > 0 ? '核对扫描件，重复的页去掉，并改写页数（pages）。' : '按纸质件的页码排好次序，重新存一份。',
  }),
  /** `onPages`, counted from 1, bear the check code of another text; `paper`: the document of this case that has that code, '' where none has. */
  SCAN_OF_OTHER_PAPER: ({
    document,
    code,
    expected,
    onPages,
    paper,
  }: {
    readonly document: string;
    readonly code: string;
    readonly expected: string;
    readonly onPages: readonly number[];
    readonly paper: string;
  }) => ({
    text:
      paper === ''
        ? `《${document}》的签章扫描件${pagesText(onPages)}的核对码是 ${code}，现在的《${document}》是 ${expected}：签章的是另一份，或者是改动以前的`
        : `《${document}》的签章扫描件${pagesText(onPages)}的核对码是 ${code}，那是本案《${paper}》的，《${document}》的是 ${expected}`,
    hint:
      paper === ''
        ? '签章以后数据改过的，重新打印、签章、扫描；放错了文件的，换成本案本次签章的扫描件。'
        : `检查是不是《${document}》和《${paper}》的扫描件放反了，或者扫描时混在一起。`,
  }),
  /** `onPages`, counted from 1, are of another document of this case, and those of `document` are there besides: an annex that was scanned with it. */
  SCAN_HOLDS_OTHER_PAPER: ({
    document,
    onPages,
    paper,
  }: {
    readonly document: string;
    readonly onPages: readonly number[];
    readonly paper: string;
  }) => ({
    text: `《${document}》的签章扫描件里，${pagesText(onPages)}是本案《${paper}》`,
    hint: `作为附件一并扫描的不必改；误放进来的，从扫描件里去掉，并改写页数（pages）。`,
  }),
  /** `onPages`, counted from 1, on which no check code was read; `none`: on no page. */
  SCAN_CODE_UNREAD: ({
    document,
    expected,
    onPages,
    none,
  }: {
    readonly document: string;
    readonly expected: string;
    readonly onPages: readonly number[];
    readonly none: boolean;
  }) => ({
    text: none
      ? `《${document}》的签章扫描件上没有读到核对码：可能是以前的版本打印的，也可能没有扫清楚`
      : `《${document}》的签章扫描件${pagesText(onPages)}没有读到核对码`,
    hint: `请人逐页看：纸上印有核对码的，应当是 ${expected}；没有印的，看内容与现在的《${document}》是否一致。`,
  }),
};

export type ScanCodes = CodesOf<typeof scanSentences>;
