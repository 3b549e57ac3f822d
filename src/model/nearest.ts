/** The name that was probably meant: "did you mean". */

/** Longer names are not compared: nobody misspells one by accident, and distance costs the product of the lengths. */
const MAX_LENGTH = 64;
/** More candidates are not compared. */
const MAX_CANDIDATES = 2000;

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

/** The candidate with the fewest edits, when they are at most a third of the length (two are always allowed, one in short names). */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let least = (text.length < 4 ? 1 : Math.max(2, Math.floor(text.length / 3))) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MAX_CANDIDATES) break;
    if (candidate.length > MAX_LENGTH) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
