/** New files as custody events, and as entries of the evidence list. */
import type { CustodyDraft, NewEntry, RoughCase } from '../case/index.ts';
import type { CustodyDigest, CustodyPerson, Instant } from '../model/index.ts';

/** One line of the log is read whole: what its digests take as text keeps well below the limit of a line. */
const MOST_TEXT = 4 << 20;

/** A file with its number, digests and content. */
export interface FixedFile extends CustodyDigest {
  readonly sm3: string;
  readonly size: number;
  readonly evidenceNo: string;
  readonly title?: string;
  /** The evidence list names it. */
  readonly listed: boolean;
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
 * An item of very many files takes several.
 */
export function draftsOf(
  files: readonly FixedFile[],
  people: readonly CustodyPerson[],
  at: Instant,
  details: CollectDetails,
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
  const { place, from, to = people[0]?.name, method, tool, system, record, note } = details;
  const said = filled({ place, from, to, method, tool, system, record, note });
  return [...groups].flatMap(([evidenceNo, own]) =>
    own.map(
      (group): CustodyDraft => ({ at, action: 'collect', items: [evidenceNo], by: people, digests: group.files.map(digestOf), ...said }),
    ),
  );
}

export function digestOf({ path, sha256, sm3, size, content }: FixedFile): CustodyDigest {
  return { path, sha256, sm3, size, ...(content ? { content } : {}) };
}

function filled(texts: CollectDetails): { readonly [K in keyof CollectDetails]: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

export interface EntryFacts extends CollectDetails {
  readonly at: Instant;
  /** Ids of officers. */
  readonly collectors: readonly string[];
}

/**
 * Entries for files that the list does not name. `further`: files of items that the list has already, for which a whole
 * entry would name the item twice.
 */
export function entriesFor(
  files: readonly FixedFile[],
  { items }: RoughCase,
  { at, place, from, system, record, collectors }: EntryFacts,
): { readonly entries: readonly NewEntry[]; readonly further: readonly NewEntry[] } {
  const byNumber = new Map<string, FixedFile[]>();
  for (const file of files) {
    const own = byNumber.get(file.evidenceNo);
    if (file.listed) continue;
    if (own) own.push(file);
    else byNumber.set(file.evidenceNo, [file]);
  }
  const known = new Set(items.map(({ evidenceNo }) => evidenceNo));
  const all = [...byNumber].map(
    ([evidenceNo, own]): NewEntry => ({
      evidenceNo,
      author: from,
      source: system,
      collectedAt: at,
      place,
      collectors,
      records: record === undefined ? [] : [record],
      files: own.map(({ path, sha256, sm3, content }) => ({ path, pages: content?.pages, format: content?.format, sha256, sm3 })),
    }),
  );
  return { entries: all.filter((e) => !known.has(e.evidenceNo)), further: all.filter((e) => known.has(e.evidenceNo)) };
}
