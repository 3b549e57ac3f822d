/** Files whose digest the log took back, as the papers call them (by item and number, never by name), and what stands in their place. */
import {
  type EvidenceItem,
  groupedHex,
  type ListedFile,
  type Refixed,
  refixedFiles,
  type VoidedDigest,
  voidedDigests,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { MAX_LISTED_FILES } from '../materials.ts';

export interface VoidedFiles {
  /** `证据3的文件1` of each file that this correction voids, or `证据3的文件1（SHA-256 …）`; empty where it voids none. */
  readonly namesOf: (correction: number, how: 'named' | 'digested') => readonly string[];
  /** What the line of this number is told of its files: that they are others now, or were others before. */
  readonly notesAt: (line: number) => readonly string[];
  /** By path of a file of the list, the contents that it, or what it stands for, was fixed with and that were voided. */
  readonly before: ReadonlyMap<string, readonly VoidedDigest[]>;
  /** Fixings that were voided, of this content in this item, whatever it was called. */
  readonly sameContent: (evidenceNo: string, sha256: string) => VoidedDigest | undefined;
}

/** Cheap where nothing is voided. */
export function voidedFiles({ case: { evidence }, custody, digests }: Pick<RenderInput, 'case' | 'custody' | 'digests'>): VoidedFiles {
  const voided = voidedDigests(custody?.events ?? []);
  if (voided.length === 0) return { namesOf: () => [], notesAt: () => [], before: new Map(), sameContent: () => undefined };
  const listed = evidence.evidence.flatMap(({ evidenceNo, files }) =>
    files.flatMap(({ path }): readonly ListedFile[] => {
      const now = digests?.get(path);
      return now ? [{ evidenceNo, path, sha256: now.sha256 }] : [];
    }),
  );
  const numbers = numbersOf(evidence.evidence);
  const byCorrection = new Map<number, VoidedDigest[]>();
  for (const one of voided) {
    const own = byCorrection.get(one.voidedBy);
    if (own) own.push(one);
    else byCorrection.set(one.voidedBy, [one]);
  }
  const name = { named: nameOf, digested: digestName };
  const changed = refixedFiles(custody?.events ?? [], listed);
  const notes = notesByLine(changed, numbers);
  return {
    namesOf: (correction, how) => named((byCorrection.get(correction) ?? []).map((one) => name[how](one, numbers))),
    notesAt: (line) => notes.get(line) ?? [],
    before: beforeByPath(changed),
    sameContent: (evidenceNo, sha256) => voided.find((one) => isFixing(one) && one.sha256 === sha256 && one.items.includes(evidenceNo)),
  };
}

const isFixing = ({ action }: VoidedDigest): boolean => action === 'collect' || action === 'extract';

type Numbers = ReadonlyMap<string, string>;

/** As 移送材料清单 numbers the files of an item. */
function numbersOf(items: readonly EvidenceItem[]): Numbers {
  return new Map(items.flatMap(({ evidenceNo, files }) => files.map(({ path }, i) => [path, `证据${evidenceNo}的文件${i + 1}`] as const)));
}

const nameOf = ({ path, items }: { readonly path: string; readonly items: readonly string[] }, numbers: Numbers): string =>
  numbers.get(path) ?? `证据${items.join('、')}的文件，现不在清单里`;

const digestName = (one: VoidedDigest, numbers: Numbers): string => `${nameOf(one, numbers)}（SHA-256 ${groupedHex(one.sha256)}）`;

function named(names: readonly string[]): readonly string[] {
  return names.length <= MAX_LISTED_FILES ? names : [...names.slice(0, MAX_LISTED_FILES), `等${names.length}个文件`];
}

function beforeByPath(changed: readonly Refixed[]): ReadonlyMap<string, readonly VoidedDigest[]> {
  const before = new Map<string, VoidedDigest[]>();
  for (const { was, now } of changed)
    for (const { path } of now) {
      const own = before.get(path);
      if (own) own.push(was);
      else before.set(path, [was]);
    }
  return before;
}

/** At the line that was voided, and at the one that counts; where none counts, at the correction. */
function notesByLine(changed: readonly Refixed[], numbers: Numbers): ReadonlyMap<number, readonly string[]> {
  const names = new Map<string, { readonly line: number; readonly files: string[] }>();
  const note = (line: number, before: string, files: readonly string[], after: string): void => {
    const key = JSON.stringify([line, before, after]);
    const own = names.get(key) ?? { line, files: [] };
    own.files.push(...files);
    names.set(key, own);
  };
  for (const { was, now } of changed) {
    const [present] = now;
    const same = present?.path === was.path;
    const others = same
      ? '另一内容'
      : `另外的文件（${named(now.map(({ path }) => nameOf({ path, items: was.items }, numbers))).join('、')}）`;
    const counting = present?.line;
    note(
      was.line,
      '',
      [nameOf(was, numbers)],
      counting === undefined ? `：现在是没有固定过的${others}` : `：现为第${counting}条固定的${others}`,
    );
    if (counting !== undefined)
      note(counting, `第${was.line}条曾固定，第${was.voidedBy}条已更正作废：`, [digestName(was, numbers)], `；本条固定的是${others}`);
  }
  const notes = new Map<number, string[]>();
  for (const [key, { line, files }] of names) {
    const [, before, after] = JSON.parse(key) as [number, string, string];
    notes.set(line, [...(notes.get(line) ?? []), `${before}${named(files).join('、')}${after}`]);
  }
  return notes;
}
