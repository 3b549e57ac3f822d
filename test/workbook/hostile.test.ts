/** Guards: no archive, however it is damaged or meant, makes a reader throw, hang or say that it read what it did not. */
import { expect, test } from 'vitest';
import { readSheetForm } from '../../src/case/sheet-form.ts';
import { readContent, readDataset, readWords } from '../../src/exhibit/index.ts';
import { put } from '../exhibit/maker.ts';
import { fc, runs } from '../property.ts';
import { EXCEL, HANDS, workbookBy } from './hands.ts';
import { zipOf } from './zip-writer.ts';

const NAME = '诸葛试举';
const sheet = {
  明细: [
    [{ text: '姓名' }, { text: '金额' }],
    [{ text: NAME }, { number: '2.2' }],
    [{ time: '2026-04-20T10:00:00' }, 'blank' as const],
  ],
};

async function all(bytes: Uint8Array): Promise<{ readonly found: boolean; readonly unread: number }> {
  const path = put(bytes);
  let found = false;
  const unread = await readWords(path, (text) => {
    found ||= text.includes(NAME);
  });
  const { sum, faults } = await readDataset(path, { evidence: '1', path: 'x', sumColumn: '金额', rows: 0, sum: '0' });
  expect(faults.length > 0 ? sum : 0n).toBe(0n);
  await readContent(path);
  await readSheetForm('evidence', bytes, 'evidence.xlsx');
  return { found, unread: unread.length };
}

test('bytes that are changed, cut or doubled', async () => {
  const books = [
    ...HANDS.map((hand) => workbookBy(hand, sheet)),
    zipOf({ 'a.txt': NAME }),
    zipOf({ '[Content_Types].xml': '<T/>', 'word/document.xml': `<d>${NAME}</d>` }, { stored: true, zip64: true }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(books.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
      async (b, changes, cut) => {
        const bytes = Buffer.from(books[b] as Uint8Array);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        // A single flip in the end records is likelier to matter than one among the data.
        await all(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
      },
    ),
    runs(400),
  );
});

test('XML in which pieces are left out, doubled or moved: the name is found, or was cut, or a part is named', async () => {
  const plain = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>诸葛</t></r><r><t>试举</t></r></is></c><c r="B1" t="e"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>`;
  const pieces = plain.match(/<[^>]*>|[^<]+/g) ?? [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(pieces.length - 1), fc.nat(pieces.length - 1), fc.nat(2)), { maxLength: 3 }),
      async (changes) => {
        const made = [...pieces];
        for (const [from, to, how] of changes) {
          if (how === 0) made.splice(from, 1);
          else if (how === 1) made.splice(to, 0, made[from] ?? '');
          else made.splice(to, 0, ...made.splice(from, 1));
        }
        const xml = made.join('');
        const { found, unread } = await all(
          workbookBy({ ...EXCEL, alternate: false }, sheet, { 'xl/worksheets/sheet1.xml': xml, 'xl/sharedStrings.xml': '<sst/>' }),
        );
        // With nothing of the name in another cell.
        if (/诸葛(?:<\/?(?:r|t|v|worksheet|mergeCells?|sheetData)\b[^>]*>)*试举/.test(xml)) expect(found || unread > 0).toBe(true);
      },
    ),
    runs(300),
  );
});
