/** A settlement sheet of 300,000 rows in GB 18030: exact, in constant memory, and the same by an outside judge. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dir, gb18030 } from './maker.ts';

const ROWS = 300_000;
const path = join(dir, 'large');
let fen = 0n;

beforeAll(() => {
  const file = openSync(path, 'w');
  let lines = '流水号,机构名称,姓名,"费用,总额",基金支付,备注\r\n';
  for (let i = 0; i < ROWS; i++) {
    const amount = ((i * 7919) % 3_000_000) - 1000;
    fen += BigInt(amount);
    const yuan = `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
    const written = i % 3 === 0 ? `"${yuan.replace(/\B(?=(\d{3})+\.)/g, ',')}"` : i % 3 === 1 ? yuan : ` ￥${yuan}`;
    lines += `${i},"示例市某某医院,第${i % 9}分院",张某某,1.00,${written},"他说""好"",${i % 50 === 0 ? '\r\n' : ''}无"\r\n`;
    if (i % 5000 === 4999) {
      writeSync(file, gb18030(lines));
      lines = '';
    }
  }
  closeSync(file);
});

const CHILD = `
const { readContent, readDataset } = await import(process.argv[1]);
const dataset = { evidence: '1', path: 'x', sumColumn: '基金支付', rows: 0, sum: '0' };
// What the libraries themselves take is no growth.
await readDataset(process.argv[3], dataset);
await readContent(process.argv[3]);
let peak = 0;
const before = process.memoryUsage.rss();
const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 20);
const { rows, sum, faults } = await readDataset(process.argv[2], dataset);
const content = await readContent(process.argv[2]);
clearInterval(timer);
console.log(JSON.stringify({ rows, sum: String(sum), faults, content, growth: peak - before }));
`;

test('rows and sum, exactly, with less than 120 MB more memory', () => {
  const small = join(dir, 'small');
  const file = openSync(small, 'w');
  writeSync(file, gb18030('姓名,基金支付\n张某某,1\n'));
  closeSync(file);
  const module = resolve('dist/exhibit/index.js');
  const told = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, module, path, small], { encoding: 'utf8' }));
  expect(told).toMatchObject({ rows: ROWS, sum: String(fen), faults: [], content: { format: 'CSV（GB 18030）', rows: ROWS, columns: 6 } });
  expect(told.growth).toBeGreaterThan(0);
  expect(told.growth).toBeLessThan(120_000_000);
});

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

test('Python counts the same', () => {
  expect(execFileSync('python3', ['-c', JUDGE, path], { encoding: 'utf8' }).trim()).toBe(`${ROWS} ${fen}`);
});
