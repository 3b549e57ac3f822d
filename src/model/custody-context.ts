import type { Forms } from './case.ts';
import type { CustodyContext } from './custody-item.ts';
import { allRecords, presentAt } from './records.ts';

/** What a case knows of its own house and of where its officers were, for following its items. */
export function custodyContext({ case: c, items, records }: Pick<Forms, 'case' | 'items' | 'records'>): CustodyContext {
  const officers = new Map(c.officers.map((o) => [o.id, o]));
  const keepers = [...items.items.map((i) => i.custodian), ...records.preservations.map((p) => p.custodian)];
  return {
    insiders: [c.sender.name, ...c.officers.map((o) => o.name), ...keepers.filter((name) => name !== undefined)],
    people: c.officers.map((o) => o.name),
    presences: allRecords(records).flatMap((made) => {
      const { startedAt: from, endedAt: to, place, recordNo } = made.record;
      if (to === undefined) return [];
      return presentAt(made).flatMap((id) => {
        const officer = officers.get(id);
        return officer ? [{ name: officer.name, certNo: officer.certNo, from, to, place, record: recordNo }] : [];
      });
    }),
  };
}
