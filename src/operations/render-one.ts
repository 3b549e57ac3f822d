/** One document by name, internal forms too: a PDF for signature, or a draft of it. */
import { blankCase, type LoadedCase } from '../case/index.ts';
import { documentApplies, renderDocument } from '../documents/index.ts';
import { writeFileSafely } from '../dossier/write/index.ts';
import { isApproved } from '../law/index.ts';
import {
  type Case,
  CORRESPONDENCE_DOCUMENTS,
  type Finding,
  finding,
  type KnownDocumentId,
  OUTSIDE_HELP_DOCUMENTS,
  viewIdOf,
} from '../model/index.ts';
import { digestsByPath } from '../verdict/index.ts';
import { listedFiles } from './check.ts';
import { documentNamed } from './document-names.ts';
import { OF_WHOLE } from './document-needs.ts';
import { internalOf } from './drafts.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, openCase, placed, standsIn } from './open-case.ts';
import { openRules } from './open-rules.ts';
import { protectCase, refuseExisting, refuseFolders } from './output.ts';
import { paperOf } from './paper.ts';
import { renderInput } from './payload.ts';

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
  'consultation',
  'urgent',
  ...OUTSIDE_HELP_DOCUMENTS,
];
/** Documents whose pages or digests are known only when the whole dossier has been made. */
const NEEDS_ALL: readonly KnownDocumentId[] = ['materials', ...OF_WHOLE];
/** Documents that print what the evidence files are now. */
const WITH_DIGESTS: readonly KnownDocumentId[] = ['legality'];
const LETTERS: readonly KnownDocumentId[] = CORRESPONDENCE_DOCUMENTS;
/** Letters that go out before anything is transferred (指导意见 art. 23; 49号 四（一）). */
const EARLY: readonly KnownDocumentId[] = ['consultation', 'urgent'];
const NO_LOG = { lines: [], events: [] };

/** The case and the letters, everything else still to come. */
function earlyCase({ forms }: LoadedCase): Case | undefined {
  const { case: main, correspondence, evidence } = forms;
  return main && correspondence && { ...blankCase(), case: main, correspondence, evidence: evidence ?? { evidence: [] } };
}

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
  if (!pack) return { loaded, findings: found.findings };
  const document = documentNamed(options.name, pack.pack);
  // A letter that goes out before the transfer needs the case and itself, and waits for no other form.
  const early = !loaded.case && EARLY.includes(viewIdOf(document));
  const c = early ? earlyCase(loaded) : loaded.case;
  if (!c) return { loaded, findings: found.findings };
  const view = viewIdOf(document);
  const before = BEFORE_APPROVAL.includes(view);
  const letters = LETTERS.includes(view);
  const asDraft = options.draft || before;
  const opened = asDraft && !letters ? found : await openCase({ ...options, draft: asDraft, letters });
  protectCase(options.dir, options.output);
  refuseFolders(options.output);
  if (!options.overwrite) refuseExisting(options.output);
  // What leaves the house is clean only when its going was approved (310号 art. 5): until then it is a draft.
  const draft = options.draft || (!before && !isApproved(c));
  const ownFaults = letters && opened.findings.some((f) => f.severity === 'stop' && standsIn(f, 'correspondence', opened.fileOf));
  if (ownFaults) return { loaded, findings: opened.findings };
  if (!documentApplies(document, c))
    return { loaded, findings: [...opened.findings, finding('DOCUMENT_HAS_NOTHING', 'stop', { document: document.title })] };
  const findings: Finding[] = opened.findings.filter(
    (f) => !early || standsIn(f, 'case', opened.fileOf) || standsIn(f, 'correspondence', opened.fileOf),
  );
  const make = async (): Promise<{ bytes: Uint8Array; pages: number } | undefined> => {
    if (!NEEDS_ALL.includes(view)) {
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
    if (letters) {
      const input = { ...renderInput({ case: c, pack, now: options.now, draft }), paper: paperOf(payload.parts) };
      const letter = await renderDocument(document.id, input);
      findings.push(...placed(letter.findings, loaded));
      return letter;
    }
    const part = payload.parts.find((p) => p.document === document.id && p.role === 'document');
    return part && { bytes: part.bytes, pages: part.pages ?? 0 };
  };
  const made = await make();
  if (!made || findings.some((f) => f.code === 'MISSING_GLYPH')) return { loaded, findings };
  await writeFileSafely(options.output, options.overwrite, made.bytes);
  return { loaded, findings, pages: made.pages };
}
