/** E-12: sheets that the amount rests on or that were derived, and that nobody sums because they are no datasets. */
import { type Case, type EvidenceItem, parseYuan } from '../../model/index.ts';
import { type Hit, hit, type RuleInput } from '../rule.ts';
import { itemsOf } from './links.ts';

/** What can be read again as a dataset. */
const SHEET = /\.(?:csv|xlsx)$/iu;
/** The support whose sheets are sheets of fund payments (法发〔2024〕6号 art. 19); others need have no such column. */
const OF_THE_FUND = '医保信息系统数据';

/** Warned of where the amount rests on them; noted where only a fact does. */
export function* unsummed({ case: c }: RuleInput): Iterable<Hit> {
  const { amount, facts } = c.case;
  const summed = new Set(c.records.datasets.map((d) => d.evidence));
  const named = new Set(namedInBasis(c));
  const support = (amount.support ?? []).filter((s) => s.type === OF_THE_FUND).flatMap((s) => s.evidence);
  // A sheet derived without a sum may be one of something else than money.
  const derived = c.records.derivations.filter((d) => d.sum !== undefined).map((d) => d.result);
  const asked = new Set([...named, ...support, ...derived]);
  const noted = new Set([...facts.flatMap((f) => f.evidence), ...c.records.derivations.map((d) => d.result)]);
  const open = itemsOf(c).filter(({ item }) => sheetsOf(item).length > 0 && !summed.has(item.evidenceNo));
  for (const { item, at } of open) {
    const { evidenceNo } = item;
    if (asked.has(evidenceNo))
      yield hit('DATASET_NOT_REGISTERED', { evidence: [evidenceNo], paths: sheetsOf(item) }, 'evidence', at, 'warning');
  }
  const rest = open.filter(({ item }) => !asked.has(item.evidenceNo) && noted.has(item.evidenceNo) && item.kind === '电子数据');
  const [first] = rest;
  if (first) {
    const args = { evidence: rest.map(({ item }) => item.evidenceNo), paths: rest.flatMap(({ item }) => sheetsOf(item)) };
    yield hit('DATASET_NOT_REGISTERED', args, 'evidence', first.at, 'info');
  }
  yield* uncounted(c, named);
}

/** Everything that the amount rests on is registered, and nothing of it compared with the amount. */
function* uncounted({ case: { amount }, records, evidence: list }: Case, named: ReadonlySet<string>): Iterable<Hit> {
  const counts = records.datasets.some((d) => d.counts === '全部' || d.counts === '部分');
  if (counts || amount.method !== '逐笔核算' || (parseYuan(amount.fundLoss) ?? 0n) === 0n) return;
  const evidence = list.evidence.map((e) => e.evidenceNo).filter((no) => named.has(no) && records.datasets.some((d) => d.evidence === no));
  if (evidence.length > 0) yield hit('DATASETS_NOT_COUNTED', { evidence }, 'records', '/datasets', 'info');
}

const sheetsOf = ({ files }: EvidenceItem): readonly string[] => files.map((f) => f.path).filter((path) => SHEET.test(path));

/** Evidence numbers that stand in the documents that the amount is based on, whole: `Z-1` is not `Z-18`. */
export function namedInBasis({ case: { amount }, evidence }: Case): readonly string[] {
  const texts = amount.basis.map((text) => text.normalize('NFKC'));
  return evidence.evidence
    .map((e) => e.evidenceNo)
    .filter((no) => {
      const wanted = no.normalize('NFKC');
      return wanted !== '' && texts.some((text) => standsWhole(text, wanted));
    });
}

function standsWhole(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[0-9A-Za-z-]/u.test(text[at - 1] ?? '') && !/[0-9A-Za-z]/u.test(text[at + wanted.length] ?? '')) return true;
  }
  return false;
}
