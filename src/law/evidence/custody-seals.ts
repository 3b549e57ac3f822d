/** C-04, the seals: what the records call sealed is sealed in the log, and a number is put on once. */
import {
  type AnyRecord,
  type Case,
  type CustodyEvent,
  type CustodyStep,
  type FollowedCustody,
  parseInstant,
  sealNumbers,
} from '../../model/index.ts';
import { type Hit, hit } from '../rule.ts';
import { type Proof, proofsOf, told } from './links.ts';

/** Seals that a record gives and no line of the log names. Once a record. */
export function* sealsInLog(c: Case, events: readonly CustodyEvent[]): Iterable<Hit> {
  const named = new Set(events.flatMap((e) => [e.sealBefore ?? '', e.sealAfter ?? ''].flatMap(sealNumbers)));
  for (const p of proofsOf(c)) {
    const missing = sealsOf(c, p).filter((text) => sealNumbers(text).some((number) => !named.has(number)));
    if (missing.length > 0) yield hit('SEAL_NOT_IN_LOG', { ...told(p), seals: [...new Set(missing)] }, 'records', p.at, 'warning');
  }
}

function sealsOf(c: Case, p: Proof & AnyRecord): readonly string[] {
  if (p.list === 'extractions') {
    const { originalSealNo, backups = [] } = p.record;
    return [originalSealNo, ...backups.map((b) => b.sealNo)].filter((text) => text !== undefined);
  }
  if (p.list !== 'preservations') return [];
  // The log speaks of evidence: of a thing that is none it knows nothing. Papers have no number among the things.
  const things = new Set(c.evidence.evidence.flatMap((e) => e.itemNos ?? []));
  const papers = c.evidence.evidence.some((e) => e.kind === '书证' && e.records?.includes(p.record.recordNo));
  return p.record.list.flatMap(({ sealNo, itemNo }) =>
    sealNo !== undefined && (papers || itemNo === undefined || things.has(itemNo)) ? [sealNo] : [],
  );
}

interface PutOn {
  readonly line: number;
  readonly at: string;
}

/** A seal that is broken cannot be put on again, and one number closes one thing. */
export function* sealsOnce({ steps }: FollowedCustody): Iterable<Hit> {
  const first = new Map<string, PutOn>();
  const again = new Map<string, { line: number; since: number; seals: Set<string>; evidence: Set<string> }>();
  const all = [...steps].flatMap(([item, list]) => list.map((step, i) => ({ item, step, before: list[i - 1] })));
  for (const { item, step, before } of all.sort((a, b) => inTime(a.step) - inTime(b.step) || a.step.line - b.step.line)) {
    for (const number of putOn(step, before)) {
      const earlier = first.get(number);
      if (!earlier) first.set(number, { line: step.line, at: step.at });
      // One bag whose things are written in two lines is closed once.
      else if (earlier.line !== step.line && earlier.at !== step.at) {
        const key = `${earlier.line} ${step.line}`;
        const entry = again.get(key) ?? { line: step.line, since: earlier.line, seals: new Set(), evidence: new Set() };
        entry.seals.add(number);
        entry.evidence.add(item);
        again.set(key, entry);
      }
    }
  }
  for (const { line, since, seals, evidence } of again.values())
    yield hit('SEAL_USED_TWICE', { evidence: [...evidence], line, since, seals: [...seals] }, 'custody', `/${line}`, 'warning');
}

const inTime = ({ at }: CustodyStep): number => parseInstant(at) ?? 0;

/** Seals that were not on it before: who moves a sealed thing names its seal and puts none on. */
function putOn({ sealBefore = '', sealAfter = '' }: CustodyStep, before: CustodyStep | undefined): readonly string[] {
  const was = new Set([sealBefore, before?.sealNoAfter ?? ''].flatMap(sealNumbers));
  return sealNumbers(sealAfter).filter((number) => !was.has(number));
}
