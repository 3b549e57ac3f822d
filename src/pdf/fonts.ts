/** Fonts in the file: one code a character, the glyphs that are used, and the way back to the text (ISO 32000-1, 9.7, 9.10.3). */
import type { Face } from '../fonts/index.ts';
import { number, type ObjectWriter } from './objects.ts';

export interface PdfFont {
  /** Name in the page's resources. */
  readonly key: string;
  /** A character's code as it stands inside a literal string, and its advance in thousandths of an em. */
  code(codePoint: number): { readonly code: string; readonly advance: number };
}

export interface FontTable {
  font(face: Face): PdfFont;
  /** Writes all fonts; gives the entries of the resources' font dictionary. */
  write(objects: ObjectWriter): string;
}

interface Embedded extends PdfFont {
  write(objects: ObjectWriter): number;
}

export function newFontTable(): FontTable {
  const fonts = new Map<Face, Embedded>();
  return {
    font: (face) => {
      let font = fonts.get(face);
      if (!font) {
        font = embed(face, fonts.size + 1);
        fonts.set(face, font);
      }
      return font;
    },
    write: (objects) => [...fonts.values()].map((font) => `/${font.key} ${font.write(objects)} 0 R`).join(''),
  };
}

/** Two bytes inside a literal string: brackets, backslash and carriage return would mean something else there. */
function literal(id: number): string {
  return String.fromCharCode(id >> 8, id & 255)
    .replace(/[()\\]/g, '\\$&')
    .replaceAll('\r', '\\r');
}

function embed(face: Face, index: number): Embedded {
  const subset = face.subset();
  const codes = new Map<number, { readonly code: string; readonly advance: number }>();
  const characters: number[] = [];
  const advances: number[] = [];
  return {
    key: `F${index}`,
    code: (codePoint) => {
      let known = codes.get(codePoint);
      if (!known) {
        const { id, advance } = face.glyph(codePoint);
        const cid = subset.add(id);
        characters[cid] = codePoint;
        advances[cid] = advance;
        known = { code: literal(cid), advance };
        codes.set(codePoint, known);
      }
      return known;
    },
    write: (objects) => writeFont(objects, face, { name: `${tag(index)}+${face.name}`, program: subset.encode(), characters, advances }),
  };
}

/** Six capitals in front of a subset's name (9.6.4). */
function tag(index: number): string {
  return `MBP${[26 * 26, 26, 1].map((n) => String.fromCharCode(65 + (Math.floor(index / n) % 26))).join('')}`;
}

interface Used {
  readonly name: string;
  readonly program: Uint8Array;
  /** Code points and advances by CID. */
  readonly characters: readonly number[];
  readonly advances: readonly number[];
}

function writeFont(objects: ObjectWriter, face: Face, { name, program, characters, advances }: Used): number {
  const [font, descendant, descriptor, file, set, map] = Array.from({ length: 6 }, () => objects.reserve()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const cff = face.format === 'cff';
  objects.write(
    font,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${map} 0 R>>`,
  );
  objects.write(
    descendant,
    `<</Type/Font/Subtype/CIDFontType${cff ? 0 : 2}/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/DW 1000/W[1[${advances.slice(1).map(number).join(' ')}]]${cff ? '' : '/CIDToGIDMap/Identity'}>>`,
  );
  objects.write(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${face.box.map(number).join(' ')}]/ItalicAngle 0/Ascent ${number(face.ascent)}` +
      `/Descent ${number(face.descent)}/CapHeight ${number(face.capHeight)}/StemV 80/FontFile${cff ? 3 : 2} ${file} 0 R/CIDSet ${set} 0 R>>`,
  );
  objects.stream(file, cff ? '/Subtype/CIDFontType0C' : `/Length1 ${program.length}`, program);
  objects.stream(set, '', glyphSet(characters.length));
  objects.stream(map, '', Buffer.from(toUnicode(characters), 'latin1'));
  return font;
}

/** One bit a CID, all of them set: PDF/A-1 asks for it, PDF/A-2 wants it true. */
function glyphSet(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (let cid = 0; cid < count; cid++) bits[cid >> 3] = (bits[cid >> 3] ?? 0) | (0x80 >> (cid & 7));
  return bits;
}

/** Most entries of one bfchar block (9.10.3). */
const BLOCK = 100;

function toUnicode(characters: readonly number[]): string {
  const rows = characters.slice(1).map((codePoint, i) => `<${hex(i + 1)}> <${[...utf16(codePoint)].map(hex).join('')}>`);
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block = rows.slice(from, from + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function* utf16(codePoint: number): Generator<number> {
  const text = String.fromCodePoint(codePoint);
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i);
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');
