/** Figures as one Markdown table. Every row is one thing done to one amount. */
import { median } from './measure.mjs';

const HEAD = [
  'What',
  'Amount',
  's',
  'min–max',
  'Speed',
  'Peak MiB',
  '× openssl sha256',
  '× openssl sha256 + sm3',
  '× cp',
  '× bagit.py, 1',
  '× bagit.py, 2',
  '× openssl, both digests, all cores',
];

/**
 * @typedef {{
 *   what: string, amount: string,
 *   seconds?: readonly number[], speed?: (seconds: number) => string, peak?: readonly number[],
 *   against?: readonly (number | undefined)[],
 *   absent?: string,
 * }} Row `against`: median seconds of the peers in the order of the last columns, for the same amount.
 */

/** @param {readonly Row[]} rows */
export function markdown(rows) {
  const lines = [HEAD, HEAD.map((_, i) => (i < 2 ? '---' : '--:')), ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** @param {Row} row */
function cells({ what, amount, seconds, speed, peak, against = [], absent }) {
  if (absent !== undefined || !seconds) return [what, amount, `absent: ${absent}`, ...HEAD.slice(3).map(() => '')];
  const middle = median(seconds);
  const range = seconds.length > 1 ? `${secondsText(Math.min(...seconds))}–${secondsText(Math.max(...seconds))}` : '';
  const ratios = HEAD.slice(6).map((_, i) => (against[i] === undefined ? '' : (against[i] / middle).toFixed(2)));
  return [what, amount, secondsText(middle), range, speed ? speed(middle) : '', peak ? median(peak).toFixed(0) : '', ...ratios];
}

function secondsText(seconds) {
  return seconds < 1 ? seconds.toFixed(3) : seconds.toFixed(2);
}

/** @param {number} bytes */
export function mibPerSecond(bytes) {
  return (seconds) => `${(bytes / (1 << 20) / seconds).toFixed(0)} MiB/s`;
}

/** @param {number} count @param {string} unit */
export function millisecondsEach(count, unit) {
  return (seconds) => {
    const each = (seconds * 1000) / count;
    return `${each < 100 ? each.toPrecision(3) : each.toFixed(0)} ms/${unit}`;
  };
}
