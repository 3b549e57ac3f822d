/** S-01 and P-08 inside the files: every word of evidence and scans that a program can read is searched for who reported, and for the letter to 监察机关. */
import type { CaseFile } from '../case/index.ts';
import { readWords } from '../exhibit/index.ts';
import { CLUE_NUMBER, excused, type Leak, type LetterLeak, leakSearch, letterSearch, underRule } from '../law/index.ts';
import { type Case, type Finding, finding } from '../model/index.ts';

export interface LeakReport {
  readonly findings: readonly Finding[];
  /** Files with words that no program reads: pictures, scans, sound. By their paths in the case. */
  readonly unread: readonly string[];
}

/** So many names are in the finding; the count tells of the rest. */
const MOST_NAMES = 1000;

/** Human eyes check these for what must not leave the house (S-01). */
export function unreadFindings(unread: readonly string[]): readonly Finding[] {
  const { length: count } = unread;
  return count === 0 ? [] : [finding('FILES_NEED_EYES', 'info', { count, paths: unread.slice(0, MOST_NAMES) })];
}

/** Nothing is searched where there is nobody to hide. One finding a file and kind. @throws Fault ABORTED */
export async function leakFindings(
  c: Case,
  files: readonly CaseFile[],
  { fileOf, signal }: { readonly fileOf: (path: string) => string; readonly signal?: AbortSignal | undefined },
): Promise<LeakReport> {
  const search = leakSearch(c);
  const letter = letterSearch(c);
  if (!search && !letter) return { findings: [], unread: files.map(({ path }) => path) };
  const findings: Finding[] = [];
  const unread: string[] = [];
  for (const { absolute, path } of files) {
    const found = new Map<string, Finding>();
    const say = (key: string, made: Finding): unknown => found.has(key) || found.set(key, made);
    const file = fileOf(path);
    const missed = await readWords(
      absolute,
      (text) => {
        for (const leak of search?.(text) ?? []) say(leak.kind === 'number' ? leak.field : leak.kind, leakFinding(leak, file));
        for (const leak of letter?.(text) ?? []) say(`letter ${leak.kind}`, letterFinding(leak, file));
      },
      { signal },
    );
    if (missed.length > 0) unread.push(path);
    for (const made of found.values()) findings.push(excused(c, underRule(made)));
  }
  return { findings, unread };
}

/**
 * Evidence cannot be rewritten, and a reporter who is a witness is rightly named in it: only what tells of the report itself
 * is an error, and even that a recorded reason lifts (必须移送).
 */
function leakFinding(leak: Leak, file: string): Finding {
  const parts = { at: { file } };
  if (leak.kind === 'number')
    return finding(
      'INFORMANT_NUMBER_LEAKED',
      leak.field === CLUE_NUMBER && leak.certain ? 'error' : 'warning',
      { field: leak.field },
      parts,
    );
  return leak.kind === 'reporting'
    ? finding('INFORMANT_NAMED', 'error', {}, parts)
    : finding('INFORMANT_NAME_OCCURS', 'warning', {}, parts);
}

/** Evidence cannot be rewritten, and the letter's words may come from it: this is for someone to look at. */
function letterFinding(leak: LetterLeak, file: string): Finding {
  const parts = { at: { file } };
  if (leak.kind === 'number') return finding('SUPERVISION_LEAKED', 'warning', {}, parts);
  if (leak.kind === 'person') return finding('SUPERVISION_PERSON_NAMED', 'warning', {}, parts);
  if (leak.kind === 'words') return finding('SUPERVISION_WORDS', 'warning', { word: leak.word }, parts);
  return finding('SUPERVISION_TEXT_REPEATED', 'info', {}, parts);
}
