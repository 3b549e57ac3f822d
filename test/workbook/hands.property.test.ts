/** Guards: a workbook reads back as it was filled in, whatever program wrote it. */
import { describe, expect, test } from 'vitest';
import { isoTime, memoryFile, openWorkbook, readSheet, serialTime } from '../../src/workbook/index.ts';
import { fc, runs } from '../property.ts';
import { type CellValue, EXCEL, HANDS, type Hand, workbookBy } from './hands.ts';

type Read = readonly (readonly [number, number, string])[];

/** Cells that hold something: row and column from 0, and what they hold. */
async function readBack(bytes: Uint8Array): Promise<Readonly<Record<string, Read>>> {
  const file = memoryFile(bytes);
  const book = await openWorkbook(file);
  const read: Record<string, Read> = {};
  for (const sheet of book.sheets) {
    const cells: [number, number, string][] = [];
    await readSheet(file, book, sheet, (row, list) => {
      for (const { column, kind, text } of list) {
        const time = kind === 'iso' ? isoTime(text) : kind === 'date' ? serialTime(Number(text), book.date1904) : undefined;
        const value = kind === 'text' ? `text ${text}` : time === undefined ? `${kind} ${text}` : `time ${new Date(time).toISOString()}`;
        cells.push([row - 1, column - 1, value]);
      }
    });
    read[sheet.name] = cells;
  }
  return read;
}

function meant(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Readonly<Record<string, Read>> {
  return Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [
      name,
      rows.flatMap((row, r) =>
        row.flatMap((value, c): [number, number, string][] => {
          if (value === undefined || value === 'blank') return [];
          if ('number' in value) return [[r, c, `binary ${value.number}`]];
          if ('time' in value) return [[r, c, `time ${new Date(`${value.time}Z`).toISOString()}`]];
          return value.text.trim() === '' ? [] : [[r, c, `text ${value.text}`]];
        }),
      ),
    ]),
  );
}

const text = fc.oneof(
  fc.constantFrom(
    '诸葛试举',
    'a&b<c>"d"',
    '_x000D_',
    '_x005F_x0041_',
    '金额\r\n（元）',
    ' 前后 ',
    '省年某',
    '第一行\n第二行',
    '𠮷野',
    '\u0007响',
    '00123',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((t) => t.isWellFormed() && !/[\ufffe\uffff\ufeff]/.test(t)),
);
const time = fc
  .integer({ min: Date.UTC(1904, 0, 3) / 1000, max: Date.UTC(2099, 11, 31) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));
const number = fc.oneof(
  fc.constantFrom('1234.5600000000002', '0.1', '1.3900000009E10', '-7', '139000000091234567'),
  fc.integer().map(String),
);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  text.map((t) => ({ text: t })),
  number.map((n) => ({ number: n })),
  time.map((t) => ({ time: t })),
  fc.constantFrom('blank' as const, undefined),
);
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
const sheetName = fc.constantFrom('明细', 'a&b', '_x4E00_', '年某', "李'某");
const sheets = fc
  .uniqueArray(sheetName, { minLength: 1, maxLength: 3 })
  .chain((names) => fc.tuple(...names.map(() => rows)).map((all) => Object.fromEntries(names.map((name, i) => [name, all[i] ?? []]))));
/** Any mixture of habits, also such as no program has. */
const mixed: fc.Arbitrary<Hand> = fc.tuple(...HANDS.map(() => fc.constantFrom(...HANDS))).map((from) => {
  const keys = Object.keys(EXCEL) as (keyof Hand)[];
  return Object.fromEntries(keys.map((key, i) => [key, from[i % from.length]?.[key]])) as unknown as Hand;
});

describe('read back equal', () => {
  test.each(HANDS.map((hand) => [hand.name, hand] as const))('%s', async (_, hand) => {
    await fc.assert(
      fc.asyncProperty(sheets, async (filled) => {
        expect(await readBack(workbookBy(hand, filled))).toEqual(meant(filled));
      }),
      runs(20),
    );
  });

  test('any mixture of their habits', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, sheets, async (hand, filled) => {
        expect(await readBack(workbookBy(hand, filled))).toEqual(meant(filled));
      }),
      runs(150),
    );
  });
});
