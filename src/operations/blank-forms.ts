/** Blank forms: any document of a template pack, to be filled in by hand. They assert nothing and bear no 草稿 mark. */
import { join } from 'node:path';
import { blankCase } from '../case/index.ts';
import { type MaterialRow, type RenderInput, renderDocument, type SlipData, type VerificationData } from '../documents/index.ts';
import { writeFileSafely } from '../dossier/write/index.ts';
import { uiOf } from '../messages/index.ts';
import {
  BLANK_INSTANT,
  BLANK_LINE,
  type Case,
  type CustodyEvent,
  type EvidenceKind,
  type Finding,
  formatInstant,
  type KnownDocumentId,
  sha256Hex,
  viewIdOf,
} from '../model/index.ts';
import { findPack, type LoadedPack } from '../pack/index.ts';
import { QUALITIES } from '../verdict/index.ts';
import { documentNamed } from './document-names.ts';
import { makeFolder, refuseExisting, refuseFolders } from './output.ts';

export interface BlankOptions {
  readonly template?: string | undefined;
  readonly now: number;
  readonly overwrite: boolean;
}

export interface BlankResult {
  readonly findings: readonly Finding[];
  /** File or folder. */
  readonly path: string;
  readonly count: number;
  readonly pages: number;
}

const NATIONAL = 'national';

/** Rows of empty tables, where a document needs another number than usual. */
const ROWS: Partial<Record<KnownDocumentId, Readonly<Record<string, number>>>> = {
  legality: { 'evidence.evidence': 2 },
  contents: { 'evidence.evidence': 18 },
  matrix: { 'case.facts': 4 },
  extraction: { 'evidence.evidence': 3 },
  copy: { 'evidence.evidence': 6 },
  derivation: { 'evidence.evidence': 2 },
  fixing: { 'evidence.evidence': 4 },
  custody: { 'evidence.evidence': 4 },
  supervision: { 'evidence.evidence': 6 },
};
const MATERIAL_ROWS = 12;
const CUSTODY_ROWS = 8;

/** One form as a PDF; by default `<title>（空白）.pdf` in the working directory. @throws Fault of the pack or the target */
export async function printBlank(name: string, output: string | undefined, options: BlankOptions): Promise<BlankResult> {
  const pack = findPack(options.template ?? NATIONAL);
  const document = documentNamed(name, pack.pack, true);
  const path = output ?? `${document.title}（空白）.pdf`;
  refuseFolders(path);
  if (!options.overwrite) refuseExisting(path);
  const { bytes, pages, findings } = await renderDocument(document.id, blankInput(viewIdOf(document), pack, options.now));
  await writeFileSafely(path, options.overwrite, bytes);
  return { findings, path, count: 1, pages };
}

/** Every form of the pack into a folder, numbered in the pack's order. @throws as `printBlank` */
export async function printAllBlanks(output: string | undefined, options: BlankOptions): Promise<BlankResult> {
  const pack = findPack(options.template ?? NATIONAL);
  const folder = output ?? '空白文书';
  const targets = pack.pack.documents.map((document, i) => ({
    document,
    path: join(folder, `${String(i + 1).padStart(2, '0')}-${document.title}.pdf`),
  }));
  if (!options.overwrite) refuseExisting(...targets.map(({ path }) => path));
  const findings: Finding[] = [];
  const made: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  let pages = 0;
  for (const { document, path } of targets) {
    const form = await renderDocument(document.id, blankInput(viewIdOf(document), pack, options.now));
    findings.push(...form.findings);
    made.push({ path, bytes: form.bytes });
    pages += form.pages;
  }
  makeFolder(folder);
  for (const { path, bytes } of made) await writeFileSafely(path, options.overwrite, bytes);
  return { findings, path: folder, count: made.length, pages };
}

/** All that a view may ask for, blank. What is not blank here (the number of a line, a count) is made blank where it is printed. */
export function blankInput(id: KnownDocumentId, pack: LoadedPack, now: number): RenderInput {
  const forms = ofKind(blankCase(ROWS[id]), DATA.includes(id) ? '电子数据' : '书证');
  const numbers = forms.evidence.evidence.map(({ evidenceNo }) => evidenceNo);
  const events = Array.from({ length: id === 'custody' ? CUSTODY_ROWS : 1 }, (_, i) => blankEvent(i, numbers));
  const logged = id === 'custody' || id === 'legality';
  return {
    case: forms,
    at: formatInstant(now),
    draft: false,
    blank: true,
    pack,
    slip: BLANK_SLIP,
    materials: Array.from({ length: MATERIAL_ROWS }, (_, seq) => ({ ...BLANK_ROW, seq })),
    paper: [],
    custody: logged ? { events, lines: events.map(({ seq }) => String(seq)) } : { events: [], lines: [] },
    digests: new Map(),
    verification: BLANK_VERIFICATION,
    fixing: { events, chainHead: BLANK_LINE, files: numbers.map((evidenceNo) => ({ ...BLANK_FILE, evidenceNo })) },
  };
}

