/** Codes of `verify --bag`: any bag of RFC 8493 and of the drafts before it. */
import type { BagListForm } from '../../model/index.ts';
import type { CodesOf } from '../sentence.ts';

const FORMS: Readonly<Record<BagListForm, string>> = {
  carriage: '行尾有回车符（CR）',
  star: '路径前有星号（md5sum 的写法）',
  dot: '路径以“./”开头',
  backslash: '路径用反斜杠分隔',
  space: '校验值与路径之间不是一个或两个空格',
  upper: '校验值用大写字母',
  blank: '中间有空行',
  blankEnd: '末尾有空行',
};
const READINGS = { rfc: '按 RFC 8493 解码 %', breaks: '只解码换行和回车，% 按原字', literal: '不解码，按原字' } as const;

export const bagSentences = {
  BAG_NO_DECLARATION: () => ({ text: '没有 bagit.txt：不是 BagIt 袋。', hint: '请确认给的是袋的最外层文件夹，或者装着一个袋的 zip。' }),
  BAG_DECLARATION: ({ problem }: { readonly problem: 'bom' | 'space' | 'lines' }) => ({
    text: `bagit.txt 不是规定的两行：${{ bom: '开头有 BOM', space: '空白或大小写与规定不同', lines: '内容不对' }[problem]}。`,
  }),
  BAG_VERSION: ({ found, known }: { readonly found: string; readonly known: readonly string[] }) => ({
    text: `BagIt 版本 ${found} 不认识（认识 ${known.join('、')}），按最接近的规则核验。`,
  }),
  BAG_ENCODING: ({ found }: { readonly found: string }) => ({ text: `标签文件的编码是 ${found}；RFC 8493 建议用 UTF-8。` }),
  BAG_ENCODING_UNKNOWN: ({ found }: { readonly found: string }) => ({
    text: `bagit.txt 声明的标签文件编码 ${found} 不认识，按 UTF-8 读；读出来的名称可能不对。`,
    hint: '请向制作方问清标签文件用的是什么编码。',
  }),
  BAG_TEXT_ENCODING: ({ path, encoding }: { readonly path: string; readonly encoding: string }) => ({
    text: `${path} 不是 ${encoding.toUpperCase()} 编码的文本（编码由 bagit.txt 声明），没有读。`,
    hint: '请向制作方核对 bagit.txt 里声明的编码。',
  }),
  BAG_BOM: ({ path }: { readonly path: string }) => ({ text: `${path} 开头有 BOM。` }),

  BAG_INFO_LINE: ({ file, line }: { readonly file: string; readonly line: number }) => ({
    text: `${file} 第 ${line} 行不是“标签: 值”的形式。`,
  }),
  BAG_INFO_TWICE: ({ label, first, second }: { readonly label: string; readonly first: string; readonly second: string }) => ({
    text: `${label} 出现不止一次：${first}，${second}。`,
  }),
  BAG_OXUM: ({ expected, found }: { readonly expected: string; readonly found: string }) => ({
    text: `载荷的字节数和文件数（Payload-Oxum）应为 ${expected}，实际 ${found}。`,
  }),
  BAG_OXUM_FORM: ({ found }: { readonly found: string }) => ({ text: `Payload-Oxum 不是“字节数.文件数”的形式：${found}。` }),

  BAG_NO_MANIFEST: () => ({ text: '没有载荷清单（manifest-*.txt），什么也无法核对。' }),
  /** There are payload manifests, and none whose algorithm is known. */
  BAG_NOTHING_CHECKED: () => ({ text: '载荷清单用的算法都不认识：没有一个文件的内容核对过。' }),
  BAG_NO_PAYLOAD: () => ({ text: '没有载荷文件夹 data。' }),
  BAG_ALGORITHM_WEAK: ({ manifest, algorithm }: { readonly manifest: string; readonly algorithm: string }) => ({
    text: `${manifest} 用的是 ${algorithm.toUpperCase()}：能发现无意的损坏，挡不住有意的改动。`,
  }),
  BAG_ALGORITHM_UNKNOWN: ({ manifest, algorithm }: { readonly manifest: string; readonly algorithm: string }) => ({
    text: `${manifest} 的算法 ${algorithm} 不认识：这份清单里的校验值没有计算，也没有核对。`,
    hint: '要核对这一种校验值，请用支持它的 BagIt 软件。',
  }),
  BAG_MANIFEST_LINE: ({ manifest, line }: { readonly manifest: string; readonly line: number }) => ({
    text: `${manifest} 第 ${line} 行不是“校验值 路径”的形式，或者校验值的长度不对。`,
  }),
  BAG_MANIFEST_TWICE: ({
    manifest,
    line,
    path,
    same,
  }: {
    readonly manifest: string;
    readonly line: number;
    readonly path: string;
    readonly same: boolean;
  }) => ({
    text: `${manifest} 第 ${line} 行重复列出：${path}（校验值${same ? '与前面相同' : '与前面不同，不知道哪一个对'}）。`,
  }),
  BAG_LIST_FORM: ({ list, form, line }: { readonly list: string; readonly form: BagListForm; readonly line: number }) => ({
    text: `${list} 从第 ${line} 行起，${FORMS[form]}；照常读取。`,
  }),
  BAG_LIST_SCOPE: ({ list, line, path }: { readonly list: string; readonly line: number; readonly path: string }) => ({
    text: `${list} 第 ${line} 行列出了不归它管的文件：${path}。`,
  }),
  BAG_PATH_OUTSIDE: ({ list, line, path }: { readonly list: string; readonly line: number; readonly path: string }) => ({
    text: `${list} 第 ${line} 行的路径指向袋外，没有去找：${path}。`,
  }),
  /** How `%` was read so that it names a file; `other`: a file that another reading names. */
  BAG_NAME_ENCODING: ({
    list,
    line,
    path,
    reading,
    other,
  }: {
    readonly list: string;
    readonly line: number;
    readonly path: string;
    readonly reading: 'rfc' | 'breaks' | 'literal';
    readonly other?: string;
  }) => ({
    text: `${list} 第 ${line} 行 ${path} 的百分号有几种读法；${READINGS[reading]}时有这个文件${other ? `，另一种读法也有：${other}` : ''}。`,
  }),
  BAG_NAME_FORM: ({ list, listed, found }: { readonly list: string; readonly listed: string; readonly found: string }) => ({
    text: `${list} 里的 ${listed} 与文件 ${found} 只差 Unicode 规范形式，按同一个文件核对。`,
  }),

  BAG_FILE_MISSING: ({ path, manifests }: { readonly path: string; readonly manifests: readonly string[] }) => ({
    text: `缺少文件：${path}（${manifests.join('、')} 列出）。`,
  }),
  BAG_FILE_UNLISTED: ({
    path,
    manifests,
    stray,
  }: {
    readonly path: string;
    readonly manifests: readonly string[];
    readonly stray: boolean;
  }) => ({
    text: `多出清单之外的文件：${path}（${manifests.join('、')} 中没有）${stray ? '；看来是系统或软件自动生成的' : ''}。`,
  }),
  BAG_TAG_UNLISTED: ({ path, manifests }: { readonly path: string; readonly manifests: readonly string[] }) => ({
    text: `${path} 不在标签清单里（${manifests.join('、')}），没有校验值可对。`,
  }),
  BAG_FILE_CHANGED: ({
    path,
    manifest,
    algorithm,
    expected,
    found,
  }: {
    readonly path: string;
    readonly manifest: string;
    readonly algorithm: string;
    readonly expected: string;
    readonly found: string;
  }) => ({
    text: `文件与清单不符：${path}（${algorithm.toUpperCase()}）\n     ${manifest}：${expected}\n     现在：${found}`,
  }),
  /** `missing`: of the files that fetch.txt lists. */
  BAG_FETCH: ({ count, missing }: { readonly count: number; readonly missing: number }) => ({
    text: `有 fetch.txt：${count} 个文件要另行下载，其中 ${missing} 个不在袋里。本程序不联网，不下载。`,
  }),
  BAG_FETCH_LINE: ({ line }: { readonly line: number }) => ({ text: `fetch.txt 第 ${line} 行不是“网址 长度 路径”的形式。` }),
  BAG_FETCH_PENDING: ({ path, url, length }: { readonly path: string; readonly url: string; readonly length?: number }) => ({
    text: `文件不在袋里，要从别处下载：${path}（${url}${length === undefined ? '' : `，${length} 字节`}）。袋不完整。`,
  }),
  BAG_FETCH_UNLISTED: ({ line, path }: { readonly line: number; readonly path: string }) => ({
    text: `fetch.txt 第 ${line} 行的文件没有一份载荷清单列出：${path}。`,
  }),
  /** Names that some system would take for one, in a bag that is not a dossier. */
  BAG_NAMES_COLLIDE: ({ name, other }: { readonly name: string; readonly other: string }) => ({
    text: `两个名称在有的电脑上会被当成同一个：${name} 与 ${other}。`,
  }),
};

export type BagCodes = CodesOf<typeof bagSentences>;
