/**
 * The amounts of the 挂床住院 case in fen, from which every table is split: fact → year → fund.
 * `counted` is what the fact adds to the loss; `overlap` is what another fact has already counted.
 */
export const FUNDS = ['职工基本医疗保险统筹基金', '城乡居民基本医疗保险基金', '居民大病保险资金', '医疗救助基金'];

export const FACTS = {
  1: {
    counted: { 2025: [92681010, 58995000, 9942280, 5103520], 2026: [17747630, 11296575, 1903740, 977480] },
    overlap: 0,
    selfPaid: 68430515,
  },
  2: { counted: { 2025: [18163025, 10631015, 0, 0], 2026: [2369990, 1382510, 0, 0] }, overlap: 8691520, selfPaid: 11228825 },
  3: { counted: { 2025: [0, 14260120, 1667900, 2106400], 2026: [0, 2938115, 343640, 434600] }, overlap: 3236439, selfPaid: 7608000 },
};

export const sum = (list) => list.reduce((a, b) => a + b, 0);
export const yuan = (fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
export const countedOf = (fact) => sum(Object.values(FACTS[fact].counted).flat());
export const amountOf = (fact) => countedOf(fact) + FACTS[fact].overlap;
export const byFund = (facts = [1, 2, 3]) =>
  FUNDS.map((_, i) => sum(facts.flatMap((f) => Object.values(FACTS[f].counted).map((y) => y[i]))));
export const byYear = (facts = [1, 2, 3]) => [2025, 2026].map((y) => sum(facts.flatMap((f) => FACTS[f].counted[y])));
export const LOSS = sum([1, 2, 3].map(countedOf));
