/** Items that went the same way as one table: what templates of packs that were released before print of the chain of custody. */
import { type CustodyEvent, correctedLog } from '../../model/index.ts';
import { type FollowedLog, gapLines, heldLine } from './holders.ts';

export interface Group {
  readonly numbers: readonly string[];
  readonly events: readonly CustodyEvent[];
}

export interface Told {
  readonly chain: FollowedLog;
  readonly name: (no: string) => string;
  /** By event, how many of its digests are of files of an item. */
  readonly digests: ReadonlyMap<CustodyEvent, ReadonlyMap<string, number>>;
  readonly row: (event: CustodyEvent, digests: number) => object;
}

/** `numbers` by the lines that speak of them, as they are written or as they were corrected. */
export function groupsOf(numbers: readonly string[], events: readonly CustodyEvent[]): readonly Group[] {
  const byItem = new Map<string, CustodyEvent[]>();
  const { corrected } = correctedLog(events);
  for (const event of events)
    for (const no of new Set([...event.items, ...(corrected.get(event.seq)?.counts?.items ?? [])])) {
      const own = byItem.get(no);
      if (own) own.push(event);
      else byItem.set(no, [event]);
    }
  const byStory = new Map<string, { numbers: string[]; events: readonly CustodyEvent[] }>();
  for (const no of numbers) {
    const own = byItem.get(no) ?? [];
    const key = own.map((e) => e.seq).join(' ');
    const group = byStory.get(key);
    if (group) group.numbers.push(no);
    else byStory.set(key, { numbers: [no], events: own });
  }
  return [...byStory.values()];
}

export function groupView({ numbers, events }: Group, { chain, name, digests, row }: Told): object {
  const count = (event: CustodyEvent): number => numbers.reduce((sum, no) => sum + (digests.get(event)?.get(no) ?? 0), 0);
  return {
    heading: `证据${numbers.join('、')}`,
    count: numbers.length > 1 ? String(numbers.length) : null,
    names: numbers.map((no) => name(no)),
    rows: events.map((event) => row(event, count(event))),
    held: heldLine(chain.steps.get(numbers[0] ?? '')),
    gaps: gapLines(numbers, chain),
  };
}
