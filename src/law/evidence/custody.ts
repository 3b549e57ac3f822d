/** C-03 to C-05, C-08: the chain of custody holds, its steps meet, and what stands outside it bears it out. */
import {
  type Case,
  type CustodyEvent,
  type CustodyFault,
  chainFaults,
  chineseInstant,
  custodyContext,
  type EvidenceItem,
  type FollowedCustody,
  followCustody,
  isGrave,
  parseInstant,
  STEP_CODES,
  stepArgs,
  wholeOf,
} from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { anchors } from './custody-anchors.ts';
import { historyOf } from './custody-corrections.ts';
import { sealsInLog, sealsOnce } from './custody-seals.ts';
import { away, placesJoined } from './custody-ways.ts';

/** What the log says of itself, whatever the forms say. */
export function* joined({ custody, now }: Pick<RuleInput, 'custody' | 'now'>): Iterable<Hit> {
  for (const { line, fault, from = 0, to = 0 } of chainFaults(custody?.lines ?? []))
    yield hit('CUSTODY_CHAIN_BROKEN', { line, fault, from, to }, 'custody', `/${line}`);
  for (const { seq, at } of custody?.events ?? [])
    if ((parseInstant(at) ?? 0) > now)
      yield hit('DATE_IN_FUTURE', { what: `保管记录第 ${seq} 条`, date: chineseInstant(at) }, 'custody', `/${seq}`);
}

function* chain(input: RuleInput): Iterable<Hit> {
  yield* joined(input);
  const known = new Set(input.case.evidence.evidence.map((e) => e.evidenceNo));
  for (const event of historyOf(input)) {
    const line = event.seq;
    for (const evidenceNo of event.items)
      if (!known.has(evidenceNo) && wholeOf(evidenceNo, (number) => known.has(number)) === undefined)
        yield hit('CUSTODY_ITEM_UNKNOWN', { line, evidenceNo }, 'custody', `/${line}`, 'warning');
  }
}

function* steps({ case: c, custody }: RuleInput): Iterable<Hit> {
  const history = custody ? historyOf({ custody }) : [];
  if (!custody || !history.some((e) => e.action !== 'pack')) {
    yield hit('CUSTODY_MISSING', { evidence: c.evidence.evidence.map((e) => e.evidenceNo) });
    return;
  }
  const followed = followedOf({ case: c, custody });
  if (!followed) return;
  const { states, faults } = followed;
  // Times are told by C-03, givers by C-08, who corrects by C-09.
  yield* stepHits(
    custody.events,
    faults.filter(({ kind, action }) => kind !== 'time' && kind !== 'giver' && action !== 'correct'),
  );
  yield* away(c, history, states);
  yield* placesJoined(followed);
  yield* sealsInLog(c, history);
  yield* sealsOnce(followed);
  const listed = new Set(c.evidence.evidence.map(({ evidenceNo }) => evidenceNo));
  // An item of which the log knows a part is known to it.
  const inLog = new Set([...states.keys()].flatMap((no) => [no, wholeOf(no, (number) => listed.has(number)) ?? no]));
  const absent = c.evidence.evidence.flatMap((item, i) => (isThing(item) && !inLog.has(item.evidenceNo) ? [{ item, i }] : []));
  const [first] = absent;
  if (first) {
    const { evidenceNo, title } = first.item;
    yield hit('CUSTODY_ITEM_ABSENT', { evidenceNo, title, count: absent.length }, 'evidence', `/evidence/${first.i}`, 'warning');
  }
}

/** What was followed, by case and log: several rules ask, and a log of thousands of lines takes its time. */
const followed = new WeakMap<Case, { readonly custody: RuleInput['custody']; readonly found: FollowedCustody | undefined }>();

/** Steps of a log that lines were taken from say nothing. */
export function followedOf({ case: c, custody }: Pick<RuleInput, 'case' | 'custody'>): FollowedCustody | undefined {
  const known = followed.get(c);
  if (known && known.custody === custody) return known.found;
  const broken = !custody || chainFaults(custody.lines).some(({ fault }) => fault !== 'time');
  const found = broken ? undefined : followCustody(custody.events, custodyContext(c));
  followed.set(c, { custody, found });
  return found;
}

function* stepHits(events: readonly CustodyEvent[], faults: readonly CustodyFault[]): Iterable<Hit> {
  for (const f of faults) {
    const { evidence, ...args } = stepArgs(f);
    // What is wrong with the people is wrong of all that they handled.
    const concerned = evidence.length > 0 ? evidence : (events[f.line - 1]?.items ?? []);
    yield hit(STEP_CODES[f.kind], { ...args, evidence: concerned }, 'custody', `/${f.line}`, isGrave(f) ? 'error' : 'warning');
  }
}

function* givers(input: RuleInput): Iterable<Hit> {
  const faults = followedOf(input)?.faults.filter(({ kind }) => kind === 'giver') ?? [];
  yield* stepHits(input.custody?.events ?? [], faults);
}

const isThing = ({ kind, files }: EvidenceItem): boolean => files.length > 0 || kind === '物证';

