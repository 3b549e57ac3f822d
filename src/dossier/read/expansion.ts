/** How much a compressed container may become: what the bag itself declares and no more, and no more than content of cases shrinks. */
import {
  BAG_INFO,
  FREE_EXPANSION_BYTES,
  MAX_EXPANSION_RATIO,
  MAX_TAG_BYTES,
  MAX_UNDECLARED_BYTES,
  PAYLOAD,
  TAG_ALLOWANCE_BYTES,
} from '../format/index.ts';
import type { Collector } from './collector.ts';
import { inflateWhole } from './inflate-entry.ts';
import type { ZipEntry } from './opened.ts';
import type { Reader } from './source.ts';

/** Sizes in the directory bound what is inflated; here they are held against Payload-Oxum before anything large is read. */
export function checkExpansion(reader: Reader, entries: readonly ZipEntry[], notes: Collector): void {
  if (!entries.some(({ deflated }) => deflated)) return;
  const sum = (of: readonly ZipEntry[]): number => of.reduce((total, { size }) => total + size, 0);
  const payload = sum(entries.filter(({ path }) => path.startsWith(PAYLOAD)));
  const rest = sum(entries.filter(({ path }) => !path.startsWith(PAYLOAD)));
  const declared = declaredBytes(reader, entries);
  const size = payload + rest;
  const told = Math.max(declared ?? MAX_UNDECLARED_BYTES, reader.size) + TAG_ALLOWANCE_BYTES;
  const usual = Math.max(FREE_EXPANSION_BYTES, reader.size * MAX_EXPANSION_RATIO);
  const times = Math.ceil(size / reader.size);
  if (size > told) notes.note('ZIP_BOMB', { size, limit: told, by: declared === undefined ? 'undeclared' : 'declared', times });
  else if (size > usual) notes.note('ZIP_BOMB', { size, limit: usual, by: 'ratio', times });
}

/** Octets of Payload-Oxum. */
function declaredBytes(reader: Reader, entries: readonly ZipEntry[]): number | undefined {
  const entry = entries.find(({ path }) => path === BAG_INFO);
  if (!entry || entry.size > MAX_TAG_BYTES) return undefined;
  const bytes = entry.deflated ? inflateWhole(reader, entry) : reader.read(entry.data, entry.size);
  const oxum = /^Payload-Oxum:[ \t]*(\d{1,15})\./im.exec(new TextDecoder().decode(bytes));
  return oxum ? Number(oxum[1]) : undefined;
}
