/** What is known now: documents with their last good PDF, and findings by where they came from. Tells the pages of every change. */
import { type DocumentId, type KnownDocumentId, sha256Hex } from '../model/index.ts';
import { type Events, startEvents } from './events.ts';
import type { DocumentState, Nothing, ShownDocument, ShownFinding, ShownState } from './protocol.ts';

export interface ListedDocument {
  readonly id: DocumentId;
  readonly title: string;
  /** Whose data it prints. */
  readonly view: KnownDocumentId;
  readonly internal: boolean;
  readonly nothing?: Nothing;
}

export interface Pdf {
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface Board {
  readonly events: Events;
  /** A save was seen: what is shown may be old. */
  begin(turn: number): void;
  /** The documents there are. What was rendered of them before stays. */
  list(documents: readonly ListedDocument[]): void;
  rendered(id: DocumentId, pdf: { readonly bytes: Uint8Array; readonly pages: number }): void;
  /** `stale` where there is a last good one. */
  mark(id: DocumentId, state: 'fresh' | 'stale'): void;
  /** Nothing can be rendered: these findings are all that is known, every document is the last good one. */
  broken(found: readonly ShownFinding[]): void;
  /** Findings of one source replace those that it gave before. */
  findings(source: string, found: readonly ShownFinding[]): void;
  /** The turn is over. */
  end(): void;
  snapshot(): { readonly state: ShownState; readonly findings: readonly ShownFinding[] };
  /** The PDF, if that is what is shown now. */
  pdf(id: string, sha256: string): Pdf | undefined;
  /** A page turned to this document. False: there is no such document. */
  show(id: string): boolean;
}

interface Row {
  readonly listed: ListedDocument;
  readonly state: DocumentState;
  readonly pages: number;
  readonly sha256: string;
  readonly bytes: Uint8Array | undefined;
}

export function startBoard(onShow: (id: DocumentId) => void): Board {
  const events = startEvents();
  const rows = new Map<DocumentId, Row>();
  const found = new Map<string, readonly ShownFinding[]>();
  let turn = 0;
  let busy = true;
  const stateNow = (): ShownState => ({ turn, busy, documents: [...rows.values()].map(shownOf) });
  /** A fault of a template is told by its document and by the look at all templates. */
  const findingsNow = (): ShownFinding[] => [...new Map([...found.values()].flat().map((f) => [JSON.stringify(f), f])).values()];
  const changed = (): void => events.tell('state', stateNow());
  const change = (id: DocumentId, part: Partial<Row>): void => {
    const row = rows.get(id);
    if (!row || row.state === 'nothing') return;
    const next = { ...row, ...part };
    rows.set(id, next);
    if (JSON.stringify(shownOf(row)) !== JSON.stringify(shownOf(next))) changed();
  };
  const stale = (row: Row): DocumentState => (row.state === 'nothing' ? 'nothing' : row.bytes ? 'stale' : 'waiting');
  return {
    events,
    begin(next) {
      turn = next;
      busy = true;
      changed();
    },
    list(documents) {
      const before = new Map(rows);
      rows.clear();
      for (const listed of documents) {
        const old = before.get(listed.id);
        const kept = listed.nothing ? undefined : old;
        rows.set(listed.id, {
          listed,
          state: listed.nothing ? 'nothing' : kept && kept.state !== 'nothing' ? kept.state : 'waiting',
          pages: kept?.pages ?? 0,
          sha256: kept?.sha256 ?? '',
          bytes: kept?.bytes,
        });
      }
      for (const source of found.keys())
        if (source.startsWith('document ') && !rows.has(source.slice(9) as DocumentId)) found.delete(source);
      changed();
    },
    rendered: (id, { bytes, pages }) => change(id, { state: 'fresh', pages, bytes, sha256: sha256Hex(bytes) }),
    mark(id, state) {
      const row = rows.get(id);
      if (row) change(id, { state: state === 'stale' || !row.bytes ? stale(row) : 'fresh' });
    },
    broken(given) {
      for (const [id, row] of rows) rows.set(id, { ...row, state: stale(row) });
      found.clear();
      found.set('case', given);
      events.tell('findings', findingsNow());
      changed();
    },
    findings(source, given) {
      const before = JSON.stringify(found.get(source) ?? []);
      found.set(source, given);
      if (JSON.stringify(given) !== before) events.tell('findings', findingsNow());
    },
    end() {
      busy = false;
      changed();
    },
    snapshot: () => ({ state: stateNow(), findings: findingsNow() }),
    pdf(id, sha256) {
      const row = rows.get(id as DocumentId);
      return row?.bytes && row.sha256 === sha256 ? { title: row.listed.title, bytes: row.bytes } : undefined;
    },
    show(id) {
      const there = rows.has(id as DocumentId);
      if (there) onShow(id as DocumentId);
      return there;
    },
  };
}

function shownOf({ listed, state, pages, sha256 }: Row): ShownDocument {
  return { ...listed, state, pages, sha256 };
}
