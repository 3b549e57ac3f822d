/** A settlement sheet of 300,000 rows in GB 18030, with every way in which amounts are written. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { gb18030 } from './maker.ts';

export const ROWS = 300_000;

/** Writes it. @returns the sum of 基金支付 in fen */
export function largeSheet(path: string): bigint {
  let fen = 0n;
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
  return fen;
}
