/** Python counts rows and money of the large sheet as we do. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDataset } from '../../src/exhibit/index.ts';
import { judge } from '../judges/start.ts';
import { largeSheet, ROWS } from './large-sheet.ts';
import { dir } from './maker.ts';

const JUDGE = `
import csv, decimal, sys
total = decimal.Decimal(0)
count = 0
with open(sys.argv[1], encoding='gb18030', newline='') as f:
    rows = csv.reader(f)
    column = next(rows).index('基金支付')
    for row in rows:
        count += 1
        total += decimal.Decimal(row[column].strip().lstrip('￥').replace(',', ''))
print(count, int(total * 100))
`;

test('rows and sum', { tags: ['python3'] }, async () => {
  const path = join(dir, 'large');
  const fen = largeSheet(path);
  expect(judge('python3', ['-c', JUDGE, path]).trim()).toBe(`${ROWS} ${fen}`);
  const told = await readDataset(path, { evidence: '1', path: 'x', sumColumn: '基金支付', rows: 0, sum: '0' });
  expect([told.rows, told.sum]).toEqual([ROWS, fen]);
});