const INTEGRITY = [...basis('最高法刑诉法解释（2021）', '第一百一十一条'), ...basis('法发〔2016〕22号', '第五条')];

export const CUSTODY_RULES: readonly Rule[] = [
  {
    id: 'C-03',
    severity: 'stop',
    basis: INTEGRITY,
    asks: '保管记录逐条相接：序号连续，每条记有上一条的校验值，时间不倒退。一项证据相邻两条之间的缺口（交出的不是当时的保管人、地点或者封条变了没有记录等）由 C-04 检查。',
    why: '链条断了，就说不清证据经过谁的手。',
    right: '每次移动、封存、移交都用 mbpack custody 追加一条，已经写入的一个字也不动。',
    wrong: '用记事本打开 custody.jsonl，把第 2 行的“原件1份”改成“原件2份”。',
    codes: ['CUSTODY_CHAIN_BROKEN', 'CUSTODY_ITEM_UNKNOWN', 'DATE_IN_FUTURE'],
    check: chain,
  },
  {
    id: 'C-04',
    severity: 'error',
    basis: [
      ...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'),
      ...basis('法发〔2016〕22号', '第七条', '第八条', '第十八条'),
    ],
    asks: '每项证据从取得起有保管记录，经过前后衔接，没有缺口：移出方就是当时的保管人，写明交给谁（由谁交出见 C-08）；启封的就是贴着的那枚封条；地点变了有移动、移交、接收的记录（相邻两条之间缺了其中一样就是缺口，时间倒退的见 C-03）；移交、返还给外人的收回以后才移送（交给受移送的公安机关的除外）；取证、封存、启封有两人；取证记录里写的封条都在保管记录里，一个封条编号只用一次；有文件、有实物的证据都在保管记录里。',
    why: '没有保管记录，或者交接、地点、封条对不上，就不能排除证据被调换；没有以封存状态移送的，要能补正或者作出合理解释。',
    right: '第 2 条 移动：张某一 → 李某二；第 5 条 移交：李某二 → 公安机关。封存 FT0001，启封也写 FT0001。',
    wrong: '第 2 条 移动：张某一 → 李某二；第 5 条 移交却写着从张某一移出。封存 FT0001，启封写成 FT0002。',
    codes: [
      'CUSTODY_MISSING',
      ...Object.values(STEP_CODES).filter((code) => code !== STEP_CODES.time && code !== STEP_CODES.giver),
      'CUSTODY_ITEM_AWAY',
      'CUSTODY_ITEM_ABSENT',
      'CUSTODY_PLACE_GAP',
      'SEAL_NOT_IN_LOG',
      'SEAL_USED_TWICE',
    ],
    check: steps,
  },
  {
    id: 'C-05',
    severity: 'warning',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十条', '第一百一十一条'), ...basis('法发〔2016〕22号', '第十四条')],
    asks: '保管记录之外的凭据与它相符：签字笔录上印的末条校验值在记录里找得到；事情发生以后24小时以内记入；取得时间与证据清单、笔录的起止时间一致，相差一小时以内的不提示。从纸质取证记录补记的（备注写明“事后补记”），以那份记录的时间为准，只提示一次补记。24小时、一小时是 mbpack 自定的宽限。',
    why: '整本重写的记录自身可以前后一致，只有签过字的纸和别处的时间能证明它没有重写过。',
    right: '9时30分提取，当场记入；提取笔录起止时间 9时至10时，笔录上印有当时的末条校验值。',
    wrong: '3月提取，9月才一次记入全部经过；笔录上印的末条校验值在现在的记录里没有。',
    codes: [
      'CUSTODY_ANCHOR_LOST',
      'CUSTODY_ANCHOR_LATE',
      'CUSTODY_PEOPLE_DIFFER',
      'CUSTODY_CERTIFICATE_DIFFERS',
      'CUSTODY_ENTERED_LATE',
      'CUSTODY_CLOCK_WRONG',
      'CUSTODY_COLLECTED_AT_DIFFERS',
      'CUSTODY_OUTSIDE_RECORD',
    ],
    check: anchors,
  },
  {
    id: 'C-08',
    severity: 'warning',
    since: '0.2.0',
    basis: [
      ...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'),
      ...basis('法发〔2016〕22号', '第七条', '第八条', '第十八条'),
    ],
    asks: '交出、返还、移动一件证据的，是当时的保管人：没有写移出方的，经办人里有保管人；移出方写的是个人的，他就在经办人里。不是的，就是保管链的缺口。',
    why: '不在谁手里的东西，谁也交不出来；这一段由谁保管说不清，就不能排除证据被调换。',
    right: '第 2 条 移动：张某一 → 李某二；第 5 条 移交：李某二 → 公安机关，经办人李某二、王某三。',
    wrong: '第 2 条 移动：张某一 → 李某二；第 5 条 移交写着李某二移出，经办人只有张某一。',
    codes: ['CUSTODY_GIVER_NOT_HOLDER'],
    check: givers,
  },
];
