/** E-11: times run forward, and nobody is in two places at once. */
import { chineseDay, chineseInstant, dayInChina, type EvidenceItem, parseInstant } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { itemsOf, type Proof, proofsOf, told, toldOf } from './links.ts';
import { intervalOf, placesApart } from './presence.ts';

/** Clocks of a record and of a list of evidence are read by hand: half an hour apart is no contradiction. */
const TOLERANCE = 30 * 60_000;
const DAY = 24 * 3_600_000;

function* forward(input: RuleInput): Iterable<Hit> {
  const proofs = proofsOf(input.case);
  for (const { item, at } of itemsOf(input.case)) yield* madeFirst(item, at);
  for (const p of proofs) {
    const { startedAt, endedAt } = p.record;
    if ((parseInstant(endedAt ?? '') ?? Number.POSITIVE_INFINITY) < (parseInstant(startedAt) ?? 0)) {
      const args = { ...told(p), startedAt: chineseInstant(startedAt), endedAt: chineseInstant(endedAt ?? '') };
      yield hit('RECORD_TIMES_REVERSED', args, 'records', `${p.at}/endedAt`);
    }
  }
  yield* collectedWithin(input, proofs);
  yield* onePlace(input, proofs);
}

function* madeFirst(item: EvidenceItem, at: string): Iterable<Hit> {
  const collected = parseInstant(item.collectedAt);
  if (collected === undefined) return;
  const evidence = [item.evidenceNo];
  const told = chineseInstant(item.collectedAt);
  const made = parseInstant(item.madeAt ?? '');
  if (made !== undefined && item.madeAt && made > collected + TOLERANCE)
    yield hit('EVIDENCE_BEFORE_MADE', { evidence, made: chineseInstant(item.madeAt), collected: told }, 'evidence', `${at}/collectedAt`);
  else if (item.docDate && item.docDate > dayInChina(collected))
    yield hit('EVIDENCE_BEFORE_MADE', { evidence, made: chineseDay(item.docDate), collected: told }, 'evidence', `${at}/collectedAt`);
}

/** An item that names records was collected while one of them was being made; a report or a derived sheet comes when it is ready. */
function* collectedWithin({ case: c }: RuleInput, proofs: readonly Proof[]): Iterable<Hit> {
  const byNo = new Map(proofs.map((p) => [p.record.recordNo, p]));
  for (const { item, at } of itemsOf(c)) {
    const collected = parseInstant(item.collectedAt);
    const named = (item.records ?? []).flatMap((no) => byNo.get(no) ?? []);
    if (collected === undefined || named.length === 0 || named.some((p) => p.list === 'examinations')) continue;
    const within = named.some((p) => {
      const i = intervalOf(p);
      if (!i) return true;
      if (p.list === 'derivations') return collected >= i.start - TOLERANCE;
      const end = p.record.endedAt === undefined ? endOfDay(i.start) : i.end;
      return collected >= i.start - TOLERANCE && collected <= end + TOLERANCE;
    });
    const records = named.map((p) => p.record.recordNo);
    if (!within) yield hit('COLLECTED_OUTSIDE_RECORD', { evidence: [item.evidenceNo], records }, 'evidence', `${at}/collectedAt`);
  }
}

const endOfDay = (ms: number): number => Date.parse(`${dayInChina(ms)}T00:00:00+08:00`) + DAY - 1;

/** Interviews against interviews are T-02. */
function* onePlace({ case: c }: RuleInput, proofs: readonly Proof[]): Iterable<Hit> {
  for (const { officer, places, second, proofs: all } of placesApart(proofs, c)) {
    const [firstPlace, secondPlace] = places;
    yield hit('OFFICER_IN_TWO_PLACES', { ...toldOf(all), officer, firstPlace, secondPlace }, 'records', `${second.at}/place`);
  }
}

export const TIME_RULES: readonly Rule[] = [
  {
    id: 'E-11',
    severity: 'warning',
    basis: basis('最高法刑诉法解释（2021）', '第八十六条', '第九十条', '第一百零九条'),
    asks: '时间先后相合：证据不早于形成或者录制的时间取得，记录的开始不晚于结束，取证时间在所引记录的起止时间之内（前后相差30分钟以内的不提示，这是 mbpack 自定的宽限），同一名执法人员不同时在两处。条文直接说的是询问和视听资料，其他记录由本程序比照检查。',
    why: '时间对不上，整份记录是不是当时做的就会受质疑。',
    right: '提取笔录 9:30 至 11:20，证据的取证时间 10:05。',
    wrong: '提取笔录 9:30 至 11:20，证据的取证时间是次日 15:00；或者同一人 10:00 既在医院提取数据，又在局里询问。',
    codes: ['EVIDENCE_BEFORE_MADE', 'RECORD_TIMES_REVERSED', 'COLLECTED_OUTSIDE_RECORD', 'OFFICER_IN_TWO_PLACES'],
    check: forward,
  },
];
