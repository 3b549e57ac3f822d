/** No one is at two places at once: by the log itself, and by the times that the records give. */
import type { CustodyEvent, CustodyPerson } from './custody.ts';
import type { CustodyFault, Presence } from './custody-item.ts';
import { samePlace } from './place.ts';
import { parseInstant } from './time.ts';

/** Nobody is at more places at once; a forged log may say so. */
const MAX_PLACES = 10;

interface Seen {
  readonly ms: number;
  readonly place: string;
  readonly line: number;
  readonly person: CustodyPerson;
}

/** In milliseconds since 1970; a presence whose times cannot be read is at no time. */
type Recorded = Omit<Presence, 'from' | 'to'> & { readonly from: number; readonly to: number };

/** At the same instant at two places, or at a place while a record has that person elsewhere. */
export function presenceFaults(events: readonly CustodyEvent[], presences: readonly Presence[]): CustodyFault[] {
  const faults: CustodyFault[] = [];
  const last = new Map<string, Seen[]>();
  const recorded = new Map<string, Recorded[]>();
  for (const p of presences) {
    const times = { from: parseInstant(p.from) ?? Number.POSITIVE_INFINITY, to: parseInstant(p.to) ?? Number.NEGATIVE_INFINITY };
    const known = recorded.get(p.name);
    if (known) known.push({ ...p, ...times });
    else recorded.set(p.name, [{ ...p, ...times }]);
  }
  for (const { place, at, seq: line, action, by } of events) {
    const ms = parseInstant(at);
    if (place === undefined || ms === undefined || action === 'pack') continue;
    for (const person of by) {
      const fault = { line, action, kind: 'twoPlaces', found: person.name } as const;
      const now = (last.get(person.name) ?? []).filter((seen) => seen.ms === ms);
      const seen = now.find((s) => isSame(s.person, person) && !samePlace(s.place, place));
      if (seen) faults.push({ ...fault, expected: seen.place, since: seen.line });
      if (now.length < MAX_PLACES) last.set(person.name, [...now, { ms, place, line, person }]);
      const during = recorded.get(person.name)?.find((p) => isSame(p, person) && within(ms, p) && !samePlace(p.place, place));
      if (during) faults.push({ ...fault, expected: `${during.place}（${during.record}）` });
    }
  }
  return faults;
}

/** One of the two may be without the number of the certificate. */
function isSame(a: CustodyPerson, b: CustodyPerson): boolean {
  return a.name === b.name && (a.certNo === undefined || b.certNo === undefined || a.certNo === b.certNo);
}

/** The ends count to neither: a record ends where the next thing begins. */
function within(ms: number, { from, to }: Recorded): boolean {
  return ms > from && ms < to;
}