/** A record of data is of data. */
const DATA: readonly KnownDocumentId[] = ['extraction', 'derivation', 'fixing'];

function ofKind(forms: Case, kind: EvidenceKind): Case {
  return { ...forms, evidence: { ...forms.evidence, evidence: forms.evidence.evidence.map((item) => ({ ...item, kind })) } };
}

function blankEvent(index: number, items: readonly string[]): CustodyEvent {
  return {
    seq: index + 1,
    at: BLANK_INSTANT,
    action: index === 0 ? 'collect' : 'move',
    items,
    by: [{ name: BLANK_LINE, certNo: BLANK_LINE }],
    from: BLANK_LINE,
    to: BLANK_LINE,
    place: BLANK_LINE,
    prev: null,
  };
}

const NO_DIGEST = sha256Hex('');
const BLANK_FILE = { path: BLANK_LINE, title: BLANK_LINE, size: 0, sha256: NO_DIGEST, sm3: NO_DIGEST };
const BLANK_SLIP: SlipData = {
  fingerprint: BLANK_LINE,
  zipName: BLANK_LINE,
  zipSha256: BLANK_LINE,
  zipSize: 0,
  bag: BLANK_LINE,
  payloadFiles: 0,
  payloadBytes: 0,
  documents: 0,
  evidenceItems: 0,
  evidenceFiles: 0,
  packedAt: BLANK_INSTANT,
  packedBy: [{ name: BLANK_LINE }],
  custodyEvents: 0,
  custodyHead: BLANK_LINE,
  formatVersion: BLANK_LINE,
  pageSha256: BLANK_LINE,
};
const FOUND_ROWS = 4;
const BLANK_FOUND = { severity: BLANK_LINE, code: BLANK_LINE, text: BLANK_LINE, place: '', basis: '', mend: '' };
const { answers, qualities } = uiOf('zh-CN');
const BLANK_ANSWERS = [answers.intact, answers.authentic, answers.inOrder, answers.documents];
const BLANK_VERIFICATION: VerificationData = {
  kind: 'dossier',
  changed: false,
  name: BLANK_LINE,
  file: { size: 0, sha256: BLANK_LINE },
  container: BLANK_LINE,
  about: { caseName: BLANK_LINE, caseNo: BLANK_LINE, agency: BLANK_LINE, docNo: BLANK_LINE },
  counts: { documents: 0, evidence: 0, files: 0, bytes: 0 },
  told: {
    software: BLANK_LINE,
    engine: BLANK_LINE,
    sealedAt: BLANK_INSTANT,
    packedAt: BLANK_INSTANT,
    packedBy: [BLANK_LINE],
    pack: BLANK_LINE,
    packSha256: BLANK_LINE,
  },
  algorithms: BLANK_LINE,
  rules: { count: 0, version: BLANK_LINE },
  fingerprint: BLANK_LINE,
  at: BLANK_INSTANT,
  pages: 0,
  tool: {
    version: BLANK_LINE,
    sha256: BLANK_LINE,
    files: 0,
    list: BLANK_LINE,
    runtime: BLANK_LINE,
    pack: BLANK_LINE,
    packSha256: BLANK_LINE,
  },
  tally: BLANK_LINE,
  findings: Array.from({ length: FOUND_ROWS }, () => BLANK_FOUND),
  hidden: 0,
  answers: BLANK_ANSWERS.map((label) => ({ label, text: BLANK_LINE })),
  qualities: QUALITIES.map((name) => ({ label: qualities[name].label, text: BLANK_LINE })),
  unchecked: { content: false, documents: false, rules: false, signed: false, algorithms: '' },
};
const BLANK_ROW: MaterialRow = {
  seq: 0,
  group: '证据',
  evidenceNo: '',
  title: '',
  adminKind: '',
  criminalKind: '',
  docNo: '',
  author: '',
  date: '',
  originality: '',
  copies: '',
  pages: '',
  proves: '',
  facts: '',
  note: '',
  remark: '',
  files: [],
  summary: null,
};
