/** Parts of an item: `E003-1` is a volume, a bag or a disc of `E003`, taken with it, and sealed, looked at or given out by itself. */

/** The item of which a number is a part, among those that are known; undefined where it is an item of its own. */
export function wholeOf(evidenceNo: string, isKnown: (number: string) => boolean): string | undefined {
  for (let whole = shorter(evidenceNo); whole !== undefined; whole = shorter(whole)) if (isKnown(whole)) return whole;
  return undefined;
}

function shorter(number: string): string | undefined {
  return /^(.+)-\d{1,9}$/.exec(number)?.[1];
}
