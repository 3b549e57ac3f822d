/** The door controller's own text logs, zipped as they were copied from its card. */
import { zipSync } from 'fflate';
import { wardRows } from './ward-db.mjs';

/** The day the logs were extracted. */
const EXTRACTED = new Date(2026, 3, 8, 10, 30, 0);

export function doorLogZip() {
  const months = new Map();
  for (const [id, card, person, door, way, at] of wardRows().门禁记录) {
    const key = at.slice(0, 7).replace('-', '');
    const line = `${at}\t${String(id).padStart(6, '0')}\t${card}\t${person}\t${door}\t${way}\tOK`;
    months.set(key, [...(months.get(key) ?? []), line]);
  }
  const entries = {};
  for (const [month, lines] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[`门禁主机日志/ACS-${month}.log`] = [Buffer.from(`${lines.join('\r\n')}\r\n`), { mtime: EXTRACTED, level: 6 }];
  }
  entries['门禁主机日志/说明.txt'] = [
    Buffer.from(
      '来源：门禁控制主机（序列号 ACS2-99010-0417）存储卡 /log 目录，只读方式复制，未作增删改。\r\n压缩方法：ZIP（Deflate），压缩后文件的完整性校验值见提取笔录。\r\n',
    ),
    { mtime: EXTRACTED, level: 6 },
  ];
  return Buffer.from(zipSync(entries));
}
