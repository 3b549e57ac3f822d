import { expect, test } from 'vitest';
import { readDataset } from '../../src/exhibit/index.ts';
import { fc, runs } from '../property.ts';
import { gb18030, put, rows, utf16, xlsx } from './maker.ts';

const FULL = (text: string): string => text.replace(/[0-9.,-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const plain = (fen: bigint): string => {
  const abs = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`;
};
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+\.)/g, ',');

const STYLES: readonly ((fen: bigint) => string)[] = [
  plain,
  (fen) => grouped(plain(fen)),
  (fen) => `￥${plain(fen)}`,
  (fen) => (fen < 0n ? `(${plain(-fen)})` : plain(fen)),
  (fen) => FULL(grouped(plain(fen))),
  (fen) => `  ${plain(fen)}\u3000`,
  (fen) => `${plain(fen)}000`,
  (fen) => plain(fen).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''))),
  (fen) => plain(fen).replace(/^(-?)0\./, '$1.'),
];

const text = fc.stringMatching(/^[张某"，,;|\t\r\n (.12)x-]{0,12}$/);
const record = fc.record({ fen: fc.bigInt(-(10n ** 9n), 10n ** 13n), style: fc.nat(STYLES.length - 1), name: text, note: text });
const written = ({ fen, style }: { fen: bigint; style: number }): string => STYLES[style]?.(fen) ?? '';

const ENCODERS = [
  (t: string) => Buffer.from(t),
  (t: string) => Buffer.from(`\ufeff${t}`),
  gb18030,
  (t: string) => utf16(t),
  (t: string) => utf16(t, true),
];

test('the sum of money columns in any style and encoding is the sum of the fen', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', '\t', ';', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.nat(ENCODERS.length - 1),
      fc.boolean(),
      async (records, delimiter, end, encoder, quoteAll) => {
        const quoted = (t: string): string =>
          quoteAll || new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]`).test(t) ? `"${t.replaceAll('"', '""')}"` : t;
        const lines = [['序号', '姓名', '基金支付', '备注'], ...records.map((r, i) => [`${i}`, r.name, written(r), r.note])];
        const bytes = ENCODERS[encoder]?.(lines.map((l) => l.map(quoted).join(delimiter)).join(end)) ?? Buffer.alloc(0);
        const read = await readDataset(put(bytes), { evidence: '1', path: 'x', sumColumn: '基金支付', rows: 0, sum: '0' });
        expect(read).toEqual({ rows: records.length, sum: records.reduce((sum, { fen }) => sum + fen, 0n), faults: [] });
      },
    ),
    runs(400),
  );
});

test('so it is in a sheet, as numbers or as text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(record, fc.constantFrom('text', 'number', 'seventeen')), { minLength: 1, maxLength: 30 }),
      async (records) => {
        const data = rows(
          ['序号', '基金支付'],
          ...records.map(([r, how], i) => {
            if (how === 'text') return [i, written(r)];
            // The shortest and the longest decimal of the same binary number: both are found in sheets.
            const value = Number(plain(r.fen));
            return [i, `<c r="@"><v>${how === 'number' ? value : value.toPrecision(17)}</v></c>`];
          }),
        );
        const bytes = xlsx([{ name: '明细', data }]);
        const read = await readDataset(put(bytes), { evidence: '1', path: 'x', sumColumn: '基金支付', rows: 0, sum: '0' });
        expect(read).toMatchObject({ rows: records.length, sum: records.reduce((sum, [{ fen }]) => sum + fen, 0n), faults: [] });
      },
    ),
    runs(100),
  );
});
