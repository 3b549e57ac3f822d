/** S-01 and P-08 in evidence and scans: every word that a program can read, and what a file's name spells, is searched for who reported, and for the letter to 监察机关. */
import type { CaseFile } from '../case/index.ts';
import { readWords, shownTexts, type Unread } from '../exhibit/index.ts';
import { CLUE_NUMBER, excused, type Leak, type LetterLeak, leakSearch, letterSearch, numberArguments, underRule } from '../law/index.ts';
import { type Case, type Finding, finding } from '../model/index.ts';

export interface LeakReport {
  readonly findings: readonly Finding[];
  /** Files with words that no program reads: pictures, scans, sound. */
  readonly unread: readonly UnreadFile[];
  /** Somebody's name was searched for. */
  readonly named: boolean;
}

export interface UnreadFile {
  /** In the case. */
  readonly path: string;
  /** The first of what was not read; absent where nobody had to be searched for. */
  readonly why?: Unread;
  /** Further places of the same file. */
  readonly more: number;
}

/** So many names are in the finding; the count tells of the rest. */
const MOST_NAMES = 20_000;
const MOST_PLACE = 300;

/** Human eyes check these for what must not leave the house (S-01). Said also where every file was read and a name was searched for: not in all its forms. */
export function unreadFindings({ unread, named }: Pick<LeakReport, 'unread' | 'named'>): readonly Finding[] {
  const { length: count } = unread;
  if (count === 0 && !named) return [];
  const told = unread.slice(0, MOST_NAMES);
  const reasons = told.map(({ why, more }) => ({ why: why?.why ?? ('not-searched' as const), where: shortPlace(why?.where), more }));
  return [finding('FILES_NEED_EYES', 'info', { count, paths: told.map(({ path }) => path), reasons, named })];
}

/** A name inside a hostile file has no end. */
const shortPlace = (where = ''): string => (where.length > MOST_PLACE ? `${where.slice(0, MOST_PLACE)}…` : where);

/** Nothing is searched where there is nobody to hide. One finding a file and kind, of its words or of what its name spells. @throws Fault ABORTED */
export async function leakFindings(
  c: Case,
  files: readonly CaseFile[],
  { fileOf, signal }: { readonly fileOf: (path: string) => string; readonly signal?: AbortSignal | undefined },
): Promise<LeakReport> {
  const search = leakSearch(c);
  const letter = letterSearch(c);
  if (!search && !letter) return { findings: [], unread: unsearched(files.map(({ path }) => path)), named: false };
  function* leaksIn(text: string, file: string): Iterable<{ readonly key: string; readonly made: Finding }> {
    for (const leak of search?.leaks(text) ?? []) {
      const key = leak.kind === 'number' ? `${leak.field}${leak.rounded ? ' rounded' : ''}` : leak.kind;
      yield { key, made: leakFinding(leak, file) };
    }
    for (const leak of letter?.(text) ?? []) yield { key: `letter ${leak.kind}`, made: letterFinding(leak, file) };
  }
  const findings: Finding[] = [];
  const unread: UnreadFile[] = [];
  for (const { absolute, path } of files) {
    const found = new Map<string, Finding>();
    const say = (key: string, made: Finding): unknown => found.has(key) || found.set(key, made);
    const file = fileOf(path);
    const sayAll = (text: string, known?: ReadonlySet<string>): void => {
      for (const { key, made } of leaksIn(text, file)) if (!known?.has(key)) say(key, made);
    };
    // What a name tells as it stands is told where the list has it.
    const known = new Set([...leaksIn(path, file)].map(({ key }) => key));
    const hidden = shownTexts(path, (text) => sayAll(text, known));
    const missed = [...hidden.map((why): Unread => ({ why })), ...(await readWords(absolute, (text) => sayAll(text), { signal }))];
    if (missed[0]) unread.push({ path, why: missed[0], more: missed.length - 1 });
    for (const made of found.values()) findings.push(excused(c, underRule(made)));
  }
  return { findings, unread, named: search?.named === true };
}

/** Files that were not looked into. */
export function unsearched(paths: readonly string[]): readonly UnreadFile[] {
  return paths.map((path) => ({ path, more: 0 }));
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
      numberArguments(leak),
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
