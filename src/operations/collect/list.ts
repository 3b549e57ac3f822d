/** `--write-list`: new entries at the end of the evidence list, through the edit door. */

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
import { type CollectCodes, Fault, type Finding, finding } from '../../model/index.ts';

const NEW_LIST = 'evidence.yaml';

type Reason = CollectCodes['COLLECT_LIST_NOT_WRITTEN']['reason'];

/** Undefined when written; otherwise why not, as a warning: the files are fixed all the same. */
export async function writeEntries(dir: string, rough: RoughCase, entries: readonly NewEntry[]): Promise<Finding | undefined> {
  const name = rough.listFile ?? NEW_LIST;
  const file = rough.fileOf(name);
  const refused = (reason: Reason, detail = ''): Finding =>
    finding('COLLECT_LIST_NOT_WRITTEN', 'warning', { file, reason, detail }, { at: { file } });
  if (rough.listFile === undefined && rough.unread.includes('evidence')) return refused('format');
  const size = Buffer.byteLength(entryText(entries));
  try {
    if (rough.listFile === undefined) {
      if (size > MAX_LIST_BYTES) return refused('size');
      await writeFileSafely(join(dir, name), false, new TextEncoder().encode(`evidence:\n${entryText(entries)}`));
      return undefined;
    }
    // What check would not read is no list.
    if (statSync(join(dir, name)).size + size > MAX_LIST_BYTES) return refused('size');
    const reason = reasonOf(await written(dir, name, entries));
    return reason && refused(reason);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, args } = error.finding;
    return code === 'EDIT_NOT_WRITTEN' ? refused(args.reason) : refused('write', code);
  }
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
