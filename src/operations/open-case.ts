/** First steps of check, build and render: folder → case → pack → files on disk → law. Findings are collected all the way. */
import {
  type CaseFile,
  evidenceFiles,
  filesBesideForms,
  folderSource,
  formFileNames,
  type LoadedCase,
  loadCase,
  localAsMeant,
  localFindings,
  SIGNED_FORMS,
  signedScans,
} from '../case/index.ts';
import { checkCase, underRule } from '../law/index.ts';
import { type Finding, type FormName, finding, type Severity } from '../model/index.ts';
import { findPack, type LoadedPack, loadPack } from '../pack/index.ts';
import type { FileFacts } from '../verdict/index.ts';

export type Phase = 'reading' | 'packing' | 'checking' | 'hashing' | 'rendering';

export interface CaseOptions {
  /** The case folder, as the user gave it. */
  readonly dir: string;
  /** Milliseconds since 1970: the command's one clock reading. */
  readonly now: number;
  readonly draft: boolean;
  /** Warnings block as well. */
  readonly strict: boolean;
  /** Template pack instead of the one that the case names: an id, or a folder. */
  readonly template?: string | undefined;
  /** The package for the supervisory organ is built: its letter must be in order. */
  readonly supervision?: boolean;
  /** A letter of the correspondence form is made: that form must be in order. */
  readonly letters?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: Phase, done: number, total?: number) => void) | undefined;
}

export interface OpenedCase {
  readonly loaded: LoadedCase;
  readonly pack: LoadedPack | undefined;
  /** The listed files that are there: evidence and signed scans. */
  readonly files: readonly CaseFile[];
  /** A file of the case as people name it from where they stand. */
  readonly fileOf: (name: string) => string;
  /** All but what needs digests. */
  readonly findings: readonly Finding[];
}

/** Reads a case folder and runs the law over it. @throws Fault where there is no case to read, or no such pack */
export async function openCase(options: CaseOptions): Promise<OpenedCase> {
  const source = folderSource(options.dir);
  const typed = await loadCase(source, { internal: 'required' });
  const pack = packOfCase(typed, options.template);
  const { loaded: read, findings: meant } = localAsMeant(typed, pack?.pack.fields ?? {});
  const local = [...meant, ...(pack ? localFindings(read, pack.pack.fields ?? {}) : [])];
  const letters = options.letters ? [] : (['correspondence'] as const);
  const unfinished = options.supervision ? letters : (['supervision', ...letters] as const);
  const told = [...read.findings, ...local, ...filesBesideForms(source)].map((f) => besideTheCase(f, source.fileOf, unfinished));
  const loaded = told.slice(read.findings.length).some((f) => f.severity === 'stop') ? withoutCase(read) : read;
  const { forms } = loaded;
  const listed = forms.evidence ?? { evidence: [] };
  const onDisk = await evidenceFiles(options.dir, listed, signedScans(forms), loaded.locate);
  // Where a list cannot be read, every file that it names would be called unlisted.
  const scansKnown = SIGNED_FORMS.every((form) => !loaded.unread.includes(form));
  const judged = onDisk.findings.filter((f) => scansKnown || f.code !== 'SIGNED_FILE_UNLISTED');
  const diskFindings = forms.evidence ? judged.map((f) => inFolder(f, source.fileOf)) : [];
  const law = pack ? lawFindings(loaded, pack, options) : [];
  const judgedBeside = [...withoutFixed(diskFindings, law, source.fileOf), ...law].map((f) => besideTheCase(f, source.fileOf, letters));
  return {
    loaded,
    pack,
    files: onDisk.files,
    fileOf: source.fileOf,
    findings: [...told, ...judgedBeside, ...(pack ? placeholderFindings(pack) : [])].map(underRule),
  };
}

