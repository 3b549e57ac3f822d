/** What the hospital's own systems say of the stays of fact one: registered in bed, and out of the door every evening. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chance } from './chance.mjs';
import { stays } from './settlements.mjs';

const NURSES = ['N012', 'N017', 'N021', 'N030'];
const DAY = 86_400_000;
const stampOf = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

export function wardRows() {
  const random = chance(77);
  const rows = { 住院登记: [], 门禁记录: [], 护理记录: [], 说明: [] };
  for (const stay of stays(1)) {
    rows.住院登记.push([stay.no, stay.person, stay.in, stay.out, stay.bed, random.pick(NURSES)]);
    const first = Date.parse(`${stay.in}T00:00:00Z`);
    const card = `K${stay.person.slice(1)}${random.whole(10, 99)}`;
    for (const offset of [0, 1 + Math.floor(stay.days / 2)]) {
      const date = first + offset * DAY;
      rows.门禁记录.push([card, stay.person, '住院楼一层东门', '进', stampOf(date + 8 * 3_600_000 + random.whole(0, 5400) * 1000)]);
      rows.门禁记录.push([card, stay.person, '住院楼一层东门', '出', stampOf(date + 16 * 3_600_000 + random.whole(0, 5400) * 1000)]);
    }
    const night = first + DAY * random.whole(1, Math.max(1, stay.days - 2));
    // Entered in one go on the day of discharge: the time of entry betrays the note.
    const entered = Date.parse(`${stay.out}T00:00:00Z`) + 15 * 3_600_000 + random.whole(0, 3000) * 1000;
    rows.护理记录.push([
      stay.no,
      stampOf(night + 22 * 3_600_000),
      stampOf(entered),
      random.pick(NURSES),
      '患者夜间安静入睡，未诉不适，床栏已拉起。',
    ]);
  }
  rows.门禁记录.sort((a, b) => (a[4] < b[4] ? -1 : a[4] > b[4] ? 1 : 0));
  for (const table of ['门禁记录', '护理记录']) for (const [i, row] of rows[table].entries()) row.unshift(i + 1);
  rows.说明.push(['来源', '医院信息系统护理子库、门禁管理软件库，只读账号导出']);
  rows.说明.push(['导出时间', '2026-03-26 15:42:10']);
  rows.说明.push(['时间基准', '服务器时间比北京时间慢 41 秒，已在提取笔录中注明']);
  rows.说明.push(['范围', '结算明细（事实一）所列 600 人次']);
  return rows;
}

export function writeWardDb(path) {
  execFileSync('python3', [fileURLToPath(new URL('ward-db.py', import.meta.url)), path], { input: JSON.stringify(wardRows()) });
}
