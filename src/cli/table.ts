/** Rows in columns that stand under each other on a Chinese console. */
import { displayWidth } from './width.ts';

const GAP = '  ';

/** `right`: columns of figures. The last column is not filled up. */
export function tableText(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const measured = rows.map((row) => row.map(displayWidth));
  const widths = (rows[0] ?? []).map((_, i) => measured.reduce((most, row) => Math.max(most, row[i] ?? 0), 0));
  return rows
    .map((row, n) =>
      row
        .map((cell, i) => {
          const fill = ' '.repeat((widths[i] ?? 0) - (measured[n]?.[i] ?? 0));
          if (right.includes(i)) return `${fill}${cell}`;
          return i === row.length - 1 ? cell : `${cell}${fill}`;
        })
        .join(GAP),
    )
    .join('\n');
}
