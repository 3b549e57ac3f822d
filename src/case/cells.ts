/** One cell → the value its column asks for. What cannot be turned exactly is a finding, never a guess. */
import { dayInChina, dayReadings, type Finding, finding, formatInstant, isDay, localInstant, type Place } from '../model/index.ts';
import type { Column } from './columns.ts';
import type { Cell } from './list-sheets.ts';
import { shown } from './shown.ts';

/** Excel keeps 15 significant digits (its own specification); more is what floating point made of them. */
const EXCEL_DIGITS = 15;
/** Longer whole numbers are identifiers; Excel shows them as 1.23E+11 and drops digits after the fifteenth. */
const MAX_ID_DIGITS = 11;
const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export type CellValue = { readonly value: unknown } | { readonly finding: Finding } | undefined;

/** Undefined for a blank cell. */
export function cellValue(cell: Cell, { kind, title: field }: Column, at: Place): CellValue {
  if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) return undefined;
  if (typeof cell === 'boolean')
    return {
      finding: finding('FIELD_TYPE', 'stop', { field, expected: kind === 'integer' ? 'integer' : 'text', found: 'boolean' }, { at }),
    };
  if (cell instanceof Date) return dateValue(cell, kind, field, at);
  if (typeof cell === 'string') return { value: textValue(cell, kind) };
  const value = exactDecimal(cell.number);
  // 20260905 as a number: a day that was typed without signs.
  if (value !== undefined && kind === 'day' && dayReadings(value).length === 1) return { value };
  const problem = numberProblem(value, kind);
  if (problem || value === undefined)
    return { finding: finding('CELL_NUMBER', 'stop', { field, value: shown(cell.number), problem: problem ?? 'inexact' }, { at }) };
  return { value: kind === 'integer' ? Number(value) : kind === 'ids' ? [value] : value };
}

/** A text as its column means it; what is not of its column's form stays as it is, for the schema to refuse. */
function textValue(text: string, kind: Column['kind']): unknown {
  switch (kind) {
    case 'ids':
      return splitIds(text);
    case 'integer':
      return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : text;
    case 'day':
      return dayOfText(text.trim()) ?? text;
    case 'instant':
      return localInstant(text) ?? text;
    default:
      return text;
  }
}

/** `2026/9/5` and `2026-9-5`, as Excel shows days: year, month, day can be read in one order only. */
function dayOfText(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})([-/]\d{1,2})([-/]\d{1,2})$/.exec(text) ?? [];
  const whole = `${year}-${month.slice(1).padStart(2, '0')}-${day.slice(1).padStart(2, '0')}`;
  return isDay(whole) ? whole : undefined;
}

/** Ids hold no separators, so any of those in use parts them. */
export function splitIds(text: string): string[] {
  return text.split(/[、，,;；\s]+/).filter((id) => id !== '');
}

function numberProblem(value: string | undefined, kind: Column['kind']): 'inexact' | 'text-needed' | 'integer-needed' | undefined {
  if (value === undefined) return 'inexact';
  switch (kind) {
    case 'decimal':
      return undefined;
    case 'integer':
      return /^\d{1,9}$/.test(value) ? undefined : 'integer-needed';
    case 'text':
    case 'ids':
      return /^\d+$/.test(value) && value.length <= MAX_ID_DIGITS ? undefined : 'text-needed';
    case 'day':
    case 'instant':
      return 'text-needed';
  }
}

/**
 * The decimal that was typed. Excel writes 0.29 as 0.28999999999999998, so the shortest decimal of that double is
 * taken when it has no more digits than Excel keeps; what a computation left (0.30000000000000004) has more.
 */
function exactDecimal(number: string): string | undefined {
  const text = String(Number(number));
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  return text.replace('.', '').replace(/^0+/, '').length <= EXCEL_DIGITS ? text : undefined;
}

/** Excel knows no zones: what the sheet says is taken for China's time. */
function dateValue(date: Date, kind: Column['kind'], field: string, at: Place): CellValue {
  const ms = Math.round(date.getTime() / 1000) * 1000;
  const hasTime = ms % DAY_MS !== 0;
  const bad = (problem: 'no-time' | 'time-in-day' | 'text-needed' | 'unclear'): CellValue => ({
    finding: finding('CELL_DATE', 'stop', { field, problem }, { at }),
  });
  if (Number.isNaN(ms)) return bad('unclear');
  if (kind === 'day') return hasTime ? bad('time-in-day') : { value: dayInChina(ms - CHINA_MS) };
  if (kind === 'instant') return hasTime ? { value: formatInstant(ms - CHINA_MS) } : bad('no-time');
  return bad('text-needed');
}
