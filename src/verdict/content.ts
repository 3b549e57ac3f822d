/** What is inside a sealed dossier: forms, lists, labels, documents and the law, once the bag itself is known to be whole. */
import { type LoadedCase, localFindings, validateIndex } from '../case/index.ts';
import { bagLabels, NOTE } from '../dossier/read/index.ts';
import { checkCase, underRule } from '../law/index.ts';
import { checkingNote, earlierNote } from '../messages/index.ts';
import {
  type Case,
  type DossierIndex,
  type EvidenceForm,
  evidenceOwners,
  type Finding,
  finding,
  parseInstant,
  type TemplatePack,
} from '../model/index.ts';
import { broken, inTheLog } from './answers.ts';
import { comparable, notCompared } from './comparable.ts';
import { readFacts } from './facts.ts';
import { dataRows } from './index-rows.ts';
import { lawPack } from './law-pack.ts';
import type { DocumentWork, Machine } from './machine.ts';
import type { NewerDossier } from './newer.ts';
import type { ReadDossier } from './read-dossier.ts';

interface Around {
  readonly machine: Machine;
  readonly signal: AbortSignal | undefined;
  /** Bytes of 校验说明.txt. */
  readonly note: Uint8Array | undefined;
}

/** `unknown`: members stand in the data that nobody here knows, though the dossier says of no newer version. The rules are not run over what may say more than is known; all else is compared with the part that is. */
export async function contentFindings(
  check: ReadDossier,
  loaded: LoadedCase,
  { machine, signal, note }: Around,
  unknown?: NewerDossier,
): Promise<Finding[]> {
  const { index } = check;
  const c = loaded.case;
  const findings: Finding[] = [...(unknown ? [unknown] : []), ...loaded.findings.map(underRule)];
  if (index) findings.push(...validateIndex(index).findings.filter(({ code }) => !unknown || code !== 'FIELD_UNKNOWN'));
  // Lists and documents of changed content would accuse whatever they are compared with.
  if (!c || broken(check)) return findings;
  const rules = lawPack(index, machine);
  findings.push(...rules.findings, ...evidenceAgainstFiles(c.evidence, check));
  const { pack } = rules.known;
  const documents = index && !(unknown && inTheLog(unknown));
  // The documents are compared in a thread of its own while the rules are run.
  const [ofDocuments, ofRules] = await Promise.all([
    documents ? documentsAgainstData(machine, note, { check, index, loaded, case: c, signal }) : [],
    unknown ? [] : lawAgain(machine, { check, loaded, case: c, signal }, pack),
  ]);
  if (index) findings.push(...indexAgainstCase(index, c), ...tagFilesAgainstCase(check, index, c));
  // A form with more than is known is not written as this program writes it.
  findings.push(...ofDocuments.filter(({ code }) => !unknown || code !== 'DATA_NOT_CANONICAL'));
  // Another pack's fields would accuse the data of what the case's own pack asked for.
  if (rules.recorded) findings.push(...localFindings(loaded, pack.fields ?? {}));
  findings.push(...ofRules);
  return findings;
}

/** A package for the supervisory organ: its two forms against their schemas, and the list against the files. */
export function supervisionFindings(check: ReadDossier, { forms, findings }: LoadedCase): Finding[] {
  // Facts, suspects and records that its forms refer to stay with the case.
  const own = findings.filter((f) => f.code !== 'REF_UNKNOWN').map(underRule);
  if (check.index) own.push(...validateIndex(check.index).findings);
  const { evidence, supervision } = forms;
  if (!evidence || !supervision || broken(check)) return own;
  const told = finding('SUPERVISION_PACKAGE', 'info', { recipient: supervision.recipient });
  return [...own, ...evidenceAgainstFiles(evidence, check), told];
}

/** What is said of a dossier that says that a newer version made it, beside its integrity: what must not leave the house, and the list against the files. */
export function newerFindings(check: ReadDossier, { forms, findings }: LoadedCase, newer: NewerDossier): Finding[] {
  const told = [newer, ...findings.filter(({ code }) => code === 'INTERNAL_PRESENT').map(underRule)];
  if (broken(check)) return told;
  if (check.index) told.push(...signersMissing(check, check.index));
  if (forms.evidence) told.push(...evidenceAgainstFiles(forms.evidence, check));
  if (check.format === 'newer') return told;
  const known = findings.filter(({ code }) => code !== 'INTERNAL_PRESENT').map(underRule);
  const index = check.index ? validateIndex(check.index).findings.filter(({ code }) => code !== 'FIELD_UNKNOWN') : [];
  return [...told, ...known, ...index];
}

