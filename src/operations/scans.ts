/** M-09: scans of signed papers, as files and against the documents as they are rendered. */
import { type CaseFile, type LoadedCase, signedScans } from '../case/index.ts';
import type { RenderedDocument } from '../documents/index.ts';
import { excused, underRule } from '../law/index.ts';
import { type Finding, type FormName, finding, groupedCheckCode } from '../model/index.ts';
import { lookAtScans, type ScanLook } from '../scan/index.ts';

/** What the scans of a case are, by their paths in it. */
export interface LookedAt {
  readonly looks: ReadonlyMap<string, ScanLook>;
  /** Of the files by themselves. */
  readonly findings: readonly Finding[];
}

/** A document as it is rendered now. */
export type Printed = Pick<RenderedDocument, 'id' | 'title' | 'pages' | 'checkCodes'>;

interface Options {
  readonly signal?: AbortSignal | undefined;
  /** Forms whose papers are in no dossier: what is wrong with their scans holds none up. */
  readonly beside?: readonly FormName[];
  /** What is known of files that did not change since: by the stamp of each, which `stampOf` gives. Filled up here. */
  readonly known?: { readonly looks: Map<string, ScanLook>; stampOf(absolute: string): string };
}

/** Letters and the lead for the supervisory organ. */
const BESIDE: readonly FormName[] = ['supervision', 'correspondence'];

/** Opens every scan that the forms name and that is there. @throws Fault ABORTED */
export async function lookedAt(
  { forms, locate }: Pick<LoadedCase, 'forms' | 'locate'>,
  files: readonly CaseFile[],
  { signal, beside = BESIDE, known }: Options,
): Promise<LookedAt> {
  const there = signedScans(forms).flatMap((named) => {
    const file = files.find(({ role, path }) => role === 'signedScan' && path === named.scan.path);
    return file ? [{ ...named, absolute: file.absolute }] : [];
  });
  if (there.length === 0) return { looks: new Map(), findings: [] };
  const stamps = there.map(({ absolute }) => known?.stampOf(absolute) ?? absolute);
  const kept = new Map(known?.looks);
  const fresh = there.filter((_, i) => !kept.has(stamps[i] as string)).map(({ absolute }) => absolute);
  const found = await lookAtScans(fresh, signal);
  const looks = there.map(({ absolute }, i) => kept.get(stamps[i] as string) ?? (found[fresh.indexOf(absolute)] as ScanLook));
  known?.looks.clear();
  for (const [i, look] of looks.entries()) known?.looks.set(stamps[i] as string, look);
  const findings = there.flatMap(({ form, pointer, scan: { path } }, i) => {
    const look = looks[i] as ScanLook;
    const at = { at: locate({ form, pointer }) };
    if ('fault' in look) return [finding('SCAN_UNUSABLE', beside.includes(form) ? 'warning' : 'stop', { path, problem: look.fault }, at)];
    return 'unseen' in look ? [finding('SCAN_NOT_LOOKED_AT', 'warning', { path, unseen: look.unseen, format: look.format ?? '' }, at)] : [];
  });
  return { looks: new Map(there.map(({ scan }, i) => [scan.path, looks[i] as ScanLook])), findings: findings.map(underRule) };
}

/** Pages and check codes of the scans against the documents: a page that was not scanned is missing from the file, and another code is another text. */
export function scanFindings(
  printed: readonly Printed[],
  { looks }: LookedAt,
  { forms, locate, case: c }: Pick<LoadedCase, 'forms' | 'locate' | 'case'>,
): readonly Finding[] {
  const found = signedScans(forms).flatMap(({ form, pointer, scan }) => {
    const document = printed.find(({ id }) => id === form);
    const look = looks.get(scan.path);
    if (!document || (look && 'fault' in look)) return [];
    const [path, pages] = [locate({ form, pointer }), locate({ form, pointer: pointer.replace(/path$/, 'pages') })];
    const [expected] = document.checkCodes;
    const read = look && 'codes' in look ? look.codes : [];
    const others = expected === undefined ? [] : otherPapers(read, { document: document.title, expected }, printed);
    // What the letter names as its annexes may be scanned with it, where there are pages enough for the letter besides.
    const whole = read.filter((code) => code === null || code === expected).length >= document.pages;
    const wrong = others.filter(({ paper }) => paper === '' || !whole);
    if (wrong.length > 0) return wrong.map((args) => finding('SCAN_OF_OTHER_PAPER', 'error', args, { at: path }));
    const counted = look?.pages;
    const scanned = counted ?? scan.pages;
    const findings: Finding[] = others.map(({ onPages, paper }) =>
      finding('SCAN_HOLDS_OTHER_PAPER', 'info', { document: document.title, onPages, paper }, { at: path }),
    );
    if (counted !== undefined && counted !== scan.pages)
      findings.push(
        finding('SCAN_PAGES_DIFFER', 'warning', { document: document.title, pages: scan.pages, scanned: counted }, { at: pages }),
      );
    if (scanned < document.pages) {
      const args = { document: document.title, pages: document.pages, scanned };
      findings.push(finding('SCAN_HAS_FEWER_PAGES', 'error', args, { at: counted === undefined ? pages : path }));
    }
    const unread = read.flatMap((code, i) => (code === null ? [i + 1] : []));
    // A cover may be scanned with it: so many pages as the document has must bear its code.
    const own = read.filter((code) => code === expected).length;
    if (expected !== undefined && unread.length > 0 && own < document.pages) {
      const args = { document: document.title, expected: groupedCheckCode(expected), onPages: unread, none: own === 0 };
      findings.push(finding('SCAN_CODE_UNREAD', 'info', args, { at: path }));
    }
    return findings;
  });
  return found.map(underRule).map((f) => (c ? excused(c, f) : f));
}

/** One row a foreign code, with the pages that bear it. */
function otherPapers(
  codes: readonly (string | null)[],
  { document, expected }: { readonly document: string; readonly expected: string },
  printed: readonly Printed[],
): readonly {
  readonly document: string;
  readonly code: string;
  readonly expected: string;
  readonly onPages: readonly number[];
  readonly paper: string;
}[] {
  const foreign = new Set(codes.filter((code) => code !== null && code !== expected));
  return [...foreign].flatMap((code) =>
    code === null
      ? []
      : [
          {
            document,
            code: groupedCheckCode(code),
            expected: groupedCheckCode(expected),
            onPages: codes.flatMap((one, i) => (one === code ? [i + 1] : [])),
            paper: printed.find(({ checkCodes }) => checkCodes.includes(code))?.title ?? '',
          },
        ],
  );
}
