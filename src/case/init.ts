/** A new case folder, ready to be filled in. It holds no facts, and nothing that could be packed by accident. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, type FormName, fault } from '../model/index.ts';
import { replace } from './custody-file.ts';
import { folderSource, isErrno, reasonOf } from './folder.ts';
import { formFile } from './form-files.ts';
import { emptyWorkbook } from './list-workbook.ts';
import { RECORD_ENTRIES, type RecordEntry, shortRecords, withRecord } from './record-entry.ts';
import { skeleton } from './skeleton.ts';

export interface InitOptions {
  /** Keep the two lists as YAML and not as Excel workbooks. */
  readonly lists?: 'xlsx' | 'yaml';
}

const GUIDE = `填写说明

1. case.yaml           案件基本情况：机关、人员、违法事实、金额，各表共用
2. internal.yaml       内卷：审批、法制审核、线索。永远不进入电子案卷包
3. transfer.yaml       涉嫌犯罪案件移送书
4. investigation.yaml  案件调查报告
5. receipt.yaml        移送书回执：公安机关签字以前不填
6. items               涉案物品清单（items.xlsx 或者 items.yaml，只能有一个）
7. evidence            证据清单（evidence.xlsx 或者 evidence.yaml，只能有一个）
8. records.yaml       取证记录：提取、现场、登记保存、询问、鉴定、复制、统计的记录，数据表，瑕疵和补正
9. evidence 文件夹      证据文件，每个文件都要列入证据清单，文件名与清单完全一致
10. signed 文件夹       签字盖章后的扫描件

取证记录一份一份添加：mbpack init --form 电子数据提取笔录 案件文件夹（记录的名称见 records.yaml）。
给监察机关的线索移送函另用 supervision.yaml，需要时运行 mbpack init --form supervision 案件文件夹。
补正、移交、商请咨询、紧急通报、抄送的函件和清单，案卷封面、目录、备考表，另用 correspondence.yaml：mbpack init --form 往来文书 案件文件夹。
证据一取得就运行 mbpack collect，固定校验值，写入保管记录 custody.jsonl；移动、封存、移交用 mbpack custody 记录。

.yaml 文件用记事本打开，保存时编码选 UTF-8。每个字段上方有说明和例子。
Excel 清单：带 * 的列必填；一格有几个编号的，用顿号分开；一件证据有几个文件的，在格内换行（Alt+Enter），一行一个，
或者在下一行只填文件一列。日期、时间、金额照习惯写就可以，
如 2026.9.5、2026-09-05 09:30（北京时间）、2,800元，检查时会说明按什么理解；可以有两种理解的（03/04/2026）要改明白。写着“示例”的行不计入，填写前删去。没有涉案物品的，在表头上方写明“无涉案物品声明”。

填好一部分就可以运行 mbpack check 检查，按提示修改。本文件不进入电子案卷包。
`;

/** Writes one empty form into a case folder, e.g. `supervision.yaml`. Throws INIT_NOT_EMPTY (2) where the form is there, INIT_FAILED (2). */
export function addForm(dir: string, form: FormName): string {
  const path = join(dir, `${form}.yaml`);
  try {
    writeFileSync(path, form === 'records' ? shortRecords() : skeleton(form), { flag: 'wx' });
    return path;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) throw fault('INIT_NOT_EMPTY', 2, { path }, {}, error);
    throw fault('INIT_FAILED', 2, { path, reason: reasonOf(error) }, {}, error);
  }
}

export interface AddedRecord {
  readonly path: string;
  readonly title: string;
  /** Absent for an entry that bears no number. */
  readonly recordNo?: string;
  /** Line of its first field. */
  readonly line: number;
}

/**
 * Adds one bare entry to a list of records.yaml, which is made where it is not there, and keeps every byte that is.
 * @throws Fault RECORD_NOT_ADDED (1), FORM_TWICE (1), INIT_FAILED (2), or as the case folder; nothing is changed then
 */
export function addRecord(dir: string, list: RecordEntry): AddedRecord {
  const source = folderSource(dir);
  const file = formFile('records', source);
  const name = 'name' in file ? file.name : 'records.yaml';
  // A file that is called otherwise (`records.yaml.txt`), or two of them.
  if ('finding' in file && (file.finding.code !== 'FORM_MISSING' || file.finding.args.similar !== undefined))
    throw new Fault(file.finding, 1);
  const path = join(dir, name);
  const refused = (reason: 'form' | 'unread' | 'changed') =>
    fault('RECORD_NOT_ADDED', 1, { path, list, reason }, { at: { file: source.fileOf(name) } });
  if (name.endsWith('.json')) throw refused('form');
  const there = 'name' in file ? source.read(name) : undefined;
  const made = withRecord(there ?? Buffer.from(shortRecords(), 'utf8'), path, list);
  if (typeof made === 'string') throw refused(made);
  const next = `${path}.new`;
  try {
    writeFileSync(next, made.bytes, { flag: 'wx', flush: true });
    if (there !== undefined && Buffer.compare(readFileSync(path), there) !== 0) throw refused('changed');
    replace(next, path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) rmSync(next, { force: true });
    if (error instanceof Fault) throw error;
    throw fault('INIT_FAILED', 2, { path, reason: reasonOf(error) }, {}, error);
  }
  const { recordNo, line } = made;
  return { path, title: RECORD_ENTRIES[list], line, ...(recordNo === undefined ? {} : { recordNo }) };
}

/**
 * Writes a new case folder and gives the paths written, relative to it. Throws INIT_NOT_EMPTY (2) when the folder
 * holds anything, INIT_FAILED (2) when it cannot be written. Nothing is ever overwritten.
 */
export function initCase(dir: string, { lists = 'xlsx' }: InitOptions = {}): readonly string[] {
  const files: (readonly [string, string | Uint8Array])[] = [];
  for (const form of ['case', 'internal', 'transfer', 'investigation', 'receipt', 'records'] as const)
    files.push([`${form}.yaml`, form === 'records' ? shortRecords() : skeleton(form)]);
  for (const form of ['items', 'evidence'] as const)
    files.push(lists === 'yaml' ? [`${form}.yaml`, skeleton(form)] : [`${form}.xlsx`, emptyWorkbook(form)]);
  files.push(['填写说明.txt', `\ufeff${GUIDE.replaceAll('\n', '\r\n')}`]);
  try {
    mkdirSync(dir, { recursive: true });
    if (readdirSync(dir).length > 0) throw fault('INIT_NOT_EMPTY', 2, { path: dir });
    for (const [name, content] of files) writeFileSync(join(dir, name), content, { flag: 'wx' });
    for (const folder of ['evidence', 'signed']) mkdirSync(join(dir, folder));
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (isErrno(error, 'EEXIST', 'ENOTDIR')) throw fault('INIT_NOT_EMPTY', 2, { path: dir }, {}, error);
    throw fault('INIT_FAILED', 2, { path: dir, reason: reasonOf(error) }, {}, error);
  }
  return [...files.map(([name]) => name), 'evidence/', 'signed/'];
}
