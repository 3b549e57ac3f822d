/** Dossiers as programs that are not on this machine would pack them again: made by hand from what is known of their habits. */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Fields, Part } from './zip-maker.ts';

/** A day in 2026 in DOS form. */
const REAL_TIME = { time: 0x5a2b, date: 0x5d74 };

/** A code page of two bytes by the tables of the decoder, backwards. */
function codePage(label: string): (text: string) => Buffer {
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = new TextDecoder(label).decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  return (text) => Buffer.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]))));
}

export const gbk = codePage('gbk');
export const big5 = codePage('big5');
export const shiftJis = codePage('shift_jis');

function deflated({ content }: Part): { content: Buffer; both: Partial<Fields> } {
  const packed = deflateRawSync(content);
  return { content: packed, both: { method: 8, crc: crc32(content), packed: packed.length, size: content.length } };
}

/** Windows Explorer: deflated, names in the code page of the system, DOS attributes. */
export function explorer(parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    const { content, both } = deflated(part);
    return {
      name: part.name,
      content,
      both: { ...both, ...REAL_TIME, flags: 0, name: gbk(part.name) },
      central: { external: 0x20, madeBy: 20 },
    };
  });
}

/** .NET Framework before 4.6.1: backslashes between folders. */
export function dotNet(parts: readonly Part[]): Part[] {
  return parts.map((part) => ({
    ...part,
    both: { ...REAL_TIME, name: Buffer.from(part.name.replaceAll('/', '\\')) },
    central: { external: 0, madeBy: 20 },
  }));
}

function descriptor(part: { readonly content: Buffer; readonly both: Partial<Fields> }, form: 12 | 16 | 20 | 24 = 16): Buffer {
  const signed = form === 16 || form === 24;
  const b = Buffer.alloc(form);
  if (signed) b.writeUInt32LE(0x08074b50, 0);
  const at = signed ? 4 : 0;
  b.writeUInt32LE(part.both.crc ?? 0, at);
  if (form < 20) {
    b.writeUInt32LE(part.both.packed ?? 0, at + 4);
    b.writeUInt32LE(part.both.size ?? 0, at + 8);
  } else {
    b.writeBigUInt64LE(BigInt(part.both.packed ?? 0), at + 4);
    b.writeBigUInt64LE(BigInt(part.both.size ?? 0), at + 12);
  }
  return b;
}

/** Archive Utility of macOS: folders, descriptors, decomposed names, what the Finder keeps beside every file. */
export function archiveUtility(parts: readonly Part[], form: 12 | 16 | 20 | 24 = 16): Part[] {
  const extra = Buffer.from([0x55, 0x58, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const folders = [...new Set(parts.flatMap(({ name }) => [...name.matchAll(/\//g)].map((m) => name.slice(0, m.index + 1))))].sort();
  const file = (name: string, content: Buffer): Part => {
    const one = deflated({ name, content });
    const both = { ...one.both, ...REAL_TIME, flags: 8, name: Buffer.from(name.normalize('NFD')), extra };
    return {
      name,
      content: one.content,
      after: descriptor({ content, both: one.both }, form),
      both,
      local: { crc: 0, packed: 0, size: 0 },
      central: { madeBy: 0x0315, external: (0o100644 * 0x10000) >>> 0 },
    };
  };
  const resource = Buffer.from('0005160700020000Mac OS X        ');
  return [
    ...folders.map((name) => ({
      name,
      content: Buffer.alloc(0),
      both: { ...REAL_TIME, flags: 0, name: Buffer.from(name.normalize('NFD')), extra },
      central: { madeBy: 0x0315, external: (0o040755 * 0x10000) >>> 0 },
    })),
    ...parts.flatMap(({ name, content }) => [file(name, content), file(`__MACOSX/${name.replace(/([^/]*)$/, '._$1')}`, resource)]),
    file(`${folders[0] ?? ''}.DS_Store`, Buffer.from('Bud1')),
  ];
}
