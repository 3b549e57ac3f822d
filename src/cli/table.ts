/** Rows in columns that stand under each other on a Chinese console. */
import { displayWidth } from './width.ts';

const GAP = '  ';

/** `right`: columns of figures. The last column is not filled up. */
export function tableText(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, i) => rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), 0));
  return rows
    .map((row) =>
      row
        .map((cell, i) => {
          const fill = ' '.repeat((widths[i] ?? 0) - displayWidth(cell));
          if (right.includes(i)) return `${fill}${cell}`;
          return i === row.length - 1 ? cell : `${cell}${fill}`;
        })
        .join(GAP),
    )
    .join('\n');
}
