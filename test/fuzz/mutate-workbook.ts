/** Changes of a workbook's XML parts, packed again so that the reader of sheets sees them: cells, references, types, rows, markup. */
import { makeZip } from '../dossier/zip-maker.ts';
import { mischief } from './mischief.ts';
import { BYTE_MUTATORS, type Mutator } from './mutate-bytes.ts';
import { partsIn, ZIP_MUTATORS } from './mutate-zip.ts';
import type { Random } from './random.ts';

const XML = [
  '&#x0;',
  '&amp;',
  '&bomb;',
  '<!DOCTYPE x [<!ENTITY bomb "bomb">]>',
  '<![CDATA[x]]>',
  '<!-- x -->',
  '<v>1e308</v>',
  '<v>45000.5</v>',
  '<is><t>甲</t></is>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<c r="XFD1048576"/>',
  '<c r="A0"/>',
  '<row r="99999999">',
  '</row>',
];
const REFERENCES = ['A1', 'B2', 'XFD1048576', 'AAAA1', 'A0', '', 'A1:B2', '１', 'a1'];
const TYPES = ['s', 'str', 'inlineStr', 'b', 'e', 'n', 'd', 'x'];
const CELLS = [
  '2026-11-20',
  '45981',
  '-1',
  '1e5',
  '1,000',
  '是',
  '无',
  '甲、乙',
  '甲\n乙',
  '#REF!',
  '=A1',
  '0.1',
  '999999999999999999',
  ' ',
  'F1',
  'E001',
];

function changedXml(xml: string, rng: Random): string {
  const put = (pattern: RegExp, value: () => string): string => {
    const spot = rng.pick([...xml.matchAll(pattern)]);
    return spot ? xml.slice(0, spot.index) + value() + xml.slice(spot.index + spot[0].length) : xml;
  };
  const at = rng.below(xml.length);
  switch (rng.below(11)) {
    case 0:
      return put(/(?<=<t[^>]*>)[^<]*/g, () => (rng.chance(3) ? mischief(rng).replace(/[<&]/g, '') : rng.pick(CELLS)));
    case 1:
      return put(/(?<=\sr=")[^"]*/g, () => rng.pick(REFERENCES));
    case 2:
      return put(/(?<=\st=")[^"]*/g, () => rng.pick(TYPES));
    case 3:
      return put(/<row[^>]*>.*?<\/row>/gs, () => '');
    case 4: {
      const rows = xml.match(/<row[^>]*>.*?<\/row>/gs) ?? [];
      return rows.length > 0 ? put(/<\/sheetData>/g, () => `${rng.pick(rows)}</sheetData>`) : xml;
    }
    case 5:
      return xml.slice(0, at) + rng.pick(XML) + xml.slice(at);
    case 6:
      return put(/<c\s[^>]*>.*?<\/c>/gs, () => `<c r="${rng.pick(REFERENCES)}"><v>${rng.pick(CELLS)}</v></c>`);
    case 7:
      return xml.slice(0, at) + xml.slice(at + 1 + rng.below(30));
    default:
      return put(/(?<=<(?:t|v)(?: [^>]*)?>)[^<]+/g, () => rng.pick(CELLS));
  }
}

const part: Mutator = (bytes, rng) => {
  const parts = partsIn(bytes);
  // What is written in cells stands in few of the parts.
  const wanted = rng.chance(4) ? /\.(?:xml|rels)$/ : /worksheets\/|sharedStrings/;
  const chosen = parts && rng.pick(parts.filter(({ name }) => wanted.test(name)));
  if (!parts || !chosen) return bytes;
  let xml = chosen.content.toString('utf8');
  for (let n = 1 + rng.below(3); n > 0; n--) xml = changedXml(xml, rng);
  chosen.content = Buffer.from(xml);
  return makeZip({ parts });
};

export const WORKBOOK_MUTATORS: readonly Mutator[] = [
  part,
  part,
  part,
  part,
  part,
  part,
  ...ZIP_MUTATORS.slice(0, 4),
  ...BYTE_MUTATORS.slice(0, 3),
];
