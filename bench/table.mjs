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

const BESIDE = [
  'What',
  'Amount',
  's',
  'min–max',
  'CPU s',
  'Peak MiB',
  'older: s',
  'min–max',
  'CPU s',
  'Peak MiB',
  '× time',
  '× CPU',
  '× peak',
];

/**
 * Ours beside an older commit's, in the same run. `×`: ours divided by the older; below 1 is less.
 * @param {readonly { what: string, amount: string, ours: readonly Run[], older?: readonly Run[] }[]} rows
 * @typedef {{ seconds: number, cpu?: number, peak: number }} Run
 */
export function besideMarkdown(rows) {
  const lines = rows.map(({ what, amount, ours, older }) => [what, amount, ...figures(ours), ...figures(older), ...quotients(ours, older)]);
  return [BESIDE, BESIDE.map((_, i) => (i < 2 ? '---' : '--:')), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function figures(runs) {
  if (!runs) return ['', '', '', ''];
  const seconds = runs.map((run) => run.seconds);
  const range = runs.length > 1 ? `${secondsText(Math.min(...seconds))}–${secondsText(Math.max(...seconds))}` : '';
  return [secondsText(median(seconds)), range, middleOf(runs, 'cpu')?.toFixed(2) ?? '', middleOf(runs, 'peak').toFixed(0)];
}

function quotients(ours, older) {
  return ['seconds', 'cpu', 'peak'].map((key) => {
    const [a, b] = [middleOf(ours, key), older && middleOf(older, key)];
    return a === undefined || b === undefined ? '' : (a / b).toFixed(2);
  });
}

function middleOf(runs, key) {
  return runs[0][key] === undefined ? undefined : median(runs.map((run) => run[key]));
}
