/** Of each item: when, where, by whom and from whom it was taken, as the call says it, or as the paper record and the list do. */
import type { RoughCase, RoughRecord } from '../../case/index.ts';
import { lateNote } from '../../messages/index.ts';
import {
  type CustodyPerson,
  chineseInstant,
  Fault,
  type Finding,
  fault,
  formatInstant,
  type Instant,
  localInstant,
  parseInstant,
  RECORD_LISTS,
} from '../../model/index.ts';
import { collectorsOf } from './people.ts';
import type { CollectDetails } from './record.ts';

/** What the log says of one item's files. */
export interface Setting {
  readonly at: Instant;
  readonly people: readonly CustodyPerson[];
  readonly details: CollectDetails;
  /** What its note says of a late entry. */
  readonly late?: string;
}

export interface Settings {
  readonly of: (evidenceNo: string) => Setting;
  readonly findings: readonly Finding[];
}

export interface SettingOptions extends CollectDetails {
  /** Officers, by id or 姓名/执法证号. */
  readonly by: readonly string[];
  /** When it was collected, and the machine's clock. Milliseconds since 1970. */
  readonly now: number;
  readonly clock: number;
  /** `now` was given, and is not just the time of the call. */
  readonly timed?: boolean;
}

/** One setting for all, as the call gives it. `files`: how many wait. @throws Fault COLLECT_BY_UNKNOWN, COLLECT_TWO_OFFICERS */
export function calledSettings({ officers }: RoughCase, options: SettingOptions, files: number): Settings {
  const { people, findings } = collectorsOf(options.by, officers, files);
  const setting = { at: formatInstant(options.now), people, details: options };
  return { of: () => setting, findings };
}

/** Entered later than this after the event, a line is a late one (rule C-05). */
const LATE_MS = 24 * 3_600_000;

/**
 * Late entries of a paper record: what the call says, else what the list says of the item, else what the record says. The log's
 * times run on, so what happened before its last line is entered with the time of entering, and the note has the other.
 * @throws Fault as `calledSettings`, COLLECT_RECORD_WITHOUT_TIME; from `of`, too
 */
export function recordSettings(rough: RoughCase, record: RoughRecord, options: SettingOptions, files: number): Settings {
  const findings = new Map<string, Finding>();
  const settings = new Map<string, Setting>();
  const last = parseInstant(rough.custody.events.at(-1)?.at ?? '') ?? Number.NEGATIVE_INFINITY;
  const label = `${RECORD_LISTS[record.list]}${record.recordNo}`;
  const made = (evidenceNo: string): Setting => {
    const item = rough.items.find((i) => i.evidenceNo === evidenceNo);
    const by = [options.by, item?.collectors ?? [], record.officers].find((ids) => ids.length > 0) ?? [];
    const collectors = collectorsOf(by, rough.officers, files);
    for (const f of collectors.findings) findings.set(JSON.stringify(f), f);
    const happened = options.timed ? options.now : (instantOf(item?.collectedAt) ?? instantOf(record.startedAt));
    if (happened === undefined)
      throw fault('COLLECT_RECORD_WITHOUT_TIME', 2, { record: record.recordNo, ...(item === undefined ? {} : { evidenceNo }) });
    const passed = happened < last && options.timed !== true;
    const late = passed
      ? lateNote(label, chineseInstant(formatInstant(happened)))
      : options.clock - happened > LATE_MS
        ? lateNote(label, undefined)
        : undefined;
    return {
      at: formatInstant(passed ? options.clock : happened),
      people: collectors.people,
      details: {
        ...options,
        place: options.place ?? item?.place ?? record.place,
        from: options.from ?? item?.author ?? record.giver,
        method: options.method ?? record.method,
        system: options.system ?? item?.source ?? record.system,
        record: options.record ?? record.recordNo,
      },
      ...(late === undefined ? {} : { late }),
    };
  };
  const of = (evidenceNo: string): Setting => {
    const setting = settings.get(evidenceNo) ?? made(evidenceNo);
    settings.set(evidenceNo, setting);
    return setting;
  };
  // Before hours of reading: what an item that is not listed would be told.
  const listed = rough.items.filter(({ records }) => records.includes(record.recordNo)).flatMap(({ evidenceNo }) => evidenceNo ?? []);
  for (const evidenceNo of listed.length > 0 ? listed : ['']) of(evidenceNo);
  return { of, findings: [...findings.values()] };
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(localInstant(text) ?? text);
}

/** @throws Fault COLLECT_RECORD_UNKNOWN (2) */
export function recordNamed(recordNo: string, { records = [] }: RoughCase): RoughRecord {
  const record = records.find((r) => r.recordNo === recordNo);
  if (record) return record;
  throw fault('COLLECT_RECORD_UNKNOWN', 2, { record: recordNo, known: records.map((r) => r.recordNo) });
}

/** The numbers of the items that a record proves, of those that have files. @throws Fault COLLECT_RECORD_WITHOUT_ITEMS (2) */
export function itemsOfRecord({ recordNo }: RoughRecord, { items }: RoughCase): readonly string[] {
  const named = items.flatMap(({ evidenceNo, records, files }) =>
    evidenceNo !== undefined && files.length > 0 && records.includes(recordNo) ? [evidenceNo] : [],
  );
  if (named.length === 0) throw fault('COLLECT_RECORD_WITHOUT_ITEMS', 2, { record: recordNo });
  return named;
}

/** The fault is kept where files may just be renamed: then nobody is asked who collects. @throws Fault of the call */
export function settingsOrFault(make: () => Settings, renamed: boolean): Settings | Fault {
  try {
    return make();
  } catch (error) {
    if (renamed && error instanceof Fault && error.finding.code === 'COLLECT_TWO_OFFICERS') return error;
    throw error;
  }
}
