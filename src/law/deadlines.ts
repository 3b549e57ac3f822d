/**
 * The board of periods: what began each, when it is due, and whether it was kept. D1–D17 of docs/reference/rules.md; D15 (the
 * police answer the procuratorate) leaves no trace in a case and is not on the board.
 */
import {
  type Basis,
  type Case,
  type FormName,
  type PackPeriod,
  type PeriodId,
  type PeriodLength,
  parseInstant,
  periodLength,
  type TemplatePack,
} from '../model/index.ts';
import { dueOf } from './calendar.ts';
import { type DeadlineRow, deadlineRows } from './deadline-rows.ts';

/** `met` and `late` are over; `missed` is not done and due; `closed` a right that was not used in time. */
export type DeadlineState = 'met' | 'late' | 'running' | 'missed' | 'closed' | 'notBegun' | 'unknownYear';

export interface Deadline {
  /** `D1`; a measure adds the number of its record. */
  readonly id: string;
  readonly period: PeriodId;
  readonly duty: string;
  /** Whose duty, or whose right. */
  readonly who: '医保部门' | '公安机关';
  /** What begins it. */
  readonly from: string;
  readonly basis: Basis;
  /** How long, and which days count. */
  readonly counted: PeriodLength;
  /** Instant or day of the form. */
  readonly begun?: string;
  readonly done?: string;
  /** Milliseconds since 1970. */
  readonly due?: number;
  /** Of a right: where the last day falls on days off, to when it runs if 刑事诉讼法 art. 105 applies. `due` is the safe one. */
  readonly rolled?: number;
  /** The year whose days off the pack does not have. */
  readonly unknownYear?: number;
  readonly state: DeadlineState;
  readonly at: { readonly form: FormName; readonly pointer: string };
}

/** Every period of the case as of `now`, in the order of the table; periods that the pack does not have are left out. */
export function deadlinesOf(c: Case, pack: TemplatePack, now: number): readonly Deadline[] {
  return [...deadlineRows(c, pack)].flatMap((row) => onBoard(row, pack, now) ?? []);
}

function onBoard(row: DeadlineRow, pack: TemplatePack, now: number): Deadline | undefined {
  const period = pack.periods[row.period];
  if (!period) return undefined;
  const { begun, done, settled = false, right = false, extra = 0, cap, ...shown } = row;
  const counted = { ...periodLength(period), length: period.length + extra };
  const board = { ...shown, basis: period.basis, counted, ...(begun ? { begun } : {}), ...(done ? { done } : {}) };
  if (!begun) return { ...board, state: 'notBegun' };
  const end = dueOf({ ...period, ...counted }, begun, pack.calendar);
  if (!('due' in end)) return { ...board, unknownYear: end.unknownYear, state: 'unknownYear' };
  const due = cap ? Math.min(end.due, Date.parse(`${cap}T23:59:59+08:00`)) : end.due;
  const rolled = right ? rolledTo(period, begun, pack) : undefined;
  const last = rolled ?? due;
  return { ...board, due, ...(last > due ? { rolled: last } : {}), state: stateOf(last, done, settled, right, now) };
}

/** The last instant with the last day rolled over days off; undefined where the pack does not have the year. */
function rolledTo(period: PackPeriod, begun: string, { calendar }: TemplatePack): number | undefined {
  const end = dueOf({ ...period, count: 'rollover' }, begun, calendar);
  return 'due' in end ? end.due : undefined;
}

function stateOf(due: number, done: string | undefined, settled: boolean, right: boolean, now: number): DeadlineState {
  if (done) return firstMoment(done) <= due ? 'met' : 'late';
  if (settled) return 'met';
  if (now <= due) return 'running';
  return right ? 'closed' : 'missed';
}

/** A day counts from its first moment: what was done on the last day was done in time. */
function firstMoment(text: string): number {
  return parseInstant(text.includes('T') ? text : `${text}T00:00:00+08:00`) ?? 0;
}
