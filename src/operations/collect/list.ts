/** `--write-list`: new entries at the end of evidence.yaml, every byte before them as it was. */
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { entryText, folderSource, MAX_LIST_BYTES, type NewEntry, type RoughCase, withEntries } from '../../case/index.ts';
import { writeFileSafely } from '../../dossier/write/index.ts';
import { Fault, type Finding, finding } from '../../model/index.ts';

const NEW_LIST = 'evidence.yaml';

/** Undefined when written; otherwise why not, as a warning: the files are fixed all the same. */
export async function writeEntries(dir: string, rough: RoughCase, entries: readonly NewEntry[]): Promise<Finding | undefined> {
  const name = rough.listFile ?? NEW_LIST;
  const file = rough.fileOf(name);
  const refused = (reason: 'workbook' | 'format' | 'form' | 'size' | 'changed' | 'write', detail = ''): Finding =>
    finding('COLLECT_LIST_NOT_WRITTEN', 'warning', { file, reason, detail }, { at: { file } });
  if (name.endsWith('.xlsx')) return refused('workbook');
  if (!/\.ya?ml$/.test(name) || (rough.listFile === undefined && rough.unread.includes('evidence'))) return refused('format');
  const size = Buffer.byteLength(entryText(entries));
  try {
    if (rough.listFile === undefined) {
      if (size > MAX_LIST_BYTES) return refused('size');
      await writeFileSafely(join(dir, name), false, new TextEncoder().encode(`evidence:\n${entryText(entries)}`));
      return undefined;
    }
    // Whatever stands there now: the officer may have written in it since.
    const path = join(dir, name);
    const before = folderSource(dir, { bare: true }).read(name) ?? new Uint8Array();
    // What check would not read is no list.
    if (before.length + size > MAX_LIST_BYTES) return refused('size');
    const after = withEntries(before, file, entries);
    if (!after) return refused('form');
    if (Buffer.compare(readFileSync(path), before) !== 0) return refused('changed');
    await writeFileSafely(realpathSync(path), true, after);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return refused('write', error.finding.code);
    throw error;
  }
}
