/** New files as custody events, and as entries of the evidence list. */
import type { CustodyDraft, NewEntry, RoughCase, RoughRecord } from '../../case/index.ts';
import { asFoundNote, type FoundSo } from '../../messages/index.ts';
import {
  type CustodyDigest,
  type CustodyEvent,
  type CustodyPerson,
  happenedBefore,
  type Instant,
  localInstant,
  parseInstant,
} from '../../model/index.ts';
import type { Setting } from './setting.ts';

/** One line of the log is read whole: what its digests take as text keeps well below the limit of a line. */
const MOST_TEXT = 4 << 20;

/** A file with its number, digests and content. */
export interface FixedFile extends CustodyDigest {
  readonly sm3: string;
  readonly size: number;
  readonly evidenceNo: string;
  readonly title?: string;
}

export interface CollectDetails {
  readonly place?: string | undefined;
  /** 提供人 */
  readonly from?: string | undefined;
  /** Who holds it now. */
  readonly to?: string | undefined;
  readonly method?: string | undefined;
  readonly tool?: string | undefined;
  readonly system?: string | undefined;
  /** Number of the record that speaks of it. */
  readonly record?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * One event an item, so that the log itself says which file belongs to which number, whatever becomes of the list.
 * An item of very many files takes several. In the order of their times. `found`: by path, what of a file is not as its name and format say.
 */
export function draftsOf(
  files: readonly FixedFile[],
  settingOf: (evidenceNo: string) => Setting,
  found: ReadonlyMap<string, readonly FoundSo['why'][]> = new Map(),
): readonly CustodyDraft[] {
  const groups = new Map<string, { readonly files: FixedFile[]; text: number }[]>();
  for (const file of files) {
    const own = groups.get(file.evidenceNo) ?? [];
    groups.set(file.evidenceNo, own);
    const length = JSON.stringify(digestOf(file)).length;
    const last = own.at(-1);
    if (last && last.text + length <= MOST_TEXT) {
      last.files.push(file);
      last.text += length;
    } else own.push({ files: [file], text: length });
  }
  const drafts = [...groups].flatMap(([evidenceNo, own]) => {
    const { at, people: by, details, late } = settingOf(evidenceNo);
    const { place, from, to = by[0]?.name, method, tool, system, record } = details;
    return own.map((group): CustodyDraft => {
      const asFound = group.files.flatMap(({ path }) => (found.get(path) ?? []).map((why) => ({ path, why })));
      const notes = [late, ...(asFound.length > 0 ? [asFoundNote(asFound)] : []), details.note].filter((note) => note !== undefined);
      const said = filled({ place, from, to, method, tool, system, record, note: notes.join('；') });
      return { at, action: 'collect', items: [evidenceNo], by, digests: group.files.map(digestOf), ...said };
    });
  });
  return drafts.sort((a, b) => (parseInstant(a.at) ?? 0) - (parseInstant(b.at) ?? 0));
}

export function digestOf({ path, sha256, sm3, size, content }: FixedFile): CustodyDigest {
  return { path, sha256, sm3, size, ...(content ? { content } : {}) };
}

function filled(texts: CollectDetails): { readonly [K in keyof CollectDetails]: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/**
 * Entries for files that the log has and the list does not name, now or since an earlier run. `further`: files of items
 * that the list has already, for which a whole entry would name the item twice.
 */
export function entriesFor(
  events: readonly CustodyEvent[],
  { items, officers, records: papers = [] }: RoughCase,
  wanted: (path: string) => boolean,
): { readonly entries: readonly NewEntry[]; readonly further: readonly NewEntry[] } {
  const known = new Set(items.map(({ evidenceNo }) => evidenceNo));
  const named = new Set(items.flatMap(({ evidenceNo, files }) => (evidenceNo === undefined ? [] : files.map(({ path }) => path))));
  const byNumber = new Map<string, NewEntry & { readonly files: NewEntry['files'][number][] }>();
  for (const event of events) {
    const { action, items: numbers, digests = [], by, place, from, system, record } = event;
    const [evidenceNo, more] = numbers;
    // Of an event of several items the log does not say which file is whose.
    if (action !== 'collect' || evidenceNo === undefined || more !== undefined) continue;
    for (const { path, sha256, sm3, content } of digests) {
      if (sm3 === undefined || named.has(path) || !wanted(path)) continue;
      named.add(path);
      const file = { path, pages: content?.pages, format: content?.format, sha256, sm3 };
      const entry = byNumber.get(evidenceNo);
      if (entry) entry.files.push(file);
      else {
        const records = record === undefined ? [] : [record];
        const collectors = idsOf(by, officers);
        byNumber.set(evidenceNo, {
          evidenceNo,
          author: from,
          source: system,
          collectedAt: takenAt(event, papers),
          place,
          collectors,
          records,
          files: [file],
        });
      }
    }
  }
  const all = [...byNumber.values()];
  return { entries: all.filter((e) => !known.has(e.evidenceNo)), further: all.filter((e) => known.has(e.evidenceNo)) };
}

/** When it was, also where the line bears the time of its entering. */
function takenAt(event: CustodyEvent, papers: readonly RoughRecord[]): Instant {
  const { startedAt } = (happenedBefore(event) ? papers.find(({ recordNo }) => recordNo === event.record) : undefined) ?? {};
  return startedAt === undefined ? event.at : (localInstant(startedAt) ?? startedAt);
}

/** None, when one of them is no officer of the case. */
function idsOf(people: readonly CustodyPerson[], officers: RoughCase['officers']): readonly string[] {
  const ids = people.flatMap(({ name, certNo }) => officers.find((o) => o.name === name && o.certNo === certNo)?.id ?? []);
  return ids.length === people.length ? ids : [];
}
