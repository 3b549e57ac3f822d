/** What the call left unsaid, or said in vain: told, because the log is never rewritten. */
import type { RoughCase } from '../../case/index.ts';
import { type CustodyEvent, correctedLog, type Finding, fault, finding } from '../../model/index.ts';
import type { CollectScene } from './open.ts';
import type { CollectDetails } from './record.ts';

/** A command for more items than these is not read. */
const MOST_ITEMS = 3;

/** What a call may say of files. */
type Said = CollectDetails & { readonly fromRecord?: string | undefined };

const OPTIONS = {
  from: '--from',
  place: '--place',
  to: '--to',
  method: '--method',
  system: '--system',
  record: '--record',
  note: '--note',
  fromRecord: '--from-record',
} as const satisfies Partial<Record<keyof Said, string>>;

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** `--record` against the records form; while that is blank, nobody knows the numbers. @throws Fault COLLECT_RECORD_UNKNOWN (2) */
export function knownRecord(record: string | undefined, records: RoughCase['records'] = []): void {
  const known = records.map(({ recordNo }) => recordNo);
  if (record === undefined || known.length === 0 || known.includes(record)) return;
  throw fault('COLLECT_RECORD_UNKNOWN', 2, { record, known });
}

/** Blank fields of 固定清单 that nobody can fill in later. */
export function lacksOfPaper(events: readonly CustodyEvent[], { rough }: CollectScene, dir: string): readonly Finding[] {
  if (events.length === 0) return [];
  const missing = [
    ...(['place', 'from'] as const).filter((what) => events.some((event) => blank(event[what]))),
    ...(rough.main.name === undefined ? (['caseName'] as const) : []),
  ];
  return missing.length === 0 ? [] : [finding('COLLECT_PAPER_LACKS', 'warning', { missing, dir, items: few(events) })];
}

/** All files were recorded before: what the call says of them went nowhere. */
export function ignoredDetails(details: Said, { rough, files }: CollectScene, dir: string): readonly Finding[] {
  const options = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).filter((name) => !blank(details[name])).map((name) => OPTIONS[name]);
  if (options.length === 0) return [];
  const paths = new Set(files.map(({ path }) => path));
  const events = correctedLog(rough.custody.events).events.filter(
    ({ action, digests }) => action === 'collect' && digests?.some(({ path }) => paths.has(path)),
  );
  return [finding('COLLECT_DETAILS_IGNORED', 'warning', { options, dir, items: few(events) })];
}

function few(events: readonly CustodyEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ items }) => items))].slice(0, MOST_ITEMS);
}
