/** Drafts: every document marked 草稿, nothing packed; or one document by name, internal forms too. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedCase } from '../case/index.ts';
import { documentApplies, renderDocument } from '../documents/index.ts';
import { bagName, writeFileSafely } from '../dossier/write/index.ts';
import { isApproved } from '../law/index.ts';
import { CORRESPONDENCE_DOCUMENTS, type DocumentId, dayInChina, type Finding, finding } from '../model/index.ts';
import { digestsByPath } from '../verdict/index.ts';
import { listedFiles } from './check.ts';
import { fileFindings } from './file-facts.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, type OpenedCase, openCase, placed, standsIn } from './open-case.ts';
import { openRules } from './open-rules.ts';
import { makeFolder, protectCase, refuseExisting, refuseFolders } from './output.ts';
import { paperOf } from './paper.ts';
import { renderInput } from './payload.ts';

export interface DraftOptions extends CaseOptions {
  /** Folder for the drafts; by default `<bag>.草稿` in the working directory. */
  readonly output?: string | undefined;
  readonly overwrite: boolean;
}

export interface DraftResult {
  readonly loaded: LoadedCase;
  readonly findings: readonly Finding[];
  readonly folder?: string;
  readonly count: number;
}

/** Findings do not keep a draft back, short of a case that cannot be read or rendered: a draft is for seeing what is wrong. */
export async function buildDrafts(given: DraftOptions): Promise<DraftResult> {
  const options = { ...given, draft: true };
  const opened = await openCase(options);
  const { loaded, pack } = opened;
  const evidence = await measureAll(opened, options);
  const findings: Finding[] = [...opened.findings, ...(await fileFindings(opened, options, evidence)).findings];
  const c = loaded.case;
  if (!c || !pack || evidence.length !== listedFiles(opened)) return { loaded, findings, count: 0 };
  const payload = await payloadOf(opened, options, evidence);
  findings.push(...payload.findings);
  const internal = await Promise.all(
    pack.pack.documents
      .filter((d) => d.internal)
      .map((d) => renderDocument(d.id, { ...renderInput({ case: c, pack, now: options.now, draft: true }), ...internalOf(opened) })),
  );
  const beside = await Promise.all(
    pack.pack.documents
      .filter(({ id }) => isOneOf(CORRESPONDENCE_DOCUMENTS, id) && documentApplies(id, c))
      .map((d) =>
        renderDocument(d.id, { ...renderInput({ case: c, pack, now: options.now, draft: true }), paper: paperOf(payload.parts) }),
      ),
  );
  findings.push(
    ...placed(
      [...internal, ...beside].flatMap((d) => d.findings),
      loaded,
    ),
  );
  if (findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings, count: 0 };
  const folder = options.output ?? `${bagName(c.case.caseNo, dayInChina(options.now))}.草稿`;
  const files = [
    ...payload.parts.filter((p) => p.role === 'document').map((p) => ({ name: p.path.replace(/^.*\//, ''), bytes: p.bytes })),
    ...internal.map((d) => ({ name: `内卷-${d.title}.pdf`, bytes: d.bytes })),
    ...beside.map((d) => ({ name: `卷外-${d.title}.pdf`, bytes: d.bytes })),
  ];
  const targets = files.map((f) => ({ path: join(folder, f.name), bytes: f.bytes }));
  const paths = targets.map((t) => t.path);
  protectCase(options.dir, ...paths);
  const overwrite =
    options.overwrite ||
    ownFolder(
      folder,
      files.map((f) => f.name),
    );
  if (!overwrite) refuseExisting(...paths);
  makeFolder(folder);
  for (const { path, bytes } of targets) await writeFileSafely(path, overwrite, bytes);
  return { loaded, findings, folder, count: files.length };
}

const isOneOf = (ids: readonly DocumentId[], id: DocumentId): boolean => ids.includes(id);

/** A folder with nothing in it but such drafts was made by an earlier run: drafts are made again every day. */
function ownFolder(folder: string, names: readonly string[]): boolean {
  return existsSync(folder) && readdirSync(folder).every((name) => names.includes(name));
}

function internalOf({ loaded }: OpenedCase) {
  return loaded.forms.internal ? { internal: loaded.forms.internal } : {};
}

/** What is signed before anybody approves: the report, and the records of collection on the spot. */
const BEFORE_APPROVAL: readonly DocumentId[] = [
  'report',
  'approval',
  'extraction',
  'scene',
  'preservation',
  'copy',
  'derivation',
  'statement',
  'supervision',
  'consultation',
  'urgent',
];
/** Documents whose pages or digests are known only when the whole dossier has been made. */
const OF_WHOLE: readonly DocumentId[] = ['materials', 'cover', 'contents', 'notes'];
/** Documents that print what the evidence files are now. */
const WITH_DIGESTS: readonly DocumentId[] = ['legality'];
const NO_LOG = { lines: [], events: [] };

export interface OneOptions extends CaseOptions {
  readonly id: DocumentId;
  readonly output: string;
  readonly overwrite: boolean;
}

/** One document as a PDF; internal ones come before any approval, so the law does not hold them back. */
export async function renderOne(
  options: OneOptions,
): Promise<{ readonly loaded: LoadedCase; readonly findings: readonly Finding[]; readonly pages?: number }> {
  const before = BEFORE_APPROVAL.includes(options.id);
  const letters = isOneOf(CORRESPONDENCE_DOCUMENTS, options.id);
  const opened = await openCase({ ...options, draft: options.draft || before, letters });
  const { loaded, pack } = opened;
  const c = loaded.case;
  if (!c || !pack) return { loaded, findings: opened.findings };
  protectCase(options.dir, options.output);
  refuseFolders(options.output);
  if (!options.overwrite) refuseExisting(options.output);
  // What leaves the house is clean only when its going was approved (310号 art. 5): until then it is a draft.
  const draft = options.draft || (!before && !isApproved(c));
  if (!documentApplies(options.id, c)) {
    const title = pack.pack.documents.find((d) => d.id === options.id)?.title ?? options.id;
    return { loaded, findings: [...opened.findings, finding('DOCUMENT_HAS_NOTHING', 'stop', { document: title })] };
  }
  const findings: Finding[] = [...opened.findings];
  // A letter goes out by itself: what stops in its own form, a leak or a number that leads nowhere, stops it.
  if (letters && findings.some((f) => f.severity === 'stop' && standsIn(f, 'correspondence', opened.fileOf))) return { loaded, findings };
  const make = async (): Promise<{ bytes: Uint8Array; pages: number } | undefined> => {
    if (!OF_WHOLE.includes(options.id)) {
      const evidence = WITH_DIGESTS.includes(options.id) ? await measureAll(opened, options) : undefined;
      const document = await renderDocument(options.id, {
        ...renderInput({ case: c, pack, now: options.now, draft, custody: loaded.custody ?? NO_LOG, ...(evidence ? { evidence } : {}) }),
        ...(evidence
          ? openRules({ case: c, pack, now: options.now, custody: loaded.custody ?? NO_LOG, digests: digestsByPath(evidence) })
          : {}),
        ...internalOf(opened),
      });
      findings.push(...placed(document.findings, loaded));
      return document;
    }
    const evidence = await measureAll(opened, options);
    if (evidence.length !== listedFiles(opened)) return undefined;
    const payload = await payloadOf(opened, { ...options, draft }, evidence);
    findings.push(...payload.findings);
    if (letters) {
      const input = { ...renderInput({ case: c, pack, now: options.now, draft }), paper: paperOf(payload.parts) };
      const document = await renderDocument(options.id, input);
      findings.push(...placed(document.findings, loaded));
      return document;
    }
    const part = payload.parts.find((p) => p.document === options.id && p.role === 'document');
    return part && { bytes: part.bytes, pages: part.pages ?? 0 };
  };
  const made = await make();
  if (!made || findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings };
  await writeFileSafely(options.output, options.overwrite, made.bytes);
  return { loaded, findings, pages: made.pages };
}
