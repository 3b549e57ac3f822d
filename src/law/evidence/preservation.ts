/** D-03 … D-05: things taken by 先行登记保存 or 封存, and how long they are held. */
import {
  chineseDay,
  chineseInstant,
  dayInChina,
  formatInstant,
  type PackPeriod,
  type PreservationRecord,
  parseInstant,
} from '../../model/index.ts';
import { dueOf } from '../calendar.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, officersOf, type Proof, proofsOf, signatureOf, told } from './links.ts';

const PENALTY = '行政处罚法';
const COERCION = '行政强制法';

/**
 * No seven working days last longer: with the longest run of days off there has been (nine, and the weekends on both sides
 * of it) they end within 20 calendar days. Where the days off of a year are not known, this much is.
 */
const SURELY_OVER_DAYS = 30;
const SURELY_OF_WORKDAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

type Preservation = Proof & { readonly record: PreservationRecord };

/** The evidence of a record of taking includes the things on its list. */
function preservationsOf({ case: c }: RuleInput): readonly Preservation[] {
  return proofsOf(c)
    .filter((p): p is Preservation => p.list === 'preservations')
    .map((p) => {
      const taken = new Set(p.record.list.flatMap((thing) => thing.itemNo ?? []));
      const things = c.evidence.evidence.filter((e) => e.itemNos?.some((no) => taken.has(no))).map((e) => e.evidenceNo);
      const named = p.evidence.filter((no) => things.length === 0 || no !== p.record.paper);
      return { ...p, evidence: [...new Set([...named, ...things])] };
    });
}

function* papers(input: RuleInput): Iterable<Hit> {
  const { case: c } = input;
  const records = preservationsOf(input);
  const listed = new Set(records.flatMap((r) => r.record.list.flatMap((thing) => thing.itemNo ?? [])));
  const docNos = new Set(records.flatMap((r) => r.record.docNo ?? []));
  const media = mediaSeals(input);
  for (const [i, { itemNo, measure, measureDocNo, sealNo }] of c.items.items.entries()) {
    if (!measure || measure === '无' || listed.has(itemNo) || (measureDocNo && docNos.has(measureDocNo))) continue;
    // A sealed medium of electronic data was not taken from anybody: its record is the record of extraction.
    if (sealNo && media.some((seals) => seals.includes(sealNo))) continue;
    const evidence = c.evidence.evidence.filter((e) => e.itemNos?.includes(itemNo)).map((e) => e.evidenceNo);
    yield hit('PRESERVATION_RECORD_MISSING', { evidence, items: [itemNo], measure }, 'items', `/items/${i}/measure`);
  }
  const scenes = new Set(c.records.scenes.map((s) => s.recordNo));
  for (const r of records) {
    const { record } = r;
    const { measure } = record;
    const gaps = gapsOf([
      [!record.docNo, measure === '封存' ? '封存决定书的文号' : '登记保存通知书的文号'],
      [record.scene === undefined || !scenes.has(record.scene), '现场笔录的记录编号'],
    ]);
    if (gaps) yield hit('PRESERVATION_GAP', { ...told(r), measure, gaps }, 'records', r.at);
    const features = record.list.some((thing) => !thing.features);
    if (features) yield hit('PRESERVATION_GAP', { ...told(r), measure, gaps: '清单里物品的特征' }, 'records', `${r.at}/list`, 'warning');
    yield* officersOf(r);
    yield* signatureOf(input, r, record.holder, '当事人、持有人', 'holder');
    yield* approvedOf(input, r);
    yield* inOrder(input, r);
  }
}

