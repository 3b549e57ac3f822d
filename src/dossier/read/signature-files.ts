/** What stands beside the seal: no manifest lists it and the fingerprint does not cover it, so nothing may stand there but what the format names. */
import { comparePaths } from '../../model/index.ts';
import { MAX_SIGNATURE_BYTES, MAX_SIGNATURE_FILES, SIGNATURE } from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Entry } from './opened.ts';
import { badShape } from './signature-shape.ts';

/** The paths that may stand there, in order; what else is under their names is a finding each. Their worth is not tested. */
export function checkSignatureFiles(
  entries: readonly Entry[],
  read: (path: string) => Uint8Array | undefined,
  notes: Collector,
): readonly string[] {
  const files = entries.filter(({ path }) => SIGNATURE.test(path)).sort((a, b) => comparePaths(a.path, b.path));
  const allowed = files.length > MAX_SIGNATURE_FILES ? [] : files.filter((file) => isAllowed(file, read, notes));
  if (files.length > MAX_SIGNATURE_FILES) notes.note('SIGNATURE_FILES_TOO_MANY', { found: files.length, limit: MAX_SIGNATURE_FILES });
  else noteNumbers(files, notes);
  if (allowed.length === 0) notes.note('UNSIGNED', {}, undefined, 'info');
  for (const { path } of allowed) notes.note('SIGNATURE_NOT_CHECKED', { path }, { entry: path }, 'warning');
  return allowed.map(({ path }) => path);
}

function isAllowed({ path, size }: Entry, read: (path: string) => Uint8Array | undefined, notes: Collector): boolean {
  if (size > MAX_SIGNATURE_BYTES) {
    notes.note('SIGNATURE_FILE_INVALID', { path, problem: 'large', found: String(size) }, { entry: path });
    return false;
  }
  const bytes = read(path);
  // What the disk did not give back was said where all content was read.
  const bad = bytes && badShape(path, bytes);
  if (bad) notes.note('SIGNATURE_FILE_INVALID', { path, ...bad }, { entry: path });
  return bytes !== undefined && bad === undefined;
}

/** 01, 02 … without a gap, so that one that was taken away shows; no time-stamp without its signature. */
function noteNumbers(files: readonly Entry[], notes: Collector): void {
  const paths = new Set(files.map(({ path }) => path));
  const numbers = [...new Set(files.map(({ path }) => numberOf(path)))];
  const missing = numbers.findIndex((number, i) => number !== numbered(i + 1));
  const path = files.find((file) => missing >= 0 && numberOf(file.path) === numbers[missing])?.path;
  if (path !== undefined) notes.note('SIGNATURE_FILE_NUMBER', { path, expected: numbered(missing + 1) }, { entry: path });
  for (const { path: stamp } of files) {
    const signature = stamp.replace(/tsr$/, 'p7s');
    if (!paths.has(signature)) notes.note('SIGNATURE_TIMESTAMP_ALONE', { path: stamp, signature }, { entry: stamp });
  }
}

const numberOf = (path: string): string => /\/(\d\d)\./.exec(path)?.[1] ?? '';
const numbered = (number: number): string => String(number).padStart(2, '0');
