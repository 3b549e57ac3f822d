/** Places of an item that no event joins: collected in one room, examined in another, and nobody wrote that it was moved. */
import type { CustodyAction } from './custody.ts';
import type { CustodyStep } from './custody-item.ts';

/** What brings an item to its place, or a further file of it from elsewhere. */
const BRINGS: ReadonlySet<CustodyAction> = new Set(['move', 'hand-over', 'receive', 'return', 'collect', 'extract']);

export interface PlaceGap {
  /** The events on both sides. */
  readonly since: number;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** Where the steps of one item jump from place to place. */
export function placeGaps(steps: readonly CustodyStep[]): readonly PlaceGap[] {
  const gaps: PlaceGap[] = [];
  let before: { readonly place: string; readonly line: number } | undefined;
  for (const { line, action, place } of steps) {
    if (place === undefined) {
      // Moved, and nobody says where to: what follows may be anywhere.
      if (BRINGS.has(action)) before = undefined;
      continue;
    }
    if (before && !BRINGS.has(action) && !sameRoom(before.place, place))
      gaps.push({ since: before.line, line, from: before.place, to: place });
    before = { place, line };
  }
  return gaps;
}

/** 示例市医疗保障局 and 示例市医疗保障局证据柜 may be one place; two rooms of one house are two. */
function sameRoom(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) => place.normalize('NFKC').replace(/\s/gu, '')) as [string, string];
  return a.includes(b) || b.includes(a);
}
