/** Opens a zip as a dossier's container: every byte of it is accounted for, or a finding says where not. */
import { type Code, Fault, type Finding, finding } from '../../model/index.ts';
import { ZIP64_FROM, type Zip64From } from '../format/index.ts';
import { checkExpansion } from './expansion.ts';
import { glance } from './glance.ts';
import { inflated, inflateWhole } from './inflate-entry.ts';
import { type Marks, newMarks } from './marks.ts';
import type { NameRule } from './names.ts';
import { isBagRoot } from './no-bag.ts';
import type { ContainerForm, OpenedZip, ZipEntry } from './opened.ts';
import { isFirstVolume, volumeName } from './other-files.ts';
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
  const found = readContainer(reader, label, marks, { from, rule });
  const findings = judged(marks, found, rule);
  const refused = !found || isRefused(marks.notes);
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
    shut: isShut(marks, found),
    size: reader.size,
    reader,
    glance: () => glance(reader, from),
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

function isRefused(notes: Marks['notes']): boolean {
  return notes.list().some(({ code, severity }) => severity === 'stop' && code !== 'DOSSIER_MORE' && !READABLE.includes(code));
}

/** Packed by another program in a way that nobody here can undo, and nothing else is wrong: whoever unpacks it has a folder to verify. */
function isShut({ notes, methods }: Marks, found: Found | undefined): boolean {
  const stops = notes.list().filter(({ severity }) => severity === 'stop');
  return methods.size > 0 && found?.foreign === true && stops.every(({ code }) => code === 'ZIP_METHOD');
}

interface Found {
  readonly named: Named;
  readonly foreign: boolean;
}

/** What cannot be read as a whole zip may be one part of one. */
function noteVolume(reader: Reader, label: string, { notes }: Marks): void {
  const volume = volumeName(label);
  if (!notes.has('ZIP_VOLUME') && (volume !== undefined || isFirstVolume(reader))) notes.note('ZIP_VOLUME', { volume: volume ?? '' });
}

function readContainer(
  reader: Reader,
  label: string,
  marks: Marks,
  { from, rule }: { from: Zip64From; rule: NameRule },
): Found | undefined {
  try {
    const end = readEnd(reader, label, marks, from);
    const walk = end && walkEntries(reader, end, marks, from);
    for (const [found, entries] of marks.methods) marks.notes.note('ZIP_METHOD', { found, entries });
    if (!walk) noteVolume(reader, label, marks);
    const named = walk && nameEntries(walk, reader, marks, rule);
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
  // With a password, or of one part, nothing can be read: whatever else is odd comes of it, entry by entry.
  const alone = notes.list().find(({ code }) => code === 'ZIP_ENCRYPTED' || code === 'ZIP_VOLUME');
  if (alone) return [alone];
  // How a bag that is no dossier was packed is nobody's concern.
  if (rule === 'bag') return notes.list();
  // Of what cannot be read to its end, habits say nothing.
  if (!found && notes.list().length > 0) return notes.list();
  if (!found?.foreign) return [...signs.list(), ...notes.list()];
  if (isRefused(notes)) return notes.list();
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
