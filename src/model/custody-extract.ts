/** The part of a chain of custody that speaks of some items alone, as a chain of its own: for a receiver who gets only these. */
import { type CustodyEvent, custodyLine, custodyLink } from './custody.ts';

export interface CustodyExtract {
  readonly lines: readonly string[];
  readonly events: readonly CustodyEvent[];
}

/**
 * Lines about the items, in their order, with these items and their files only; numbered anew, so that corrections name the
 * new numbers. `isTheirs`: is a number one of theirs? `ofItems`: is a path below `evidence/` one of theirs?
 */
export function custodyExtract(
  events: readonly CustodyEvent[],
  isTheirs: (item: string) => boolean,
  ofItems: (path: string) => boolean,
): CustodyExtract {
  const named = (numbers: readonly string[] = []): boolean => numbers.some(isTheirs);
  // A line may speak of an item only by its correction.
  const byCorrection = new Set(events.flatMap((e) => (named(e.replace?.items) ? [e.corrects] : [])));
  const numbers = new Map<number, number>();
  const lines: string[] = [];
  const kept: CustodyEvent[] = [];
  for (const event of events) {
    const { corrects } = event;
    if (corrects === undefined ? !named(event.items) && !byCorrection.has(event.seq) : !numbers.has(corrects)) continue;
    const own = narrowed(event, isTheirs, ofItems);
    if (!own) continue;
    const last = lines.at(-1);
    const line: CustodyEvent = {
      ...own,
      seq: lines.length + 1,
      ...(corrects === undefined ? {} : { corrects: numbers.get(corrects) ?? corrects }),
      prev: last === undefined ? null : custodyLink(last),
    };
    numbers.set(event.seq, line.seq);
    lines.push(custodyLine(line));
    kept.push(line);
  }
  return { lines, events: kept };
}

/** Undefined where a correction only took back files of other items. */
function narrowed(event: CustodyEvent, isTheirs: (item: string) => boolean, ofItems: (path: string) => boolean): CustodyEvent | undefined {
  const { digests, voidFiles, replace, ...rest } = event;
  const own = event.items.filter(isTheirs);
  const files = voidFiles?.filter(ofItems);
  if (files?.length === 0 && replace === undefined && rest.void === undefined) return undefined;
  const known = digests?.filter(({ path }) => ofItems(path));
  return {
    ...rest,
    items: own.length > 0 ? own : event.items,
    ...(known && known.length > 0 ? { digests: known } : {}),
    ...(files && files.length > 0 ? { voidFiles: files } : {}),
    ...(replace === undefined ? {} : { replace: narrowedReplacement(replace, isTheirs) }),
  };
}

function narrowedReplacement(
  replace: NonNullable<CustodyEvent['replace']>,
  isTheirs: (item: string) => boolean,
): NonNullable<CustodyEvent['replace']> {
  const own = replace.items?.filter(isTheirs) ?? [];
  return own.length > 0 ? { ...replace, items: own } : replace;
}
