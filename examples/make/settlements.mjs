/** Rows of the three settlement extracts: invented stays whose fund payments add up to the facts' amounts exactly. */
import { amountOf, countedOf, FACTS, sum, yuan } from './amounts.mjs';
import { chance, split } from './chance.mjs';

const DAY = 86_400_000;
const day = (text) => Date.parse(`${text}T00:00:00Z`);
const text = (ms) => new Date(ms).toISOString().slice(0, 10);
const patient = (n) => `P${String(n).padStart(4, '0')}`;
const serial = (fact, n, ms) => `990101${text(ms).replaceAll('-', '')}${fact}${String(n).padStart(4, '0')}`;

/** How many stays of each insurance in each year; `aided` of the residents' stays also had 大病 and 救助 payments. */
const PLAN = {
  1: {
    seed: 11,
    span: { 2025: ['2025-03-03', '2025-12-30'], 2026: ['2026-01-02', '2026-02-27'] },
    staff: { 2025: 250, 2026: 50 },
    residents: { 2025: 250, 2026: 50 },
    aided: { 2025: 60, 2026: 12 },
  },
  2: {
    seed: 22,
    span: { 2025: ['2025-06-01', '2025-12-30'], 2026: ['2026-01-02', '2026-01-31'] },
    staff: { 2025: 200, 2026: 32 },
    residents: { 2025: 100, 2026: 20 },
    aided: { 2025: 0, 2026: 0 },
  },
  3: {
    seed: 33,
    span: { 2025: ['2025-04-07', '2025-12-26'], 2026: ['2026-01-05', '2026-02-13'] },
    staff: { 2025: 0, 2026: 0 },
    residents: { 2025: 52, 2026: 12 },
    aided: { 2025: 24, 2026: 6 },
  },
};
/** The stays whose records were copied as samples (住院病历抽样). */
const SAMPLED = [
  { person: 'P0233', bed: '318床', in: '2025-09-08', out: '2025-09-19', days: 11 },
  { person: 'P0361', bed: '405床', in: '2025-12-01', out: '2025-12-12', days: 11 },
  { person: 'P0127', bed: '312床', in: '2026-02-02', out: '2026-02-13', days: 11 },
];
/** Persons of each fact; the facts' persons are told apart by number, but for the stays that both count. */
const PERSONS = 388;
const OVERLAPPING = { 1: 0, 2: 80, 3: 10 };

/** Stays of one fact, by date of settlement. Money in fen. */
export function stays(fact) {
  const plan = PLAN[fact];
  const random = chance(plan.seed);
  const rows = [];
  for (const year of [2025, 2026]) {
    const [staff, residents, serious, aid] = FACTS[fact].counted[year];
    const staffParts = split(staff, plan.staff[year], random);
    const residentParts = split(residents, plan.residents[year], random);
    const seriousParts = split(serious, plan.aided[year], random);
    const aidParts = split(aid, plan.aided[year], random);
    for (const part of staffParts) rows.push(stay(year, '职工基本医疗保险', [part, 0, 0]));
    for (const [i, part] of residentParts.entries()) {
      rows.push(stay(year, '城乡居民基本医疗保险', [part, seriousParts[i] ?? 0, aidParts[i] ?? 0]));
    }
  }
  if (fact === 3)
    for (const [i, sampled] of SAMPLED.entries())
      Object.assign(rows.filter((r) => r.out.startsWith(sampled.out.slice(0, 4)))[i === 2 ? 4 : 7 * (i + 1)], sampled);
  rows.push(...overlapping(fact, random));
  const counted = rows.filter((r) => !r.overlap);
  for (const [i, own] of split(FACTS[fact].selfPaid, counted.length, random).entries()) counted[i].own = own;
  rows.sort((a, b) => (a.out < b.out ? -1 : a.out > b.out ? 1 : 0));
  for (const [i, row] of rows.filter((r) => !r.overlap).entries()) row.no = serial(fact, i + 1, day(row.out));
  pinEnds(rows, plan.span);
  givePersons(fact, rows);
  check(fact, rows);
  return rows;

  function stay(year, insurance, [pool, serious, aid]) {
    const [from, to] = plan.span[year].map(day);
    const length = random.whole(9, 14);
    const first = year === 2026 ? from - 12 * DAY : from;
    const start = first + DAY * random.whole(0, Math.floor((to - first) / DAY) - length);
    const out = Math.max(start + length * DAY, from);
    const bed = `${random.whole(2, 5)}${String(random.whole(1, 24)).padStart(2, '0')}床`;
    return {
      wish: random.whole(1, PERSONS),
      insurance,
      in: text(start),
      out: text(out),
      days: Math.round((out - start) / DAY),
      bed,
      pool,
      serious,
      aid,
      fund: pool + serious + aid,
      own: 0,
      overlap: false,
      nights: random.whole(0, 2),
    };
  }
}

/** Stays that fact one has already counted: their invented treatments (fact two), or the whole stay (fact three). */
function overlapping(fact, random) {
  if (fact === 1) return [];
  const insurance = fact === 2 ? '职工基本医疗保险' : '城乡居民基本医疗保险';
  const [from] = PLAN[fact].span[2025];
  const known = stays(1).filter((r) => r.insurance === insurance && r.in > from && r.out < '2025-12-20');
  const chosen = Array.from({ length: OVERLAPPING[fact] }, (_, i) => known[Math.floor((i * known.length) / OVERLAPPING[fact])]);
  const parts = fact === 2 ? split(FACTS[2].overlap, chosen.length, random) : undefined;
  return chosen.map((row, i) => {
    const pool = parts?.[i] ?? row.pool;
    if (pool > row.pool) throw new Error(`fact ${fact}: more than the stay ${row.no}`);
    const aid = parts ? [0, 0] : [row.serious, row.aid];
    return { ...row, pool, serious: aid[0], aid: aid[1], fund: pool + aid[0] + aid[1], own: 0, overlap: true };
  });
}

/** The period of the fact is that of its rows: the first stay begins and the last ends on its days. */
function pinEnds(rows, span) {
  const own = rows.filter((r) => !r.overlap);
  const first = own.reduce((a, b) => (b.in < a.in ? b : a));
  const last = own[own.length - 1];
  first.in = span[2025][0];
  first.days = Math.round((day(first.out) - day(first.in)) / DAY);
  last.out = span[2026][1];
  last.days = Math.round((day(last.out) - day(last.in)) / DAY);
}

/**
 * No one lies in two beds: each stay goes to the first person from its `wish` on who is not in hospital then.
 * Even numbers are insured as staff, odd ones as residents; the sampled persons have no stay but the sampled one.
 */
function givePersons(fact, rows) {
  const busyUntil = new Map();
  const kept = new Set(SAMPLED.map((s) => s.person));
  for (const row of rows.filter((r) => !r.person).sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : 0))) {
    const odd = row.insurance === '城乡居民基本医疗保险' ? 1 : 0;
    const free = (n) => !kept.has(patient(n)) && (busyUntil.get(n) ?? '') < row.in;
    let n = 400 * (fact - 1) + row.wish + ((row.wish + odd) % 2);
    while (!free(n)) n += 2;
    busyUntil.set(n, row.out);
    row.person = patient(n);
  }
}

function check(fact, rows) {
  const all = sum(rows.map((r) => r.fund));
  const net = sum(rows.filter((r) => !r.overlap).map((r) => r.fund));
  if (all !== amountOf(fact) || net !== countedOf(fact)) throw new Error(`fact ${fact}: ${yuan(all)} ${yuan(net)}`);
}