/** Disposed of after it was taken, and the 现场笔录 is of the day of taking. */
function* inOrder({ case: { records } }: RuleInput, r: Preservation): Iterable<Hit> {
  const { measure, startedAt, disposition, scene } = r.record;
  const taken = dayOf(startedAt);
  const takenOn = chineseDay(taken);
  if (disposition && disposition.on < taken) {
    const args = { ...told(r), measure, takenOn, disposedOn: chineseDay(disposition.on) };
    yield hit('DISPOSED_BEFORE_TAKEN', args, 'records', `${r.at}/disposition/on`, 'warning');
  }
  const paper = records.scenes.find((s) => s.recordNo === scene);
  if (!paper) return;
  const first = dayOf(paper.startedAt);
  // A night on the scene ends on the next day.
  if (taken >= first && taken <= dayOf(paper.endedAt ?? paper.startedAt)) return;
  const args = { ...told(r), measure, takenOn, scene: paper.recordNo, sceneOn: chineseDay(first) };
  yield hit('SCENE_OF_ANOTHER_DAY', args, 'records', `${r.at}/scene`, 'warning');
}

const dayOf = (instant: string): string => dayInChina(parseInstant(instant) ?? 0);

/** Seals of original media and of sealed copies; one field may name several. */
function mediaSeals({ case: { records } }: RuleInput): readonly string[] {
  return records.extractions.flatMap(({ originalSealNo, backups = [] }) =>
    [originalSealNo ?? [], ...backups.map((b) => b.sealNo ?? [])].flat(),
  );
}

/** 行政处罚法 art. 56, 行政强制法 art. 18: approved first; what could not wait is approved within the pack's period. */
function* approvedOf({ pack }: RuleInput, r: Preservation): Iterable<Hit> {
  const { measure, approvedBy, approvedAt, startedAt, urgent } = r.record;
  const gaps = gapsOf([
    [!approvedBy, '批准人'],
    [!approvedAt, '批准时间'],
  ]);
  if (gaps) yield hit('PRESERVATION_NOT_APPROVED', { ...told(r), measure, gaps }, 'records', r.at, 'warning');
  if (!approvedAt) return;
  const period = pack.periods.urgentApproval;
  const latest = urgent === '是' && period ? dueBy(period, startedAt, []) : parseInstant(startedAt);
  if (urgent === '是' && !period) return;
  if ((parseInstant(approvedAt) ?? 0) <= (latest ?? Number.POSITIVE_INFINITY)) return;
  const args = { ...told(r), measure, startedAt: chineseInstant(startedAt), approvedAt: chineseInstant(approvedAt) };
  yield hit('PRESERVATION_APPROVED_LATE', args, 'records', `${r.at}/approvedAt`, 'warning');
}

function dueBy(...args: Parameters<typeof dueOf>): number | undefined {
  const end = dueOf(...args);
  return 'due' in end ? end.due : undefined;
}

function* registered(input: RuleInput): Iterable<Hit> {
  const { pack } = input;
  const period = pack.periods.preservation;
  if (!period) return;
  for (const r of preservationsOf(input)) {
    if (r.record.measure !== '先行登记保存') continue;
    const end = dueOf(period, r.record.startedAt, pack.calendar);
    if ('due' in end) yield* overdue(input, r, end.due);
    else {
      yield hit('CALENDAR_YEAR_MISSING', { ...told(r), year: end.unknownYear }, 'records', `${r.at}/startedAt`, 'info');
      if (period.length <= SURELY_OF_WORKDAYS) yield* surelyOver(input, r);
    }
  }
}

/** Without the days off of the year: past a bound that no days off move. */
function* surelyOver({ now }: RuleInput, r: Preservation): Iterable<Hit> {
  const { measure, startedAt, disposition } = r.record;
  const bound = dayInChina((parseInstant(startedAt) ?? 0) + SURELY_OVER_DAYS * DAY_MS);
  if ((disposition?.on ?? dayInChina(now)) <= bound) return;
  const args = { ...told(r), measure, days: SURELY_OVER_DAYS, disposedOn: disposition ? chineseDay(disposition.on) : '' };
  yield hit('PRESERVATION_SURELY_OVERDUE', args, 'records', disposition ? `${r.at}/disposition/on` : r.at);
}

