/** R-05, R-06 (rules of mbpack's own): a record is signed when the act is done, and it says what the party was told. */
import { chineseDay, dayInChina, PRINTED_RECORDS, parseInstant, RECORD_LISTS } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, type Proof, proofsOf, told } from './links.ts';

const DAY = 24 * 3_600_000;

/** Records that mbpack prints, of which no signed paper is listed. */
export const unsignedProofs = (proofs: readonly Proof[]): readonly Proof[] =>
  proofs.filter((p) => p.list in PRINTED_RECORDS && p.record.paper === undefined);

/** Was the act more than a day ago? */
export function isLate({ record }: Proof, now: number): boolean {
  const done = parseInstant(record.endedAt ?? record.startedAt);
  return done !== undefined && now - done > DAY;
}

/** A draft is late as well: that it is still to be signed is no remark any more. */
function* late(input: RuleInput): Iterable<Hit> {
  for (const p of unsignedProofs(proofsOf(input.case))) {
    const { printedOn } = p.record;
    const wrong = printedOn === undefined ? undefined : misdated(p, printedOn, input.now);
    if (wrong) yield hit('PRINTED_ON_WRONG', { ...told(p), ...wrong }, 'records', `${p.at}/printedOn`, 'warning');
    if (!isLate(p, input.now)) continue;
    const args = { ...told(p), kind: RECORD_LISTS[p.list], marked: printedOn !== undefined };
    yield hit('RECORD_UNSIGNED_LATE', args, 'records', p.at, isStated(p, input) ? 'warning' : undefined);
  }
}

/** The reason to go on stays in 内卷. Whoever received the dossier has the 情况说明 in its place. */
function isStated({ evidence }: Proof, { madeBy, case: c }: RuleInput): boolean {
  const stated = new Set(c.records.defects.flatMap((d) => (d.rule === 'R-05' ? d.evidence : [])));
  return madeBy !== undefined && evidence.every((no) => stated.has(no));
}

/** 补打 is later than the act, and not later than today. */
function misdated(
  { record }: Proof,
  on: string,
  now: number,
): { readonly on: string; readonly than: 'before' | 'future'; readonly limit: string } | undefined {
  const acted = parseInstant(record.startedAt);
  const first = acted === undefined ? on : dayInChina(acted);
  const today = dayInChina(now);
  if (on < first) return { on: chineseDay(on), than: 'before', limit: chineseDay(first) };
  return on > today ? { on: chineseDay(on), than: 'future', limit: chineseDay(today) } : undefined;
}

function* toldOnScene({ case: c }: RuleInput): Iterable<Hit> {
  for (const p of proofsOf(c)) {
    if (p.list !== 'scenes') continue;
    const { reasonsTold, recusalTold, recusalAsked, recusalDecision } = p.record;
    const gaps = gapsOf([
      [reasonsTold !== '是', '告知理由、依据和陈述、申辩的权利'],
      [recusalTold !== '是', '告知申请回避的权利'],
      [recusalAsked === undefined, '当事人是否申请回避'],
      [recusalAsked === '是' && recusalDecision === undefined, '对回避申请的决定'],
    ]);
    if (gaps) yield hit('SCENE_NOT_TOLD', { ...told(p), gaps }, 'records', p.at);
  }
}

export const LATE_PAPER_RULES: readonly Rule[] = [
  {
    id: 'R-05',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('法发〔2024〕6号', '第十八条'), ...basis('最高法刑诉法解释（2021）', '第八十六条')],
    asks: '由 mbpack 打印供签名的取证记录，行为发生后一日之内签名并列入签过名的原件（paper）。过了一日还没有的，写明补打日期（printedOn），文书印明“补打”，并说明没有当时签名的原因：理由写进内卷，情况说明写进瑕疵和补正（defects）。一日是 mbpack 自定的期限；这一项由 mbpack 按条文归并。',
    why: '事后才打印、签名的笔录，不写明是补打，就会被指为伪造。',
    right: '现场笔录 J-2 当日签名；复制件制作说明 K-1 三个月后补打，写明 printedOn，并作了情况说明。',
    wrong: '移送前一天打印四月的提取笔录请当事人签名，纸上看不出是补打的。',
    codes: ['RECORD_UNSIGNED_LATE', 'PRINTED_ON_WRONG'],
    check: late,
  },
  {
    id: 'R-06',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('行政处罚法', '第四十三条'), ...basis('行政强制法', '第十八条')],
    asks: '每份现场笔录写明：是否告知理由、依据和陈述、申辩的权利（reasonsTold），是否告知申请回避的权利（recusalTold），当事人是否申请回避（recusalAsked）；申请了的，写明对申请的决定（recusalDecision）。',
    why: '告知和回避是程序合法的要件；笔录上留空，等于没有告知。',
    right: '是否告知申请回避的权利：是；当事人是否申请回避：否。',
    wrong: '笔录的告知事项一栏空着；或者当事人申请了回避，没有写怎样决定。',
    codes: ['SCENE_NOT_TOLD'],
    check: toldOnScene,
  },
];
