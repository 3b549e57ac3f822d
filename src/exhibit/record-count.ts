/** How many records a table has, for whoever knows no column to sum: what is a title, a heading again or a total, told by how the rows read. */
import { headingWatch, isBlank, totalLabel } from './headings.ts';

/** Lines that may stand above a heading: a title, who made the table, remarks behind `#`. */
const MOST_TITLES = 10;
/** Places that are named; the rest by number. */
const MOST_NAMED = 3;
/** Of the records, those that hold more than one field, where a line with one is a title and none of a list. */
const MIN_SHARE = 2 / 3;

export interface RecordCount {
  /** What holds something, without headings and what stands above them; totals among it. */
  readonly rows: number;
  /** What a person must know of the count, in a few words each. */
  readonly said: readonly string[];
}

export interface RecordCounter {
  /** A record that holds something. `place`: its line, or its row of the sheet. */
  add(texts: readonly string[], place: number): void;
  result(): RecordCount;
}

export function startCount(): RecordCounter {
  const above: { readonly texts: readonly string[]; readonly place: number }[] = [];
  let heading: { readonly place: number; readonly titles: number } | undefined;
  let repeats: (texts: readonly string[]) => boolean = () => false;
  let records = 0;
  let wide = 0;
  let repeated = 0;
  let totals = 0;
  const places: number[] = [];
  let lastIsTotal = false;

  const settle = (texts: readonly string[], place: number, titles: number): void => {
    heading = { place, titles };
    repeats = headingWatch([texts]);
  };
  const data = (texts: readonly string[], place: number): void => {
    lastIsTotal = false;
    if (repeats(texts)) repeated++;
    else if (totalLabel(texts) !== undefined) {
      totals++;
      lastIsTotal = true;
      if (places.length < MOST_NAMED) places.push(place);
    }
  };
  /** No heading stands below these lines: the first of them is it. */
  const giveUp = (): void => {
    const [first, ...rest] = above.splice(0);
    if (!first) return;
    settle(first.texts, first.place, 0);
    for (const { texts, place } of rest) data(texts, place);
  };

  return {
    add(texts, place) {
      records++;
      const isWide = texts.filter((text) => !isBlank(text)).length > 1;
      if (isWide) wide++;
      if (heading) {
        data(texts, place);
        return;
      }
      if (isWide && !isRemark(texts) && (above.length === 0 || !texts.some(isNumber))) {
        settle(texts, place, above.length);
        above.length = 0;
        return;
      }
      above.push({ texts, place });
      if (above.length > MOST_TITLES || (isWide && !isRemark(texts))) giveUp();
    },
    result() {
      giveUp();
      const titled = heading !== undefined && heading.titles > 0 && wide >= (records - heading.titles) * MIN_SHARE;
      const rows = Math.max(0, records - 1 - repeated - (titled ? (heading?.titles ?? 0) : 0));
      const said: string[] = [];
      if (titled) said.push(`表头在第 ${heading?.place} 行`);
      if (repeated > 0) said.push(`重复的表头 ${repeated} 行未计`);
      if (totals === 1 && lastIsTotal && rows > 0) said.push('末行是合计');
      else if (totals > 0 && rows > 0) {
        const more = totals > places.length ? `等 ${totals} 行` : '';
        said.push(`第 ${places.join('、')} 行${more}是合计，除去为 ${rows - totals} 条`);
      }
      return { rows, said };
    },
  };
}

/** `#姓名` may be a heading. */
const isRemark = (texts: readonly string[]): boolean => /^\s*#+\s+\S/.test(texts.find((text) => !isBlank(text)) ?? '');
const isNumber = (text: string): boolean => /^\s*[-+¥￥]?\d[\d,]*(?:\.\d*)?%?\s*$/.test(text);
