/** What is wrong with a day, an instant or an amount, and what was probably meant. */
import { type Finding, finding, isDay, type Place, parseInstant, parseYuan } from '../model/index.ts';
import { shown } from './shown.ts';
import { halfWidth } from './slips.ts';

export function dayFinding(field: string, value: string, at: Place): Finding {
  const half = halfWidth(value, isDay);
  const problem = half !== undefined ? 'full-width' : /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'calendar' : 'form';
  const proposal = half ?? proposedDay(value.normalize('NFKC'));
  return finding('DAY_INVALID', 'stop', { field, value: shown(value), problem, ...(proposal === undefined ? {} : { proposal }) }, { at });
}

/** `2026年1月5日`, `2026/1/5`, `2026.1.5`, `20260105` → `2026-01-05`. Named in the message, never filled in. */
function proposedDay(value: string): string | undefined {
  const match =
    /^\s*(\d{4})\s*[年/.\-－](\s*\d{1,2})\s*[月/.\-－]\s*(\d{1,2})\s*日?\s*$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (!match) return undefined;
  const [year = '', month = '', day = ''] = match.slice(1);
  const proposal = `${year}-${month.trim().padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(proposal) ? proposal : undefined;
}

export function instantFinding(field: string, value: string, at: Place): Finding {
  const half = halfWidth(value, (text) => parseInstant(text) !== undefined);
  if (half !== undefined)
    return finding('INSTANT_INVALID', 'stop', { field, value: shown(value), problem: 'full-width', proposal: half }, { at });
  const [, date = '', time] = /^([^T ]+)(?:[T ]\s*(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(value.normalize('NFKC').trim()) ?? [];
  const day = isDay(date) ? date : proposedDay(date);
  const proposal =
    day === undefined || time === undefined
      ? undefined
      : `${day}T${time.padStart(time.length === 4 || time.length === 7 ? time.length + 1 : time.length, '0')}+08:00`;
  const meant = proposal !== undefined && parseInstant(proposal) !== undefined ? { proposal } : {};
  const problem = isDay(value)
    ? 'no-time'
    : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(value)
      ? 'no-zone'
      : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)
        ? 'calendar'
        : 'form';
  return finding('INSTANT_INVALID', 'stop', { field, value: shown(value), problem, ...meant }, { at });
}

/** A comma before one or two last figures is a decimal point: taken for a separator of thousands it would make the amount a hundred times as much. */
const DECIMAL_COMMA = /^(\d{1,3}(?:[\s',]\d{3})+|\d+),(\d{1,2})$/;
/** Thousands, or three decimals: only who wrote it knows. */
const EITHER = /^\d+,\d{3}$/;

export function moneyFinding(field: string, value: string, at: Place): Finding {
  const half = halfWidth(value, (text) => parseYuan(text) !== undefined);
  const text = bareMoney(value);
  const [, whole, part] = DECIMAL_COMMA.exec(text) ?? [];
  const problem =
    half !== undefined
      ? 'full-width'
      : part !== undefined
        ? 'decimal-comma'
        : /[元圆￥¥万亿]/.test(value)
          ? 'unit'
          : EITHER.test(text)
            ? 'either-comma'
            : /[,，\s']/.test(value)
              ? 'separator'
              : /^[-+－]/.test(value)
                ? 'sign'
                : /^\d+\.\d{3,}$/.test(value)
                  ? 'decimals'
                  : 'form';
  const proposal = part === undefined ? proposedMoney(text) : amountOnly(`${whole?.replace(/[\s',]/g, '')}.${part}`);
  const meant = { ...(proposal === undefined ? {} : { proposal }), ...('cell' in at ? { sheet: true as const } : {}) };
  return finding('MONEY_INVALID', 'stop', { field, value: shown(value), problem, ...meant }, { at });
}

/** Without 元. */
function bareMoney(value: string): string {
  return value
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*[元圆]$/, '');
}

/** The same figures without separators of thousands; another grouping may mean another amount. */
function proposedMoney(bare: string): string | undefined {
  const text = bare.replace(/[\s']/g, ',');
  return amountOnly(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text);
}

function amountOnly(figures: string): string | undefined {
  return parseYuan(figures) === undefined ? undefined : figures;
}
