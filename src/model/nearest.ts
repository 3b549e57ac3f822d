/** The nearest right name, for "did you mean". */

/** Edits (insert, delete, replace, swap of neighbours) from one text to another, counted in code points. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** The candidate with the fewest edits, if it is near enough to be what was meant: at most a third of the longer text, and two. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  /** Nobody misspells a name of this length by accident; comparing longer input would only cost time. */
  if (text.length > 64) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance <= Math.max(2, Math.floor(Math.max(text.length, candidate.length) / 3))) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
