/** `--write-list`: what was fixed, into the evidence list, through the edit door. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Edit,
  editForm,
  entryText,
  entryValue,
  type FormWritten,
  MAX_LIST_BYTES,
  type NewEntry,
  type RoughCase,
} from '../../case/index.ts';
import { writeFileSafely } from '../../dossier/write/index.ts';
import { type Codes, Fault, type Finding, finding } from '../../model/index.ts';

const NEW_LIST = 'evidence.yaml';

type Reason = Codes['COLLECT_LIST_NOT_WRITTEN']['reason'];

/** Entries of new items, and files of items that the list has. */
interface Made {
  readonly entries: readonly NewEntry[];
  readonly further: readonly NewEntry[];
}

/** What was written of what there was to write. */
export interface ListWritten {
  readonly entries: boolean;
  readonly further: boolean;
  /** Why not all of it: the files are fixed all the same. */
  readonly refused?: Finding;
}

/** New items at the end of the list, then the files of the items that it has behind their own. */
export async function writeList(dir: string, rough: RoughCase, { entries, further }: Made): Promise<ListWritten> {
  const refused = entries.length > 0 ? await writing(rough, () => writeEntries(dir, rough, entries)) : undefined;
  if (refused) return { entries: false, further: false, refused };
  for (const entry of further) {
    const stopped = await writing(rough, () => writeFiles(dir, rough, entry));
    if (stopped) return { entries: entries.length > 0, further: false, refused: stopped };
  }
  return { entries: entries.length > 0, further: further.length > 0 };
}

/** The reason why not, as a warning. */
async function writing({ listFile, fileOf }: RoughCase, write: () => Promise<Reason | undefined>): Promise<Finding | undefined> {
  const file = fileOf(listFile ?? NEW_LIST);
  const refused = (reason: Reason, detail = ''): Finding =>
    finding('COLLECT_LIST_NOT_WRITTEN', 'warning', { file, reason, detail }, { at: { file } });
  try {
    const reason = await write();
    return reason && refused(reason);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, args } = error.finding;
    return code === 'EDIT_NOT_WRITTEN' ? refused(args.reason) : refused('write', code);
  }
}

async function writeEntries(dir: string, rough: RoughCase, entries: readonly NewEntry[]): Promise<Reason | undefined> {
  const name = rough.listFile ?? NEW_LIST;
  if (rough.listFile === undefined && rough.unread.includes('evidence')) return 'format';
  const size = Buffer.byteLength(entryText(entries));
  if (rough.listFile === undefined) {
    if (size > MAX_LIST_BYTES) return 'size';
    await writeFileSafely(join(dir, name), false, new TextEncoder().encode(`evidence:\n${entryText(entries)}`));
    return undefined;
  }
  // What check would not read is no list.
  if (statSync(join(dir, name)).size + size > MAX_LIST_BYTES) return 'size';
  return reasonOf(await written(dir, name, entries));
}

/** Files behind those that the item has. */
async function writeFiles(dir: string, rough: RoughCase, entry: NewEntry): Promise<Reason | undefined> {
  const { listFile: name = NEW_LIST, items } = rough;
  if (statSync(join(dir, name)).size + Buffer.byteLength(entryText([entry])) > MAX_LIST_BYTES) return 'size';
  const pointer = `/evidence/${items.findIndex(({ evidenceNo }) => evidenceNo === entry.evidenceNo)}/files/-`;
  const insert = (files: readonly unknown[]): Promise<FormWritten> =>
    editForm(dir, 'evidence', { op: 'insert', pointer, value: files[0], more: files.slice(1) }, { bare: true });
  const made = await insert(entryValue(entry).files as readonly unknown[]);
  if (!name.endsWith('.xlsx') || reasonOf(made) !== 'column') return reasonOf(made);
  return reasonOf(await insert(entry.files.map(({ path }) => ({ path }))));
}

/** A workbook may lack columns that only spare the officer some typing: number and paths are written then. */
async function written(dir: string, name: string, entries: readonly NewEntry[]): Promise<FormWritten> {
  const lines = (indent: number): readonly string[] => entryText(entries, indent).split('\n').slice(0, -1);
  const insert = (values: readonly unknown[]): Edit => ({ op: 'insert', pointer: '/evidence/-', value: values[0], more: values.slice(1) });
  const made = await editForm(dir, 'evidence', insert(entries.map(entryValue)), { bare: true, lines });
  if (!name.endsWith('.xlsx') || reasonOf(made) !== 'column') return made;
  const bare = entries.map(({ evidenceNo, files }) => ({ evidenceNo, files: files.map(({ path }) => ({ path })) }));
  return editForm(dir, 'evidence', insert(bare), { bare: true });
}

/** Why the door refused; undefined when it wrote. */
function reasonOf({ written: done, findings }: FormWritten): Reason | undefined {
  if (done) return undefined;
  const told = findings.find(({ code }) => code === 'EDIT_NOT_MADE');
  if (told?.code !== 'EDIT_NOT_MADE') return 'value';
  return told.args.reason === 'column' || told.args.reason === 'long' ? told.args.reason : 'form';
}
