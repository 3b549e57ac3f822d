/** What the custody log of a case says: its events, where each item stands, and what does not fit. Also of a case whose forms are not filled in yet. */
import { folderSource, loadCase, type RoughCase, roughCase } from '../case/index.ts';
import { checkCase } from '../law/index.ts';
import {
  type CorrectedLine,
  type CorrectionFault,
  type CustodyContext,
  type CustodyEvent,
  type CustodyFault,
  chainFaults,
  correctedLog,
  custodyContext,
  custodyLink,
  type Finding,
  type FollowedCustody,
  fault,
  finding,
  followCustody,
  type ItemState,
  isGrave,
  nearestId,
  type Place,
  STEP_CODES,
  stepArgs,
  wholeOf,
} from '../model/index.ts';
import { installedPacks, loadPack } from '../pack/index.ts';
import { insidersOf } from './collect/people.ts';

export interface CustodyItem extends ItemState {
  readonly title: string;
}

export interface CustodyView {
  readonly findings: readonly Finding[];
  /** The events asked for, in order, as they are written. */
  readonly events: readonly CustodyEvent[];
  /** Lines that later ones correct, by number: what they say, and what counts in their place. */
  readonly corrected: ReadonlyMap<number, CorrectedLine>;
  /** Numbers of events with a fault, and whether one of them is grave. */
  readonly marks: ReadonlyMap<number, 'error' | 'warning'>;
  readonly items: readonly CustodyItem[];
  readonly lines: number;
  /** SHA-256 of the last line; null when there is no log. */
  readonly head: string | null;
}

/** All that appending needs to know as well. */
export interface CustodyScene {
  readonly rough: RoughCase;
  readonly context: CustodyContext;
  readonly followed: FollowedCustody;
  readonly view: CustodyView;
}

/** The rows of the law on the chain. */
const CHAIN_RULES: ReadonlySet<string> = new Set(['C-03', 'C-04', 'C-05', 'C-08', 'C-09']);

/** @throws Fault NOT_A_CASE_FOLDER, CUSTODY_NO_SUCH_ITEM, or of the machine */
export async function custodyScene(dir: string, wanted: readonly string[], now: number): Promise<CustodyScene> {
  const source = folderSource(dir, { bare: true });
  const rough = await roughCase(source);
  const { forms, case: whole, locate } = await loadCase(source, { internal: 'required' });
  const { case: main, items, records } = forms;
  const context = main && items && records ? custodyContext({ case: main, items, records }) : { insiders: insidersOf(rough) };
  const { lines, events } = rough.custody;
  const followed = followCustody(events, context);
  const asked = numbersOf(wanted, rough, followed);
  const { corrected, faults: unfit } = correctedLog(events);
  const isAsked = (item: string): boolean => asked.has(item) || wholeOf(item, (number) => asked.has(number)) !== undefined;
  // What happened to its item before happened to a part as well.
  const wholes = new Set(wanted.flatMap((item) => wholeOf(item, (number) => followed.states.has(number)) ?? []));
  const ofItems = (list: readonly string[]): boolean => wanted.length === 0 || list.some((item) => isAsked(item) || wholes.has(item));
  const input = whole &&
    installedPacks().includes(whole.case.pack) && {
      case: whole,
      pack: loadPack(whole.case.pack).pack,
      now,
      draft: true,
      custody: rough.custody,
    };
  const judged = input
    ? checkCase(input, locate).filter(({ rule }) => rule !== undefined && CHAIN_RULES.has(rule))
    : [
        ...broken(lines, logPlace(rough)),
        ...followed.faults.map((f) => stepFinding(f, logPlace(rough))),
        ...unfit.map((f) => finding('CUSTODY_CORRECTION_BAD', 'error', f, { at: logPlace(rough)(f.line), rule: 'C-09' })),
      ];
  const shown = new Set(events.filter((e) => ofItems([...e.items, ...(corrected.get(e.seq)?.counts?.items ?? [])])).map(({ seq }) => seq));
  return {
    rough,
    context,
    followed,
    view: {
      findings: [...rough.findings, ...judged.filter((f) => concerns(f, shown, asked))],
      events: events.filter(({ seq }) => shown.has(seq)),
      corrected,
      marks: marksOf(followed.faults, unfit, lines),
      items: inListOrder(rough, [...followed.states.values()])
        .filter(({ evidenceNo }) => wanted.length === 0 || isAsked(evidenceNo))
        .map((s) => ({ ...s, title: titleOf(rough, s.evidenceNo) })),
      lines: lines.length,
      head: lines.length === 0 ? null : custodyLink(lines.at(-1) as string),
    },
  };
}

