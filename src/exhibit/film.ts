/** How long a film lasts, from its header: the library of sounds tells it only where there is sound, and cameras are often mute. */
import type { EvidenceFile } from './file.ts';
import { latin1 } from './latin1.ts';
import { nearbyReads } from './nearby.ts';

/** Boxes at the top of a film: some, or one for each fragment. */
const MAX_BOXES = 100_000;
/** Where the heads of an AVI's streams stand. */
const AVI_HEAD_BYTES = 64 * 1024;
const MICRO = 1_000_000;

/** MP4, MOV, M4A, 3GP (ISO/IEC 14496-12 §4.3). */
export async function isBoxed(file: EvidenceFile): Promise<boolean> {
  return Buffer.from(await file.read(4, 4)).toString('latin1') === 'ftyp';
}

/** Movie header (§8.2.2). Undefined when it tells none, as in a film of fragments: adding those up gives other figures than players show. */
export async function boxedSeconds(file: EvidenceFile): Promise<number | undefined> {
  const movie = await findBox(file, 'moov', 0, file.size);
  const header = movie && (await findBox(file, 'mvhd', movie.from, movie.to));
  if (!header) return undefined;
  const bytes = await file.read(header.from, 32);
  if (bytes.length < 32) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const long = bytes[0] === 1;
  const scale = view.getUint32(long ? 20 : 12);
  const units = long ? Number(view.getBigUint64(24)) : view.getUint32(16);
  // All ones: unknown.
  return scale === 0 || units === 0 || units >= (long ? 2 ** 63 : 0xffff_ffff) ? undefined : units / scale;
}

interface Box {
  readonly type: string;
  /** Of what it holds; `to` may lie beyond the end of a file that was cut. */
  readonly from: number;
  readonly to: number;
}

async function findBox(file: EvidenceFile, type: string, from: number, to: number): Promise<Box | undefined> {
  for await (const box of boxes(file, from, to)) if (box.type === type) return box.to > to ? undefined : box;
  return undefined;
}

/** Boxes one after the other, to the first that cannot be read or reaches beyond the end. */
async function* boxes(file: EvidenceFile, from: number, to: number): AsyncGenerator<Box> {
  const read = nearbyReads(file);
  for (let at = from, i = 0; at + 8 <= to && i < MAX_BOXES; i++) {
    const bytes = await read(at, 16);
    if (bytes.length < 8) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const short = view.getUint32(0);
    const long = short === 1 && bytes.length === 16;
    const size = short === 0 ? to - at : long ? Number(view.getBigUint64(8)) : short;
    if (size < 8) return;
    yield { type: latin1(bytes.subarray(4, 8)), from: at + (long ? 16 : 8), to: at + size };
    at += size;
    if (at > to) return;
  }
}

/**
 * What a film lacks to be played: its index (`moov`, which a camera that was switched off never wrote), or the rest of a
 * box that says of itself that it is longer than the file.
 */
export async function filmLacks(file: EvidenceFile): Promise<'index' | 'rest' | undefined> {
  let index = false;
  let count = 0;
  for await (const { type, to } of boxes(file, 0, file.size)) {
    // Whether one comes after so many is not looked for.
    index ||= type === 'moov' || ++count === MAX_BOXES;
    // Behind the film there may be anything; of its own parts none can be longer than the file.
    if (to > file.size && (type === 'mdat' || type === 'moov')) return 'rest';
  }
  return index ? undefined : 'index';
}

/** AVI: head of its first stream of pictures (strh: frames × scale / rate). */
export async function aviSeconds(file: EvidenceFile): Promise<number | undefined> {
  const head = Buffer.from(await file.read(0, AVI_HEAD_BYTES));
  const at = head.indexOf('vids', 0, 'latin1');
  if (at < 8 || at + 36 > head.length || head.toString('latin1', at - 8, at - 4) !== 'strh') return undefined;
  const [scale, rate, frames] = [head.readUInt32LE(at + 20), head.readUInt32LE(at + 24), head.readUInt32LE(at + 32)];
  return rate === 0 || frames === 0 || scale > MICRO * 1000 ? undefined : (frames * scale) / rate;
}