function* sealed(input: RuleInput): Iterable<Hit> {
  const { sealing, sealingExtension } = input.pack.periods;
  if (!sealing) return;
  for (const r of preservationsOf(input)) {
    const { measure, startedAt, extendedTo } = r.record;
    if (measure !== '封存') continue;
    const first = dueBy(sealing, startedAt, input.pack.calendar);
    if (first === undefined) continue;
    if (extendedTo === undefined) {
      yield* overdue(input, r, first);
      continue;
    }
    const last = sealingExtension ? longest(sealingExtension, first, input) : undefined;
    if (last !== undefined && extendedTo > dayInChina(last)) {
      const args = { ...told(r), extendedTo: chineseDay(extendedTo), due: chineseDay(dayInChina(last)) };
      yield hit('SEALING_EXTENSION_TOO_LONG', args, 'records', `${r.at}/extendedTo`);
    }
    yield* overdue(input, r, Date.parse(`${extendedTo}T23:59:59+08:00`));
  }
}

const longest = (extension: PackPeriod, first: number, { pack }: RuleInput): number | undefined =>
  dueBy(extension, formatInstant(first), pack.calendar);

/** Disposed of after the period, or not at all although it is over. */
function* overdue({ now }: RuleInput, r: Preservation, due: number): Iterable<Hit> {
  const { measure, disposition } = r.record;
  if (disposition ? disposition.on <= dayInChina(due) : now <= due) return;
  const args = { ...told(r), measure, due: chineseDay(dayInChina(due)), disposedOn: disposition ? chineseDay(disposition.on) : '' };
  yield hit('PRESERVATION_OVERDUE', args, 'records', disposition ? `${r.at}/disposition/on` : r.at);
}

export const PRESERVATION_RULES: readonly Rule[] = [
  {
    id: 'D-03',
    severity: 'error',
    basis: [
      ...basis('最高法刑诉法解释（2021）', '第八十二条', '第八十六条'),
      ...basis(COERCION, '第十八条', '第二十四条'),
      ...basis(PENALTY, '第五十六条'),
    ],
    asks: '先行登记保存、封存的物品，有通知书或者决定书、清单和现场笔录，两名以上执法人员，当事人签名或者注明原因，并经负责人批准。',
    why: '没有笔录或者清单、不能证明来源的物证、书证，不得作为定案的根据。',
    right: '登记保存、封存文书 R4：文号、批准人、清单逐项写特征，现场笔录 R2，当事人已签名；涉案物品 1 列在清单里。',
    wrong: '涉案物品清单写“封存”，没有封存决定书，也没有现场笔录。',
    codes: [
      'PRESERVATION_RECORD_MISSING',
      'PRESERVATION_GAP',
      'PRESERVATION_NOT_APPROVED',
      'PRESERVATION_APPROVED_LATE',
      'DISPOSED_BEFORE_TAKEN',
      'SCENE_OF_ANOTHER_DAY',
      'RECORD_OFFICERS_TOO_FEW',
      'SIGNATURE_MISSING',
    ],
    check: papers,
  },
  {
    id: 'D-04',
    severity: 'warning',
    basis: basis(PENALTY, '第五十六条', '第八十五条'),
    asks: '先行登记保存的，七个工作日内作出处理决定，在处理（disposition）写日期和内容。',
    why: '逾期不处理，继续保存就没有依据，保管链也断在这里。',
    right: '3 月 2 日登记保存，3 月 10 日决定封存，处理：转为封存，示医保封〔2026〕2号。',
    wrong: '登记保存一个月，没有处理决定。',
    codes: ['PRESERVATION_OVERDUE', 'PRESERVATION_SURELY_OVERDUE', 'CALENDAR_YEAR_MISSING'],
    check: registered,
  },
  {
    id: 'D-05',
    severity: 'warning',
    basis: basis(COERCION, '第二十五条'),
    asks: '封存不超过三十日；情况复杂的，经负责人批准延长，延长不超过三十日，在延长至（extendedTo）写明。检测、鉴定的期间不计入，期间在备注写明。',
    why: '超期封存是违法的强制措施，会连累封存的证据。',
    right: '4 月 1 日封存，延长至 5 月 31 日，5 月 28 日解除并返还。',
    wrong: '封存三个月，既没有延长，也没有解除。',
    codes: ['PRESERVATION_OVERDUE', 'SEALING_EXTENSION_TOO_LONG'],
    check: sealed,
  },
];
