/** Article numbers: `266`, `第二百六十六条第一款` and back, so that forms can be compared. */

const DIGITS = '零一二三四五六七八九';

/** 1 … 9999 in Chinese figures: 266 → 二百六十六, 10 → 十. */
export function chineseNumber(value: number): string {
  const units: readonly (readonly [number, string])[] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ];
  let rest = value;
  let text = '';
  let gap = false;
  for (const [size, unit] of units) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += digit === 1 && size === 10 && text === '' ? unit : `${DIGITS[digit]}${unit}`;
  }
  if (rest > 0) text += `${gap ? '零' : ''}${DIGITS[rest]}`;
  return text || '零';
}

/** Value of Chinese figures up to 9999, or undefined. */
export function parseChineseNumber(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (!/^[零〇一二三四五六七八九十百千]+$/.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  for (const c of text.replaceAll('〇', '零')) {
    const unit = c === '千' ? 1000 : c === '百' ? 100 : c === '十' ? 10 : 0;
    if (unit === 0) digit = DIGITS.indexOf(c);
    else {
      total += (digit === 0 && unit === 10 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** The article number of a citation: `第二百六十六条第一款`, `266条`, `266` → 266. */
export function articleNumber(citation: string): number | undefined {
  const match = /^第?([零〇一二三四五六七八九十百千]+|\d{1,4})条?(?:之[一二三四五六七八九十]+)?(?:[第、].*)?$/.exec(citation.trim());
  return match?.[1] === undefined ? undefined : parseChineseNumber(match[1]);
}
