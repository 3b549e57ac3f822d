/** Who holds an item, under which seal, and where its chain has a gap, in words. */
import {
  type Case,
  type CustodyEvent,
  type CustodyFault,
  type CustodyStep,
  chineseDay,
  dayInChina,
  type FollowedCustody,
  followCustody,
  type ItemState,
  parseInstant,
  placeGaps,
} from '../../model/index.ts';

/** The log with what follows from it. */
export interface FollowedLog extends FollowedCustody {
  readonly events: readonly CustodyEvent[];
}

/** The log followed with the people and the name of the bureau. */
export function followed({ case: main, items }: Case, events: readonly CustodyEvent[]): FollowedLog {
  const keepers = items.none ? [] : items.items.flatMap(({ custodian }) => (custodian === undefined ? [] : [custodian]));
  return { ...followCustody(events, { insiders: [main.sender.name, ...main.officers.map(({ name }) => name), ...keepers] }), events };
}

/** `周执中（2026年3月24日起）→柳知微（2026年3月25日起）`; null when the log does not speak of the item. */
export function heldLine(steps: readonly CustodyStep[] | undefined): string | null {
  if (steps === undefined || steps.length === 0) return null;
  const holders: { readonly name: string; readonly since: string }[] = [];
  for (const { holderAfter, at } of steps) {
    if (holderAfter !== '' && holders.at(-1)?.name !== holderAfter) holders.push({ name: holderAfter, since: dayOf(at) });
  }
  const out = steps.at(-1)?.outAfter ? '；现不在我局' : '';
  return `${holders.map(({ name, since }) => `${name}（${since}起）`).join(' → ') || '保管人未登记'}${out}`;
}

/** `柳知微（末次记录地点：示例区医疗保障局证据保管室）`; null when the log does not speak of the item. */
export function nowWith(state: ItemState | undefined): string | null {
  if (state === undefined) return null;
  const { holder, place, out } = state;
  // The place is where the last event was; what was handed over lies elsewhere.
  const where = out ? '（现不在我局）' : place === undefined ? '' : `（末次记录地点：${place}）`;
  return `${holder === '' ? '保管人未写明' : holder}${where}`;
}

export const NOT_SEALED = '未封存';

/** `已封存，封条号0000241（第19条起）`; null when the log does not speak of the item. */
export function sealLine(state: ItemState | undefined, steps: readonly CustodyStep[] | undefined): string | null {
  if (state === undefined) return null;
  const { sealed, seal, sealedSince } = state;
  if (sealed) return `已封存，封条${seal === '' ? '未编号' : `号${seal}`}（第${sealedSince}条起）`;
  return steps?.some((step) => step.sealedAfter) ? `未封存（第${sealedSince}条启封后没有再次封存的记录）` : NOT_SEALED;
}

function dayOf(at: string): string {
  const ms = parseInstant(at);
  return ms === undefined ? at : chineseDay(dayInChina(ms));
}

/** What does not fit in the chain of these items, one sentence each, in the order of the log. */
export function gapLines(numbers: readonly string[], { faults, steps }: FollowedLog): readonly string[] {
  const own = new Set(numbers.flatMap((no) => (steps.get(no) ?? []).map(({ line }) => line)));
  const found = [
    // A fault of people belongs to every item of its event.
    ...faults
      .filter(isPrinted)
      .filter(({ item, line }) => (item === undefined ? own.has(line) : numbers.includes(item)))
      .map((f) => ({ line: f.line, text: gapText(f) })),
    ...numbers
      .flatMap((no) => placeGaps(steps.get(no) ?? []))
      .map(({ since, line, from, to }) => ({ line, text: `${between(since, line)}地点由${from}变为${to}，没有移动的记录` })),
  ];
  return [...new Set(found.sort((a, b) => a.line - b.line).map(({ text }) => text))];
}

const between = (since: number | undefined, line: number): string =>
  since === undefined ? `第${line}条` : `第${since}条至第${line}条之间：`;

/** `giver` is told by the rules only: what is printed of a log is what was printed of it before. */
type Printed = CustodyFault & { readonly kind: Exclude<CustodyFault['kind'], 'giver'> };
const isPrinted = (fault: CustodyFault): fault is Printed => fault.kind !== 'giver';

function gapText({ line, kind, expected = '', found = '', since }: Printed): string {
  const here = between(since, line);
  const before = since === undefined ? '' : `（第${since}条）`;
  switch (kind) {
    case 'first':
      return `第${line}条为首条记录，但不是固定、提取或者接收`;
    case 'twice':
      return `第${line}条再次固定，此前已经固定${before}`;
    case 'holder':
      return `${here}移出方为${found || '空'}，此前的保管人为${expected}`;
    case 'gap':
      return `${here}交接不能衔接${expected === '' ? '' : `，此前的保管人为${expected}`}${found === '' ? '，接收方未写明' : `，移出方为${found}`}`;
    case 'seal':
      return `${here}封条为${found || '空'}，此前的封条为${expected}`;
    case 'sealUnnamed':
      return `${here}未写明封条号，此前的封条为${expected || '未编号'}`;
    case 'notSealed':
      return `第${line}条启封，此前没有封存记录`;
    case 'sealedTwice':
      return `${here}再次封存，此前的封条${expected}没有启封的记录`;
    case 'sealNumber':
      return `第${line}条封存未记封条号`;
    case 'out':
      return `第${line}条发生在证据离开我局之后${before}`;
    case 'time':
      return `第${line}条的时间早于前一条${before}`;
    case 'twoPlaces':
      return `第${line}条的经办人同时在他处`;
    case 'onePerson':
      return `第${line}条的经办人不足二人`;
  }
}
