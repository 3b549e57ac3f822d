/** Digests at collection beside those at packing: were the bytes the same both times? */
import {
  type CustodyEvent,
  chineseDay,
  correctedLog,
  type Digests,
  type EvidenceItem,
  formatManifest,
  sha256Hex,
  type VoidedDigest,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { MAX_LISTED_FILES } from '../materials.ts';
import { bytes } from './materials.ts';
import type { VoidedFiles } from './voided-files.ts';

/** What a row says of bytes that were the same at collection and at packing. */
const SAME = '取证时与成卷时一致';

/** `取证时…` only where an event of collection took the digest; a value in the list is called what it is. */
type State = string;
/** Of a draft. */
const AT_PACKING = '成卷时计算';
const COLLECTED = new Set<CustodyEvent['action']>(['collect', 'extract']);

interface ComparedFile {
  readonly number: string;
  readonly size: string | null;
  readonly pages: string | null;
  readonly format: string | null;
  readonly state: State;
  readonly sha256: string | null;
  readonly sm3: string | null;
  /** An old record's digest where no strong one was written. */
  readonly weak: string | null;
  /** SHA-256 at collection, where it differs. */
  readonly before: string | null;
  /** Contents that the file was fixed with before, and that were voided. */
  readonly voided: readonly { readonly line: string; readonly sha256: string }[];
}

/** Rows of one document, some three thousand pages: a list that is longer prints only single files. */
const MOST_ROWS = 20_000;

/** How many files an item may have for each to be printed. */
export function mostListed(items: readonly EvidenceItem[]): number {
  const rows = items.reduce((sum, { files }) => (files.length <= MAX_LISTED_FILES ? sum + files.length : sum), 0);
  return rows <= MOST_ROWS ? MAX_LISTED_FILES : 1;
}

export interface ComparedView {
  readonly files: readonly ComparedFile[];
  readonly summary: {
    readonly count: string;
    readonly bytes: string | null;
    readonly sha256: string | null;
    readonly states: string;
  } | null;
}

/** `一致`, `无文件`, or, where a sentence is needed, null. */
export function sameBytes({ files, summary }: ComparedView): string | null {
  const states = summary ? [summary.states] : files.map(({ state }) => state);
  if (states.length === 0) return '无电子文件';
  const all = (state: State): boolean => states.every((found) => found === state || found === `${state}的${summary?.count}个`);
  return all(SAME) ? '一致' : all(AT_PACKING) ? AT_PACKING : null;
}

/** Files whose bytes were not the same, or not known to be, with the digests that differ. */
export function irregularDigests(compared: ComparedView): readonly string[] {
  if (sameBytes(compared) !== null) return [];
  if (compared.summary) return [`文件共${compared.summary.count}个：${compared.summary.states}。`];
  return compared.files
    .filter(({ state }) => state !== SAME)
    .map(({ number, state, weak, before, voided }) =>
      [
        `文件${number}：${state}`,
        ...(weak === null ? [] : [`取证时仅记录${weak}，仅供比对`]),
        ...voided.map(({ line, sha256 }) => `第${line}条作废的 SHA-256：${sha256}`),
        ...(before === null ? [] : [`取证时 SHA-256：${before}`]),
      ].join('；'),
    )
    .map((line) => `${line}。`);
}

/** What was written of a file before this packing: in the form, and in every event of the log as corrected. */
export type Written = ReadonlyMap<string, readonly WrittenDigest[]>;

interface WrittenDigest extends Partial<Digests> {
  readonly line: number;
  readonly action: CustodyEvent['action'];
  readonly at: string;
}

export function writtenDigests(events: readonly CustodyEvent[]): Written {
  const written = new Map<string, WrittenDigest[]>();
  for (const { seq: line, action, at, digests } of correctedLog(events).events) {
    if (action === 'pack') continue;
    for (const { path, sha256, sm3 } of digests ?? []) {
      const list = written.get(path) ?? [];
      list.push({ line, action, at, sha256, ...(sm3 === undefined ? {} : { sm3 }) });
      written.set(path, list);
    }
  }
  return written;
}

interface Known {
  readonly written: Written;
  readonly voided: VoidedFiles;
  readonly now: RenderInput['digests'];
}

/** An item with more than `most` files is told by their number, bytes and the digest of their manifest lines. */
export function comparedView(item: EvidenceItem, { written, voided, now }: Known, most: number): ComparedView {
  const files = item.files.map((file, i): ComparedFile => {
    const logged = written.get(file.path) ?? [];
    const early = [file, ...logged].filter((d) => d.sha256 !== undefined || d.sm3 !== undefined);
    const late = now?.get(file.path);
    const before = voided.before.get(file.path) ?? [];
    const again = late && voided.sameContent(item.evidenceNo, late.sha256);
    const listed = file.sha256 !== undefined || file.sm3 !== undefined;
    const state =
      refixedState(file.path, { before, again, logged, differs: late && differsFrom(early, late) }) ?? stateOf(early, late, listed, logged);
    const shown = late ?? early[0];
    return {
      number: String(i + 1),
      size: late === undefined ? null : bytes(late.size),
      pages: file.pages === undefined ? null : String(file.pages),
      format: file.format ?? null,
      state,
      sha256: shown?.sha256 ?? null,
      sm3: shown?.sm3 ?? null,
      weak:
        early.length > 0
          ? null
          : [file.md5 === undefined ? '' : `MD5 ${file.md5}`, file.sha1 === undefined ? '' : `SHA-1 ${file.sha1}`]
              .filter((text) => text !== '')
              .join('；') || null,
      voided: before.map(({ line, sha256 }) => ({ line: String(line), sha256 })),
      before: state.endsWith('不一致') ? (early[0]?.sha256 ?? null) : null,
    };
  });
  if (files.length <= most) return { files, summary: null };
  return { files: [], summary: summaryOf(item, files, now) };
}

function stateOf(early: readonly Partial<Digests>[], late: Digests | undefined, listed: boolean, logged: readonly WrittenDigest[]): State {
  if (late === undefined) return AT_PACKING;
  const [first] = logged;
  if (early.length === 0) return '取证时未记录';
  const differs = differsFrom(early, late);
  if (logged.some(({ action }) => COLLECTED.has(action))) return differs ? '取证时与成卷时不一致' : SAME;
  if (listed) return differs ? '证据清单所记与成卷时不一致' : '证据清单所记与成卷时一致，保管记录没有取证时的校验值';
  const since = first === undefined ? '' : `，${chineseDay(first.at.slice(0, 10))}首次计算`;
  return `取证时未记录${since}${differs ? '，与成卷时不一致' : '，此后与成卷时一致'}`;
}

function differsFrom(early: readonly Partial<Digests>[], late: Digests): boolean {
  return early.some(({ sha256, sm3 }) => (sha256 !== undefined && sha256 !== late.sha256) || (sm3 !== undefined && sm3 !== late.sm3));
}

interface FixedBefore {
  /** Other contents that were voided. */
  readonly before: readonly VoidedDigest[];
  /** A fixing of this content that was voided. */
  readonly again: VoidedDigest | undefined;
  readonly logged: readonly WrittenDigest[];
  /** Undefined where the file was not digested now. */
  readonly differs: boolean | undefined;
}

/** What counts was fixed later than what was voided: it says nothing of the time of collection. Undefined where nothing was voided before it. */
function refixedState(path: string, { before, again, logged, differs }: FixedBefore): State | undefined {
  const since = logged.find(({ action }) => COLLECTED.has(action));
  const others = before.map(
    ({ path: was, line, voidedBy }) => `保管记录第${line}条曾固定${was === path ? '另一内容' : '另一文件'}，第${voidedBy}条已更正作废`,
  );
  const same =
    again && again.line < (since?.line ?? Number.POSITIVE_INFINITY)
      ? [`保管记录第${again.line}条曾固定同一内容，第${again.voidedBy}条已更正作废`]
      : [];
  const told = [...others, ...same];
  if (told.length === 0) return undefined;
  const compared = differs === undefined ? '，成卷时计算' : differs ? '，与成卷时不一致' : '，与成卷时一致';
  const now = since ? `现为第${since.line}条（${chineseDay(since.at.slice(0, 10))}）固定的内容${compared}` : '现在的内容没有固定过';
  return `${told.join('；')}；${now}`;
}

/** The same digest of lines as the 移送材料清单 prints. */
function summaryOf(item: EvidenceItem, files: readonly ComparedFile[], now: RenderInput['digests']): ComparedView['summary'] {
  const sizes = item.files.map(({ path }) => now?.get(path)?.size);
  const lines = item.files.flatMap(({ path }) => {
    const digest = now?.get(path)?.sha256;
    return digest === undefined ? [] : [{ path: `data/evidence/${path}`, digest }];
  });
  const counts = new Map<State, number>();
  for (const { state } of files) counts.set(state, (counts.get(state) ?? 0) + 1);
  return {
    count: String(files.length),
    bytes: sizes.includes(undefined) ? null : bytes(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)),
    sha256: lines.length === files.length ? sha256Hex(formatManifest(lines)) : null,
    states: [...counts].map(([state, count]) => `${state}的${count}个`).join('，'),
  };
}
