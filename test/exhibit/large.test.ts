/** A settlement sheet of 300,000 rows in GB 18030: exact, in constant memory. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { largeSheet, ROWS } from './large-sheet.ts';
import { dir, gb18030 } from './maker.ts';

const path = join(dir, 'large');
let fen: bigint;
beforeAll(() => {
  fen = largeSheet(path);
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