/** A recorded file that the list has no longer is told with its line of the log, not as any file that the list does not name. */
function withoutFixed(onDisk: readonly Finding[], law: readonly Finding[], fileOf: (name: string) => string): readonly Finding[] {
  const gone = new Set(law.flatMap((f) => (f.code === 'FIXED_FILE_GONE' ? f.args.paths.map((path) => fileOf(`evidence/${path}`)) : [])));
  return onDisk.filter((f) => f.code !== 'EVIDENCE_FILE_UNLISTED' || !f.at || !('file' in f.at) || !gone.has(f.at.file));
}

/** A field of the pack's own that is not in order keeps the documents from being made, as any other field does. */
function withoutCase({ case: _, ...rest }: LoadedCase): LoadedCase {
  return rest;
}

/** The pack that is asked for, or that the case names; none where the case form cannot be read. @throws Fault as the pack */
export function packOfCase({ forms }: LoadedCase, template: string | undefined): LoadedPack | undefined {
  if (template !== undefined) return findPack(template);
  return forms.case === undefined ? undefined : loadPack(forms.case.pack);
}

/** What nobody has given yet is told once, and holds nothing up. */
export function placeholderFindings({ pack }: LoadedPack): readonly Finding[] {
  return (pack.placeholders ?? []).map(({ field, note }) => finding('PACK_PLACEHOLDER', 'info', { pack: pack.id, field, note }));
}

/** The letter to the supervisory organ and the letters about the case stand beside: unfinished, they hold no police dossier up (the 24 hours run). */
function besideTheCase(f: Finding, fileOf: (name: string) => string, forms: readonly FormName[]): Finding {
  const own = forms.some((form) => standsIn(f, form, fileOf));
  return own && f.severity === 'stop' ? ({ ...f, severity: 'warning' } as Finding) : f;
}

/** Is this finding one of that form? */
export function standsIn(f: Finding, form: FormName, fileOf: (name: string) => string): boolean {
  if (!f.at || !('file' in f.at)) return false;
  return formFileNames(form).includes(f.at.file.slice(fileOf('').length));
}

/** The law over a loaded case; with what the files tell, that is compared with what was recorded as well. */
export function lawFindings(
  loaded: LoadedCase,
  pack: LoadedPack,
  { now, draft, facts }: { readonly now: number; readonly draft: boolean; readonly facts?: FileFacts },
): Finding[] {
  if (!loaded.case) return [];
  const { case: c, custody, locate } = loaded;
  return checkCase({ case: c, pack: pack.pack, now, draft, ...(custody ? { custody } : {}), ...facts }, locate);
}

/** Findings of the files below a case name them from its root; people name them from where they stand. A place in a form is named so already. */
function inFolder(f: Finding, fileOf: (name: string) => string): Finding {
  return f.at && 'file' in f.at && !('line' in f.at) && !('cell' in f.at)
    ? ({ ...f, at: { ...f.at, file: fileOf(f.at.file) } } as Finding)
    : f;
}

/** The same character at the same place is missing in every document that prints it: the first is named. What stands at no place is told once. */
export function inkOnce(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter((f) => {
    if (f.code !== 'MISSING_GLYPH' && f.code !== 'TEXT_NORMALISED') return true;
    const { char, form, pointer } = f.args;
    const key = JSON.stringify([f.code, char, form, pointer]);
    return !told.has(key) && told.add(key) !== undefined;
  });
}

/** What is found on paper (a character that no font has) stands in a form: the finding gets that place. */
export function placed(findings: readonly Finding[], { locate }: LoadedCase): Finding[] {
  return inkOnce(findings).map((f) => {
    if (f.at || (f.code !== 'MISSING_GLYPH' && f.code !== 'TEXT_NORMALISED') || f.args.form === '') return f;
    const at = locate({ form: f.args.form, pointer: f.args.pointer });
    return at ? ({ ...f, at } as Finding) : f;
  });
}

const BLOCKING: readonly Severity[] = ['stop', 'error'];

/** Does any finding keep a dossier from being built? */
export function blocks(findings: readonly Finding[], strict = false): boolean {
  return findings.some((f) => BLOCKING.includes(f.severity) || (strict && f.severity === 'warning'));
}
