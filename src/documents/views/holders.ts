/** Who held an item, and where its chain has a gap, in words. */
import {
  type Case,
  type CustodyEvent,
  type CustodyFault,
  type CustodyStep,
  chineseDay,
  dayInChina,
  type FollowedCustody,
  followCustody,
  parseInstant,
} from '../../model/index.ts';

/** The log followed with the people and the name of the bureau. */
export function followed({ case: main, items }: Case, events: readonly CustodyEvent[]): FollowedCustody {
  const keepers = items.none ? [] : items.items.flatMap(({ custodian }) => (custodian === undefined ? [] : [custodian]));
  return followCustody(events, { insiders: [main.sender.name, ...main.officers.map(({ name }) => name), ...keepers] });
}

/** `周执中（2026年3月24日起）→柳知微（2026年3月25日起，封条0000231）`; null when the log does not speak of the item. */
export function heldLine(steps: readonly CustodyStep[] | undefined): string | null {
  if (steps === undefined || steps.length === 0) return null;
  const holders: { readonly name: string; readonly since: string }[] = [];
  for (const { holderAfter, at } of steps) {
    if (holderAfter !== '' && holders.at(-1)?.name !== holderAfter) holders.push({ name: holderAfter, since: dayOf(at) });
  }
  const last = steps.at(-1);
  const sealed = last?.sealedAfter ? `；现封条${last.sealNoAfter === '' ? '未编号' : `号${last.sealNoAfter}`}` : '';
  const out = last?.outAfter ? '；现不在我局' : '';
  return `${holders.map(({ name, since }) => `${name}（${since}起）`).join(' → ') || '保管人未登记'}${sealed}${out}`;
}

function dayOf(at: string): string {
  const ms = parseInstant(at);
  return ms === undefined ? at : chineseDay(dayInChina(ms));
}

/** What does not fit in the chain of these items, one sentence each. */
export function gapLines(numbers: readonly string[], faults: readonly CustodyFault[]): readonly string[] {
  const own = faults.filter(({ item }) => item !== undefined && numbers.includes(item));
  return [...new Set(own.map(gapText))];
}

function gapText({ line, kind, expected = '', found = '', since }: CustodyFault): string {
  const before = since === undefined ? '' : `（第${since}条）`;
  switch (kind) {
    case 'first':
      return `第${line}条为首条记录，但不是固定、提取或者接收`;
    case 'twice':
      return `第${line}条再次固定，此前已经固定${before}`;
    case 'holder':
      return `第${line}条的移出人为${found || '空'}，此前的保管人为${expected}${before}`;
    case 'gap':
      return `第${line}条交接不能衔接${expected === '' ? '' : `，应为${expected}${before}`}${found === '' ? '' : `，记为${found}`}`;
    case 'seal':
      return `第${line}条的封条为${found || '空'}，此前的封条为${expected}${before}`;
    case 'sealUnnamed':
      return `第${line}条未记封条，此前的封条为${expected || '未编号'}${before}`;
    case 'notSealed':
      return `第${line}条启封，此前没有封存记录`;
    case 'sealedTwice':
      return `第${line}条再次封存，此前的封条${expected}未解除${before}`;
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
