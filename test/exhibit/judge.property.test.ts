/** csv-parse as an outside judge of records and fields: any text that it reads strictly is read alike. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readDataset } from '../../src/exhibit/index.ts';
import { fc, runs } from '../property.ts';
import { put } from './maker.ts';

const HEAD = '姓名,基金支付,备注\n';
const piece = fc.constantFrom('"', '""', ',', ',', '\n', '\r\n', '\r', '1', '2.50', '张', ' ', '"a,b"', '"x\r\ny",1,', '甲,3,乙\n');

test('records, fields and amounts', async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const text = HEAD + pieces.join('');
      let records: string[][];
      try {
        records = parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true }).slice(1);
      } catch {
        return;
      }
      judged++;
      const filled = records.filter((fields) => fields.some((field) => field.trim() !== ''));
      // Delimiters more at the end of a line are none that divide anything.
      const even = filled.filter((fields) => fields.length >= 3 && fields.slice(3).every((field) => field.trim() === ''));
      const amounts = even.map(([, amount = '']) => amount.trim()).filter((amount) => /^\d+(?:\.\d\d)?$/.test(amount));
      const { rows, sum, faults } = await readDataset(put(text), { evidence: '1', path: 'x', sumColumn: '基金支付', rows: 0, sum: '0' });
      expect({ rows, ragged: faults.filter(({ kind }) => kind === 'ragged').length }).toEqual({
        rows: filled.length,
        ragged: filled.length - even.length,
      });
      if (faults.length === 0) expect(sum).toBe(amounts.reduce((total, a) => total + BigInt(Math.round(Number(a) * 100)), 0n));
      expect(faults.length).toBe(filled.length - amounts.length);
    }),
    runs(1500),
  );
  expect(judged).toBeGreaterThan(200);
});
