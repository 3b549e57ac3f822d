/** What is wrong with a day, an instant or an amount, and what was probably meant. */
import { type Finding, finding, isDay, type Place, parseInstant, parseYuan } from '../model/index.ts';
import { shown } from './shown.ts';

export function dayFinding(field: string, value: string, at: Place): Finding {
  const problem = /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'calendar' : 'form';
  const proposal = proposedDay(value);
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
  const [, date = '', time] = /^([^T ]+)(?:[T ]\s*(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(value.trim()) ?? [];
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

export function moneyFinding(field: string, value: string, at: Place): Finding {
  const problem = /[元圆￥¥万亿]/.test(value)
    ? 'unit'
    : /[,，\s']/.test(value)
      ? 'separator'
      : /^[-+－]/.test(value)
        ? 'sign'
        : /^\d+\.\d{3,}$/.test(value)
          ? 'decimals'
          : 'form';
  const proposal = proposedMoney(value);
  const meant = { ...(proposal === undefined ? {} : { proposal }), ...('cell' in at ? { sheet: true as const } : {}) };
  return finding('MONEY_INVALID', 'stop', { field, value: shown(value), problem, ...meant }, { at });
}

/** The same figures without 元 and separators of thousands; another grouping may mean another amount. */
function proposedMoney(value: string): string | undefined {
  const text = value
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*[元圆]$/, '')
    .replace(/[\s']/g, ',');
  const figures = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return parseYuan(figures) === undefined ? undefined : figures;
}
