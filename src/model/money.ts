/** Money: decimal strings of yuan outside, integer fen (`bigint`) inside; never floating point. */
import type { Yuan } from './case.ts';

/** What a money field may hold: no sign, no separators, at most two decimals, below 10^13 yuan. */
export const YUAN_PATTERN = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,2})?$/;

/** Fen of a decimal string of yuan, or undefined when the text is no amount. */
export function parseYuan(text: Yuan): bigint | undefined {
  if (!YUAN_PATTERN.test(text)) return undefined;
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}

/** Sum in fen. Amounts that do not parse are the schema's business and count as nothing here. */
export function sumYuan(amounts: Iterable<Yuan | undefined>): bigint {
  let total = 0n;
  for (const amount of amounts) total += (amount === undefined ? undefined : parseYuan(amount)) ?? 0n;
  return total;
}

/** `123456789n` → `1,234,567.89`. */
export function formatFen(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const abs = fen < 0n ? -fen : fen;
  const whole = (abs / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${(abs % 100n).toString().padStart(2, '0')}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const HUNDRED_MILLION = 100_000_000n;

/**
 * 大写金额 by the rules for bills (《支付结算办法》附一 正确填写票据和结算凭证的基本规定):
 * `10500.00` → 壹万零伍佰元整, `0.05` → 伍分, `1.50` → 壹元伍角整.
 */
export function upperYuan(fen: bigint): string {
  if (fen < 0n) return `负${upperYuan(-fen)}`;
  if (fen === 0n) return '零元整';
  const whole = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const cent = Number(fen % 10n);
  let text = whole > 0n ? `${upperInteger(whole)}元` : '';
  if (jiao === 0 && cent === 0) return `${text}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (whole > 0n) text += '零';
  return cent > 0 ? `${text}${DIGITS[cent]}分` : `${text}整`;
}

/** 亿 stands once behind all that it counts: 1,200,000,000,000 is 壹万贰仟亿. */
function upperInteger(value: bigint): string {
  if (value < HUNDRED_MILLION) return upperSmall(value);
  const rest = value % HUNDRED_MILLION;
  const gap = rest < HUNDRED_MILLION / 10n ? '零' : '';
  return `${upperInteger(value / HUNDRED_MILLION)}亿${rest === 0n ? '' : gap + upperSmall(rest)}`;
}

/** Below 亿. */
function upperSmall(value: bigint): string {
  const [high, low] = [Number(value / 10_000n), Number(value % 10_000n)];
  if (high === 0) return upperGroup(low);
  return `${upperGroup(high)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + upperGroup(low)}`;
}

function upperGroup(group: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    text += `${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return text;
}
