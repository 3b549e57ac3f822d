/** Rows of 倒卖药品: boxes that the fund paid for, each with its trace code; who paid whom; what was sent where. Money in fen. */
import { sum, yuan } from './amounts.mjs';
import { chance } from './chance.mjs';
import { encodeGb18030 } from './gb18030.mjs';

/** Generic names only. `code`: first seven figures of the trace codes; `listed`: price on the procurement platform. */
export const DRUGS = [
  { name: '示例抗凝片', spec: '10mg×14片', listed: 23800, code: '8399001', batch: '示250417', unit: '盒' },
  { name: '示例降糖注射液', spec: '3ml∶300单位', listed: 18640, code: '8399002', batch: '示250602', unit: '支' },
  { name: '示例降脂胶囊', spec: '20mg×28粒', listed: 9650, code: '8399003', batch: '示250528', unit: '盒' },
];
export const HELPER = 'P99990100012';
const SHOPS = [HELPER, 'P99990100031', 'P99990100047'];
/** Insured persons: R1001 to R1126 were sent by the ring, the rest came to sell. */
export const SENT = 126;
export const INSURED = 168;
export const NAMED = { 吕长贵: 'R1007', 尤春兰: 'R1019' };
const BOXES = { 1: 2400, 2: 600 };
const SPAN = { 1: ['2025-06-01', '2026-02-28'], 2: ['2025-07-05', '2026-02-20'] };
/** What each of the seized kinds came to. */
const SEIZED = [48, 30, 60];
const DAY = 86_400_000;
const ms = (text) => Date.parse(`${text}T00:00:00Z`);
const text = (at) => new Date(at).toISOString().slice(0, 10);
const person = (n) => `R${1000 + n}`;

/** The two who are named bought far more than they could take. */
function sent(random) {
  const of = random.next();
  return of < 0.06 ? 7 : of < 0.11 ? 19 : random.whole(1, SENT);
}

function boxesOf(fact, random) {
  const [from, to] = SPAN[fact].map(ms);
  return Array.from({ length: BOXES[fact] }, (_, i) => {
    const n = fact === 1 ? sent(random) : random.whole(SENT + 1, INSURED);
    const share = n % 3 === 0 ? 70 : 80;
    const drug = random.whole(0, DRUGS.length - 1);
    const day = i === 0 ? from : i === 1 ? to : from + DAY * random.whole(0, (to - from) / DAY);
    const fund = (DRUGS[drug].listed * share) / 100;
    return {
      fact,
      person: person(n),
      staff: share === 80,
      drug,
      on: text(day),
      shop: fact === 1 && random.next() < 0.55 ? HELPER : random.pick(SHOPS.slice(1)),
      fund,
      own: DRUGS[drug].listed - fund,
    };
  });
}

