/** Drafts: every document marked 草稿, nothing packed; or one document by name, internal forms too. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedCase } from '../case/index.ts';
import { documentApplies, renderDocument } from '../documents/index.ts';
import { bagName, writeFileSafely } from '../dossier/write/index.ts';
import { isApproved } from '../law/index.ts';
import { dayInChina, type Finding, finding, type KnownDocumentId, placeOfDocument, viewIdOf } from '../model/index.ts';
import { listedFiles } from './check.ts';
import { documentNamed } from './document-names.ts';
import { digestsByPath, fileFindings } from './file-facts.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, type OpenedCase, openCase, placed } from './open-case.ts';
import { openRules } from './open-rules.ts';
import { makeFolder, protectCase, refuseExisting, refuseFolders } from './output.ts';
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
  const asked = () => openRules({ case: c, pack, now: options.now, custody: loaded.custody ?? NO_LOG, digests: digestsByPath(evidence) });
  // What a pack adds beside the dossier is drafted with the rest; 校验单 and 固定清单 have nothing to say yet.
  const beside = pack.pack.documents.filter((d) => placeOfDocument(d) === 'beside' && d.view !== undefined && documentApplies(d, c));
  const own = pack.pack.documents.filter((d) => placeOfDocument(d) === 'internal');
  const apart = await Promise.all(
    [...own, ...beside].map((d) =>
      renderDocument(d.id, {
        ...renderInput({ case: c, pack, now: options.now, draft: true, custody: loaded.custody ?? NO_LOG, evidence }),
        ...(viewIdOf(d) === 'legality' ? asked() : {}),
        ...internalOf(opened),
      }),
    ),
  );
  findings.push(
    ...placed(
      apart.flatMap((d) => d.findings),
      loaded,
    ),
  );
  if (findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings, count: 0 };
  const folder = options.output ?? `${bagName(c.case.caseNo, dayInChina(options.now))}.草稿`;
  const files = [
    ...payload.parts.filter((p) => p.role === 'document').map((p) => ({ name: p.path.replace(/^.*\//, ''), bytes: p.bytes })),
    ...apart.map((d, i) => ({ name: `${i < own.length ? '内卷' : '另附'}-${d.title}.pdf`, bytes: d.bytes })),
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

/** A folder with nothing in it but such drafts was made by an earlier run: drafts are made again every day. */
function ownFolder(folder: string, names: readonly string[]): boolean {
  return existsSync(folder) && readdirSync(folder).every((name) => names.includes(name));
}

function internalOf({ loaded }: OpenedCase) {
  return loaded.forms.internal ? { internal: loaded.forms.internal } : {};
}

/** What is signed before anybody approves: the report, and the records of collection on the spot. */
const BEFORE_APPROVAL: readonly KnownDocumentId[] = [
  'report',
  'approval',
  'extraction',
  'scene',
  'preservation',
  'copy',
  'derivation',
  'statement',
  'supervision',
];
/** Documents that print what the evidence files are now. */
const WITH_DIGESTS: readonly KnownDocumentId[] = ['legality'];
const NO_LOG = { lines: [], events: [] };

export interface OneOptions extends CaseOptions {
  /** By id, by title, or by what only one title ends in or holds. */
  readonly name: string;
  readonly output: string;
  readonly overwrite: boolean;
}

/** One document as a PDF; internal ones come before any approval, so the law does not hold them back. */
export async function renderOne(
  options: OneOptions,
): Promise<{ readonly loaded: LoadedCase; readonly findings: readonly Finding[]; readonly pages?: number }> {
  // Whether approval holds it back is known when its name is: so the case is opened as for a draft, and judged below.
  const found = await openCase({ ...options, draft: true });
  const { loaded, pack } = found;
  const c = loaded.case;
  if (!c || !pack) return { loaded, findings: found.findings };
  const document = documentNamed(options.name, pack.pack);
  const view = viewIdOf(document);
  const before = BEFORE_APPROVAL.includes(view);
  const opened = options.draft || before ? found : await openCase(options);
  protectCase(options.dir, options.output);
  refuseFolders(options.output);
  if (!options.overwrite) refuseExisting(options.output);
  // What leaves the house is clean only when its going was approved (310号 art. 5): until then it is a draft.
  const draft = options.draft || (!before && !isApproved(c));
  if (!documentApplies(document, c))
    return { loaded, findings: [...opened.findings, finding('DOCUMENT_HAS_NOTHING', 'stop', { document: document.title })] };
  const findings: Finding[] = [...opened.findings];
  const make = async (): Promise<{ bytes: Uint8Array; pages: number } | undefined> => {
    if (view !== 'materials') {
      const evidence = WITH_DIGESTS.includes(view) ? await measureAll(opened, options) : undefined;
      const rendered = await renderDocument(document.id, {
        ...renderInput({ case: c, pack, now: options.now, draft, custody: loaded.custody ?? NO_LOG, ...(evidence ? { evidence } : {}) }),
        ...(evidence
          ? openRules({ case: c, pack, now: options.now, custody: loaded.custody ?? NO_LOG, digests: digestsByPath(evidence) })
          : {}),
        ...internalOf(opened),
      });
      findings.push(...placed(rendered.findings, loaded));
      return rendered;
    }
    const evidence = await measureAll(opened, options);
    if (evidence.length !== listedFiles(opened)) return undefined;
    const payload = await payloadOf(opened, { ...options, draft }, evidence);
    findings.push(...payload.findings);
    const part = payload.parts.find((p) => p.document === 'materials' && p.role === 'document');
    return part && { bytes: part.bytes, pages: part.pages ?? 0 };
  };
  const made = await make();
  if (!made || findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings };
  await writeFileSafely(options.output, options.overwrite, made.bytes);
  return { loaded, findings, pages: made.pages };
}
