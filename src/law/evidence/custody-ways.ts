/** C-04, the ways: what left the house came back, and between two rooms somebody went. */
import { type CustodyEvent, type FollowedCustody, type ItemState, type PlaceGap, placeGaps, wholeOf } from '../../model/index.ts';
import { type Hit, hit, type RuleInput } from '../rule.ts';

/** Out of the house, and still in the list of what is handed to the police. With the police it is where it belongs. */
export function* away(
  { case: c, evidence }: RuleInput['case'],
  events: readonly CustodyEvent[],
  states: ReadonlyMap<string, ItemState>,
): Iterable<Hit> {
  const gone = new Map<number, { readonly holder: string; readonly evidence: string[] }>();
  const order = new Map(evidence.evidence.map(({ evidenceNo }, i) => [evidenceNo, i]));
  const listed = [...states.values()].flatMap((state) => {
    // A part that is out is missing from its item.
    const place = order.get(state.evidenceNo) ?? order.get(wholeOf(state.evidenceNo, (number) => order.has(number)) ?? '');
    return place === undefined ? [] : [{ state, place }];
  });
  for (const { state } of listed.sort((a, b) => a.place - b.place)) {
    const { evidenceNo } = state;
    // Given to nobody is told as such.
    if (!state.out || state.holder === '' || state.holder.startsWith(c.recipient.name)) continue;
    const group = gone.get(state.heldSince) ?? { holder: state.holder, evidence: [] };
    group.evidence.push(evidenceNo);
    gone.set(state.heldSince, group);
  }
  for (const [line, group] of gone) {
    const action = events.find((e) => e.seq === line)?.action ?? 'hand-over';
    yield hit('CUSTODY_ITEM_AWAY', { ...group, line, action }, 'custody', `/${line}`);
  }
}

/** Between two rooms there is a way, and the log tells who took it. Once for all items that took it together. */
export function* placesJoined({ steps: all }: FollowedCustody): Iterable<Hit> {
  const gaps = new Map<string, { readonly gap: PlaceGap; readonly evidence: string[] }>();
  for (const [item, list] of all)
    for (const gap of placeGaps(list)) {
      const key = JSON.stringify(gap);
      const group = gaps.get(key) ?? { gap, evidence: [] };
      group.evidence.push(item);
      gaps.set(key, group);
    }
  for (const { gap, evidence } of gaps.values()) yield hit('CUSTODY_PLACE_GAP', { evidence, ...gap }, 'custody', `/${gap.line}`, 'warning');
}