/** All boxes by day of settlement, with number of settlement and trace code. */
export const BOX_ROWS = (() => {
  const random = chance(312);
  const rows = [...boxesOf(1, random), ...boxesOf(2, random)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const used = new Set();
  for (const [i, row] of rows.entries()) {
    row.no = `999901${row.on.replaceAll('-', '')}${String(i + 1).padStart(5, '0')}`;
    do row.trace = DRUGS[row.drug].code + String(Math.floor(random.next() * 1e13)).padStart(13, '0');
    while (used.has(row.trace));
    used.add(row.trace);
  }
  if (new Set(rows.map((r) => r.person)).size !== INSURED) throw new Error('drugs: not every person has a box');
  return rows;
})();

/** The boxes found in the store: the last of each kind. */
export const SEIZED_ROWS = DRUGS.flatMap((_, d) => BOX_ROWS.filter((r) => r.drug === d).slice(-SEIZED[d]));

const fundOf = (rows) => sum(rows.map((r) => r.fund));
const spanOf = (rows) => [rows[0].on, rows.at(-1).on];
const ring = BOX_ROWS.filter((r) => r.fact === 1);
const named = ring.filter((r) => Object.values(NAMED).includes(r.person));
const helped = ring.filter((r) => r.shop === HELPER);

/** The sums that the forms give; the maker holds them against the forms. */
export const SUMS = {
  loss: fundOf(BOX_ROWS),
  fact1: fundOf(ring),
  fact2: fundOf(BOX_ROWS.filter((r) => r.fact === 2)),
  fact3: fundOf(named),
  fact4: fundOf(helped),
  吕长贵: fundOf(ring.filter((r) => r.person === NAMED.吕长贵)),
  尤春兰: fundOf(ring.filter((r) => r.person === NAMED.尤春兰)),
  staff: fundOf(BOX_ROWS.filter((r) => r.staff)),
  residents: fundOf(BOX_ROWS.filter((r) => !r.staff)),
  y2025: fundOf(BOX_ROWS.filter((r) => r.on < '2026')),
  y2026: fundOf(BOX_ROWS.filter((r) => r.on >= '2026')),
  own: sum(BOX_ROWS.map((r) => r.own)),
  seized: fundOf(SEIZED_ROWS),
};
export const COUNTS = {
  fact3: named.length,
  fact4: helped.length,
  吕长贵: ring.filter((r) => r.person === NAMED.吕长贵).length,
  尤春兰: ring.filter((r) => r.person === NAMED.尤春兰).length,
};
export const SPANS = {
  fact1: spanOf(ring),
  fact2: spanOf(BOX_ROWS.filter((r) => r.fact === 2)),
  fact3: spanOf(named),
  fact4: spanOf(helped),
};

const csv = (rows) => encodeGb18030(`${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`);

export function boxCsv() {
  const head = '序号,结算流水号,人员编号,险种,定点机构编码,结算日期,药品通用名,数量,单价,药品追溯码,基金支付总额(fund_pay),个人负担';
  return csv([
    [head],
    ...BOX_ROWS.map((r, i) => [
      i + 1,
      r.no,
      r.person,
      r.staff ? '职工' : '居民',
      r.shop,
      r.on,
      DRUGS[r.drug].name,
      1,
      yuan(DRUGS[r.drug].listed),
      r.trace,
      yuan(r.fund),
      yuan(r.own),
    ]),
  ]);
}

export function seizedCsv() {
  return csv([
    ['序号', '药品通用名', '规格', '批号', '药品追溯码', '扫码时间', '对应结算流水号', '人员编号', '结算日期', '基金支付总额(fund_pay)'],
    ...SEIZED_ROWS.map((r, i) => {
      const minute = 35 + Math.floor(i / 2);
      const at = `2026-04-02 ${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const { name, spec, batch } = DRUGS[r.drug];
      return [i + 1, name, spec, batch, r.trace, at, r.no, r.person, r.on, yuan(r.fund)];
    }),
  ]);
}

/** Payments of the ring, seen from the telephone of 施茂林: from the buyer every week, to the insured every third month. */
export const PAYMENTS = (() => {
  const mine = ring.filter((r) => Number(r.person.slice(1)) % 2 === 0);
  const rows = [];
  const from = ms(SPAN[1][0]);
  for (let week = 0; week < 39; week++) {
    const [a, b] = [text(from + week * 7 * DAY), text(from + (week + 1) * 7 * DAY)];
    const list = mine.filter((r) => r.on >= a && r.on < b).map((r) => DRUGS[r.drug].listed);
    if (list.length)
      rows.push({ at: `${b} 21:0${week % 10}`, who: '郝万里', note: `收药款${list.length}件`, into: Math.round(sum(list) * 0.5), out: 0 });
  }
  for (const end of ['2025-09-01', '2025-12-01', '2026-03-01']) {
    const start = text(ms(end) - 92 * DAY);
    for (const who of [...new Set(mine.map((r) => r.person))].sort()) {
      const list = mine.filter((r) => r.person === who && r.on >= start && r.on < end).map((r) => DRUGS[r.drug].listed);
      if (list.length) rows.push({ at: `${text(ms(end) - DAY)} 10:15`, who, note: '药', into: 0, out: Math.round(sum(list) * 0.35) });
    }
  }
  return rows.sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));
})();
export const PAID = { into: sum(PAYMENTS.map((p) => p.into)), out: sum(PAYMENTS.map((p) => p.out)), rows: PAYMENTS.length };

export function paymentCsv() {
  return csv([
    ['交易时间', '对方', '备注', '收入', '支出', '交易单号'],
    ...PAYMENTS.map((p, i) => [
      p.at,
      p.who,
      p.note,
      yuan(p.into),
      yuan(p.out),
      `SL${p.at.slice(0, 10).replaceAll('-', '')}${String(i + 1).padStart(6, '0')}`,
    ]),
  ]);
}

export const PARCELS = 64;
export function parcelCsv() {
  const random = chance(64);
  const from = ms('2025-06-12');
  return csv([
    ['运单号', '揽收日期', '寄件人', '寄件地', '收件地', '申报品名', '件数', '重量(kg)'],
    ...Array.from({ length: PARCELS }, (_, i) => [
      `SLKD${String(2025060000 + i * 37)}`,
      text(from + DAY * i * 4),
      '郝万里',
      '仓前路18号',
      random.pick(['外省某市甲县', '外省某市乙区', '本省某市丙县']),
      '保健品',
      random.whole(1, 3),
      `${random.whole(2, 9)}.${random.whole(0, 9)}`,
    ]),
  ]);
}
