/** What is wrong with a day, an instant or an amount, and what was probably meant; where it can mean two things, both. */
import {
  bareAmount,
  dayReadings,
  type Finding,
  finding,
  halfWidthText,
  instantReadings,
  isDay,
  moneyReadings,
  type Place,
  parseYuan,
} from '../model/index.ts';
import { shown } from './shown.ts';

interface Meant {
  readonly proposal?: string;
  readonly readings?: readonly string[];
}

function meant(readings: readonly string[]): Meant {
  const [proposal, second] = readings;
  return second !== undefined ? { readings } : proposal === undefined ? {} : { proposal };
}

export function dayFinding(field: string, value: string, at: Place): Finding {
  const read = meant(dayReadings(value));
  const problem = read.readings ? 'several' : /^\d{4}-\d{2}-\d{2}$/.test(halfWidthText(value)) ? 'calendar' : 'form';
  return finding('DAY_INVALID', 'stop', { field, value: shown(value), problem, ...read }, { at });
}

export function instantFinding(field: string, value: string, at: Place): Finding {
  const plain = halfWidthText(value);
  const read = meant(instantReadings(value));
  const problem = read.readings
    ? 'several'
    : isDay(plain) || dayReadings(value).length === 1
      ? 'no-time'
      : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(plain)
        ? 'calendar'
        : 'form';
  return finding('INSTANT_INVALID', 'stop', { field, value: shown(value), problem, ...read }, { at });
}

/** A comma before one or two last figures is a decimal point: taken for a separator of thousands it would make the amount a hundred times as much. */
const DECIMAL_COMMA = /^(\d{1,3}(?:[\s',]\d{3})+|\d+),(\d{1,2})$/;
/** Figures that no grouping of thousands makes: one comma may stand for the decimal point. */
const EITHER = /^\d+,\d{3}$/;
const IN_TENTHOUSANDS = /^(\d{1,9})(?:\.(\d{1,10}))?\s*([万亿])$/u;

export function moneyFinding(field: string, value: string, at: Place): Finding {
  const text = bareAmount(value);
  const readings = moneyReadings(value);
  const [, whole, part] = DECIMAL_COMMA.exec(text) ?? [];
  const problem =
    readings.length > 1
      ? 'several'
      : part !== undefined
        ? 'decimal-comma'
        : /[元圆￥¥万亿]/u.test(value)
          ? 'unit'
          : EITHER.test(text) && readings.length === 0
            ? 'either-comma'
            : /[,，\s']/.test(value)
              ? 'separator'
              : /^[-+－]/.test(value)
                ? 'sign'
                : /^\d+\.\d{3,}$/.test(text)
                  ? 'decimals'
                  : 'form';
  const proposal = part === undefined ? inYuan(text) : amountOnly(`${whole?.replace(/[\s',]/g, '')}.${part}`);
  const read = readings.length > 0 ? meant(readings) : proposal === undefined ? {} : { proposal };
  return finding(
    'MONEY_INVALID',
    'stop',
    { field, value: shown(value), problem, ...read, ...('cell' in at ? { sheet: true as const } : {}) },
    { at },
  );
}

/** `12.5万` → 125000: often rounded, so it is named and not taken. */
function inYuan(text: string): string | undefined {
  const [, whole = '', part = '', unit] = IN_TENTHOUSANDS.exec(text) ?? [];
  const places = unit === '万' ? 4 : unit === '亿' ? 8 : 0;
  if (places === 0) return undefined;
  const figures = `${whole}${part.padEnd(places, '0').slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const rest = part.slice(places);
  return amountOnly(rest === '' ? figures : `${figures}.${rest}`);
}

function amountOnly(figures: string): string | undefined {
  return parseYuan(figures) === undefined ? undefined : figures;
}
