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

const FIGURES = '[零〇一二三四五六七八九十百千]+';
const ARTICLE = new RegExp(`(?:${FIGURES}|\\d{1,4})条(?:之${FIGURES})?`, 'gu');
/** A bare number: `266`, `二百六十六`. */
const BARE = new RegExp(`^第?(${FIGURES}|\\d{1,4})$`, 'u');

/** The articles of a citation in one spelling: `253条之一第一款、第二百六十六条` → 第二百五十三条之一, 第二百六十六条. Paragraphs are left out. */
export function articlesIn(citation: string): readonly string[] {
  const bare = BARE.exec(citation.trim())?.[1];
  const found = bare === undefined ? [...citation.matchAll(ARTICLE)].map(([article]) => article) : [`${bare}条`];
  return [...new Set(found.map(inOneSpelling))];
}

function inOneSpelling(article: string): string {
  const [figures = '', behind = ''] = article.split('条');
  return `第${chineseNumber(parseChineseNumber(figures) ?? 0)}条${behind}`;
}

/** The number of the first article of a citation: `第二百六十六条第一款`, `266条`, `266` → 266. */
export function articleNumber(citation: string): number | undefined {
  const figures = /^第(.+?)条/u.exec(articlesIn(citation)[0] ?? '')?.[1];
  return figures === undefined ? undefined : parseChineseNumber(figures);
}
