/** Does a font tell the character of each of its codes? Where it does not, a program guesses, and a guess is no reading. */
import { isSignFont } from '../../../pdfium/index.ts';
import { type Dict, isDict, isList, nameOf, Text, type Value } from './syntax.ts';

type Get = (value: Value | undefined) => Value | undefined;

/** Collections whose characters are published (Adobe's mapping resources): every reader has their tables. */
const COLLECTIONS = ['GB1', 'CNS1', 'Japan1', 'Korea1', 'KR'];
/** A glyph's name that tells its character (Adobe Glyph List for New Fonts, and uniXXXX); others are numbers that a program gave. */
const TELLING =
  /^(?:\.notdef|\.null|nonmarkingreturn|uni[0-9A-F]{4,}|u[0-9A-F]{4,6}|afii\d{4,6}|SF\d{6}|H\d{5}|[A-Za-z]|[A-Za-z]{2,}(?:\d{1,2}(?=$|\.))?)(?:\.[A-Za-z0-9]+)?$/;
/** Such a number behind a word that says nothing. */
const NUMBERED = /^(?:g|gid|glyph|cid|c|ch|char|index|x|f|i|a|b|id|ps|t|n)\d+$/i;

/** ISO 32000-1, 9.10.2. */
export function tellsCharacters(font: Dict, get: Get): boolean {
  if (get(font.get('ToUnicode')) !== undefined) return true;
  const encoding = get(font.get('Encoding'));
  switch (nameOf(get(font.get('Subtype')))) {
    case 'Type0':
      return tellsCids(font, encoding, get);
    case 'Type1':
    case 'MMType1':
    case 'TrueType': {
      if (isSignFont(nameOf(get(font.get('BaseFont'))) ?? '')) return true;
      if (encoding instanceof Object && nameOf(encoding) !== undefined) return true;
      if (isDict(encoding)) return differences(encoding, get).every((name) => TELLING.test(name) && !NUMBERED.test(name));
      const descriptor = get(font.get('FontDescriptor'));
      // Codes of a font file that was cut down: 1, 2, 3 as they came.
      return !(isDict(descriptor) && descriptor.has('FontFile2'));
    }
    default:
      return false;
  }
}

/** A predefined CMap, or the numbers of a published collection. */
function tellsCids(font: Dict, encoding: Value | undefined, get: Get): boolean {
  const name = nameOf(encoding);
  if (name !== undefined && name !== 'Identity-H' && name !== 'Identity-V') return true;
  const descendants = get(font.get('DescendantFonts'));
  const descendant = isList(descendants) ? get(descendants[0]) : undefined;
  const system = isDict(descendant) ? get(descendant.get('CIDSystemInfo')) : undefined;
  const ordering = isDict(system) ? get(system.get('Ordering')) : undefined;
  return ordering instanceof Text && COLLECTIONS.includes(ordering.bytes);
}

function differences(encoding: Dict, get: Get): readonly string[] {
  const list = get(encoding.get('Differences'));
  return isList(list) ? list.flatMap((value) => nameOf(get(value)) ?? []) : [];
}
