/** Chinese for words that findings carry as the program calls them. What is no such word comes from outside and stays as the door of displayed text let it through. */
import {
  CUSTODY_ACTION_NAMES,
  type CustodyAction,
  type FileRole,
  type FontRole,
  type FormName,
  type PeriodLength,
} from '../../model/index.ts';
import { unquoted } from '../displayed-text.ts';

export const FORMS: Readonly<Record<FormName, string>> = {
  case: '案件基本情况',
  internal: '内卷',
  transfer: '涉嫌犯罪案件移送书',
  investigation: '案件调查报告',
  receipt: '移送书回执',
  items: '涉案物品清单',
  evidence: '证据清单',
  records: '取证记录',
  supervision: '线索移送函',
  correspondence: '往来文书',
};

const ROLES: Readonly<Record<FileRole, string>> = {
  evidence: '证据文件',
  document: '文书',
  signedScan: '签章扫描件',
  caseData: '案件数据',
  custody: '保管记录',
};

const FONTS: Readonly<Record<FontRole, string>> = {
  Fang: '仿宋（Fang）',
  Song: '宋体（Song）',
  Hei: '黑体（Hei）',
  Kai: '楷体（Kai）',
  Biao: '小标宋（Biao）',
};

/** Members of a row of data/index.json, as both halves of the verifier name them. */
const INDEX_FIELDS: Readonly<Record<string, string>> = {
  role: '类别',
  title: '名称',
  evidenceNo: '证据编号',
  document: '文书代号',
  pages: '页数',
  size: '字节数',
  sha256: 'SHA-256',
  sm3: 'SM3',
  caseNo: '案件编号',
  caseName: '案件名称',
};

/** Fields of the container (APPNOTE 4.3), as the reader names them. */
const ZIP_FIELDS: Readonly<Record<string, string>> = {
  'Unicode path': 'Unicode 名称',
  'version needed': '所需版本',
  'made by': '制作程序',
  flags: '标志位',
  method: '压缩方法',
  time: '时间',
  date: '日期',
  'CRC-32': 'CRC-32',
  'packed size': '压缩后的大小',
  size: '大小',
  name: '名称',
  'name length': '名称长度',
  'comment length': '注释长度',
  'entries on this disk': '本卷条目数',
  entries: '条目数',
  'directory size': '目录大小',
  'directory offset': '目录位置',
  missing: '没有这个记录',
  locator: '定位记录',
  signature: '标记',
  length: '长度',
  disk: '卷号',
  'disk of the directory': '目录所在卷号',
  'disk in the locator': '定位记录里的卷号',
  'offset in the locator': '定位记录里的位置',
  'disks in the locator': '定位记录里的卷数',
};

/** What a document is made from besides the forms. */
const INPUTS: Readonly<Record<string, string>> = {
  slip: '成卷结果',
  verification: '核验结果',
  custody: '保管记录',
  procuratorateLetter: '移送案件抄送函',
  digests: '证据文件的校验值',
  fixing: '这一次固定的文件',
  paper: '各份文书的页数',
  supervision: '线索移送函',
  materials: '移送材料各行',
  at: '成卷时间',
};

/** What systems answer. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或者文件夹',
  ENOTDIR: '路径里有一级不是文件夹',
  EISDIR: '是文件夹，不是文件',
  EACCES: '没有权限',
  EPERM: '系统不允许',
  EBUSY: '正被别的程序使用',
  ETXTBSY: '正被别的程序使用',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不够',
  EDQUOT: '超出磁盘配额',
  EFBIG: '文件太大',
  EIO: '存储介质读写出错',
  ENODEV: '设备不在了',
  ENXIO: '设备不在了',
  EMFILE: '打开的文件太多',
  ENFILE: '打开的文件太多',
  ENAMETOOLONG: '名称太长',
  ELOOP: '链接绕成了圈',
  EEXIST: '已经存在',
  ENOTEMPTY: '文件夹不是空的',
  EADDRINUSE: '已被别的程序占用',
  EADDRNOTAVAIL: '系统没有这个地址',
  ENOMEM: '内存不够',
  ERR_WORKER_OUT_OF_MEMORY: '内存不够',
  TARGET_DISK_FULL: '磁盘空间不够',
  TARGET_TOO_LARGE: '磁盘放不下这么大的文件',
  TARGET_NOT_WRITABLE: '没有写入的权限，或者文件正被使用',
  TARGET_EXISTS: '已经有同名的文件',
  'not a regular file': '不是普通文件',
};

/** A word may have come in quotation marks: only what is known loses them. */
const within = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, unquoted(word)) ? (words[unquoted(word)] ?? word) : word;

export const roleWord = (role: string): string => within(ROLES, role);
export const fontWord = (role: string): string => within(FONTS, role);
export const indexField = (field: string): string => within(INDEX_FIELDS, field);
export const zipField = (field: string): string => within(ZIP_FIELDS, field);
export const inputWord = (input: string): string => within(INPUTS, input);
export const actionWord = (action: string): string => within(CUSTODY_ACTION_NAMES as Readonly<Record<CustodyAction, string>>, action);

/** Value of a member of a row of the index. */
export const indexValue = (field: string, value: string): string => (field === 'role' ? roleWord(value) : value);

/** `24 小时`, `7 个工作日`, `3 日（末日顺延）`. */
export function periodWord({ length, unit, count }: PeriodLength): string {
  if (unit === 'hour') return `${length} 小时`;
  return count === 'workday' ? `${length} 个工作日` : `${length} 日${count === 'rollover' ? '（末日顺延）' : ''}`;
}

/** `EACCES`, or a message that begins with it: `EACCES: permission denied, mkdir …`. */
export function reasonWord(reason: string): string {
  const code = /^E[A-Z0-9]+(?=:)/.exec(unquoted(reason))?.[0] ?? unquoted(reason);
  return Object.hasOwn(REASONS, code) ? within(REASONS, code) : reason;
}
