/** 核验记录 as a PDF: what `verify` found, by which program, on which file. */
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { blankCase } from '../../case/index.ts';
import { type RenderedDocument, renderDocument, type VerificationData } from '../../documents/index.ts';
import { digestWhole } from '../../dossier/disk/index.ts';
import { writeFileSafely } from '../../dossier/write/index.ts';
import { column } from '../../messages/index.ts';
import { codePoints, formatInstant } from '../../model/index.ts';
import { loadPack } from '../../pack/index.ts';
import { programDigest } from '../../program/index.ts';
import { guardRecord } from './target.ts';

export type RecordWords = Omit<VerificationData, 'name' | 'file' | 'at' | 'pages' | 'tool'>;

export interface RecordOptions {
  /** What was verified, as the user gave it. */
  readonly path: string;
  readonly output: string;
  readonly overwrite: boolean;
  readonly now: number;
  readonly version: string;
  /** As verified, where the whole file was read; otherwise it is read here. */
  readonly file?: { readonly size: number; readonly sha256: string } | undefined;
  readonly words: RecordWords;
  readonly signal?: AbortSignal | undefined;
}

export interface VerificationRecord {
  readonly path: string;
  readonly pages: number;
  readonly file?: { readonly size: number; readonly sha256: string };
}

/** The receiver's own pack: a dossier must not choose the words of the record about it. */
const PACK = 'national';
/** One for characters that had to be spelled out (in ASCII then), one for the number of pages, and one more should that number need a page. */
const ROUNDS = 4;

/** @throws Fault of the target (TARGET_*), of the file (DOSSIER_*), ABORTED */
export async function recordVerification(options: RecordOptions): Promise<VerificationRecord> {
  const { path, output, overwrite, now, words, version } = options;
  guardRecord(output, path, overwrite);
  const file = isFolder(path) ? undefined : (options.file ?? (await digestWhole(path, options.signal)));
  const pack = loadPack(PACK);
  const own = programDigest();
  const data: VerificationData = {
    ...words,
    name: column(basename(resolve(path))),
    ...(file ? { file } : {}),
    at: formatInstant(now),
    tool: {
      version,
      sha256: own.sha256,
      files: own.files,
      list: own.list,
      runtime: `Node.js ${process.versions.node}（${process.platform} ${process.arch}）`,
      pack: `${pack.pack.id} ${pack.pack.version}`,
      packSha256: pack.sha256,
    },
  };
  const { annex, ...body } = data;
  const { bytes, pages } = await rendered(body, annex);
  await writeFileSafely(output, overwrite, bytes);
  return { path: output, pages, ...(file ? { file } : {}) };

  /** The body first, until its number of pages stands: an annex of 20,000 files is set once behind it. */
  async function rendered(body: VerificationData, annex: VerificationData['annex']): Promise<RenderedDocument> {
    const { made, current } = await settled(body);
    return annex ? (await settled({ ...current, annex }, made.pages)).made : made;
  }

  /** `body`: how many pages stand before the annex. */
  async function settled(given: VerificationData, body?: number): Promise<{ made: RenderedDocument; current: VerificationData }> {
    let current = given;
    for (let round = 1; ; round++) {
      const input = { case: blankCase(), at: current.at, draft: false, pack, verification: current };
      const made = await renderDocument('verification', input);
      const strange = new Set(
        made.findings.flatMap((f) => (f.code === 'MISSING_GLYPH' || f.code === 'TEXT_NORMALISED' ? [...f.args.char] : [])),
      );
      const done = strange.size === 0 && current.pages === (body ?? made.pages);
      if (done || round === ROUNDS) return { made, current };
      current = { ...printable(current, (char) => strange.has(char)), pages: body ?? made.pages };
    }
  }
}

/** What came through the door of displayed text may still have no glyph: it is named by its number. */
function printable<T>(value: T, strange: (char: string) => boolean): T {
  if (typeof value === 'string') return [...value].map((char) => (strange(char) ? `<${codePoints(char)}>` : char)).join('') as T;
  if (Array.isArray(value)) return value.map((member) => printable(member, strange)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, printable(member, strange)])) as T;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
