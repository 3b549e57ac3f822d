/** Lines below the data that are no data: who made the table, when it was printed, page 1 of 3. */

/** Gives on all but the last `count` of what comes, in order. */
export function heldBack<T>(count: number, give: (item: T) => void): (item: T) => void {
  const waiting: T[] = [];
  return (item) => {
    waiting.push(item);
    if (waiting.length > count) give(waiting.shift() as T);
  };
}
