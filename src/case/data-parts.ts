/** What a dossier holds of a case without any page being set: its data, its log with the pack event, its rows of evidence. */
import {
  type Case,
  type CustodyDigest,
  custodyLinePieces,
  custodyLink,
  evidenceOwners,
  formatInstant,
  type IndexedFile,
} from '../model/index.ts';
import type { CustodyLog } from './custody-log.ts';
import { exportForms } from './export.ts';

type DataRow = Omit<IndexedFile, 'size' | 'sha256' | 'sm3'>;
/** A file of a dossier as its packer makes it. */
export type PayloadPart = DataRow & { readonly bytes: Uint8Array };
type Digested = Pick<IndexedFile, 'path' | 'size' | 'sha256' | 'sm3'>;

export interface CustodyInput {
  readonly case: Case;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The case's own log: the pack event is not in it. */
  readonly custody: CustodyLog;
  /** Digests of the evidence, paths beginning `data/evidence/`. */
  readonly evidence: readonly Digested[];
}

const utf8 = new TextEncoder();
/** UTF-16 units that are encoded at once. */
const CHUNK_UNITS = 1 << 16;

/** How index.json and the list of materials call each form's data. */
const FORM_TITLES: Readonly<Record<string, string>> = {
  'case.json': '案件数据',
  'transfer.json': '移送书数据',
  'investigation.json': '调查报告数据',
  'receipt.json': '回执数据',
  'items.json': '涉案物品清单数据',
  'evidence.json': '证据清单数据',
  'records.json': '取证记录数据',
};

export function caseData(c: Case): PayloadPart[] {
  return [...exportForms(c)].map(([name, text]) => ({
    path: `data/case/${name}`,
    role: 'caseData',
    title: FORM_TITLES[name] ?? name,
    bytes: utf8.encode(text),
  }));
}

/** The case's own log, and the event that this build adds to the dossier's copy alone. */
export function custodyPart(input: CustodyInput): PayloadPart {
  return { path: 'data/custody/custody.jsonl', role: 'custody', title: '证据保管记录', bytes: custodyBytes(input) };
}

function custodyBytes(input: CustodyInput): Uint8Array {
  const chunks: Uint8Array[] = [];
  let waiting = '';
  for (const piece of custodyPieces(input)) {
    waiting += piece;
    if (waiting.length < CHUNK_UNITS) continue;
    chunks.push(utf8.encode(waiting));
    waiting = '';
  }
  chunks.push(utf8.encode(waiting));
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The event names every file of the dossier: it is never one string. */
function* custodyPieces({ case: c, now, custody: { lines }, evidence }: CustodyInput): Generator<string> {
  const last = lines.at(-1);
  for (const line of lines) yield `${line}\n`;
  yield* custodyLinePieces({
    seq: lines.length + 1,
    at: formatInstant(now),
    action: 'pack',
    items: c.evidence.evidence.map((e) => e.evidenceNo),
    by: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    digests: packedDigests(evidence),
    prev: last === undefined ? null : custodyLink(last),
  });
  yield '\n';
}

function* packedDigests(evidence: Iterable<Digested>): Generator<CustodyDigest> {
  for (const { path, sha256, sm3 } of evidence) yield { path: path.replace(/^data\/evidence\//, ''), sha256, sm3 };
}

/** A file of evidence as index.json and the list of materials have it. */
export function rowOfEvidence(owners: ReturnType<typeof evidenceOwners>, path: string): DataRow {
  const { evidenceNo, title, pages } = owners.get(path) ?? { title: path };
  const known = { ...(evidenceNo === undefined ? {} : { evidenceNo }), ...(pages === undefined ? {} : { pages }) };
  return { path, role: 'evidence', title: title ?? path, ...known };
}

/** The rows of index.json for the evidence. */
export function indexedEvidence(c: Case, evidence: readonly Digested[]): IndexedFile[] {
  const owners = evidenceOwners(c);
  return evidence.map((file) => ({ ...file, ...rowOfEvidence(owners, file.path) }));
}
