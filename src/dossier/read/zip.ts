/** Opens a zip as a dossier's container: every byte of it is accounted for, or a finding says where not. */
import { type Code, Fault, type Finding, finding } from '../../model/index.ts';
import { ZIP64_FROM, type Zip64From } from '../format/index.ts';
import { checkExpansion } from './expansion.ts';
import { inflated, inflateWhole } from './inflate-entry.ts';
import { type Marks, newMarks } from './marks.ts';
import type { NameRule } from './names.ts';
import { isBagRoot } from './no-bag.ts';
import type { ContainerForm, OpenedZip, ZipEntry } from './opened.ts';
import { type ByteSource, piecesOf, type Reader, readerOf } from './source.ts';
import { readEnd } from './zip-end.ts';
import { type Named, nameEntries } from './zip-names.ts';
import { walkEntries } from './zip-walk.ts';

/** Faults of single fields: the content can still be read and compared. */
const READABLE: readonly Code[] = ['ZIP_HEADERS_DIFFER', 'ZIP_END_RECORD', 'ZIP64_END'];

/** `label` is how messages call the zip. The source is closed by `close` of the result. */
export function openZip(
  source: ByteSource & { close(): void },
  label: string,
  { from = ZIP64_FROM, rule = 'dossier' }: { readonly from?: Zip64From | undefined; readonly rule?: NameRule } = {},
): OpenedZip {
  const reader = readerOf(source, label);
  const marks = newMarks();
  const found = readContainer(reader, marks, { from, rule });
  const findings = judged(marks, found, rule);
  const refused =
    !found || marks.notes.list().some(({ code, severity }) => severity === 'stop' && code !== 'DOSSIER_MORE' && !READABLE.includes(code));
  const instead = found && insteadOf(found.named.entries, findings);
  const entries = refused ? [] : found.named.entries;
  const numbers: ReadonlyMap<string, number> = refused ? new Map() : found.named.numbers;
  const entryOf = (path: string): ZipEntry | undefined => entries[numbers.get(path) ?? -1];
  return {
    kind: 'zip',
    label,
    bagName: found?.named.bagName ?? '',
    form: rule === 'bag' && !refused ? 'zip' : formOf(marks, refused, found?.foreign ?? false),
    folders: found?.named.folders ?? [],
    entries,
    findings,
    refused,
    ...(instead ? { instead } : {}),
    size: reader.size,
    reader,
    numberOf: (path) => numbers.get(path),
    *pieces(path) {
      const entry = entryOf(path);
      if (entry) yield* entry.deflated ? inflated(reader, entry) : piecesOf(reader, entry.data, entry.size);
    },
    read(path, limit) {
      const entry = entryOf(path);
      if (!entry || entry.size > limit) return undefined;
      return entry.deflated ? inflateWhole(reader, entry) : reader.read(entry.data, entry.size);
    },
    place(path) {
      const entry = entryOf(path);
      return entry && !entry.deflated ? { file: label, offset: entry.data, size: entry.size } : undefined;
    },
    unchanged: () => reader.unchanged(),
    close: () => source.close(),
  };
}

/** Another zip than a bag's: several things at its top are no fault there. What is wrong with the container itself is told before. */
function insteadOf(entries: readonly ZipEntry[], findings: readonly Finding[]): readonly string[] | undefined {
  const wrong = findings.some(({ code, severity }) => severity === 'stop' && code !== 'DOSSIER_TOP_FOLDER' && code !== 'DOSSIER_MORE');
  return wrong || isBagRoot(pathsOf(entries)) ? undefined : [...pathsOf(entries)];
}

function* pathsOf(entries: readonly ZipEntry[]): Iterable<string> {
  for (const { path } of entries) yield path;
}

interface Found {
  readonly named: Named;
  readonly foreign: boolean;
}

function readContainer(reader: Reader, marks: Marks, { from, rule }: { from: Zip64From; rule: NameRule }): Found | undefined {
  try {
    const end = readEnd(reader, marks, from);
    const walk = end && walkEntries(reader, end, marks, from);
    const named = walk && nameEntries(walk, marks, rule);
    if (named) checkExpansion(reader, named.entries, marks.notes);
    return named && { named, foreign: walk.foreign };
  } catch (error) {
    // A sector that cannot be read, or a file that shrinks while it is read.
    if (!(error instanceof Fault)) throw error;
    marks.notes.add(error.finding);
    return undefined;
  }
}

/** Signs in every record: packed again, said once. In some records only: bytes that somebody changed, each named. */
function judged({ notes, signs }: Marks, found: Found | undefined, rule: NameRule): ReturnType<Marks['notes']['list']> {
  // With a password nothing can be read: whatever else is odd comes of it, entry by entry.
  const locked = notes.list().find(({ code }) => code === 'ZIP_ENCRYPTED');
  if (locked) return [locked];
  // How a bag that is no dossier was packed is nobody's concern.
  if (rule === 'bag') return notes.list();
  if (!found?.foreign) return [...signs.list(), ...notes.list()];
  const codes = [...new Set(signs.list().map(({ code }) => code))].filter((code) => code !== 'DOSSIER_MORE');
  const strays = found.named.strays.map((path) => finding('DOSSIER_FILE_STRAY', 'warning', { path }, { at: { entry: path } }));
  return [finding('ZIP_REPACKED', 'warning', { signs: codes }), ...strays, ...notes.list()];
}

function formOf({ notes, signs }: Marks, refused: boolean, foreign: boolean): ContainerForm {
  if (refused) return 'refused';
  if (notes.list().length > 0) return 'altered';
  if (foreign) return 'repacked';
  return signs.list().length > 0 ? 'altered' : 'asBuilt';
}