/** The numbers asked for. @throws Fault CUSTODY_NO_SUCH_ITEM */
export function numbersOf(wanted: readonly string[], { items }: RoughCase, { states }: FollowedCustody): ReadonlySet<string> {
  const known = new Set([...states.keys(), ...items.flatMap(({ evidenceNo }) => (evidenceNo === undefined ? [] : [evidenceNo]))]);
  for (const evidenceNo of wanted)
    if (!known.has(evidenceNo) && wholeOf(evidenceNo, (number) => known.has(number)) === undefined)
      throw fault('CUSTODY_NO_SUCH_ITEM', 2, { evidenceNo, nearest: nearestId(evidenceNo, [...known]) ?? '' });
  return new Set(wanted);
}

export function logPlace({ fileOf }: RoughCase): (line: number) => Place {
  return (line) => ({ file: fileOf('custody.jsonl'), pointer: '', line, column: 1 });
}

export function stepFinding(f: CustodyFault, at: (line: number) => Place): Finding {
  return finding(STEP_CODES[f.kind], isGrave(f) ? 'error' : 'warning', stepArgs(f), {
    at: at(f.line),
    rule: f.kind === 'giver' ? 'C-08' : 'C-04',
  });
}

function broken(lines: readonly string[], at: (line: number) => Place): readonly Finding[] {
  return chainFaults(lines).map(({ line, fault: kind, from = 0, to = 0 }) =>
    finding('CUSTODY_CHAIN_BROKEN', 'stop', { line, fault: kind, from, to }, { at: at(line), rule: 'C-03' }),
  );
}

/** A fault of the chain concerns all; a step, the items of its event; of several items in one event, the one asked for. */
function concerns(f: Finding, shown: ReadonlySet<number>, asked: ReadonlySet<string>): boolean {
  if (asked.size === 0 || f.code === 'CUSTODY_CHAIN_BROKEN') return true;
  const { item, line, evidenceNo } = f.args as { readonly item?: string; readonly line?: number; readonly evidenceNo?: string };
  const number = item ?? evidenceNo;
  if (number !== undefined && number !== '') return asked.has(number);
  return line === undefined || shown.has(line);
}

function marksOf(
  faults: readonly CustodyFault[],
  unfit: readonly CorrectionFault[],
  lines: readonly string[],
): ReadonlyMap<number, 'error' | 'warning'> {
  const marks = new Map<number, 'error' | 'warning'>();
  for (const f of faults) if (isGrave(f) || !marks.has(f.line)) marks.set(f.line, isGrave(f) ? 'error' : 'warning');
  for (const { line } of [...unfit, ...chainFaults(lines)]) marks.set(line, 'error');
  return marks;
}

/** As the evidence list has them; what it does not know stands behind. */
function inListOrder({ items }: RoughCase, states: readonly ItemState[]): readonly ItemState[] {
  const place = new Map(items.map(({ evidenceNo }, i) => [evidenceNo, i]));
  const of = ({ evidenceNo }: ItemState): number => place.get(evidenceNo) ?? items.length;
  return [...states].sort((a, b) => of(a) - of(b));
}

function titleOf({ items }: RoughCase, evidenceNo: string): string {
  return items.find((item) => item.evidenceNo === evidenceNo)?.title ?? '';
}
