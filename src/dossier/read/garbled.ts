/** Names that were read in a wrong encoding on the way, by a program that unpacked or packed again: each wrong reading can be made again. */
import type { Collector } from './collector.ts';

/** Bytes from 0x80 on in the code page of the IBM PC, in which many unpacking programs read what bears no flag. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

type Read = (bytes: Uint8Array) => string;
type Write = (text: string) => Uint8Array;

const readers: readonly Read[] = [
  (bytes) => Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])).join(''),
  ...['windows-1252', 'gb18030', 'big5'].map((label): Read => {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  }),
];

/** GBK by the tables of the decoder, backwards; made when it is first asked for. */
let gbkTable: ReadonlyMap<string, readonly [number, number]> | undefined;
function gbk(text: string): Uint8Array {
  gbkTable ??= tableOfGbk();
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (gbkTable?.get(char) ?? [0x3f]))));
}

function tableOfGbk(): ReadonlyMap<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  return table;
}

const utf8 = new TextEncoder();
const writers: readonly Write[] = [(text) => utf8.encode(text), gbk];
/** Names that a finding shows. */
const SHOWN = 3;

/** True, with one finding, where files have wrong readings of listed names, and no file has the names themselves. */
export function noteGarbled(paths: readonly string[], listed: ReadonlySet<string>, notes: Collector): boolean {
  const there = new Set(paths);
  const strange = new Set(paths.filter((path) => /[^\x20-\x7e]/.test(path) && !listed.has(path)));
  if (strange.size === 0) return false;
  const examples: string[] = [];
  let count = 0;
  for (const name of listed) {
    if (there.has(name)) continue;
    const garbled = wrongReading(name, strange);
    if (garbled === undefined) continue;
    count += 1;
    if (count <= SHOWN) examples.push(garbled, name);
  }
  if (count === 0) return false;
  notes.note('DOSSIER_NAMES_GARBLED', { count, examples }, { entry: examples[0] ?? '' });
  return true;
}

function wrongReading(name: string, among: ReadonlySet<string>): string | undefined {
  for (const write of writers)
    for (const read of readers) {
      const garbled = read(write(name)).normalize('NFC');
      if (garbled !== name && among.has(garbled)) return garbled;
    }
  return undefined;
}
