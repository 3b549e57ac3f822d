/** What the records of collection share: people, time, evidence that names the record, and the anchor in the chain of custody. */
import {
  type Case,
  type CustodyEvent,
  chineseDay,
  chineseInstant,
  correctedLog,
  custodyLink,
  dayInChina,
  type EvidenceItem,
  type Instant,
  parseInstant,
  type RecordBase,
  type Signer,
  type Witness,
} from '../../model/index.ts';
import { asCase, minute, sentences, text } from './common.ts';

export interface CustodyInput {
  readonly lines: readonly string[];
  readonly events: readonly CustodyEvent[];
}

/** A record that mbpack renders: one whose signed paper is not in the case. */
export function onlyRendered<R extends RecordBase>(records: readonly R[]): readonly R[] {
  return records.filter((record) => record.paper === undefined);
}

/** Head of every record. */
export function baseView(forms: Case, record: RecordBase, custody: CustodyInput | undefined): object {
  return {
    agency: forms.case.sender.name,
    caseName: asCase(forms.case.name),
    caseNo: forms.case.caseNo,
    cause: forms.case.cause,
    recordNo: record.recordNo,
    docNo: text(record.docNo),
    reprint: reprintLine(forms, record, custody),
    startedAt: chineseInstant(record.startedAt),
    endedAt: endedAt(record),
    startedOn: dayOf(chineseInstant(record.startedAt)),
    place: record.place,
    officers: officersView(forms, record.officers),
    credentialsShown: record.credentialsShown ?? '',
    remark: record.remark === undefined ? [] : sentences(record.remark),
  };
}

/** Of a record that was printed for signature after the day of its act: when that was, and when the act was entered in the log. */
function reprintLine(forms: Case, record: RecordBase, custody: CustodyInput | undefined): string | null {
  const { printedOn, startedAt, recordNo } = record;
  const acted = parseInstant(startedAt);
  if (printedOn === undefined || acted === undefined || printedOn <= dayInChina(acted)) return null;
  const line = takenBy(record, itemsOf(forms, recordNo), custody);
  const logged = line?.recordedAt === undefined ? '' : `，保管记录第${line.seq}条登记于${chineseInstant(line.recordedAt)}`;
  return `行为时间为${chineseInstant(startedAt)}，本件于${chineseDay(printedOn)}补打供签名，不是当时制作的纸件${logged}。`;
}

/** Up to and with 日: the day in China, whatever the offset that was written. */
const dayOf = (instant: string): string => instant.slice(0, instant.indexOf('日') + 1);

/** `11时05分` on the day on which it began, else with its day; null when it is not known. */
function endedAt({ startedAt, endedAt: end }: RecordBase): string | null {
  const whole = minute(end, chineseInstant);
  const today = dayOf(chineseInstant(startedAt));
  return whole?.startsWith(today) ? whole.slice(today.length) : whole;
}

export interface OfficerView {
  readonly name: string;
  readonly certNo: string;
}

/** Two at least: a place that nobody fills is a blank for a second signature. */
export function officersView(forms: Case, ids: readonly string[]): readonly OfficerView[] {
  return padded(
    ids.map((id) => {
      const officer = forms.case.officers.find((o) => o.id === id);
      return { name: officer?.name ?? id, certNo: officer?.certNo ?? '' };
    }),
  );
}

export function padded(people: readonly OfficerView[]): readonly OfficerView[] {
  const absent = Array.from({ length: Math.max(0, 2 - people.length) }, () => ({ name: '', certNo: '' }));
  return [...people, ...absent];
}

/** On a paper that is still to be signed nobody has signed: only a refusal is a fact to note beforehand. */
export function signerView({ name, capacity, idNo, signed, reason }: Signer): object {
  const refused = signed === '拒绝签名' || signed === '无法签名';
  return {
    name,
    capacity: text(capacity),
    idNo: text(idNo),
    signed: refused ? signed : '待签名',
    refused,
    reason: text(reason),
  };
}

export function witnessView(witness: Witness | undefined): object | null {
  return (
    (witness && {
      name: witness.name,
      idType: text(witness.idType),
      idNo: text(witness.idNo),
      phone: text(witness.phone),
      standing: witness.standing,
    }) ??
    null
  );
}

/** Items of evidence that name a record. */
export function itemsOf(forms: Case, recordNo: string): readonly EvidenceItem[] {
  return forms.evidence.evidence.filter((item) => item.records?.includes(recordNo));
}

/** `1（住院病历）、2（…）`; a number that the case does not know stands alone. */
export function evidenceList(forms: Case, numbers: readonly string[] | undefined): string | null {
  if (numbers === undefined || numbers.length === 0) return null;
  return numbers
    .map((no) => {
      const item = forms.evidence.evidence.find((e) => e.evidenceNo === no);
      return item === undefined ? no : `${no}（${item.title}）`;
    })
    .join('、');
}

/**
 * The line of the log that a record's paper is tied to: as written into the record, else the last collection that
 * names it or its items. Null when nothing was logged.
 */
export function anchorView(record: RecordBase, items: readonly EvidenceItem[], custody: CustodyInput | undefined): object | null {
  const lines = custody?.lines ?? [];
  if (record.chainHead !== undefined) {
    const line = lines.findIndex((l) => custodyLink(l) === record.chainHead);
    return { head: record.chainHead, line: line < 0 ? null : String(line + 1) };
  }
  const last = takenBy(record, items, custody);
  const line = last === undefined ? undefined : lines[last.seq - 1];
  return line === undefined ? null : { head: custodyLink(line), line: String(last?.seq) };
}

/** The last collection that names a record or its items. */
function takenBy(record: RecordBase, items: readonly EvidenceItem[], custody: CustodyInput | undefined): CustodyEvent | undefined {
  const numbers = new Set(items.map((i) => i.evidenceNo));
  const taken = correctedLog(custody?.events ?? []).events.filter((e) => e.action === 'collect' || e.action === 'extract');
  return taken.findLast((e) => e.record === record.recordNo) ?? taken.findLast((e) => e.items.some((no) => numbers.has(no)));
}

/** From the first to the last of several instants. */
export function span(instants: readonly Instant[]): string {
  const shown = [...new Set(instants.map(chineseInstant))];
  return shown.length <= 1 ? (shown[0] ?? '') : `${shown[0]}至${shown.at(-1)}`;
}
