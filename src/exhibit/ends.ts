/**
 * Does a file end as its format says it must? Only what the format itself lets no file do without is looked for, so that what is
 * told is a fact of the file: that a reader of ours cannot read it proves nothing.
 */
import { hasZipEnd } from '../workbook/index.ts';
import type { EvidenceFile } from './file.ts';
import { filmLacks } from './film.ts';
import { latin1 } from './latin1.ts';
import { nearbyReads } from './nearby.ts';
import { pdfLacks } from './pdf-end.ts';

/** `end`: the mark at its end; `directory`: of an archive; `index`: of a film; `rest`: it says that it is longer; `download`: it is named as what is not yet complete. */
export type Lack = 'end' | 'directory' | 'index' | 'rest' | 'download';

/** By the usual ending of the format's name. */
const READERS: Readonly<Record<string, (file: EvidenceFile) => Promise<Lack | undefined>>> = {
  pdf: pdfLacks,
  jpg: async (file) => ((await jpegEnds(file)) ? undefined : 'end'),
  png: async (file) => ((await pngEnds(file)) ? undefined : 'end'),
  zip: async (file) => ((await hasZipEnd(file)) ? undefined : 'directory'),
  '7z': async (file) => ((await sevenZipEnds(file)) ? undefined : 'rest'),
  wav: async (file) => ((await riffEnds(file)) ? undefined : 'rest'),
  avi: async (file) => ((await riffEnds(file)) ? undefined : 'rest'),
  mp4: filmLacks,
  m4v: filmLacks,
  m4a: filmLacks,
  mov: filmLacks,
  '3gp': filmLacks,
  '3g2': filmLacks,
};

/** Undefined where nothing is missing, or nothing can be said of the format. @throws Fault ABORTED */
export async function lackOf(file: EvidenceFile, ending: string): Promise<Lack | undefined> {
  return Object.hasOwn(READERS, ending) ? READERS[ending]?.(file) : undefined;
}

const WINDOW_BYTES = 64 * 1024;
/** A picture of many scans, profiles and thumbnails has some hundreds; of a file that only leads on, nothing is said. */
const MAX_SEGMENTS = 5000;
/** Of 8 KiB each in a picture of 800 MB. */
const MAX_CHUNKS = 100_000;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** ITU-T T.81 annex B: segments up to the mark of the end. A thumbnail inside a segment has marks of its own, so none is searched for. */
async function jpegEnds(file: EvidenceFile): Promise<boolean> {
  const read = nearbyReads(file);
  for (let at = 2, i = 0; i < MAX_SEGMENTS; i++) {
    const [first, marker, high, low] = await read(at, 4);
    if (first === undefined || marker === undefined) return false;
    // No marker where one must be: what a picture this is cannot be said.
    if (first !== 0xff) return true;
    if (marker === END_OF_IMAGE) return true;
    if (marker === 0xff) at++;
    else if (marker === 0x01 || isRestart(marker)) at += 2;
    else if (high === undefined || low === undefined) return false;
    else {
      at += 2 + high * 256 + low;
      const next = marker === START_OF_SCAN ? await scanEnd(file, at) : at;
      if (next === undefined) return false;
      at = next;
    }
  }
  return true;
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the picture's data ends: at the next marker that is none of its own. */
async function scanEnd(file: EvidenceFile, from: number): Promise<number | undefined> {
  for (let start = from; start < file.size; start += WINDOW_BYTES - 1) {
    // One byte of each window stands in the next as well: a marker is two.
    const window = await file.read(start, WINDOW_BYTES);
    for (let at = window.indexOf(0xff); at >= 0 && at + 1 < window.length; at = window.indexOf(0xff, at + 1)) {
      const marker = window[at + 1] as number;
      if (marker !== 0 && marker !== 0xff && !isRestart(marker)) return start + at;
    }
    if (file.signal?.aborted) return undefined;
  }
  return undefined;
}

/** ISO/IEC 15948 5.3: chunks up to IEND. */
async function pngEnds(file: EvidenceFile): Promise<boolean> {
  const read = nearbyReads(file);
  for (let at = 8, i = 0; i < MAX_CHUNKS; i++) {
    const bytes = await read(at, 8);
    if (bytes.length < 8) return false;
    const type = latin1(bytes.subarray(4));
    if (type === 'IEND') return at + 12 <= file.size;
    // No chunk where one must be.
    if (!/^[A-Za-z]{4}$/.test(type)) return true;
    at += 12 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }
  return true;
}

/** Sizes that recorders write before they know it. */
const RIFF_UNKNOWN = 0x7fff_0000;

/** RIFF: the size of what follows stands in its head. */
async function riffEnds(file: EvidenceFile): Promise<boolean> {
  const bytes = await file.read(0, 8);
  const size = bytes.length === 8 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) : 0;
  return size >= RIFF_UNKNOWN || size + 8 <= file.size + 1;
}

/** 7zFormat.txt: the head says where the directory stands, behind all else. */
async function sevenZipEnds(file: EvidenceFile): Promise<boolean> {
  const bytes = await file.read(0, 32);
  if (bytes.length < 32) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return 32n + view.getBigUint64(12, true) + view.getBigUint64(20, true) <= BigInt(file.size);
}