/** The evidence list against the files, both ways. */
function* evidenceAgainstFiles(evidence: EvidenceForm, { files }: ReadDossier): Iterable<Finding> {
  const owners = evidenceOwners({ evidence });
  const present = new Set(files.map((f) => f.path).filter((p) => p.startsWith('data/evidence/')));
  for (const [path, { evidenceNo }] of owners) {
    if (!present.has(path)) yield finding('LISTED_EVIDENCE_ABSENT', 'stop', { evidenceNo, path }, { at: { entry: path } });
  }
  for (const path of present) if (!owners.has(path)) yield finding('PACKED_EVIDENCE_UNLISTED', 'stop', { path }, { at: { entry: path } });
}

function* indexAgainstCase(index: DossierIndex, c: Case): Iterable<Finding> {
  const at = { at: { entry: 'data/index.json' } };
  const pairs = [
    ['caseNo', index.caseNo, c.case.caseNo],
    ['caseName', index.caseName, c.case.name],
  ] as const;
  for (const [field, inIndex, data] of pairs) {
    if (inIndex !== data) yield finding('INDEX_CONTRADICTS_CASE', 'stop', { field, index: inIndex, data }, at);
  }
}

/** What a reader without mbpack sees first: bag-info.txt says what the data say. */
function* tagFilesAgainstCase(check: ReadDossier, index: DossierIndex, c: Case): Iterable<Finding> {
  const now = parseInstant(index.createdAt) ?? 0;
  for (const [label, data] of bagLabels(c, now, index.software)) {
    const found = check.info.get(label) ?? '';
    if (found !== data)
      yield finding('TAG_FILE_CONTRADICTS_CASE', 'error', { file: 'bag-info.txt', label, found, data }, { at: { entry: 'bag-info.txt' } });
  }
  yield* signersMissing(check, index);
}

function* signersMissing(check: ReadDossier, index: DossierIndex): Iterable<Finding> {
  if (index.expectedSigners.length > 0 && check.signatures.length === 0) {
    yield finding('SIGNATURE_EXPECTED', 'error', { signers: index.expectedSigners.join('、') }, { at: { entry: 'data/index.json' } });
  }
}

function* noteAgainstCase(c: Case, note: Uint8Array | undefined): Iterable<Finding> {
  const facts = { caseNo: c.case.caseNo, caseName: c.case.name, sender: c.case.sender.name };
  const expected = checkingNote(facts);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(note ?? new Uint8Array());
  if (text !== expected && text !== earlierNote(facts)) {
    const difference = { found: firstDifference(text, expected), data: firstDifference(expected, text) };
    yield finding('TAG_FILE_CONTRADICTS_CASE', 'error', { file: NOTE, label: 'text', ...difference }, { at: { entry: NOTE } });
  }
}

/** The line of `text` where it leaves `other`. */
function firstDifference(text: string, other: string): string {
  const lines = text.split(/\r?\n/);
  const others = other.split(/\r?\n/);
  return lines.find((line, i) => line !== others[i]) ?? '';
}

async function documentsAgainstData(machine: Machine, bytes: Uint8Array | undefined, work: DocumentWork): Promise<readonly Finding[]> {
  const obstacle = comparable(work.index, machine);
  // Other versions word labels and titles otherwise: nothing of theirs is compared.
  if (obstacle) return [obstacle];
  const note = noteAgainstCase(work.case, bytes);
  if (!machine.documents) return [...note, ...dataRows(work), notCompared('browser', '', '')];
  return [...note, ...(await machine.documents(work))];
}

/** The law as of the pack event's time; what 内卷 would say is not in a dossier. */
async function lawAgain(
  machine: Machine,
  { check, loaded, case: c, signal }: Omit<DocumentWork, 'index'>,
  pack: TemplatePack,
): Promise<Finding[]> {
  const packed = check.custody.last?.at ?? check.index?.createdAt ?? '';
  const evidence = check.files.filter((f) => f.path.startsWith('data/evidence/'));
  const facts = await readFacts(c, evidence, machine.evidence(check, signal));
  const { custody, locate } = loaded;
  const now = parseInstant(packed) ?? 0;
  const madeBy = check.index?.software.version ?? '';
  const found = checkCase({ case: c, pack, now, madeBy, draft: false, ...(custody ? { custody } : {}), ...facts }, locate);
  // The sender may have recorded a reason to go on, which stays in 内卷; the receiver may not refuse a case for it (49号 三（三）).
  return found.map((f) => (f.severity === 'error' ? ({ ...f, severity: 'warning' } as Finding) : f));
}
